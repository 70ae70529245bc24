# ruff: noqa: RUF001
"""The same two days, kept in each language: the words of its headers, dates and cells are known."""

import pytest

import hiplog
from hiplog.reading.languages import LANGUAGES
from hiplog.reading.languages.words import fold, split

LOGS = {
    "English": "Date,Left (s),Right (s),Pain,Note\n4 March 2024,38,31,3,stiff\n5 March 2024,-,70,none,",
    "German": "Datum;Links (Sek.);Rechts (Sek.);Schmerz;Notiz\n4. März 2024;38;31;3;stiff\n"
    "5. März 2024;-;70;keine;",
    "French": "Date;Gauche (s);Droite (s);Douleur;Remarque\n4 mars 2024;38;31;3;stiff\n5 mars 2024;-;70;aucune;",
    "Spanish": "Fecha;Izquierda (seg);Derecha (seg);Dolor;Notas\n4 de marzo de 2024;38;31;3;stiff\n"
    "5 de marzo de 2024;-;70;ninguno;",
    "Dutch": "Datum;Links (sec);Rechts (sec);Pijn;Opmerking\n4 maart 2024;38;31;3;stiff\n5 maart 2024;-;70;geen;",
    "Italian": "Data;Sinistra (sec);Destra (sec);Dolore;Note\n4 marzo 2024;38;31;3;stiff\n"
    "5 marzo 2024;saltato;70;nessuno;",
    "Portuguese": "Data;Esquerda (seg);Direita (seg);Dor;Observações\n4 de março de 2024;38;31;3;stiff\n"
    "5 de março de 2024;não fiz;70;nenhuma;",
    "Swedish": "Datum;Vänster (s);Höger (s);Smärta;Anteckning\n4 mars 2024;38;31;3;stiff\n5 mars 2024;-;70;ingen;",
    "Danish": "Dato;Venstre (sek);Højre (sek);Smerte;Bemærkning\n4. marts 2024;38;31;3;stiff\n"
    "5. marts 2024;sprunget over;70;ingen;",
    "Norwegian": "Dato;Venstre (sek);Høyre (sek);Smerte;Merknad\n4. mars 2024;38;31;3;stiff\n"
    "5. mars 2024;-;70;ingen;",
    "Polish": "Data;Lewa (s);Prawa (s);Ból;Uwagi\n4 marca 2024;38;31;3;stiff\n5 marca 2024;-;70;brak;",
    "Turkish": "Tarih;Sol (sn);Sağ (sn);Ağrı;Notlar\n4 Mart 2024;38;31;3;stiff\n5 Mart 2024;-;70;yok;",
    "Russian": "Дата;Левая (сек);Правая (сек);Боль;Примечание\n4 марта 2024;38;31;3;stiff\n5 марта 2024;-;70;нет;",
    "Chinese": "日期,左侧（秒）,右侧（秒）,疼痛,备注\n2024年3月4日,38,31,3,stiff\n2024年3月5日,没做,70,无,",
    "Japanese": "日付,左（秒）,右（秒）,痛み,メモ\n2024年3月4日(月),３８,31,3,stiff\n2024年3月5日,休み,70,なし,",
}
SIDED = {
    "Italian": "Data;Lato;Tenuta (s)\n4/3/2024;sinistro;38\n13/3/2024;entrambi;40",
    "Portuguese": "Data;Lado;Duração (s)\n4/3/2024;esquerdo;38\n13/3/2024;ambos;40",
    "Swedish": "Datum;Sida;Hålltid (s)\n4/3/2024;vänster;38\n13/3/2024;båda;40",
    "Danish": "Dato;Side;Varighed (s)\n4/3/2024;venstre;38\n13/3/2024;begge;40",
    "Polish": "Data;Strona;Czas trwania (s)\n4/3/2024;lewa;38\n13/3/2024;obie;40",
    "Turkish": "Tarih;Taraf;Süre (sn)\n4/3/2024;sol;38\n13/3/2024;her iki;40",
    "Russian": "Дата;Сторона;Удержание (сек)\n4/3/2024;левая;38\n13/3/2024;обе;40",
    "Chinese": "日期;侧别;保持时间(秒)\n2024/3/4;左;38\n2024/3/13;双侧;40",
    "Japanese": "日付;側;保持時間(秒)\n2024/3/4;左;38\n2024/3/13;両方;40",
}


@pytest.mark.parametrize("language", LOGS)
def test_a_log_with_a_column_for_each_side_is_read(language):
    reading = hiplog.read_log(LOGS[language].encode(), name="log.csv")
    assert reading.holds["started_at"].dt.strftime("%m-%d").tolist() == ["03-04", "03-04", "03-05"]
    assert reading.holds[["side", "hold_s"]].values.tolist() == [["left", 38], ["right", 31], ["right", 70]]
    assert reading.holds["pain_after"].tolist() == [3, 3, 0]
    assert reading.holds["note"].fillna("").tolist() == ["stiff", "stiff", ""]
    assert reading.not_used == []
    assert len(reading.rejected) == 0


@pytest.mark.parametrize("language", SIDED)
def test_a_log_with_a_column_of_sides_is_read(language):
    holds = hiplog.read_log(SIDED[language].encode(), name="log.csv").holds
    assert holds[["side", "hold_s"]].values.tolist() == [["left", 38], ["left", 40], ["right", 40]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_all_kinds_of_words_as_they_are_looked_up(language):
    words = LANGUAGES[language]
    assert words.keys() == LANGUAGES["English"].keys()
    every = [word for kind in words.keys() - {"letters"} for word in split(words[kind]) if word]
    assert [word for word in every if fold(word).replace(" ", "") != word.replace(" ", "")] == []


@pytest.mark.parametrize(
    ("one", "other"), [("left", "right"), ("pain", "hold"), ("before", "after"), ("date", "note")]
)
def test_no_word_means_opposite_things_in_two_languages(one, other):
    def words(kind):
        return {word for language in LANGUAGES.values() for word in split(language[kind]) if word}

    assert words(one) & words(other) == set()


def test_a_word_of_another_script_that_nobody_knows_is_asked_about():
    text = "Дата;Анна левая;Анна правая;Вера левая;Вера правая\n4.3.2024;38;31;50;51\n5.3.2024;39;32;52;53\n"
    with pytest.raises(hiplog.LogError, match="another person"):
        hiplog.read_log(text.encode(), name="log.csv")


def test_the_names_of_exercises_are_known_in_other_languages():
    text = (
        "Date;Exercice;Côté;Durée (s)\n02.03.2026;Gainage latéral;gauche;40\n"
        "02.03.2026;Étirement ischio-jambiers;gauche;45\n03.03.2026;Étirement quadriceps;droit;40\n"
    )
    reading = hiplog.read_log(text.encode(), name="log.csv")
    assert reading.holds["exercise"].tolist() == ["hamstring_stretch", "quad_stretch"]
    assert reading.how["skipped"] == [{"row": 2, "reason": "another exercise"}]


ENCODED = [(one, name) for one in LANGUAGES for name in split(LANGUAGES[one]["encodings"])]


@pytest.mark.parametrize(("language", "encoding"), ENCODED)
def test_a_log_is_read_in_each_encoding_that_its_language_is_written_in(language, encoding):
    text = LOGS[language.removesuffix(" and Norwegian")]
    in_utf8, reading = (hiplog.read_log(text.encode(one), name="log.csv") for one in ("utf-8", encoding))
    assert reading.columns["header"].tolist() == in_utf8.columns["header"].tolist()
    assert reading.holds.equals(in_utf8.holds)


def test_words_of_another_script_in_plain_bytes_are_none_of_ours():
    reading = hiplog.read_log("Datum;L;R;Notiz\n4.3.2024;38;31;für Zoë\n".encode("cp1252"), name="log.csv")
    assert reading.how["encoding"] == "cp1252"
    assert reading.holds["note"][0] == "für Zoë"


@pytest.mark.parametrize("header", ["sinistra e destra", "venstre og højre", "lewa i prawa", "links en rechts"])
def test_a_header_joins_the_sides_by_the_word_for_and_in_every_language(header):
    text = f"Datum;{header}\n4.3.2024;45/43\n5.3.2024;47/44\n"
    holds = hiplog.read_log(text.encode(), name="log.csv").holds
    assert holds[["side", "hold_s"]].values.tolist()[:2] == [["left", 45], ["right", 43]]
