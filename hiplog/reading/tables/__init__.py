"""Bytes -> tables of text."""
