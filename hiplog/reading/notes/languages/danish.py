"""The words of pain notes in Danish and Norwegian; those of its logs count as well."""

NOT_AFTER = True
WORDS = {
    "place hip": "hofte, hoften, hofter, hofterne, hoftene, balde, balden, sæde, piriformis, psoas, "
    "hoftebøjer, rumpe, rumpa, sete, hofta",
    "place si_joint": "si led, si leddet, korsben",
    "place low_back": "ryg, ryggen, rygg, lænd, lænden, nedre ryg, lav ryg, korsrygg, korsryggen, korsryg, rygga",
    "place sciatica": "iskias, isjias, ben, benet, benene, læg, læggen, legg, leggen, fod, foden, fot, "
    "foten, tæer, tær, hase, haser, hamstring, baglår, baksiden av låret",
    "place itb": "it bånd, yderside lår, ydersiden af låret, utsiden av låret",
    "place knee": "knæ, knæet, kne, kneet, knærne, menisk",
    "place groin": "lyske, lysken, adduktor, inderlår, inderside lår, innside lår, lyska",
    "place other": "lår, låret, forlår, skinneben, ankel, anklen, nakke, nakken, skulder, skulderen, hæl, "
    "arm, mave, mage",
    "quality dull": "murrende, murrer, dump",
    "quality throbbing": "dunkende, dunker, bankende",
    "quality ache": "verk, verker, værk, verket",
    "quality sharp": "skarp, skarpt",
    "quality stabbing": "stikkende, stikker, stik, jag, jager, stikk",
    "quality burning": "brændende, brænder, brennende, brenner, svir",
    "quality radiating": "udstråler, stråler, udstrålende, stråling, utstråling, stråler ut",
    "quality tingling": "snurrer, prikker, prikken, prikking, snurren, summer",
    "quality numb": "følelsesløs, sover, nummen, numment, nommen",
    "quality sore": "øm, ømt, ømme, støl, stølt",
    "quality tight": "stram, stramt, strammer, spændt, spændinger, anspent, spent",
    "quality stiff": "stiv, stivt, stive, stivhed, stivhet, stivere",
    "quality pinching": "klemmer, nupper, kniber",
    "quality pulling": "trækker, trak, drar, strækker",
    "quality cramping": "krampe, kramper",
    "quality weak": "svag, svak, svagt, ryster, rystede, skjelver",
    "quality clicking": "klikker, knækker, knækkede, knekker, klik",
    "pain pain": "ondt, vondt, smerte, smerten, smerter, gør ondt, gjorde ondt, gjør vondt, gjorde vondt, "
    "smertefuld, smertefullt",
    "no": "ingen, intet, uden, uten, nul, null",
    "not": "ikke, aldri, aldrig, hverken, verken",
    "nothing": "intet, ingenting, ingen, nej, nei, nul, null",
    "feel": "jeg, har, havde, hadde, gør, gjorde, gjør, det, noget, noe, mere, mer, længere, lenger, i, "
    "er, var, haft, hatt, på, av, af, nogen, noen, i dag",
    "painless": "smertefri, smertefrit, smertefritt",
    "clear": "alt godt, alt ok, alt vel, alt bra, intet at bemærke, ingen problemer, ingenting å melde, "
    "ingen plager, ingen gener",
    "fine": "godt, fint, fin, bra, roligt, rolig",
    "good": "ok, okay",
    "gone": "væk, borte, forsvandt, forsvundet, forsvant",
    "turn": "men, selvom, fordi, selv om, derimod",
    "turn then": "så, derefter, deretter",
    "except": "undtagen, bortset fra, unntatt, bortsett fra",
    "until": "indtil, inntil, til sidste, til de sidste, helt til",
    "when": "når, mens, ved gang, siddende, liggende, om natten, sittende, i trapper, om morgenen, om aftenen",
    "when lasting": "så længe, så lenge",
    "when if": "hvis",
    "time ago": "i går, igår, sidste uge, forrige uke, i forgårs, i går aftes, sidste måned, forrige måned, "
    "forrige uge, sidste uke, sist uke, forleden, sidste gang, forrige gang, sidste år, i weekenden, i helgen, "
    "i helga",
    "time earlier": "først, i starten, inden, før, i morges, til at begynde med, forinden, tidligere, startede "
    "på, startede med, begyndte på, begyndte med, startet på, begynte på",
    "time now": "nu, nå, i dag, idag, bagefter, etterpå, efter, etter, til sidst, til slutt, i aften, i kveld",
    "time was": "var",
    "time extreme": "maks, højst, på det værste",
    "some": "lidt, litt, let, lett, kun, bare, stadig, fortsatt, ennå, en smule, svag",
    "less": "mindre",
    "alike": "som, end, enn",
    "compare": "mod, i stedet for, sammenlignet med, mot",
    "change": "faldt, steg, gik, gikk, falt, sank",
    "from": "fra",
    "to": "til",
    "hedge": "cirka, omkring, måske, kanskje, næsten, nesten, en, et, ca, rundt, niveau, nivå, i dag, nu, "
    "nå, stadig, vil sige, er, var, på, mindre end, mindre enn",
    "filler": "i, på, en, et, den, det, og, med, for, af, av, jeg, har, havde, min, mit, mitt, er, var, "
    "meget, mye, lidt, litt, let, lett, side, siden, efter, etter, under, dag, stadig, dybt, "
    "dypt, yderside, inderside, at, som, så, også, kun, bare, ved, om, morgen, aften, gang, "
    "økten, sessionen",
    "exercise": "øvelse, øvelser, øvelsen, stræk, udstrækning, strekk, tøying, stilling, massage, massasje",
    "other": "panodil, paracet, ibuprofen, ibux, tablet, tabletter, pille, piller, til fods, på ryggen",
    "neutral": "ikke dårligt, ikke verst, mindre ondt, mindre vondt, næsten ingen smerter, nesten ingen "
    "smerter, ikke meget, ikke mye, ved ikke, vet ikke, intet nyt, ikke så",
    "units": "dag, dage, dager, uge, uger, uke, uker, måned, måneder, år, time, timer, gang, gange, ganger, sæt, "
    "sett, sættene, settene, serie, serier, runde, runder, omgang, omgange, omganger, gentagelser, kg, cm, "
    "grader, skridt, tabletter, puder",
    "long units": "dag, dage, dager, uge, uger, uke, uker, måned, måneder, år",
    "counted": "sæt, sett, uge, uke, nummer, runde",
    "scales": "rpe, anstrengelse, humør, søvn, energi, stivhed, stivhet, træthed",
    "taken": "tog, tok, taget, panodil, paracet, ibux, ibuprofen, kl, klokken",
    "preposition": "i, af, av, for, med, per, på, hver",
    "others kin": "kone, kona, datter, soster, bror, nabo, konen, broren, brodren, søsteren, mor, far, moren, "
    "faren, mamma, pappa, datteren, søn, sønn, sønnen, min mand, mannen min, min mann, mormor, farmor, venn, "
    "veninde, venninne, kollega, samboer, kæreste, kjæreste, naboen, bestemor, bestefar",
    "others say": "fysio siger, laegen siger",
    "scale names": "skala, skalaen",
    "hope": "mål, målet, håber, håper, forhåbentlig, forhåpentligvis, ønsker, bange, redd, frygter, frykter, i "
    "morgen, imorgen, næste uge, neste uke, næste gang, neste gang, næste måned, neste måned, vil have, vil ha, "
    "ville have været, hadde vært, ville vært",
    "self": "jeg, mig, meg, selv, min, mit, mitt, det",
    "beside": "med, efter, etter",
    "hold": "holder",
    "wholly": "helt, rigtig, rigtigt, så, endnu, ennå",
    "only": "kun, bare",
    "before": "før, inden, forinden",
    "theirs": "hans, hendes, hennes, han, hun",
    "or": "eller",
    "never": "aldri, aldrig",
    "bound": "under",
    "numbers": "nul, en, to, tre, fire, fem, seks, syv, otte, ni, ti",
}
TIDY = ((" siden", r"\bfor (?:\w+ ){1,3}?(?:dag|uge|uke|maned|ar)(?:e|er)? siden\b", "i gar"),)
