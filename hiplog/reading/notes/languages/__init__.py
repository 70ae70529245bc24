"""The words of pain notes, a language a file: data, loaded when the first note is read.

Each line is words or phrases with commas between, in small letters, without hyphens or articles; the longest
phrase wins, and a line that is not there is empty. `READING` names the language of logs whose words for sides,
months and units count as well. What a kind of word does is said where it is used: `clauses.py`, `asides.py`,
`reach.py`, `denials.py`, `numbers.py`, `scores.py`.
"""

LANGUAGES = (  # where a note is in several, the first of them
    "english", "german", "french", "spanish", "dutch", "italian", "portuguese", "swedish", "danish", "polish",
    "turkish", "russian", "chinese", "japanese",
)  # fmt: skip
