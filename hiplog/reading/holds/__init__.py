"""Blocks -> holds, and the account of every row."""
