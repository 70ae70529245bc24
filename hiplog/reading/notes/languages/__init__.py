"""The words of pain notes, a language a file: data, loaded when the first note is read.

Each line is words or phrases with commas between, in small letters, without hyphens or articles; the longest
phrase wins, and a line that is not there is empty. The words of the language's logs for sides, months and units
count as well, unless it is `WHOLE`. What a kind of word does is said where it is used: `clauses.py`, `asides.py`,
`reach.py`, `denials.py`, `numbers.py`, `scores.py`.
"""
