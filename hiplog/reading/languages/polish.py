"""The words of Polish."""

WORDS = {
    "left": "lewa, lewy, lewe, lewo, lewej, lewym, lewego, lew",
    "right": "prawa, prawy, prawe, prawo, prawej, prawym, prawego, praw",
    "both": "obie, oba, obydwie, obie strony, na strone, na kazda strone, na kazdej stronie, kazda strona,"
    " po obu stronach",
    "and": "i, oraz",
    "on": "na",
    "hip balance": "figura cztery, figura 4, gruszkowaty, gruszkowatego, rownowaga bioder, rownowaga biodra,"
    " balans bioder, balans biodra, kostka na kolanie",
    "date": "data, dzien, kiedy, poczatek, sygnatura czasowa",
    "time": "godzina, godz, czas, pora",
    "side": "strona, strony, noga, ktora strona",
    "hold": "trzymanie, utrzymanie, wytrzymanie, trwanie, czas trwania, czas trzymania, jak dlugo, utrzymales,"
    " utrzymalas, utrzymac, wytrzymales, wytrzymalas",
    "end": "koniec, zakonczenie",
    "pain": "bol, bole, bolu, dyskomfort",
    "medicine": "lek, leki, przeciwbolowe, tabletka",
    "before": "przed",
    "after": "po",
    "before alone": "",
    "after alone": "",
    "note": "uwagi, uwaga, notatka, notatki, komentarz, komentarze",
    "exercise": "cwiczenie, cwiczenia, aktywnosc",
    "session": "sesja, trening",
    "set": "seria, proba",
    "target": "cel, plan, planowane, zalecone, cele, planowany",
    "second": "sekunda, sekundy, sekund, sek, sekunde",
    "minute": "minuta, minuty, minut, minute",
    "no hold": "razem, suma, lacznie, srednia, najlepszy, najlepsza, roznica, waga, tetno, puls, sen,"
    " tydzien, miesiac, kroki, nastroj, wiek, powtorzenia, odpoczynek, przerwa, przygotowanie",
    "year": "rok",
    "week": "tydzien, numer tygodnia",
    "month": "miesiac",
    "unit": "jednostka",
    "value": "wartosc, wynik, wykonano, wykonane",
    "total": "razem, suma, lacznie, srednia, najlepszy, ogolem",
    "no pain": "brak, brak bolu, bez bolu, nic",
    "counted": "godzina, godziny, godzin, dzien, dni, razy, tygodnie, tygodni, miesiace, miesiecy, lat",
    "of ten": "na, z",
    "from": "od",
    "same": "tak samo, to samo",
    "at": "o, o godz, godz",
    "to": "do",
    "about": "okolo, ok",
    "over": "ponad, co najmniej",
    "yes": "tak, prawda",
    "no": "nie, falsz",
    "instead": "nie, a nie, zamiast",
    "not done": "odpoczynek, chory, chora, przerwa",
    "skipped": "nie zrobione, nie zrobiono, nie wykonano, pominieto, pominiete, opuszczone, odwolane, anulowane",
    "status": "status, stan, typ, rodzaj",
    "was done": "zrobione",
    "filler": "noga, biodro, strona, stopa, kolano, tylko, noge, nogi, strone",
    "between": "najpierw, dzis, dzisiaj, teraz, ok",
    "narration": "ja, trzymalam, trzymalem, utrzymalam, utrzymalem, wytrzymalam, wytrzymalem, dzis rano,"
    " dzisiaj rano, dzis wieczorem, dzisiaj wieczorem, po poludniu, znowu, tez, a, przez",
    "before a side": "na, z, po, moja",
    "before a day": "dnia",
    "around": "rano, wieczorem, wieczor, jak, dlugo, ile, pierwsza, druga, w, z, udalo, sie, mogles, moglas,"
    " po, cwiczeniu",
    "months": "stycznia sty styczen, lutego lut luty, marca mar marzec, kwietnia kwi kwiecien, maja maj,"
    " czerwca cze czerwiec, lipca lip lipiec, sierpnia sie sierpien, wrzesnia wrz wrzesien, pazdziernika paz"
    " pazdziernik, listopada lis listopad, grudnia gru grudzien",
    "weekdays": "poniedzialek pon, wtorek wt, sroda sr, czwartek czw, piatek pt, sobota sob, niedziela niedz",
    "held": "trzymanie, utrzymanie, wytrzymanie, utrzymales, utrzymalas, utrzymac, wytrzymales, wytrzymalas",
    "whole": "trening, sesja, formularz, razem",
    "of others": "maksimum, srednia, najlepszy, suma, rekord",
    "begin": "poczatek, start",
    "commencing": "od, rozpoczety, rozpoczeto, zaczyna, zaczeto, data rozpoczecia",
    "sent": "sygnatura czasowa, utworzono, zmieniono, wyslano, zapisano",
    "other moment": "urodzenia, urodzony, operacja, uraz, wypadek, nastepna, wizyta, sen, lek",
    "other place": "plecy, plecow, kolano, kolana, stopa, bark, szyja, glowa, pachwina",
    "other pain": "nocny, w nocy, w spoczynku, podczas chodzenia",
    "scale": "skala, poziom, natezenie, punkty, punktow, pkt",
    "hamstring": "kulszowo goleniowe, dwuglowy, tyl uda",
    "quad": "czworoglowy, czworoglowe, przod uda",
    "another exercise": "stanie na jednej nodze, na jednej nodze, cisnienie, wykroki, wykrok, pompki,"
    " bieganie, plywanie, joga, deska, deska bokiem, plank, mostek, przysiad, przysiady, lydka, lydki,"
    " sila, rotacja, skok, kroki, pozycja golebia, kobra, motyl, zginacz, zginacze, martwy ciag, podciaganie",
    "asked": "prosze, nastepnym razem, sprobuj, powinienes, powinnas",
    "yesterday": "wczoraj, wczoraj wieczorem, wczoraj rano",
    "today": "dzis, dzisiaj, dzis rano, dzisiaj rano, dzis wieczorem",
    "since": "od, do, na",
    "another time": "wczoraj, jutro, operacja, operacji, wypadek, wypadku, przedwczoraj",
    "departed": "",
    "remaining": "",
    "than": "niz",
    "comparing": "lepiej, gorzej, mniej, krocej",
    "best": "dobrze, najlepiej",
    "worst": "najgorszy",
    "during": "",
    "went": "",
    "mailed": "wyslano",
    "log": "dziennik, dane, arkusz, cwiczenia, cwiczenie, notatka glosowa, notatka",
    "half of a day": "rano, wieczorem",
    "person": "pacjent, pacjentka, uczestnik, kto, uzytkownik, inicjaly, numer pacjenta,"
    " nr pacjenta, kod pacjenta,"
    " uczestniczka",
    "given names": "adam, agnieszka, aleksandra, andrzej, anna, barbara, beata, dorota, ewa, grzegorz, hanna,"
    " jacek, jakub, jan, joanna, jozef, justyna, kasia, katarzyna, krzysztof, lukasz, maciej, magda,"
    " magdalena, malgorzata, marcin, marek, maria, marta, michal, monika, pawel, piotr, stanislaw, tomasz,"
    " wojciech, zofia",
    "ordinary": "dobrze, dobry, zle, zly, srednio, latwo, trudno, zmeczony, zmeczona, wypoczety, lepiej, gorzej,"
    " rano, poludnie, popoludnie, wieczor, wieczorem, noc, mata, podloga, dywan, lozko, kanapa,"
    " krzeslo, sciana, poduszka, pilka, dom, praca, biuro, silownia, gabinet, ogrod, w domu, na dworze,"
    " boso, buty, skarpety, rozgrzewka, glowna, zegarek, telefon, sam, sama, wysoki, niski, nowy,"
    " stary, czerwony, niebieski, zielony, czarny, bialy, zolty, cieplo, zimno",
    "given name": "imie",
    "family name": "nazwisko",
    "born": "data urodzenia, urodzony, rok urodzenia, pesel",
    "site": "osrodek, centrum, klinika, przychodnia, szpital, oddzial, rodzina, grupa, kohorta, ramie,"
    " zespol, klasa, szkola, kraj, miasto",
    "name": "imie, nazwa",
    "numerals": "zero, jeden jedna , dwa dwie, trzy, cztery, piec, szesc, siedem, osiem, dziewiec, dziesiec,"
    " jedenascie, dwanascie, trzynascie, czternascie, pietnascie, szesnascie, siedemnascie, osiemnascie,"
    " dziewietnascie, dwadziescia, trzydziesci, czterdziesci, piecdziesiat, szescdziesiat, siedemdziesiat,"
    " osiemdziesiat, dziewiecdziesiat, sto",
    "quarter": "kwadrans",
    "half": "pol",
    "half a minute": "pol minuty",
    "minute and a half": "poltorej minuty",
    "left letter": "l",
    "right letter": "p",
    "letters": "ąćęłńóśźż",
    "encodings": "cp1250, iso8859_2, cp852",
}
