"""The words of pain notes in Portuguese; those of its logs count as well."""

APOSTROPHE = " "
WORDS = {
    "place hip": "quadril, anca, glúteo, nádega, piriforme, psoas, flexor do quadril, bumbum",
    "place si_joint": "sacroilíaca, sacro",
    "place low_back": "costas, lombar, lombalgia, coluna, parte baixa das costas, região lombar, fundo das costas",
    "place sciatica": "ciática, ciático, nervo ciático, perna, pernas, panturrilha, gémeo, pé, dedos do "
    "pé, isquiotibiais, posterior da coxa",
    "place itb": "banda iliotibial, lateral da coxa, parte externa da coxa",
    "place knee": "joelho, joelhos, patela, menisco",
    "place groin": "virilha, adutor, adutores, parte interna da coxa",
    "place other": "coxa, coxas, quadríceps, tornozelo, pescoço, ombro, ombros, canela, calcanhar, braço, barriga",
    "quality dull": "surda",
    "quality throbbing": "latejante, lateja, latejando",
    "quality sharp": "aguda, agudo",
    "quality stabbing": "pontada, pontadas, fisgada, fisgadas",
    "quality burning": "queima, queimação, ardência, arde, queimando, ardor",
    "quality radiating": "irradia, irradiando, desce pela",
    "quality tingling": "formigamento, formiga, formigueiro, formigando",
    "quality numb": "dormente, dormência",
    "quality sore": "dolorido, dolorida, sensível",
    "quality tight": "tenso, tensa, tensão, contraído, contratura",
    "quality stiff": "rígido, rígida, rigidez, duro, dura, travado, travada",
    "quality pinching": "beliscão, pinça, pinçando",
    "quality pulling": "puxa, puxando, puxão, repuxa",
    "quality cramping": "cãibra, cãibras, espasmo",
    "quality weak": "fraco, fraca, fraqueza, treme, tremendo",
    "quality clicking": "estala, estalo, estalando, clique",
    "pain pain": "dor, dores, dói, doeu, doía, doendo, doem, dolorosa, incómodo, incômodo, incomoda, incomodando",
    "no": "sem, nenhum, nenhuma, zero",
    "not": "não, nunca, já não",
    "nothing": "nada, nenhum, nenhuma, não",
    "feel": "me, tenho, tive, senti, sinto, mais, o, a, os, as, de, do, da, no, na, qualquer, hoje, tem, "
    "teve, houve, há, em",
    "painless": "indolor",
    "clear": "tudo bem, tudo ok, tudo certo, nada a relatar, nada a registar, sem problemas, sem queixas, não "
    "senti nada, não sinto nada",
    "fine": "bem, ótimo, ótima, tranquilo, tranquila, perfeito",
    "good": "ok, bom, boa",
    "gone": "passou, sumiu, desapareceu, foi embora",
    "turn": "mas, porém, embora, porque",
    "turn then": "depois disso, então",
    "except": "exceto, exceto no, tirando, fora, a não ser, menos no",
    "until": "até, até que",
    "when": "quando, enquanto, ao andar, andando, sentado, sentada, deitado, à noite, ao subir",
    "when if": "se, contanto que",
    "time ago": "ontem, semana passada, anteontem, ontem à noite, outro dia, mês passado, na semana passada, "
    "última vez, ano passado, no fim de semana",
    "time earlier": "antes, no início, no começo, primeiro, de manhã, comecei com, comecei em, começou com, "
    "começou em",
    "time now": "agora, hoje, depois, no fim, no final",
    "time was": "era, estava",
    "time extreme": "máximo, no máximo, máx",
    "some": "ainda, um pouco, leve, só, apenas, pouco, ligeira, algum, alguma",
    "less": "menos",
    "alike": "como, que",
    "compare": "contra, em vez de, comparado com",
    "change": "desceu, subiu, baixou, caiu, passou de",
    "from": "de, desde",
    "to": "a, para, até",
    "hedge": "cerca de, talvez, quase, um, uma, uns, tipo, nível, hoje, agora, ainda, diria, em, é, foi, era, "
    "nota, estou em, estou no, menos de",
    "filler": "o, a, os, as, um, uma, de, do, da, dos, das, no, na, nos, nas, em, com, por, para, e, meu, minha, "
    "me, foi, era, muito, pouco, leve, lado, parte, depois, durante, sessão, hoje, ainda, tipo, fundo, dentro, "
    "fora, ao, que, como, só, manhã, noite, tenho, tive, senti, tinha, estava",
    "exercise": "exercício, exercícios, alongamento, alongamentos, posição, massagem, sessão, fisioterapia, fisio",
    "other": "analgésicos, comprimido, comprimidos, ibuprofeno, paracetamol, em pé, a pé",
    "neutral": "nada mal, menos dor, quase sem dor, quase nada, não muito, não sei, não muita, pouca dor, "
    "sem tempo, sem vontade",
    "units": "dia, dias, semana, semanas, mês, meses, ano, anos, hora, horas, vez, vezes, série, séries, rodada, "
    "rodadas, repetições, kg, cm, graus, passos, comprimidos, almofadas",
    "long units": "dia, dias, semana, semanas, mês, meses, ano, anos",
    "counted": "série, dia, semana, mês, número",
    "scales": "rpe, esforço, humor, sono, energia, rigidez, cansaço",
    "taken": "tomei, ibuprofeno, paracetamol, às",
    "preposition": "a, de, por, em, com, para, cada",
    "others kin": "marido, esposa, esposo, mulher, mae, pai, filho, filha, irmao, irma, avó, amigo, amiga, tia, "
    "tio, namorado, namorada, sogra, colega, vizinho, vizinha, mamãe, papai",
    "others say": "fisio diz, medico diz",
    "scale names": "escala",
    "hope": "meta, objetivo, objectivo, alvo, espero, esperamos, esperança, tomara, oxalá, gostaria, quero, "
    "desejo, medo, receio, temo, amanhã, semana que vem, mês que vem, próxima semana, próximo mês, próxima vez, "
    "quer que, teria sido",
    "self": "eu, mim, meu, minha, comigo, estou, estou em, estou no",
    "beside": "com, após, depois de",
    "hold": "seguro",
    "wholly": "completamente, totalmente, realmente, ainda, bem, está",
    "only": "só, somente, apenas",
    "before": "antes",
    "theirs": "seu, sua, dele, dela, ele, ela",
    "or": "ou",
    "never": "nunca",
    "bound": "abaixo de",
    "numbers": "zero, um, dois, três, quatro, cinco, seis, sete, oito, nove, dez",
}
TIDY = (
    (" atras", r"\b(?:ha )?\w+ (?:dia|semana|mes|ano)(?:e?s)? atras\b", "ontem"),
    (" e mei", r"(?<=\d) e mei[oa]\b", ".5"),
    ("nem ", r"\bnem (.{1,30}?) nem ", r"nao \1 ou "),
)
