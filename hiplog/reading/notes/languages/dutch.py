"""The words of pain notes in Dutch; those of its logs count as well."""

NOT_AFTER = True
WORDS = {
    "place hip": "heup, heupen, bil, billen, bilspier, piriformis, psoas, heupbuiger",
    "place si_joint": "si gewricht, heiligbeen",
    "place low_back": "rug, onderrug, lage rug, lendenen",
    "place sciatica": "ischias, been, benen, kuit, kuiten, voet, voeten, tenen, teen, hamstring, "
    "hamstrings, achterkant bovenbeen",
    "place itb": "tractus, it band, buitenkant bovenbeen, buitenkant dij",
    "place knee": "knie, knieën, knieschijf, meniscus",
    "place groin": "lies, liezen, adductor, adductoren, binnenkant dij, binnenkant bovenbeen",
    "place other": "dij, bovenbeen, quad, quadriceps, scheenbeen, enkel, enkels, nek, schouder, schouders, "
    "hiel, arm, buik",
    "quality dull": "dof, doffe, zeurend, zeurende, zeurt, zeurde",
    "quality throbbing": "kloppend, kloppende, bonkend",
    "quality sharp": "scherp, scherpe",
    "quality stabbing": "stekend, stekende, steek, steken, stak",
    "quality burning": "brandend, brandende, brandt, brandde",
    "quality radiating": "uitstralend, uitstralende, straalt uit, uitstraling, schiet",
    "quality tingling": "tintelt, tinteling, tintelingen, tintelen, tintelde",
    "quality numb": "doof, dood gevoel, verdoofd, slaapt",
    "quality sore": "beurs, gevoelig, gevoelige, spierpijn",
    "quality tight": "strak, strakke, gespannen, spanning",
    "quality stiff": "stijf, stijve, stijver, stijfheid",
    "quality pinching": "knelt, knellend, knijpt",
    "quality pulling": "trekt, trekkend, trok",
    "quality cramping": "kramp, krampt, verkrampt",
    "quality weak": "zwak, trilt, trilde, trillen, slap",
    "quality clicking": "klikt, knakt, knapt, klik, kraakt, klikte",
    "of ten": "van de, op de, op",
    "pain pain": "pijn, pijntje, pijnlijk, pijnlijke, doet zeer, zeer, pijnen, deed zeer, last",
    "no": "geen, zonder, nul, pijnvrij van",
    "not": "niet, nooit, niet meer",
    "nothing": "niets, niks, geen, nee, nul",
    "feel": "ik, heb, had, het, de, doet, deed, doen, meer, voel, voelde, enkele, van, in, er, is, was, "
    "aan, mijn, helemaal, vandaag",
    "painless": "pijnvrij, pijnloos",
    "clear": "alles goed, alles ok, geen klachten, geen bijzonderheden, niets te melden, alles prima, geen "
    "problemen",
    "fine": "goed, prima, in orde",
    "good": "ok, oké",
    "gone": "weg, verdwenen, over",
    "turn": "maar, hoewel, omdat, wel",
    "turn then": "daarna, toen",
    "except": "behalve, afgezien van, op na",
    "until": "tot, totdat, tot aan",
    "when": "als, wanneer, terwijl, bij lopen, zittend, liggend, s nachts, bij traplopen, tijdens lopen",
    "when lasting": "zolang",
    "when if": "indien",
    "time ago": "gisteren, vorige week, eergisteren, gisteravond, vroeger, laatst, vorige maand, vorige keer, "
    "laatste keer, vorig jaar, in het weekend, vorig weekend",
    "time earlier": "eerst, in het begin, vooraf, vanochtend, ervoor, voor, van tevoren, begonnen met, begon "
    "met, begonnen op, begon op",
    "time now": "nu, vandaag, na afloop, achteraf, vanavond, erna",
    "time was": "was, in de morgen, deze morgen, elke morgen, iedere morgen, goede morgen",
    "time extreme": "maximaal, max, hooguit",
    "some": "nog, beetje, een beetje, licht, lichte, alleen, iets, wat, nog steeds, kleine",
    "less": "minder",
    "alike": "als, zoals, dan",
    "compare": "tegen, in plaats van, vergeleken met",
    "change": "gedaald, gezakt, gestegen, ging, gegaan",
    "from": "van, vanaf",
    "to": "naar, tot",
    "hedge": "ongeveer, misschien, bijna, een, circa, rond, rond de, zo n, niveau, vandaag, nu, nog, zou "
    "zeggen, is, was, bij, zit op, minder dan",
    "filler": "de, het, een, van, in, op, aan, met, voor, en, ik, heb, had, mijn, is, was, erg, beetje, "
    "licht, lichte, kant, na, tijdens, sessie, vandaag, nog, diep, buiten, binnen, om, te, dat, "
    "die, zo, ook, alleen, bij, wat, iets, ochtend, avond, keer",
    "exercise": "oefening, oefeningen, rekken, stretch, houding, massage, sessie, fysio",
    "other": "paracetamol, ibuprofen, tablet, tabletten, pil, te voet, op mijn rug, kniebrace",
    "neutral": "niet slecht, minder pijn, bijna geen pijn, nauwelijks pijn, niet veel, weet niet, niets "
    "nieuws, niet erg, weinig pijn, niet zo",
    "units": "dag, dagen, week, weken, maand, maanden, jaar, uur, keer, keren, set, sets, serie, series, ronde, "
    "rondes, herhalingen, kg, cm, graden, stappen, tabletten, kussens",
    "long units": "dag, dagen, week, weken, maand, maanden, jaar",
    "counted": "set, dag, week, maand, nummer, ronde",
    "scales": "rpe, inspanning, stemming, slaap, energie, stijfheid, vermoeidheid",
    "taken": "genomen, ingenomen, paracetamol, ibuprofen, om",
    "preposition": "aan, van, voor, in, met, per, om, elke",
    "others kin": "vrouw, moeder, vader, zoon, dochter, zus, broer, buurman, buurvrouw, mijn man, mn man, mama, "
    "papa, vriend, vriendin, oma, opa, collega, partner, schoonmoeder",
    "others say": "fysio zegt, arts zegt, dokter zegt",
    "scale names": "schaal",
    "hope": "doel, ik hoop, hoop dat, hoop op, hopelijk, wens, zou graag, bang, vrees, morgen, overmorgen, "
    "volgende week, volgende maand, volgende keer, wil dat",
    "self": "ik, mij, mezelf, zelf, gaat, het, zit op",
    "beside": "met, na",
    "hold": "vasthoud, houd",
    "wholly": "helemaal, echt, volledig, compleet, zo, nog",
    "only": "alleen, enkel, slechts",
    "before": "vooraf, ervoor, van tevoren",
    "theirs": "haar, zijn, hij, zij, ze",
    "or": "of",
    "never": "nooit",
    "bound": "onder",
    "numbers": "nul, een, twee, drie, vier, vijf, zes, zeven, acht, negen, tien",
}
TIDY = (
    ("er", r"\b(linker|rechter)(?=[a-z]{3})(?!kant)", r"\1 "),  # `linkerlies`
    (" geleden", r"\b\w+ (?:dag|dagen|week|weken|maand|maanden|jaar) geleden\b", "gisteren"),
    ("noch ", r"\bnoch (.{1,30}?) noch ", r"niet \1 of "),
)
