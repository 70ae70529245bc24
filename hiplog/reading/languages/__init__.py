"""The words of each language, as data: a language is one file of this folder, and a name below.

Words stand as `words.fold` leaves them: lower case, no accents. A comma parts one word or phrase from the next.
A word of five letters or more is also found at either end of a longer one (`trainingsdatum`, `schmerzskala`).
"""

from hiplog.reading.languages import (
    chinese,
    danish,
    dutch,
    english,
    french,
    german,
    italian,
    japanese,
    polish,
    portuguese,
    russian,
    spanish,
    swedish,
    turkish,
)

LANGUAGES = {
    "English": english.WORDS,
    "German": german.WORDS,
    "French": french.WORDS,
    "Spanish": spanish.WORDS,
    "Dutch": dutch.WORDS,
    "Italian": italian.WORDS,
    "Portuguese": portuguese.WORDS,
    "Swedish": swedish.WORDS,
    "Danish and Norwegian": danish.WORDS,
    "Polish": polish.WORDS,
    "Turkish": turkish.WORDS,
    "Russian": russian.WORDS,
    "Chinese": chinese.WORDS,
    "Japanese": japanese.WORDS,
}
