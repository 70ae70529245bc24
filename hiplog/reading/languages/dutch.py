"""The words of Dutch."""

WORDS = {
    "left": "links, linker, linkerkant, linkerbeen, linkerheup",
    "right": "rechts, rechter, rechterkant, rechterbeen, rechterheup",
    "both": "beide, beide kanten, links en rechts, per kant, elke kant, beide benen, beide heupen, aan elke kant,"
    " aan beide kanten, op elke kant, aan elke zijde",
    "and": "en",
    "on": "op",
    "hip balance": "figuur vier, figuur 4, heupbalans, heup balans, enkel op knie, enkel op de knie",
    "date": "datum, wanneer, tijdstempel, begonnen",
    "time": "tijd, tijdstip, starttijd, begintijd",
    "side": "kant, zijde, welke kant",
    "hold": "duur, vastgehouden, houdtijd, gehouden, hoe lang, hield, vasthouden",
    "end": "einde, eindtijd, gestopt",
    "pain": "pijn, pijnscore, pijnlijk",
    "medicine": "pijnstiller, pijnstillers, medicijn, medicijnen",
    "before": "vooraf, voorheen, pijn voor, ervoor",
    "after": "erna, nadien, achteraf, naderhand, pijn na, daarna",
    "before alone": "voor",
    "after alone": "na",
    "note": "opmerking, opmerkingen, notitie, notities, aantekening, aantekeningen, dagboek",
    "exercise": "oefening, oefeningen, activiteit",
    "session": "sessie",
    "set": "serie, ronde, poging",
    "target": "doel, streeftijd, gepland, geplande, voorgeschreven, doelen, plan",
    "second": "seconde, seconden",
    "minute": "minuut, minuten",
    "no hold": "totaal, gemiddeld, gemiddelde, beste, verschil, gewicht, herhalingen, afstand, stemming,"
    " slaap, hartslag, leeftijd, rust, pauze, voorbereiding",
    "year": "jaar",
    "week": "week, weeknummer, weeknr",
    "month": "maand",
    "unit": "eenheid",
    "value": "waarde, meting, resultaat, gedaan, gehaald, behaald, werkelijk",
    "total": "totaal, gemiddeld, gemiddelde",
    "no pain": "geen, geen pijn, pijnvrij, niets, zonder",
    "counted": "uur, dag, dagen, keer, weken, maanden, jaren",
    "of ten": "van",
    "from": "van, vanaf",
    "same": "hetzelfde, zelfde, idem",
    "at": "om",
    "to": "tot, naar",
    "about": "ongeveer",
    "over": "meer dan, minstens",
    "yes": "ja, waar, gedaan",
    "no": "nee, neen, onwaar",
    "instead": "niet, en niet, in plaats van",
    "not done": "rustdag, rust, ziek",
    "skipped": "niet gedaan, niet uitgevoerd, overgeslagen, gemist, geannuleerd, vervallen, afgezegd",
    "status": "status, soort, type",
    "was done": "gedaan",
    "filler": "been, heup, knie, voet, kant, alleen, was, heupen, benen",
    "between": "eerst, vandaag, toen, nu, ok, dus",
    "narration": "ik, heb, hield, gedaan, gehaald, gelukt, volgehouden, vanochtend, vanmorgen, vanmiddag,"
    " vanavond, s ochtends, s avonds, weer, ook, gedurende, lang, voor",
    "before a side": "op, met, aan, de, het, mijn",
    "before a day": "de, den",
    "around": "met, hoe, lang, hoeveel, je, ochtend, avond, middag, heb, hebt, heeft, had, u, uw, het, vast,"
    " kon, kunt",
    "months": "januari jan, februari feb, maart mrt, april apr, mei, juni jun, juli jul, augustus aug,"
    " september sept sep, oktober okt, november nov, december dec",
    "weekdays": "maandag ma, dinsdag di, woensdag wo, donderdag do, vrijdag vr, zaterdag za, zondag zo",
    "held": "vastgehouden, houdtijd, gehouden, vasthouden, hield",
    "whole": "sessie, training, formulier, totaal",
    "of others": "maximaal, gemiddeld, gemiddelde, beste, som, langste, record",
    "begin": "begin, begonnen, start, starttijd, begintijd",
    "commencing": "vanaf, sinds, gestart, startdatum, beginnend",
    "sent": "tijdstempel, gemaakt, gewijzigd, verzonden, opgeslagen, ingevuld",
    "other moment": "geboorte, geboortedatum, geboren, operatie, blessure, ongeval, volgende, afspraak,"
    " slapen, slaap, wakker, pil, ontbijt",
    "other place": "rug, knie, voet, schouder, nek, hoofd, lies, kuit, elleboog",
    "other pain": "ergste, maximale, gemiddelde, gemiddeld, nacht, nachts, ochtend, ochtends, avond, avonds, in"
    " rust, bij lopen, nachtpijn, ochtendpijn, kniepijn",
    "scale": "schaal, niveau, intensiteit, score, punten, punt",
    "hamstring": "hamstring, hamstrings",
    "quad": "quadriceps, bovenbeen",
    "another exercise": "eenbenig, eenbenige, op een been, bloeddruk, uitvalspas, opdrukken, hardlopen,"
    " zwemmen, yoga, plank, brug, kniebuiging, kniebuigingen, uitval, kuit, kuiten, kracht, rotatie,"
    " sprong, stappen, schouder, duifhouding, cobra, vlinder,"
    " zijplank, zijwaartse plank",
    "asked": "alstublieft, alsjeblieft, de volgende keer, probeer, je zou moeten",
    "yesterday": "gisteren, gisteravond, gisterochtend, gistermiddag",
    "today": "vandaag, vanochtend, vanmorgen, vanmiddag, vanavond",
    "since": "sinds, tot, voor",
    "another time": "gisteren, operatie, ongeval, eergisteren, gisteravond",
    "departed": "",
    "remaining": "",
    "than": "dan",
    "comparing": "beter, slechter, minder, korter",
    "best": "goed, beter, beste",
    "worst": "ergste, ondraaglijk",
    "during": "in, met, voor, na",
    "went": "ging",
    "mailed": "verzonden",
    "log": "logboek, dagboek, gegevens, blad, oefeningen, oefening, heupoefening, heupoefeningen, heupdagboek,"
    " memo, spraakmemo, spraaknotitie",
    "half of a day": "ochtend, avond",
    "person": "patient, deelnemer, proefpersoon, wie, voornaam, gebruiker, initialen, auteur, patientnummer,"
    " patient nr, deelnemernummer, deelnemer nr, proefpersoonnummer, client nummer, clientnummer",
    "given names": "anneke, bram, daan, dirk, els, femke, geert, gerrit, hans, hendrik, henk, ingrid, jaap, jan,"
    " jeroen, johan, joost, joris, kees, lotte, maaike, marieke, marijke, marloes, piet, pieter, ruud, sanne,"
    " sjoerd, thijs, willem, wim",
    "ordinary": "goed, slecht, matig, makkelijk, moeilijk, moe, fris, uitgerust, beter, slechter, ochtend, morgen,"
    " middag, avond, nacht, mat, vloer, kleed, bed, bank, stoel, muur, kussen, bal, thuis, werk,"
    " kantoor, praktijk, tuin, binnen, buiten, blote voeten, schoenen, sokken, warming up, opwarming,"
    " horloge, telefoon, alleen, hoog, laag, normaal, nieuw, oud, rood, blauw, groen, zwart, wit, geel,"
    " warm, koud",
    "given name": "voornaam, roepnaam",
    "family name": "achternaam, familienaam, naam",
    "born": "geboortedatum, geboortejaar, geboren, geboren op",
    "site": "centrum, locatie, praktijk, kliniek, ziekenhuis, afdeling, gezin, familie, huishouden, groep,"
    " cohort, arm, team, klas, school, land, stad",
    "name": "naam",
    "numerals": "nul, een, twee, drie, vier, vijf, zes, zeven, acht, negen, tien, elf, twaalf, dertien,"
    " veertien, vijftien, zestien, zeventien, achttien, negentien, twintig, dertig, veertig, vijftig, zestig,"
    " zeventig, tachtig, negentig, honderd",
    "quarter": "kwart",
    "half": "half, halve",
    "half a minute": "een halve minuut, halve minuut",
    "minute and a half": "anderhalve minuut",
    "left letter": "",
    "right letter": "",
    "letters": "éèëïóöüáç",
    "encodings": "cp1252, mac_roman, cp850",
}
