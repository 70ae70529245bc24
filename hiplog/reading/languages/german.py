"""The words of German."""

WORDS = {
    "left": "links, linke, linkes, linken, linker, linkem, li, lks",
    "right": "rechts, rechte, rechtes, rechten, rechter, rechtem, re, rts",
    "both": "beidseits, beidseitig, bds, beide, beide seiten, beides, links und rechts, je seite, pro seite,"
    " jede seite, beide beine, beide huften, jedes bein, auf jeder seite, auf beiden seiten, jeder seite,"
    " beiden seiten, beidseitig je",
    "and": "und",
    "on": "auf, uber",
    "hip balance": "figur vier, figur 4, vierer dehnung, vier dehnung, piriformisdehnung, huftbalance,"
    " huft balance, huftbalancieren, knochel auf knie, knochel auf dem knie, knochel auf das knie",
    "date": "datum, tag, wann, zeitstempel, zeitpunkt, begonnen, beginn, trainingstag",
    "time": "zeit, uhrzeit, uhr, startzeit",
    "side": "seite, seiten, bein, welche seite, welche hufte, welches bein",
    "hold": "dauer, haltezeit, haltedauer, gehalten, halten, halt, wie lange",
    "end": "ende, endzeit, bis, stopp, beendet, endete",
    "pain": "schm, schmerz, schmerzen, beschwerden, weh",
    "medicine": "schmerzmittel, schmerztablette, schmerztabletten, tablette, tabletten, medikament, medikamente",
    "before": "vor, vorher, davor, zuvor",
    "after": "nach, nachher, danach, hinterher",
    "before alone": "",
    "after alone": "",
    "note": "notiz, notizen, bemerkung, bemerkungen, kommentar, kommentare, anmerkung, anmerkungen,"
    " sonstiges, noch etwas, bem, anm, hinweis, hinweise, gedanken, freitext, beobachtung, beobachtungen,"
    " befinden",
    "exercise": "ubung, uebung, ubungen, aktivitat",
    "session": "sitzung, einheit, trainingseinheit",
    "set": "satz, satze, runde, versuch, durchgang, serie",
    "target": "ziel, zielzeit, soll, vorgabe, geplant, geplante, plan, sollwert, sollzeit, vorgegeben,"
    " ziele, vorgaben, sollwerte",
    "second": "sek, sekunde, sekunden",
    "minute": "minuten, minute",
    "no hold": "summe, gesamt, durchschnitt, mittelwert, mittel, schnitt, beste, bestes, bestwert, differenz,"
    " unterschied, gewicht, wiederholungen, wdh, entfernung, woche, wochentag, monat, stimmung, schlaf,"
    " wetter, ende, verhaltnis, puls, alter, endzeit, jahr, pause, vorbereitung",
    "year": "jahr",
    "week": "kw, kalenderwoche, woche, wochennummer",
    "month": "monat",
    "unit": "einheit, einheiten",
    "value": "erreicht, wert, werte, messwert, ergebnis, ist wert, istwert, ist",
    "total": "summe, gesamt, gesamtsumme, insgesamt, durchschnitt, mittelwert, mittel, schnitt, beste,"
    " bestwert, zwischensumme, anzahl, langste, kurzeste",
    "no pain": "keine, kein, keinen, keine schmerzen, kein schmerz, schmerzfrei, nichts, ohne, ohne schmerzen",
    "counted": "stunde, stunden, tag, tage, tagen, mal, wochen, monate, monaten, jahre, jahren",
    "of ten": "von",
    "from": "von, ab",
    "same": "gleich, ebenso, dasselbe, genauso, dito",
    "at": "um, gegen",
    "to": "bis, auf",
    "about": "etwa, ungefahr, rund, zirka, ca",
    "over": "uber, mehr als, mindestens, langer als",
    "yes": "ja, j, wahr, erledigt",
    "no": "nein, falsch",
    "instead": "nicht, statt, anstatt, und nicht",
    "not done": "ruhetag, ruhe, krank, frei, keine, k a",
    "skipped": "nicht gehalten, nicht gemacht, nicht erledigt, ausgelassen, ubersprungen, entfallen,"
    " ausgefallen, abgesagt",
    "status": "status, zustand, art, typ",
    "was done": "erledigt, gemacht",
    "filler": "seite, bein, hufte, nur, die, das, fuss, knie, war, waren, huften, beine",
    "between": "zuerst, erst, heute, dann, jetzt, wieder, ok, also, so",
    "narration": "ich, habe, hab, hielt, geschafft, schaffte, balanciert, gemacht, geubt, konnte, heute fruh,"
    " heute morgen, heute vormittag, heute mittag, heute nachmittag, heute abend, am morgen, am vormittag,"
    " am mittag, am nachmittag, am abend, fruh, noch einmal, nochmal, auch, lang, fur",
    "before a side": "auf, mit, den, dem, meiner, meinem",
    "before a day": "der, den, am",
    "around": "abends, dann, danach, dein, deine, deinem, deiner, der, des, du, erste, erster, erstes, hast,"
    " heute, im, in, mit, mittags, morgens, viel, viele, war, wie, zweite, zweiter, zweites, konnten,"
    " konntest, kannst, konnen, sie, ihr, ihre, haben, sind, stark",
    "months": "januar janner jan, februar feb, marz maerz mrz mar, april apr, mai, juni jun, juli jul,"
    " august aug, september sept sep, oktober okt, november nov, dezember dez",
    "weekdays": "montag mo, dienstag di, mittwoch mi, donnerstag do, freitag fr, samstag sonnabend sa, sonntag so",
    "held": "halten, haltezeit, haltedauer, gehalten, halt",
    "whole": "sitzung, training, trainingseinheit, formular, umfrage, insgesamt",
    "of others": "maximal, mittelwert, durchschnitt, beste, bestes, bestwert, summe, langste, rekord",
    "begin": "beginn, begonnen, start, startzeit",
    "commencing": "gestartet, angefangen, seit, ab, beginnend, startdatum, beginnt",
    "sent": "zeitstempel, erstellt, geandert, aktualisiert, erfasst, eingereicht, gesendet, ubermittelt,"
    " gespeichert",
    "other moment": "geburt, geburtsdatum, geboren, geburtstag, operation, verletzung, unfall, nachste,"
    " nachster, termin, schlafen, schlaf, aufgewacht, tablette, tabletten, fruhstuck",
    "other place": "rucken, knie, fuss, schulter, nacken, kopf, leiste, wade, ellbogen",
    "other pain": "nacht, nachts, nachtschmerz, ruheschmerz, in ruhe, beim gehen, knieschmerz, knieschmerzen",
    "scale": "skala, starke, intensitat, wert, stufe, nrs, vas, punkte, punkt",
    "hamstring": "hamstring, beinbeuger, oberschenkelruckseite, hintere oberschenkel, ischiocrurale",
    "quad": "quad, quadrizeps, oberschenkelvorderseite, vordere oberschenkel, beinstrecker",
    "another exercise": "einbeinstand, einbeiniger stand, blutdruck, yoga, liegestutze, liegestutz,"
    " seitstutz, unterarmstutz, wandsitz, joggen, radfahren, schwimmen, kniebeuge, kniebeugen, brucke,"
    " becken heben, ausfallschritt, ausfallschritte, wade, waden, wadenheben, wadendehnung, kraft, drehung,"
    " beugung, streckung, umfang, bewegungsumfang, sprung, schritte, schulter, taubenhaltung, kobra,"
    " katze kuh, schmetterling, beckenheben, beinheben, klimmzug, klimmzuge,"
    " kreuzheben, beinpresse, seitstutze, kindhaltung",
    "asked": "bitte, nachstes mal, beim nachsten mal, versuchen sie, versuch mal, du solltest, sie sollten,"
    " ich empfehle",
    "yesterday": "gestern, gestern abend, gestern morgen, gestern fruh, gestern mittag",
    "today": "heute, heute morgen, heute fruh, heute mittag, heute abend",
    "since": "seit, bis, fur",
    "another time": "gestern, unfall, verletzung, operation, vorgestern",
    "departed": "",
    "remaining": "",
    "than": "als",
    "comparing": "als, besser, schlechter, weniger, kurzer",
    "best": "gut, beste, bester, bestes, super, besser",
    "worst": "schlimmste, schlimmster, schlimmstes, schlimmsten, unertraglich",
    "during": "in, im, mit",
    "went": "ging",
    "mailed": "gesendet",
    "log": "protokoll, tagebuch, liste, daten, tabelle, seite, woche, wochen, teil, alt, neu, sommer,"
    " herbst, kopie, training, stoppuhr, notiz, notizen, huftubung, huftubungen, ubung, ubungen,"
    " huftprotokoll, hufttagebuch,"
    " memo, sprachmemo, sprachnotiz",
    "half of a day": "morgens, mittags, abends",
    "person": "patient, patientin, patienten id, proband, teilnehmer, teilnehmerin, wer, vorname, benutzer,"
    " initialen, autor, autorin, verfasser, verfasserin, geschrieben von, probandin, proband in,"
    " probanden, probandennummer, probanden nr, probanden id, patientennummer, patientennr, patienten nr,"
    " patient in, patient nr, pat nr, patnr, pat id, tn, tn nr, teilnehmer in, teilnehmernummer,"
    " teilnehmer nr, teilnehmer id, versuchsperson, versuchspersonennummer, vp, vp nr, vpnr, vp code, vpn,"
    " personen id, klient, klientin, klient in",
    "given names": "anna, anja, anke, annette, andreas, angelika, antje, barbara, bernd, birgit, brigitte,"
    " britta, christa, christian, claudia, dieter, dirk, doris, elke, erika, ernst, felix, finn, florian,"
    " franz, frieda, friedrich, gabi, gabriele, gerd, gerhard, gisela, greta, gunter, hanna, hans, heike,"
    " heinz, helga, helmut, herbert, holger, horst, ilse, inge, ingrid, jan, jens, joachim, jonas, jorg,"
    " jurgen, karin, karl, katja, katrin, klaus, kurt, lars, lena, leon, lukas, lotte, manfred, marie,"
    " markus, matthias, max, melanie, mia, monika, nicole, niklas, petra, rainer, ralf, renate, rolf, sabine,"
    " sebastian, silke, stefan, susanne, sven, thorsten, tobias, ulrike, ursula, ute, uwe, werner, wolfgang",
    "ordinary": "gut, schlecht, mittel, leicht, schwer, mude, frisch, ausgeruht, besser, schlechter, morgen,"
    " morgens, fruh, mittag, mittags, nachmittag, abend, abends, nacht, matte, boden, teppich, bett,"
    " sofa, stuhl, wand, kissen, ball, zuhause, daheim, arbeit, buro, praxis, studio, garten, drinnen,"
    " draussen, barfuss, schuhe, socken, aufwarmen, haupt, hauptteil, handy, uhr, alleine, allein,"
    " hoch, niedrig, normal, neu, alt, rot, blau, grun, schwarz, weiss, gelb, warm, kalt, ruhig, stress",
    "given name": "vorname, vornamen, rufname",
    "family name": "nachname, nachnamen, familienname, zuname, name",
    "born": "geburtsdatum, geburtstag, geburtsjahr, geb, geb datum, gebdatum, geboren, geboren am, geb am",
    "site": "zentrum, praxis, klinik, standort, station, abteilung, krankenhaus, familie, haushalt, gruppe,"
    " kohorte, arm, team, klasse, schule, land, stadt, ort, einrichtung, zentrum nr, praxis nr",
    "name": "name, namen, nutzer, mitglied, kind, konto, profil, kurzel",
    "numerals": "null, ein eine einer eins, zwei zwo, drei, vier, funf, sechs, sieben, acht, neun, zehn, elf,"
    " zwolf, dreizehn, vierzehn, funfzehn, sechzehn, siebzehn, achtzehn, neunzehn, zwanzig, dreissig, vierzig,"
    " funfzig, sechzig, siebzig, achtzig, neunzig, hundert",
    "quarter": "viertel",
    "half": "halb, halbe",
    "half a minute": "eine halbe minute, halbe minute",
    "minute and a half": "anderthalb minuten, eineinhalb minuten",
    "left letter": "",
    "right letter": "",
    "letters": "äöüß",
    "encodings": "cp1252, mac_roman, cp850",
}
