"""The words of each language, as data: a language is one block below, and nothing else need be touched.

Words stand as `words.fold` leaves them: lower case, no accents. A comma parts one word or phrase from the next.
A word of five letters or more is also found at either end of a longer one (`trainingsdatum`, `schmerzskala`).
"""

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
        "end": "end, ended, ended at, end time, end date, time ended, stop, stopped, stop time,"
        " finish, finished, finish time, until",
        "pain": "pain, nrs, vas, ache, aches, soreness, hurt, hurts, painful, discomfort",
        "medicine": "painkiller, painkillers, pain killers, pain relief, medication, meds, medicine",
        "before": "before, pre, beforehand, prior",
        "after": "after, post, afterwards, afterward, following",
        "note": "note, notes, comment, comments, remark, remarks, memo, anything, feedback, diary, journal,"
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
        "around": "a, am, an, are, as, at, bal, balance, balancing, by, c, can, circle, could, crossed, day, did,"
        " do, does, down, during, evening, first, for, from, go, h, hh, hips, hms, in, is, it, last, long,"
        " longest, many, me, mm, morning, ms, much, nd, night, noon, now, of, pm, pose, position, raw, rd, secs,"
        " ss, st, test, th, that, third, this, today, todays, up, was, were, what, with, x, you, your",
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
        "end": "ende, endzeit, bis, stopp, beendet, endete",
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
        "around": "abends, dein, deine, deinem, deiner, der, des, du, erste, erster, erstes, hast, heute, im, in,"
        " mit, mittags, morgens, viel, viele, war, wie, zweite, zweiter, zweites",
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
        "end": "fin, heure de fin, arret, termine",
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
        "around": "avec, combien, d, de, du, est, etait, fois, g, matin, midi, premier, premiere, que, quel, soir,"
        " tu, vous",
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
        "end": "fin, final, hasta, termino, hora de fin, hora final",
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
        "around": "aguantado, aguantaste, aguanto, con, cuanta, cuantas, cuanto, cuantos, d, de, el, i, manana,"
        " noche, primera, que, segunda, tarde",
        "months": "enero ene, febrero feb, marzo mar, abril abr, mayo may, junio jun, julio jul, agosto ago,"
        " septiembre setiembre sept sep set, octubre oct, noviembre nov, diciembre dic",
        "weekdays": "lunes lun, martes mar, miercoles mie, jueves jue, viernes vie, sabado sab, domingo dom",
    },
}
