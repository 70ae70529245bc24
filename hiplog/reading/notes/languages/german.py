"""The words of pain notes in German."""

WHOLE = True
ENDINGS = ("s", "n", "en", "e", "er", "es", "em")
NOT_AFTER = True  # "schmerzt nicht"

WORDS = {
    "place hip": "hufte, huft, huftgelenk, huftbeuger, po, pobacke, gesass, gesassmuskel, piriformis, psoas, "
    "trochanter, hintern, huftschmerz, huftbeschwerden, huftseite, glutaus",
    "place si_joint": "isg, si, iliosakralgelenk, kreuzbein, sakrum, si gelenk, isg schmerz",
    "place low_back": "rucken, unterer rucken, unteren rucken, unterem rucken, kreuz, lendenwirbel, lws, "
    "lendenwirbelsaule, ruckenschmerz, kreuzschmerz, bandscheibe, hexenschuss, lenden, ruckenweh, kreuzweh",
    "place sciatica": "ischias, ischiasnerv, nerv, bein, unterschenkel, wade, fuss, zehe, zeh, grosse zehe, "
    "grosser zeh, oberschenkelruckseite, hintere oberschenkel, ischiasschmerz, beinschmerz, oberschenkel "
    "hinten, oberschenkelbeuger, hamstring, fusssohle, wadenkrampf, hinten am oberschenkel, rackseite des "
    "oberschenkels, hinterer oberschenkel",
    "place itb": "itb, tractus, it band, iliotibialband, oberschenkelaussenseite, aussenseite oberschenkel, "
    "oberschenkel aussen, aussenseite des oberschenkels, ausserer oberschenkel, ausseren oberschenkel, tfl, "
    "aussen am oberschenkel, aussen oberschenkel, seitlich am oberschenkel",
    "place knee": "knie, kniescheibe, meniskus, patella, knieschmerz, kniebeschwerden, knieweh",
    "place groin": "leiste, adduktor, leistenschmerz, oberschenkelinnenseite, innerer oberschenkel, inneren "
    "oberschenkel, innenseite des oberschenkels, oberschenkel innen, leistengegend, innen am oberschenkel",
    "place other": "oberschenkel, vorderer oberschenkel, schienbein, knochel, sprunggelenk, ferse, nacken, "
    "schulter, oberer rucken, oberen rucken, bauch, brust, steissbein, sitzbein, arm, handgelenk, hand, becken, "
    "hals, nackenschmerz, schulterschmerz, quadrizeps, schulterblatt, rippe, ellbogen, brustwirbelsaule, bws, "
    "hws",
    "quality dull": "dumpf, dumpfer",
    "quality throbbing": "pochend, pocht, pochen, pochte, klopfend, pulsierend",
    "quality ache": "ziehender schmerz dumpf",
    "quality sharp": "scharf, spitz, schneidend",
    "quality stabbing": "stechend, sticht, stechen, stich, stach, messerstich",
    "quality burning": "brennend, brennt, brennen, brannte, gebrannt",
    "quality radiating": "ausstrahlend, ausstrahlung, strahlt aus, strahlt, ausgestrahlt, einschiessend, "
    "schiesst, strahlte, zieht runter, zieht hinunter, zieht bis, ausstrahlen",
    "quality tingling": "kribbeln, kribbelt, kribbelte, kribbelig, gekribbelt, ameisenlaufen, ameisen",
    "quality numb": "taub, taubheit, taubheitsgefuhl, eingeschlafen",
    "quality sore": "wund, empfindlich, druckempfindlich, muskelkater",
    "quality tight": "verspannt, verspannung, angespannt, eng, fest, spannt, spannung, verkurzt, verhartet",
    "quality stiff": "steif, steifheit, steifigkeit, morgensteif",
    "quality pinching": "zwickt, zwicken, zwickte, gezwickt, zwick, kneifen, kneift, kneifend, eingeklemmt, "
    "klemmt, zwicker, gekniffen, einklemmung",
    "quality pulling": "zieht, ziehen, zog, ziehend, gezogen, zerren, zerrt, zerrung",
    "quality cramping": "krampf, krampft, verkrampft, krampfe, gekrampft, wadenkrampf, krampfig",
    "quality weak": "schwach, schwache, wackelig, wacklig, zittert, zittern, zitterte, zittrig, gezittert",
    "quality clicking": "knackt, knacken, knackte, geknackt, klickt, klicken, knirscht, knirschen, schnappt, "
    "schnappen, knackst",
    "pain pain": "schmerz, schmerzhaft, schmerzt, schmerzte, schmerzen, geschmerzt, weh, wehgetan, weh getan, "
    "tat weh, tut weh, wehtut, aua, autsch, huftschmerz, ruckenschmerz, kreuzschmerz, knieschmerz, "
    "leistenschmerz, ischiasschmerz, beinschmerz, nackenschmerz, schulterschmerz, beschwerden, huftbeschwerden, "
    "kniebeschwerden, ruckenweh, kreuzweh, knieweh, hexenschuss, unangenehm, gereizt",
    "pain bad": "schlimm, schlimmer, schlecht, schlechter, meckert, meckerte, gemeckert, muckt, muckte, zickt, "
    "mault, nervt, nervte, jammert, meldet sich, meldete sich, macht sich bemerkbar, gemeldet, motzt, "
    "rebelliert",
    "pain trouble": "problem, probleme, arger",
    "side left": "links, linke, linker, linken, linkes, linkem, li, l, linksseitig, linke seite, linken seite",
    "side right": "rechts, rechte, rechter, rechten, rechtes, rechtem, re, r, rechtsseitig, rechte seite, "
    "rechten seite",
    "side both": "beide, beiden, beider, beidseitig, beidseits, bds, beide seiten, beiden seiten, rechts und "
    "links, links und rechts, rechts wie links, links wie rechts, li und re, re und li, jede seite, jeder seite",
    "no": "kein, keine, keinen, keinem, keiner, keinerlei, ohne, null, frei von",
    "not": "nicht, nie, niemals, nicht mehr, nimmer, net, nich, ned, weder",
    "nothing": "nichts, nix, gar nichts, nein, keine, no, gar keine, uberhaupt nichts, uberhaupt keine, "
    "nicht, keiner, keins, keinen, nicht mehr, nich, nichts mehr, gar nichts mehr",
    "doubt": "kann nicht sagen, weiss nicht ob, schwer zu sagen, dachte",
    "feel": "gespurt, merke, gemerkt, spure, mehr, einzige, einzigen, einziges, gross, grossen, grossartig, "
    "wirklich, eigentlich, wirklichen, irgendwelche, heute, hatte, habe, gehabt, war, ist, sind, in, im, der, "
    "die, das, den, dem, an, am, was, tut, tat, hat, macht, machte, mehr weh, so, richtig, richtigen, einmal, "
    "mal, von, zu, spuren, sich, bei, beim, da, es, mir, ich, neuen, neue, tun, taten",
    "painless": "schmerzfrei, beschwerdefrei, schmerzlos, ohne befund",
    "clear": "alles gut, alles ok, alles okay, alles bestens, alles super, alles prima, alles im lot, alles in "
    "ordnung, alles fein, alles ruhig, alles paletti, alles klar, nichts zu berichten, nichts zu melden, nichts "
    "auffalliges, keine beschwerden, keine probleme, kein problem, nichts besonderes zu melden, keine "
    "auffalligkeiten, kann nicht klagen, nichts zu meckern, nichts zu klagen, nichts zu beanstanden, passt "
    "alles, alles tutti, alles schick, alles roger, mir geht es gut, mir gehts gut, nichts gespurt",
    "fine": "in ordnung, gut, bestens, unauffallig, ruhig, brav, friedlich, still, stumm, wieder gut, gibt "
    "ruhe, gibt heute ruhe",
    "good": "ok, okay, normal, perfekt, super, prima",
    "well": "locker, lockerer, gelockert, beweglich, stabil, entspannt, gelost, leicht, besser, leichter, "
    "weich, beweglicher",
    "gone": "weg, verschwunden, vorbei, abgeklungen, verflogen, weggegangen, ausgestanden",
    "soon": "nach, innerhalb, sofort, gleich, schnell, sobald, wieder, beim, in",
    "stopped": "aufgehort",
    "transient": "nachgelassen, lasst nach, liess nach, beruhigt, gelegt, legte sich",
    "some": "nur, noch, etwas, leicht, leichtes, leichte, leichter, leichten, bisschen, wenig, minimal, "
    "minimales, eher, blosses, bloss, immer noch, lediglich, wohl aber",
    "turn": "aber, jedoch, sondern, doch, obwohl, weil, denn, wegen, dafur, trotzdem, allerdings",
    "turn then": "dann, danach dann",
    "contrast": "kein, keine",
    "new subject": "es, sondern",
    "degree": "so, mehr als, zu, besonders, viel, sehr, lange, wie, so sehr, genug",
    "otherwise": "ansonsten, sonst, der rest",
    "less": "weniger, nicht mehr so",
    "except": "ausser, bis auf, abgesehen von",
    "until": "bis, bis zu, bis zum, bis zur, bis auf die letzten",
    "when": "wahrend, sobald, im liegen, beim liegen, im sitzen, beim sitzen, im stehen, beim stehen, beim "
    "gehen, beim laufen, in ruhe, nachts, in der nacht, in den ersten, die ersten, ersten, beim aufstehen, beim "
    "treppensteigen, bei belastung, bei bewegung, beim hochheben",
    "when lasting": "solange",
    "when if": "wenn, falls, sollte, sollten, sofern",
    "time ago": "gestern, vorgestern, letzte woche, letzten montag, letzten dienstag, letzten mittwoch, letzten "
    "donnerstag, letzten freitag, letzten samstag, letzten sonntag, letztes mal, letzte nacht, letzten monat, "
    "fruher, vorige woche, gestern abend, am vortag, letzter woche, vor einer woche, letztens, neulich, damals, "
    "letzten sommer, letzten winter, letzten herbst, letztes jahr, im letzten jahr, am wochenende, letztes "
    "wochenende",
    "time earlier": "vorher, zuvor, davor, anfangs, zuerst, zunachst, am anfang, zu beginn, vor dem training, "
    "vor der ubung, montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonntag, mo, di, mi, fr, sa, "
    "erst, erster satz, erste runde, start, beginn, vor, erste seite, angefangen mit, angefangen bei, gestartet "
    "mit, gestartet bei",
    "time was": "war, waren, heute morgen, heute fruh, morgens, am morgen, jeden morgen, diesen morgen",
    "time now": "jetzt, heute, nachher, danach, hinterher, am ende, zum schluss, schliesslich, inzwischen, "
    "mittlerweile, nun, zuletzt, heute abend, derzeit, aktuell, nach der ubung, nach dem training, momentan, "
    "ende, nach, gegen ende",
    "time extreme": "maximal, max, schlimmstens, hochstens, spitze, kurz, kurzzeitig, normalerweise, sonst "
    "immer, durchschnitt, im schnitt",
    "since": "seit",
    "alike": "wie",
    "from": "von, vom",
    "to": "auf, zu, zur, runter auf, hoch auf, zuruck auf, hinunter auf, herunter auf",
    "down to": "bis in, bis ins, bis zum, bis zur, bis in die, runter in, runter bis, hinunter in, bis in den, "
    "in die ganze",
    "change": "ging, runter, gesunken, gestiegen, gefallen, stieg, sank, fiel, reduziert, verbessert, hoch, "
    "gegangen, zuruckgegangen, herunter, gewandert, verlagert, gewechselt",
    "compare": "als, statt, gegenuber, im vergleich zu, verglichen mit, versus, vs, anstatt, gegen",
    "between": "zwischen",
    "and": "und, plus, sowie, u",
    "or": "oder, bzw, noch weniger",
    "hedge": "eine, ein, einer, circa, ca, etwa, ungefahr, rund, vielleicht, wohl, so, bei, ist, war, sind, "
    "heute, noch, nur, hochstens, maximal, max, mindestens, fast, knapp, gut, eher, stabil, konstant, bleibt, "
    "blieb, immer noch, stufe, wert, wurde sagen, wurd sagen, sag mal, wieder, uber, unter, immer, starke, "
    "skala, schatze, geschatzt, jetzt, insgesamt, also, auch, um die, nicht mehr als, nicht uber, nie uber, "
    "liegt, lag, ubrig, glaub, glaube, ich, wurde, sagen, auf, auf der skala, schwach, starker, starken, "
    "gefuhlt, eigentlich, schmerzskala, vas, nrs, leider, zum gluck, unverandert, weiterhin, dauerhaft, "
    "durchgehend, meist, meistens, ertraglich, auszuhalten, aushaltbar, ne, nicht schlimmer als, nichts "
    "schlimmer als, bin bei, weniger als",
    "kept": "bleibt, blieb, konstant, stabil, liegt, lag, noch, weiterhin",
    "preposition": "um, bei, fur, in, auf, von, mit, zu, nach, ab, aus, an",
    "exercise": "dehnung, dehnen, gedehnt, ubung, ubungen, halten, gehalten, dehnubung, streckung, rotation, "
    "mobilisation, kreisen, strecken, heben, beugen, op, bandage, training, massage, gymnastik, brucke, offner",
    "moved": "angehoben, gebeugt, gestreckt, uberkreuzt",
    "move": "anheben, drucken, gedruckt, kissen unter, lag auf, liege auf, liegen auf, auf dem, warmflasche "
    "auf, warme auf, massiert",
    "other": "schmerzmittel, schmerztablette, schmerztagebuch, schmerzpille, tablette, ibu, ibuprofen, "
    "schmerzsalbe, schmerzgel, auf dem rucken, auf den rucken, in ruckenlage, ruckenlage, zu fuss, "
    "kniekissen, rucken an, ruckenschule, beintraining, beinschule, schmerzmedikament, medikament, medikamente",
    "neutral": "nicht sicher, nicht schlecht, nicht schlimm, nicht so schlimm, nicht mehr so schlimm, nicht "
    "besser, nicht schlechter, nicht schlimmer, nicht viel, nicht ganz, nicht nur, nicht so, nicht wirklich, "
    "nicht sehr, keine anderung, keine veranderung, keine verbesserung, keine ahnung, keine lust, keine zeit, "
    "kein unterschied, kein vergleich, nichts neues, nichts besonderes, nichts geandert, schlecht geschlafen, "
    "nichts schlimmes, nichts ernstes, nichts dramatisches, gut geschlafen, gut gehalten, lauft gut, gut "
    "gelaufen, weniger schmerz, weniger schmerzen, kaum, kaum noch, fast keine, fast kein, fast weg, fast "
    "nichts, fast schmerzfrei, nahezu schmerzfrei, so gut wie keine, so gut wie, nicht gut, geht so, "
    "schlechter schlaf, schlechtes wetter, gut durch, noch da, immer noch da, nicht weg, noch nicht weg, ganz "
    "gut, recht gut, einigermassen gut, ziemlich gut, tut gut, tat gut, hat gut getan, gut getan, gutes "
    "gefuhl, mal sehen, zu ende, linksrum, rechtsrum, fast null, beinahe null, nahezu null, geht auf, geht um, "
    "wenn uberhaupt, wenn auch, selbst wenn, auch wenn, als ob",
    "filler": "der, die, das, den, dem, des, ein, eine, einen, einem, einer, ich, es, er, sie, ist, war, "
    "sind, waren, hat, hatte, habe, haben, in, im, an, am, bei, beim, auf, zu, mit, und, oder, so, sehr, "
    "ganz, etwas, leicht, leichte, leichtes, leichter, noch, wieder, auch, heute, seite, bereich, gegend, "
    "tief, rund, um, hinten, vorne, vorn, innen, aussen, oben, unten, tut, tat, macht, mir, mich, mein, "
    "meine, meinem, meinen, sich, nur, etwa, mal, immer, jetzt, nach, tag, tage, morgen, abend, nacht, runde, "
    "satz, endlich, ja, juhu, super, toll, ein wenig, wenig, bisschen, da, dort, ziemlich, richtig, stark, "
    "starke, starker, eher, gefuhl, ubung, training, uberhaupt, ersten, erste, seit, wochen, tagen, dritten, "
    "zweiten, komplett, vollig, total, absolut, weiterhin, meist, gesamt, insgesamt, halten, danach, dann, "
    "schon, leider, als, gefuhlt, davon, vom, deutlich, wohl, gerade, alles, einfach, hab, nix, durch, ging, "
    "bis, uber, unter, wie, fuhlt, wirklich, nun, ne, tun, taten",
    "articles": "",
    "others kin": "frau, mann, mutter, vater, sohn, tochter, schwester, bruder, oma, opa, nachbar, nachbarin, "
    "hund, mama, papa, bruders, freund, freundin, kollege, kollegin, partner, partnerin, tante, onkel, "
    "schwager, schwagerin, cousin, cousine, nachbars, vaters, mannes, sohnes, schwiegermutter, schwiegervater",
    "others say": "physio sagt, physio meint, arzt sagt, arzt meint, arztin sagt, arztin meint, "
    "therapeutin sagt, therapeut sagt",
    "scale names": "skala",
    "hope": "ziel, ziele, hoffe, hoffentlich, hoffnung, wunsch, wunsche, mochte, will auf, will runter auf, "
    "angst, befurchte, furchte, morgen ist, morgen wird, morgen nur, morgen hoffentlich, bis morgen, "
    "ubermorgen, nachste woche, nachsten monat, nachstes mal, will unter, will wieder, soll unter, soll auf, "
    "will dass, mochte dass, ware es, gewesen ware, ware gewesen",
    "self": "ich, mir, mich, selbst, selber, gehts, bin bei",
    "beside": "mit, nach",
    "hold": "halte, hielt",
    "wholly": "ganz, so, richtig, wirklich, vollig, komplett, total, hundertprozentig, wieder",
    "only": "nur, lediglich, bloss",
    "before": "vorher, davor, zuvor, vor dem training, vor der ubung",
    "theirs": "ihr, ihre, ihrem, ihrer, ihren, seine, seinem, seiner, seinen, er, sie",
    "never": "nie, niemals",
    "bound": "unter",
    "numbers": "null, eins, zwei, drei, vier, funf, sechs, sieben, acht, neun, zehn",
    "before number": "eine, ein, einer, etwa, ca, circa, ungefahr, vielleicht, bei, auf, von, zu, oder, ist, "
    "war, heute, noch, nur, jetzt, schmerz, schmerzen, so, knie, hufte, rucken, leiste, stufe, gestern, um die, "
    "ne",
    "after number": "in, im, heute, jetzt, auf, oder, und, aber, bei, mit, dann, nach, vor, von, gestern, "
    "links, rechts",
    "units": "s, sek, sekunde, sekunden, m, min, minute, minuten, h, std, stunde, stunden, tag, tage, tagen, "
    "nacht, nachte, woche, wochen, monat, monate, monaten, jahr, jahre, uhr, kg, kilo, g, mg, ml, km, cm, mm, "
    "grad, prozent, wdh, wiederholungen, wiederholung, satz, satze, satzen, serie, serien, durchgang, "
    "durchgange, durchgangen, runde, runden, x, mal, schritte, punkt, "
    "punkte, kissen, tablette, tabletten, pille, pillen, ibu, versuch, versuche, stufen, kaffee, bier, atemzuge",
    "counted": "satz, tag, woche, monat, runde, versuch, nummer, minute, stunde, nr, seite, phase, durchgang, "
    "um, ab",
    "long units": "tag, tage, tagen, nacht, nachte, woche, wochen, monat, monate, monaten, jahr, jahre",
    "scales": "rpe, anstrengung, laune, stimmung, schlaf, energie, mudigkeit, stress, motivation, form, "
    "technik, schwierigkeit, geschlafen, steifigkeit, steifheit, beweglichkeit, konzentration, wetter, kraft",
    "taken": "nehme, genommen, nahm, seit, ibuprofen, paracetamol, aspirin, diclofenac, tablette, wach, "
    "aufgewacht, voltaren, novalgin, ibu, tabletten",
    "before counts": "fur, in, x, seit",
    "of ten": "von",
    "number links": "bis, oder, x",
    "scale links": "war, ist, bei",
    "before scales": "fur, bei",
    "taken links": "um, an",
    "ordinals": "te, ten, ter",
    "months": "jan, januar, feb, februar, marz, apr, april, mai, jun, juni, jul, juli, aug, august, sep, sept, "
    "september, okt, oktober, nov, november, dez, dezember",
    "like plurals": "als, das, es, was, bis, etwas, rechts, links, nichts, anfangs, morgens, abends, nachts, "
    "uns, eins, meistens, oben, unten, bds, beidseits, mittags",
    "like slips": "hafte, bien, beine, waden, feste, hute, flusse, ziegen, pos, stick, leistet",
}
ANKLE_ON_KNEE = r"(?:(?:linker|rechter) )?(?:knochel|fuss) (?:auf|uber) (?:dem |das |linkem |rechtem )?knie"
TIDY = (
    ("vor ", r"\bvor (?:\w+ ){1,3}?(?:tag|woche|monat|jahr)(?:e|n|en)?\b", "gestern"),
    ("weder ", r"\bweder (.{1,30}?) noch ", r"weder \1 oder "),
)
