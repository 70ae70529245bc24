"""The words of pain notes in Italian; those of its logs count as well."""

APOSTROPHE = " "
WORDS = {
    "place hip": "anca, gluteo, glutei, natica, piriforme, psoas, flessore, flessore dell anca, trocantere",
    "place si_joint": "sacroiliaca, articolazione sacroiliaca, sacro",
    "place low_back": "schiena, bassa schiena, lombare, lombari, lombalgia, zona lombare, parte bassa "
    "della schiena",
    "place sciatica": "sciatica, sciatico, nervo sciatico, gamba, gambe, polpaccio, polpacci, piede, "
    "piedi, dita del piede, alluce, femorali",
    "place itb": "banda ileotibiale, bandelletta, bandelletta ileotibiale, esterno coscia, coscia esterna",
    "place knee": "ginocchio, ginocchia, rotula, menisco",
    "place groin": "inguine, adduttore, adduttori, interno coscia",
    "place other": "coscia, cosce, quadricipite, caviglia, collo, spalla, spalle, tibia, tallone, braccio, "
    "stomaco, pancia",
    "quality dull": "sordo, sorda",
    "quality throbbing": "pulsante, pulsa",
    "quality ache": "indolenzimento",
    "quality sharp": "acuto, acuta",
    "quality stabbing": "fitta, fitte, trafittivo",
    "quality burning": "brucia, bruciore, bruciava",
    "quality radiating": "irradia, si irradia, irradiato, scende lungo",
    "quality tingling": "formicolio, formicola, formicolava",
    "quality numb": "intorpidito, intorpidita, intorpidimento, addormentata",
    "quality sore": "indolenzito, indolenzita",
    "quality tight": "teso, tesa, tensione, contratto, contratta, contrattura",
    "quality stiff": "rigido, rigida, rigidità, legato, legata",
    "quality pinching": "pizzica, pizzicava",
    "quality pulling": "tira, tirava",
    "quality cramping": "crampo, crampi",
    "quality weak": "debole, trema, tremava, debolezza",
    "quality clicking": "scrocchia, schiocca, schiocco, scricchiola",
    "pain pain": "dolore, dolori, fa male, faceva male, fanno male, duole, doleva, dolente, fastidio, "
    "doloroso, dolorosa, mi fa male",
    "no": "nessun, nessuna, senza, zero",
    "not": "non, mai",
    "nothing": "niente, nulla, nessuno, nessuna, no",
    "feel": "mi, ho, ha, c, è, più, ancora, alcun, il, la, i, le, lo, avuto, sento, sentito, di, al, alla, nel, "
    "nella, all, l, un, gli",
    "painless": "indolore",
    "clear": "tutto bene, tutto ok, tutto a posto, niente da segnalare, nessun problema, tutto tranquillo, non "
    "sento niente, non sento nulla, sentito niente",
    "fine": "bene, a posto, perfetto, perfetta",
    "good": "ok, buono, buona",
    "gone": "sparito, sparita, passato, passata, scomparso, scomparsa, andato via",
    "turn": "ma, però, anche se, perché",
    "turn then": "poi",
    "except": "tranne, eccetto, a parte, salvo",
    "until": "fino, fino a, finché, fino alla, fino agli",
    "when": "quando, mentre, camminando, seduto, seduta, sdraiato, di notte, salendo, scendendo",
    "when if": "se, purché",
    "time ago": "ieri, settimana scorsa, la settimana scorsa, l altro ieri, ieri sera, l altro giorno, mese "
    "scorso, il mese scorso, scorso mese, ultima volta, l ultima volta, scorsa settimana, una volta, nel "
    "weekend, scorso weekend",
    "time earlier": "prima, all inizio, inizialmente, stamattina, partito da, partita da, iniziato con, "
    "cominciato con",
    "time now": "ora, adesso, oggi, dopo, alla fine, stasera",
    "time was": "era, stato",
    "time extreme": "massimo, max, al massimo",
    "some": "ancora, un po, leggero, leggera, lieve, solo, poco, appena, qualche",
    "less": "meno",
    "alike": "come",
    "compare": "rispetto a, contro, invece di",
    "change": "sceso, salito, calato",
    "from": "da, dal, dalla",
    "to": "a, al",
    "hedge": "circa, forse, direi, quasi, un, una, tipo, livello, oggi, ora, ancora, intorno a, tra, sul, "
    "sui, è, era, resta, voto, sono a, meno di",
    "filler": "il, lo, la, le, i, gli, un, una, di, del, della, dell, nel, nella, nell, a, al, alla, all, con, "
    "per, e, mi, ho, ha, era, molto, po, poco, lato, parte, dopo, durante, sessione, oggi, leggero, leggera, "
    "lieve, ancora, sul, sulla, da, dal, mio, mia, esterno, interno, profondo, in, fino, solo, c, mattina, sera, "
    "dentro, che, come, avevo, aveva, stava, l, finalmente",
    "exercise": "esercizio, esercizi, stretching, allungamento, posizione, massaggio, seduta",
    "other": "antidolorifici, pastiglia, pillola, ibuprofene, tachipirina, moment, a piedi, in piedi",
    "neutral": "non male, niente male, meno dolore, quasi nessun dolore, niente di nuovo, non tanto, non "
    "molto, non so, poco dolore, quasi senza dolore",
    "units": "giorno, giorni, settimana, settimane, mese, mesi, anno, anni, ora, ore, volta, volte, serie, giro, "
    "giri, ripetizioni, kg, cm, gradi, cuscini, passi, pastiglie",
    "long units": "giorno, giorni, settimana, settimane, mese, mesi, anno, anni",
    "counted": "serie, giorno, settimana, mese, numero",
    "scales": "rpe, sforzo, umore, sonno, energia, rigidità, stanchezza, fatica",
    "taken": "preso, presa, ibuprofene, tachipirina, alle",
    "preposition": "a, di, per, in, con, da, su, ogni",
    "others kin": "moglie, marito, madre, padre, figlio, figlia, sorella, fratello, mamma, papa, nonna, nonno, "
    "amico, amica, collega, zia, zio, cugino, cugina, suocera, fidanzata, fidanzato, compagna, compagno",
    "others say": "fisio dice, medico dice",
    "scale names": "scala",
    "hope": "obiettivo, traguardo, spero, speriamo, speranza, vorrei, voglio, desidero, paura, temo, domani, "
    "settimana prossima, prossima settimana, mese prossimo, prossima volta, vuole che, sarebbe stato, sarebbe "
    "stata",
    "self": "io, me, mi, mio, mia, sto, sono a",
    "beside": "con, dopo",
    "hold": "tengo",
    "wholly": "completamente, del tutto, davvero, ancora, proprio, è, sta",
    "only": "solo, soltanto",
    "before": "prima",
    "theirs": "suo, sua, lui, lei",
    "or": "o",
    "never": "mai",
    "bound": "sotto",
    "numbers": "zero, uno, due, tre, quattro, cinque, sei, sette, otto, nove, dieci",
}
TIDY = (
    (" fa", r"\b\w+ (?:giorn[oi]|settiman[ae]|mes[ei]|ann[oi]) fa\b", "ieri"),
    (" e mezz", r"(?<=\d) e mezz[oa]\b", ".5"),
    ("ne ", r"\bne (.{1,30}?) ne ", r"non \1 o "),
)
