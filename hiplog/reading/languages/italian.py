"""The words of Italian."""

WORDS = {
    "left": "sinistra, sinistro, sx",
    "right": "destra, destro, dx",
    "both": "entrambi, entrambe, entrambi i lati, tutti e due, ambedue, per lato, entrambe le gambe, tutte e due,"
    " ogni gamba, ogni lato, per ogni lato, su ogni lato, da ogni lato, per parte, da entrambi i lati",
    "and": "e, ed",
    "on": "su, sul",
    "hip balance": "figura quattro, posizione a 4, piriforme, equilibrio dell anca, equilibrio anca,"
    " equilibrio delle anche, equilibrio anche, equilibrio d anca, equilibrio sull anca, caviglia sul ginocchio",
    "date": "data, giorno, quando, inizio, informazioni cronologiche",
    "time": "ora, orario, tempo",
    "side": "lato, lati, gamba, quale lato",
    "hold": "durata, tenuta, tenuto, mantenimento, quanto tempo, tenere, resistito, resistere",
    "end": "ora di fine, ora fine, fino a",
    "pain": "dolore, dolori, fastidio",
    "medicine": "antidolorifico, farmaco, farmaci, medicina",
    "before": "prima",
    "after": "dopo",
    "before alone": "",
    "after alone": "",
    "note": "nota, note, commento, commenti, osservazione, osservazioni, appunti",
    "exercise": "esercizio, esercizi, attivita",
    "session": "seduta, sessione, allenamento",
    "set": "serie, tentativo",
    "target": "obiettivo, traguardo, previsto, prevista, prescritto, obiettivi, piano",
    "second": "secondo, secondi, sec",
    "minute": "minuto, minuti",
    "no hold": "totale, somma, media, migliore, differenza, peso, ripetizioni, settimana, mese, umore,"
    " sonno, battito, battiti, polso, passi, eta, riposo, pausa, preparazione",
    "year": "anno",
    "week": "settimana, sett",
    "month": "mese",
    "unit": "unita",
    "value": "valore, valori, misura, risultato, fatto, effettuato, eseguito, svolto",
    "total": "totale, somma, media, migliore, complessivo",
    "no pain": "nessuno, nessuna, niente, nessun dolore, senza dolore",
    "counted": "ora, ore, giorno, giorni, volta, volte, settimane, mesi, anni",
    "of ten": "su",
    "from": "da, dal, dalle",
    "same": "uguale, stesso, lo stesso",
    "at": "alle, alle ore, ore",
    "to": "a",
    "about": "circa",
    "over": "piu di, almeno, oltre",
    "yes": "si, vero, fatto",
    "no": "no, falso",
    "instead": "non, e non, invece di",
    "not done": "riposo, malato, malata",
    "skipped": "non fatto, non fatta, non eseguito, saltato, saltata, annullato, annullata",
    "status": "stato, tipo",
    "was done": "fatto",
    "filler": "gamba, anca, lato, piede, ginocchio, solo, la, il, anche, gambe",
    "between": "primo, oggi, poi, adesso, ok, allora",
    "narration": "io, ho tenuto, ho mantenuto, ho resistito, ho fatto, tenuto, mantenuto, resistito, fatto,"
    " stamattina, stamani, stasera, questa mattina, questa sera, oggi pomeriggio, di mattina, di sera, ancora,"
    " anche, per",
    "before a side": "con, a, su, sulla, sul, della, del, di",
    "before a day": "il, giorno, il giorno",
    "around": "con, della, dell, del, di, hai, quanto, quanti, sera, mattina, mattino, volta, prima, seconda,"
    " riuscito, riuscita, e, per, puo, sua, tua",
    "months": "gennaio gen, febbraio feb, marzo mar, aprile apr, maggio mag, giugno giu, luglio lug, agosto"
    " ago, settembre set, ottobre ott, novembre nov, dicembre dic",
    "weekdays": "lunedi lun, martedi mar, mercoledi mer, giovedi gio, venerdi ven, sabato sab, domenica dom",
    "held": "tenuta, tenuto, mantenimento, tenere, resistito, resistere",
    "whole": "seduta, sessione, allenamento, modulo, totale",
    "of others": "massimo, media, migliore, somma, record",
    "begin": "inizio",
    "commencing": "iniziato, iniziata, cominciato, dal, da, data di inizio, inizia",
    "sent": "creato, modificato, inviato, salvato, informazioni cronologiche",
    "other moment": "nascita, operazione, intervento, infortunio, prossimo, prossima, appuntamento, sveglia,"
    " sonno, farmaco",
    "other place": "schiena, ginocchio, piede, spalla, collo, testa, inguine",
    "other pain": "notte, notturno, a riposo, camminando",
    "scale": "scala, livello, intensita, punti, punto",
    "hamstring": "ischiocrurale, ischiocrurali, femorali, bicipite femorale",
    "quad": "quadricipite, quadricipiti",
    "another exercise": "equilibrio su una gamba, appoggio monopodalico, affondo, affondi,"
    " pressione arteriosa, corsa, nuoto, yoga, plank, ponte, squat, polpaccio, forza, rotazione, salto,"
    " passi, spalla, cobra, farfalla, trazioni, stacco, stacchi",
    "asked": "per favore, la prossima volta, prova a, provi a, dovresti, dovrebbe",
    "yesterday": "ieri, ieri sera, ieri mattina",
    "today": "oggi, stamattina, stamani, questa mattina, stasera",
    "since": "dal, fino al, per",
    "another time": "ieri, domani, operazione, incidente, l altro ieri",
    "departed": "",
    "remaining": "",
    "than": "di",
    "comparing": "meglio, peggio, meno",
    "best": "bene, buono, meglio, migliore",
    "worst": "peggiore, insopportabile",
    "during": "in, con",
    "went": "passato",
    "mailed": "inviato",
    "log": "diario, registro, dati, foglio, esercizi, esercizio, nota vocale, memo vocale, memo",
    "half of a day": "mattina, sera",
    "person": "paziente, partecipante, chi, utente, iniziali, autore, numero paziente, codice paziente, codice"
    " partecipante, id paziente",
    "given names": "alberto, alessandro, alessia, andrea, angela, antonio, chiara, davide, elena, federica,"
    " francesca, francesco, gianni, giorgio, giovanna, giovanni, giulia, giuseppe, lorenzo, luca, lucia,"
    " luigi, marco, mario, martina, matteo, paola, paolo, pietro, roberto, salvatore, silvia, simona,"
    " stefano, valentina",
    "ordinary": "bene, male, buono, cattivo, medio, facile, difficile, stanco, stanca, riposato, meglio, peggio,"
    " mattina, mattino, mezzogiorno, pomeriggio, sera, notte, tappetino, pavimento, tappeto, letto,"
    " divano, sedia, muro, cuscino, palla, casa, lavoro, ufficio, palestra, studio, giardino, fuori,"
    " dentro, scalzo, scarpe, calze, riscaldamento, principale, orologio, telefono, solo, sola, alto,"
    " basso, nuovo, vecchio, rosso, blu, verde, nero, bianco, giallo, caldo, freddo",
    "given name": "nome",
    "family name": "cognome",
    "born": "data di nascita, nascita, anno di nascita, nato il",
    "site": "centro, sede, clinica, studio, ospedale, reparto, famiglia, gruppo, coorte, braccio, squadra,"
    " classe, scuola, paese, citta",
    "name": "nome",
    "numerals": "zero, un uno una, due, tre, quattro, cinque, sei, sette, otto, nove, dieci, undici, dodici,"
    " tredici, quattordici, quindici, sedici, diciassette, diciotto, diciannove, venti vent, trenta trent,"
    " quaranta quarant, cinquanta cinquant, sessanta sessant, settanta settant, ottanta ottant, novanta novant,"
    " cento",
    "quarter": "quarto",
    "half": "mezzo, mezza",
    "half a minute": "mezzo minuto",
    "minute and a half": "",
    "left letter": "s",
    "right letter": "d",
    "letters": "àèéìíîòóùú",
    "encodings": "cp1252, mac_roman, cp850",
}
