"""The words of pain notes, a language a file: data, loaded when a note is in that language.

Each line is words or phrases with commas between, in small letters, without accents, hyphens or articles; the
longest phrase wins. What a kind of word does is said where it is used: `clauses.py`, `reach.py`, `denials.py`,
`numbers.py`, `scores.py`.
"""

LANGUAGES = ("english", "german", "french", "spanish")  # where a note is in several, the first of them
