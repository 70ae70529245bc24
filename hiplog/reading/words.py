# ruff: noqa: RUF001  (signs that look alike are the point here)
"""The words of each language, as data: a language is one block below, and nothing else need be touched.

Words stand as `fold` leaves them: lower case, no accents. A comma parts one word or phrase from the next.
A word of five letters or more is also found at either end of a longer one (`trainingsdatum`, `schmerzskala`).
"""

import re
import unicodedata
from functools import lru_cache

LANGUAGES = {
    "English": {
        "left": "left, l, lt, lhs, lft",
        "right": "right, r, rt, rhs, rgt",
        "both": "both, both sides, b, bilateral, each, each side, per side, l r, r l, left and right,"
        " right and left",
        "and": "and",
        "on": "on, onto, over",
        "hip balance": "hip balance, hip balances, hip balancing",
        "date": "date, day, when, timestamp, datetime, started, start, begin, began, started at",
        "time": "time, clock, hour, time of day, o clock",
        "side": "side, sides, leg, legs, which side, which leg, body side",
        "hold": "hold, holds, held, holding, duration, how long, length, lasted",
        "pain": "pain, nrs, vas, ache, aches, soreness, hurt, hurts, painful, discomfort",
        "medicine": "painkiller, painkillers, pain killers, pain relief, medication, meds, medicine",
        "before": "before, pre, beforehand, prior",
        "after": "after, post, afterwards, afterward, following",
        "note": "note, notes, comment, comments, remark, remarks, memo, anything else, feedback, diary, journal,"
        " anything to add, anything you want to add, thoughts, free text, open ended response, observations",
        "exercise": "exercise, exercises, activity, movement, stretch",
        "session": "session, session no, session id, session number, workout",
        "set": "set, sets, round, try, attempt, trial",
        "target": "target, goal, aim, intended",
        "second": "s, sec, secs, second, seconds",
        "minute": "m, min, mins, minute, minutes",
        "no hold": "total, totals, sum, average, avg, mean, best, longest, shortest, median, record, diff,"
        " difference, ratio, balance, asymmetry, weight, kg, lbs, lb, reps, rep, repetitions, distance, cm, km,"
        " angle, degrees, rpe, temperature, heart, hr, bpm, percent, week, weekday, month, mood, sleep, weather,"
        " energy, steps, end, finish, finished, finish time, end time, age, name, email, e mail, score, rank,"
        " order, pulse, stress, change, trend, prepare, prep, rest, warm up, countdown, reached, achieved, sport,"
        " place, location, streak, year, previous, stopped",
        "year": "year, yr",
        "month": "month",
        "unit": "unit, units",
        "value": "value, values, measurement, result, amount",
        "total": "total, totals, sum, average, avg, mean, median, best, maximum, max, min, minimum, subtotal,"
        " grand total, overall, std, sd, count, longest, shortest, week total, weekly total, monthly total,"
        " weekly average, monthly average, all",
        "no pain": "none, no, no pain, nil, zero, painless, pain free, painfree, nothing, without pain,"
        " not at all",
        "of ten": "of, out of",
        "to": "to",
        "about": "about, approx, approximately, around, circa, ca, c, roughly, maybe",
        "over": "over, more than, at least, longer than, above",
        "not done": "n a, na, nan, null, none, nil, not done, skipped, skip, did not do, missed, nd",
        "filler": "side, leg, hip, foot, ankle, knee, only, the, my, hold, on",
        "months": "january jan, february feb, march mar, april apr, may, june jun, july jul, august aug,"
        " september sept sep, october oct, november nov, december dec",
        "weekdays": "monday mon, tuesday tues tue, wednesday weds wed, thursday thurs thur thu, friday fri,"
        " saturday sat, sunday sun",
    },
    "German": {
        "left": "links, linke, linkes, linken, linker, linkem, li, lks",
        "right": "rechts, rechte, rechtes, rechten, rechter, rechtem, re, rts",
        "both": "beide, beidseitig, beide seiten, beides, links und rechts, je seite, pro seite, jede seite",
        "and": "und",
        "on": "auf, uber",
        "hip balance": "huftbalance, huft balance, huftbalancieren",
        "date": "datum, tag, wann, zeitstempel, zeitpunkt, begonnen, beginn",
        "time": "zeit, uhrzeit, uhr, startzeit",
        "side": "seite, seiten, bein, welche seite",
        "hold": "dauer, haltezeit, haltedauer, gehalten, halten, halt, wie lange",
        "pain": "schmerz, schmerzen, beschwerden, weh",
        "medicine": "schmerzmittel, schmerztablette, schmerztabletten, medikament, medikamente",
        "before": "vor, vorher, davor, zuvor",
        "after": "nach, nachher, danach, hinterher",
        "note": "notiz, notizen, bemerkung, bemerkungen, kommentar, kommentare, anmerkung, anmerkungen,"
        " sonstiges, noch etwas, bem, anm, hinweis, hinweise, gedanken, freitext, beobachtung, beobachtungen",
        "exercise": "ubung, uebung, ubungen, aktivitat",
        "session": "sitzung, einheit, trainingseinheit",
        "set": "satz, satze, runde, versuch, durchgang, serie",
        "target": "ziel, zielzeit, soll, vorgabe",
        "second": "sek, sekunde, sekunden",
        "minute": "minuten, minute",
        "no hold": "summe, gesamt, durchschnitt, mittelwert, mittel, schnitt, beste, bestes, bestwert, differenz,"
        " unterschied, gewicht, wiederholungen, wdh, entfernung, woche, wochentag, monat, stimmung, schlaf,"
        " wetter, ende, verhaltnis, puls, alter, endzeit, jahr, pause, erreicht, vorbereitung",
        "year": "jahr",
        "month": "monat",
        "unit": "einheit, einheiten",
        "value": "wert, werte, messwert, ergebnis",
        "total": "summe, gesamt, gesamtsumme, insgesamt, durchschnitt, mittelwert, mittel, schnitt, beste,"
        " bestwert, zwischensumme, anzahl, langste, kurzeste",
        "no pain": "keine, kein, keinen, keine schmerzen, kein schmerz, schmerzfrei, nichts, ohne, ohne schmerzen",
        "of ten": "von",
        "to": "bis",
        "about": "etwa, ungefahr, rund, zirka, ca",
        "over": "uber, mehr als, mindestens, langer als",
        "not done": "nicht gemacht, ausgelassen, entfallen, keine, k a, ausgefallen",
        "filler": "seite, bein, hufte, nur, die, das, fuss, knie",
        "months": "januar janner jan, februar feb, marz maerz mrz mar, april apr, mai, juni jun, juli jul,"
        " august aug, september sept sep, oktober okt, november nov, dezember dez",
        "weekdays": "montag mo, dienstag di, mittwoch mi, donnerstag do, freitag fr, samstag sonnabend sa,"
        " sonntag so",
    },
    "French": {
        "left": "gauche, gche, gauches",
        "right": "droite, droit, drte, dte, drt, droites",
        "both": "les deux, deux, les deux cotes, bilateral, gauche et droite, deux cotes, par cote, chaque cote",
        "and": "et",
        "on": "sur",
        "hip balance": "equilibre des hanches, equilibre de la hanche",
        "date": "date, jour, quand, horodateur, horodatage, debut, commence",
        "time": "heure, temps, horaire",
        "side": "cote, cotes, jambe, quel cote",
        "hold": "duree, tenue, maintien, tenu, tenir, combien de temps",
        "pain": "douleur, douleurs, mal, eva",
        "medicine": "antidouleur, antidouleurs, anti douleur, medicament, medicaments",
        "before": "avant",
        "after": "apres",
        "note": "note, notes, remarque, remarques, commentaire, commentaires, observation, observations,"
        " autre chose, rmq, rem, ressenti, pensees, texte libre, quelque chose a ajouter",
        "exercise": "exercice, exercices, activite, etirement",
        "session": "seance, entrainement",
        "set": "serie, series, essai, tour",
        "target": "objectif, cible, but",
        "second": "seconde, secondes",
        "minute": "minute, minutes, mn",
        "no hold": "somme, total, moyenne, meilleur, meilleure, difference, ecart, poids, repetitions, semaine,"
        " mois, humeur, sommeil, meteo, fin, ratio, pouls, repos, annee, atteint, preparation",
        "year": "annee, an",
        "month": "mois",
        "unit": "unite, unites",
        "value": "valeur, valeurs, mesure, resultat",
        "total": "somme, total, totaux, moyenne, meilleur, meilleure, sous total, total general, ensemble",
        "no pain": "aucune, aucun, rien, pas de douleur, sans douleur, aucune douleur, sans",
        "of ten": "sur",
        "to": "a",
        "about": "environ, env, vers, presque",
        "over": "plus de, au moins",
        "not done": "pas fait, non fait, saute, neant",
        "filler": "cote, jambe, hanche, seulement, la, le, pied, genou",
        "months": "janvier janv jan, fevrier fevr fev, mars, avril avr, mai, juin, juillet juil, aout aou,"
        " septembre sept sep, octobre oct, novembre nov, decembre dec",
        "weekdays": "lundi lun, mardi mar, mercredi mer, jeudi jeu, vendredi ven, samedi sam, dimanche dim",
    },
    "Spanish": {
        "left": "izquierda, izquierdo, izq, izqda, izda, izdo",
        "right": "derecha, derecho, der, dcha, dcho",
        "both": "ambos, ambas, los dos, las dos, dos, ambos lados, izquierda y derecha, por lado, cada lado",
        "and": "y, e",
        "on": "sobre",
        "hip balance": "equilibrio de cadera, equilibrio de caderas",
        "date": "fecha, dia, cuando, marca temporal, inicio, comienzo",
        "time": "hora, tiempo, reloj",
        "side": "lado, lados, pierna, que lado",
        "hold": "duracion, aguante, aguantado, sostenido, mantenido, mantener, cuanto tiempo",
        "pain": "dolor, dolores, molestia",
        "medicine": "analgesico, analgesicos, calmante, calmantes, medicamento, medicacion",
        "before": "antes, previo",
        "after": "despues, posterior, tras",
        "note": "nota, notas, comentario, comentarios, observacion, observaciones, algo mas, obs, apuntes,"
        " anotacion, anotaciones, texto libre, algo que anadir",
        "exercise": "ejercicio, ejercicios, actividad, estiramiento",
        "session": "sesion, entrenamiento",
        "set": "serie, series, intento, ronda",
        "target": "objetivo, meta",
        "second": "seg, segs, segundo, segundos",
        "minute": "minuto, minutos",
        "no hold": "suma, total, promedio, media, mejor, diferencia, peso, repeticiones, semana, mes, animo,"
        " sueno, clima, fin, final, pulso, descanso, ano, alcanzado, preparacion",
        "year": "ano",
        "month": "mes",
        "unit": "unidad, unidades",
        "value": "valor, valores, medida, resultado",
        "total": "suma, total, totales, promedio, media, mejor, subtotal, total general, resumen",
        "no pain": "ninguno, ninguna, nada, sin dolor, ningun, ningun dolor, sin",
        "of ten": "de",
        "to": "a",
        "about": "unos, aproximadamente, aprox, casi, alrededor de",
        "over": "mas de, al menos",
        "not done": "no hecho, omitido, saltado",
        "filler": "lado, pierna, cadera, solo, la, el, pie, rodilla",
        "months": "enero ene, febrero feb, marzo mar, abril abr, mayo may, junio jun, julio jul, agosto ago,"
        " septiembre setiembre sept sep set, octubre oct, noviembre nov, diciembre dic",
        "weekdays": "lunes lun, martes mar, miercoles mie, jueves jue, viernes vie, sabado sab, domingo dom",
    },
}

_LOOK_ALIKES = str.maketrans({
    "ß": "ss", "−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "’": "'", "‘": "'", "′": "'", "´": "'", "`": "'",
    "″": '"', "”": '"', "“": '"', "„": '"', "»": '"', "«": '"', "×": "x", "⁄": "/", "：": ":", "\ufeff": None,
    "\u200b": None, "½": " 1/2", "¼": " 1/4", "¾": " 3/4", "≈": "~", "≃": "~", "≥": ">", "≤": "<", "º": "",
    "ª": "",
})  # fmt: skip
_MOST_LETTERS = 400
_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Return `text` in lower case, without accents, all blanks one space, signs that look alike made one.

    Only its first 400 letters: no cell that says something to us is longer, and a cell may be a whole file.
    """
    return _fold(text[:_MOST_LETTERS])


@lru_cache(maxsize=50_000)
def _fold(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_LOOK_ALIKES))
        text = "".join(letter for letter in text if not unicodedata.combining(letter))
    return " ".join(text.lower().split())


def bare(text: str) -> str:
    """Return only the letters and digits of `text`, folded, with one space between words."""
    return _NOT_A_LETTER.sub(" ", fold(text)).strip()


def words(kind: str) -> frozenset[str]:
    """Return the words and phrases of every language for one meaning."""
    return _WORDS[kind]


def _split(text: str) -> list[str]:
    return [word.strip() for word in text.split(",")]


_WORDS = {
    kind: frozenset(word for language in LANGUAGES.values() for word in _split(language[kind]))
    for kind in LANGUAGES["English"]
}


def _numbered(kind: str) -> dict[str, int]:
    """Return each name of a month or weekday with its number, from 1; a name that means two has none."""
    found: dict[str, set[int]] = {}
    for language in LANGUAGES.values():
        for number, names in enumerate(_split(language[kind]), start=1):
            for name in names.split():
                found.setdefault(name, set()).add(number)
    return {name: min(numbers) for name, numbers in found.items() if len(numbers) == 1}


MONTHS = _numbered("months")
WEEKDAYS = _numbered("weekdays")  # `mar` is Tuesday or March: it is a month, so no weekday here
WEEKDAYS = {name: number for name, number in WEEKDAYS.items() if name not in MONTHS}


def side_of(text: str, *, whole: bool = False) -> str:
    """Return `left`, `right`, `both`, or nothing: the one side that `text` names.

    Parameters
    ----------
    text : str
        A cell of a column of sides, the name of an exercise, or a note.
    whole : bool
        The text must say nothing but the side, as a note must, to be taken for one.
    """
    plain = bare(text)
    if plain in _WORDS["both"]:
        return "both"
    parts = _AND.split(fold(text))
    if len(parts) > 1 and {side_of(part, whole=True) for part in parts} == {"left", "right"}:
        return "both"
    tokens = without_article(plain if whole else _upper(plain)).split()
    sides = {_SIDE_OF[token] for token in tokens if token in _SIDE_OF}
    letters = {_LETTER_OF[token] for token in tokens if token in _LETTER_OF} if len(tokens) == 1 else set()
    found = sides or letters
    if len(found) != 1 or (whole and not all(t in _SIDE_OF or t in _LETTER_OF or t in _FILLER for t in tokens)):
        return ""
    return found.pop()


def _upper(plain: str) -> str:
    """Return only what lies above of "right ankle on left knee": the crossed ankle's side is the hold's."""
    above = _ON.split(plain, maxsplit=1)[0]
    return plain if _SIDE_OF.keys().isdisjoint(above.split()) else above


def without_article(plain: str) -> str:
    """Return words without the German article `der`, which stands before a word; a Spanish right side does not."""
    return _ARTICLE.sub("", plain)


_AFTER_A_SIDE = "|".join(
    word
    for kind in ("second", "minute", "hold", "pain", "note", "set")
    for word in _split(LANGUAGES["Spanish"][kind])
)
_ARTICLE = re.compile(rf"\bder (?!(?:{_AFTER_A_SIDE})\b)(?=[a-z]{{3}})")
_SIDE_OF = {word: side for side in ("left", "right") for word in _WORDS[side] if " " not in word}
_LETTER_OF = {"g": "left", "i": "left", "d": "right"}  # gauche, izquierda; droite, derecha: alone in the cell
_FILLER = _WORDS["filler"]
_ON = re.compile(r" (?:" + "|".join(sorted(_WORDS["on"])) + r") ")
_AND = re.compile(r"[,;/|&+]|\b(?:" + "|".join(sorted(_WORDS["and"])) + r")\b")
