"""The words of pain notes in Polish; those of its logs count as well."""

WORDS = {
    "place hip": "biodro, biodra, biodrze, biodrem, biodrach, pośladek, pośladku, pośladki, gruszkowaty",
    "place si_joint": "krzyżowo biodrowy, kość krzyżowa",
    "place low_back": "plecy, plecach, pleców, krzyż, krzyżu, lędźwie, lędźwiach, odcinek lędźwiowy, "
    "kręgosłup, dół pleców, kręgosłupie",
    "place sciatica": "rwa, rwa kulszowa, noga, nodze, nogi, nogę, łydka, łydce, łydki, stopa, stopie, "
    "stopy, palce, tył uda",
    "place itb": "pasmo biodrowo piszczelowe, zewnętrzna strona uda",
    "place knee": "kolano, kolana, kolanie, kolanem, rzepka, łąkotka",
    "place groin": "pachwina, pachwinie, pachwiny, pachwinę, przywodziciel",
    "place other": "udo, udzie, uda, czworogłowy, kostka, kostce, szyja, szyi, kark, bark, barku, "
    "piszczel, pięta, ręka, brzuch",
    "quality dull": "tępy, tępe, tępa",
    "quality throbbing": "pulsuje, pulsujący, pulsujące",
    "quality sharp": "ostry, ostre, ostra",
    "quality stabbing": "kłuje, kłujący, kłucie, kłuło, kłujące",
    "quality burning": "piecze, pali, pieczenie, piekący, piekło",
    "quality radiating": "promieniuje, promieniujący, promieniowało",
    "quality tingling": "mrowienie, mrowi, mrowiło",
    "quality numb": "drętwieje, zdrętwiałe, drętwienie, zdrętwiała, drętwe",
    "quality sore": "obolałe, obolały, obolała, zakwasy, tkliwe",
    "quality tight": "napięte, napięty, napięta, napięcie, spięte, spięty",
    "quality stiff": "sztywne, sztywny, sztywna, sztywność, sztywno",
    "quality pinching": "szczypie, uciska",
    "quality pulling": "ciągnie, ciągnęło, ciągnięcie",
    "quality cramping": "skurcz, skurcze",
    "quality weak": "słabe, słaby, słaba, drży, drżało, trzęsie",
    "quality clicking": "strzela, strzyka, klika, przeskakuje, trzaska",
    "pain pain": "ból, bólu, bole, bóle, boli, bolało, bolała, bolał, bolą, bolesny, bolesne, pobolewa, "
    "dokucza, dolegliwości",
    "no": "brak, bez, żadnego, zero, żadnych",
    "not": "nie, nigdy, już nie",
    "nothing": "nic, brak, żaden, nie, zero",
    "feel": "mnie, już, mam, miałem, miałam, czuję, czułem, czułam, w, żadnego, wcale, jest, było, był, "
    "dziś, dzisiaj, mi, się, dolegliwości",
    "painless": "bezbolesne, bezboleśnie, bezbolesny",
    "clear": "wszystko dobrze, wszystko ok, wszystko w porządku, nic do zgłoszenia, bez problemów, bez "
    "zastrzeżeń, bez dolegliwości",
    "fine": "dobrze, w porządku, spokojnie, super, spokojne",
    "good": "ok",
    "gone": "przeszło, minęło, zniknął, zniknęło, ustąpił, ustąpiło, przeszedł, minął",
    "turn": "ale, lecz, jednak, chociaż, bo, natomiast",
    "turn then": "potem, później",
    "except": "oprócz, poza, z wyjątkiem, prócz",
    "until": "do, aż, aż do, dopóki",
    "when": "kiedy, gdy, podczas, przy chodzeniu, siedząc, leżąc, w nocy, na schodach, chodząc",
    "when lasting": "póki",
    "when if": "jeśli, jeżeli, o ile",
    "time ago": "wczoraj, zeszły tydzień, w zeszłym tygodniu, przedwczoraj, wczoraj wieczorem, zeszłym "
    "tygodniu, w zeszłym miesiącu, ostatnim razem, kiedyś, niedawno, w zeszłym roku, w weekend",
    "time earlier": "przedtem, na początku, najpierw, rano, wcześniej, przed, zacząłem od, zaczęłam od, zaczęło "
    "się od, zaczynałem od",
    "time now": "teraz, dziś, dzisiaj, na końcu, wieczorem, po, obecnie",
    "time was": "był, było",
    "time extreme": "maksymalnie, max, maks, najwyżej",
    "some": "trochę, lekki, lekko, tylko, jeszcze, nadal, lekkie, lekka, niewielki, delikatny, delikatnie",
    "less": "mniej",
    "alike": "jak, niż",
    "compare": "zamiast, w porównaniu z, wobec",
    "change": "spadł, spadło, wzrósł, zmalał, zszedł",
    "from": "z, od",
    "to": "na, do",
    "hedge": "około, ok, może, prawie, jakieś, poziom, dziś, teraz, nadal, ciągle, jest, było, "
    "powiedziałbym, gdzieś, chyba",
    "filler": "w, na, z, i, a, po, przy, od, do, mam, mnie, mi, się, jest, był, było, bardzo, trochę, "
    "lekki, lekko, strona, stronie, stronę, dziś, dzisiaj, jeszcze, głęboko, zewnątrz, wewnątrz, "
    "że, jak, też, tylko, rano, wieczorem, podczas, sesja, sesji, cały, raz, mój, moje, moja",
    "exercise": "ćwiczenie, ćwiczenia, ćwiczeniu, ćwiczeniem, rozciąganie, rozciągania, pozycja, masaż, sesja",
    "other": "tabletki, przeciwbólowa, ibuprom, ibuprofen, apap, pieszo, na plecach",
    "neutral": "nieźle, nie jest źle, mniej bólu, mniej boli, prawie bez bólu, prawie nie boli, niewiele, "
    "nie wiem, nic nowego, nie tak, nie bardzo, ledwo boli",
    "units": "dzień, dni, tydzień, tygodnie, tygodni, miesiąc, miesiące, miesięcy, rok, lata, lat, godzina, "
    "godziny, godzin, raz, razy, seria, serie, serii, seriach, seriami, runda, rundy, rund, rundach, powtórzeń, "
    "kg, cm, stopni, kroków, tabletki",
    "long units": "dzień, dni, tydzień, tygodnie, tygodni, miesiąc, miesiące, miesięcy, rok, lata, lat",
    "counted": "seria, dzień, tydzień, miesiąc, numer, runda",
    "scales": "rpe, wysiłek, nastrój, sen, energia, sztywność, zmęczenie",
    "taken": "wziąłem, wzięłam, ibuprom, ibuprofen, apap, o",
    "preposition": "w, z, na, po, do, co, przez",
    "others kin": "zona, zony, zonie, maz, meza, mezowi, mama, tata, syn, corka, siostra, brat, mamy, mamie, "
    "taty, ojciec, ojca, matka, matki, brata, siostry, syna, córki, babcia, babci, dziadek, dziadka, sąsiad, "
    "sąsiadka, kolega, koleżanka, przyjaciel, teściowa",
    "others say": "fizjo mowi, lekarz mowi",
    "scale names": "skala, skali",
    "hope": "cel, celem, nadzieję, nadzieja, oby, chcę, chciałbym, chciałabym, boję, obawiam, jutro, pojutrze, "
    "w przyszłym tygodniu, następnym razem, byłoby, byłby",
    "self": "ja, mnie, u, sam, sama, czuję, się",
    "beside": "z, ze, po",
    "hold": "trzymam",
    "wholly": "całkiem, zupełnie, całkowicie, jeszcze, jest",
    "only": "tylko, jedynie",
    "before": "przed, przedtem",
    "theirs": "jego, jej, on, ona",
    "or": "lub, albo",
    "never": "nigdy",
    "bound": "poniżej",
    "numbers": "zero, jeden, dwa, trzy, cztery, pięć, sześć, siedem, osiem, dziewięć, dziesięć",
}
TIDY = (
    (" temu", r"\b(?:\w+ )?(?:dzien|dni|tydzien|tygodni|miesiac|miesiec|rok|lat)\w* temu\b", "wczoraj"),
    ("ani ", r"\bani (.{1,30}?),? ani ", r"\1 lub "),
)
