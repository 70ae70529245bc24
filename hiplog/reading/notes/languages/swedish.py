"""The words of pain notes in Swedish; those of its logs count as well."""

NOT_AFTER = True
WORDS = {
    "place hip": "höft, höften, höfterna, skinka, skinkan, rumpa, rumpan, piriformis, psoas, höftböjare, "
    "höftböjaren, sätet",
    "place si_joint": "si led, si leden, korsben, korsbenet",
    "place low_back": "rygg, ryggen, ländrygg, ländryggen, korsrygg, korsryggen, nedre rygg",
    "place sciatica": "ischias, ben, benet, benen, vad, vaden, vaderna, fot, foten, tår, tårna, hamstring, "
    "hamstrings, baksida lår, baksidan",
    "place itb": "it bandet, it band, utsida lår, utsidan av låret",
    "place knee": "knä, knät, knäet, knäna, knäskålen, menisk",
    "place groin": "ljumske, ljumsken, ljumskar, adduktor, insida lår, insidan av låret",
    "place other": "lår, låret, framsida lår, quad, smalben, fotled, vrist, nacke, nacken, axel, axeln, "
    "häl, arm, mage",
    "quality dull": "molande, molar, dov",
    "quality throbbing": "bultande, bultar, dunkar",
    "quality ache": "värk, värker, värkte, värkande",
    "quality sharp": "skarp, skarpt, vass",
    "quality stabbing": "stickande, sticker, hugg, hugger, stick, högg",
    "quality burning": "brännande, bränner, brinner, brände",
    "quality radiating": "strålar, utstrålande, strålande, utstrålning, strålade",
    "quality tingling": "pirrar, stickningar, pirrningar, pirrade, domningar",
    "quality numb": "domnat, domnad, bortdomnad, avdomnad, domnade",
    "quality sore": "ömt, ömma, träningsvärk, är öm, var öm, lite öm, fortfarande öm, känns öm, ömmar, ömhet, "
    "öm i, öm på",
    "quality tight": "spänd, spänt, spänning, stramar, stram, stramt",
    "quality stiff": "stel, stelt, stelhet, stela, stelare",
    "quality pinching": "nyper, klämmer",
    "quality pulling": "drar, drog, stramade",
    "quality cramping": "kramp, krampar, krampade",
    "quality weak": "svag, svagt, svaga, skakar, darrar, skakade",
    "quality clicking": "knäpper, klickar, knakar, knäppte",
    "pain pain": "ont, smärta, smärtan, smärtor, gör ont, gjorde ont, smärtsam, smärtsamt, besvär",
    "no": "ingen, inget, inga, utan, noll",
    "not": "inte, aldrig, ej, varken",
    "nothing": "ingenting, inget, ingen, inga, nej, noll",
    "feel": "jag, har, hade, gör, gjorde, känner, kände, det, någon, något, mer, längre, i, alls, är, var, "
    "haft, på, av, idag",
    "painless": "smärtfri, smärtfritt",
    "clear": "allt bra, allt ok, inget att rapportera, inga problem, inga besvär, allt väl",
    "fine": "bra, fint, lugn, lugnt",
    "good": "ok, okej",
    "gone": "borta, försvann, försvunnit, släppte, släppt",
    "turn": "men, fast, även om, eftersom, däremot",
    "turn then": "sedan, sen",
    "except": "utom, förutom, bortsett från",
    "until": "tills, fram till, till sista",
    "when": "när, medan, vid gång, sittande, liggande, på natten, i trappor, om natten, om morgonen, om kvällen",
    "when lasting": "så länge",
    "when if": "om",
    "time ago": "igår, förra veckan, i förrgår, igår kväll, i går, förra månaden, förra gången, häromdagen, "
    "förr, förra året, i helgen",
    "time earlier": "först, i början, innan, före, i morse, började på, började med, startade på",
    "time now": "nu, idag, i dag, efteråt, efter, till slut, ikväll",
    "time was": "var",
    "time extreme": "max, som mest, högst",
    "some": "lite, lätt, bara, fortfarande, ännu, något, svagt, liten, lite grann",
    "less": "mindre",
    "alike": "som, än",
    "compare": "mot, istället för, jämfört med",
    "change": "minskade, ökade, gick, sjönk, sjunkit, gått",
    "from": "från",
    "to": "till",
    "hedge": "cirka, ungefär, kanske, nästan, en, ett, runt, nivå, idag, i dag, nu, fortfarande, typ, är, "
    "var, skulle säga, på, mindre än",
    "filler": "i, på, en, ett, den, det, och, med, för, av, jag, har, hade, min, mitt, är, var, mycket, "
    "lite, lätt, sida, sidan, efter, under, passet, idag, ännu, djupt, utsida, insida, att, som, "
    "så, också, bara, vid, om, morgon, kväll, gång",
    "exercise": "övning, övningar, övningen, stretch, stretching, töjning, ställning, massage, pass",
    "other": "värktabletter, alvedon, ipren, tablett, tabletter, till fots, på rygg",
    "neutral": "inte illa, mindre ont, mindre smärta, nästan inget ont, nästan ingen smärta, knappt ont, "
    "inte mycket, vet inte, inget nytt, inte så",
    "units": "dag, dagar, vecka, veckor, månad, månader, år, timme, timmar, gång, gånger, set, omgång, omgångar, "
    "serie, serier, runda, rundor, repetitioner, kg, cm, grader, steg, tabletter, kuddar",
    "long units": "dag, dagar, vecka, veckor, månad, månader, år",
    "counted": "set, vecka, månad, nummer, omgång",
    "scales": "rpe, ansträngning, humör, sömn, energi, stelhet, trötthet",
    "taken": "tog, tagit, alvedon, ipren, klockan, kl",
    "preposition": "i, av, för, med, per, på, varje",
    "others kin": "fru, frun, mamma, pappa, dotter, syster, bror, granne, brodern, brors, systern, systers, "
    "mammas, pappas, son, sonen, dottern, mormor, farmor, morfar, farfar, kompis, kompisen, väninna, sambo, "
    "sambon, min man, grannen, kollega, kollegan, frus",
    "others say": "fysion sager, lakaren sager",
    "scale names": "skala, skalan",
    "hope": "mål, målet, målsättning, hoppas, förhoppningsvis, önskar, rädd, imorgon, i morgon, nästa vecka, "
    "nästa månad, nästa gång, om en vecka, om en månad, vill att, hade varit, skulle varit, skulle ha varit",
    "self": "jag, mig, själv, min, mitt, mår",
    "beside": "med, efter",
    "hold": "håller",
    "wholly": "helt, riktigt, helt och hållet, så, ännu",
    "only": "bara, endast, enbart",
    "before": "före, innan",
    "theirs": "hans, hennes, han, hon",
    "or": "eller",
    "never": "aldrig",
    "bound": "under",
    "numbers": "noll, ett, två, tre, fyra, fem, sex, sju, åtta, nio, tio",
}
TIDY = (
    (" sedan", r"\bfor (?:\w+ ){1,3}?(?:dag|dagar|vecka|veckor|manad|manader|ar) sedan\b", "igar"),
    (":", r"(?<=\d):[ae]\b", ""),  # a 2:a is a two
)
