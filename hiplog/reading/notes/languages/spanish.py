"""The words of pain notes in Spanish."""

WHOLE = True
APOSTROPHE = " "
ENDINGS = ("s", "es")

WORDS = {
    "place hip": "cadera, gluteo, nalga, flexor, flexor de cadera, flexor de la cadera, piramidal, piriforme, "
    "psoas, trocanter, culo",
    "place si_joint": "sacroiliaca, sacroiliaco, articulacion sacroiliaca, sacro, sacro iliaca",
    "place low_back": "espalda, espalda baja, parte baja de la espalda, parte baja de espalda, lumbar, "
    "lumbares, lumbago, zona lumbar, lumbalgia, disco, rinones, baja espalda, columna",
    "place sciatica": "ciatica, ciatico, nervio ciatico, nervio, pierna, pantorrilla, gemelo, pie, dedo del "
    "pie, dedos del pie, isquio, isquiotibial, isquiotibiales, parte posterior del muslo, parte de atras del "
    "muslo, dedo gordo, muslo posterior, planta del pie",
    "place itb": "banda iliotibial, cintilla, cintilla iliotibial, tfl, parte externa del muslo, lateral del "
    "muslo, muslo externo, lado del muslo, cara externa del muslo, itb",
    "place knee": "rodilla, rotula, menisco",
    "place groin": "ingle, aductor, aductores, parte interna del muslo, muslo interno, cara interna del muslo",
    "place other": "muslo, cuadriceps, espinilla, tobillo, talon, cuello, nuca, hombro, espalda alta, parte "
    "alta de la espalda, barriga, estomago, abdomen, costilla, coxis, pelvis, muneca, codo, brazo, mano, "
    "cervicales, omoplato",
    "quality dull": "sordo, sorda",
    "quality throbbing": "pulsatil, punzadas ritmicas, palpitante, late, palpita",
    "quality ache": "agujetas sordas",
    "quality sharp": "agudo, aguda",
    "quality stabbing": "punzada, punzante, punzo, pinchazo, pincha, pinchaba, puntada, punalada",
    "quality burning": "quemazon, quema, ardor, arde, ardia, quemante, ardiente, ardio",
    "quality radiating": "irradia, irradiado, irradiando, irradiaba, baja por, bajaba por, se irradia, "
    "corriente, bajando por, calambrazo",
    "quality tingling": "hormigueo, hormiguea, cosquilleo, hormigueos",
    "quality numb": "dormido, dormida, entumecido, entumecida, adormecido, adormecida, entumecimiento, acorchado",
    "quality sore": "dolorido, dolorida, sensible, agujetas, adolorido, adolorida",
    "quality tight": "tenso, tensa, tension, cargado, cargada, contractura, apretado, apretada, tirante, "
    "tirantez, contracturado",
    "quality stiff": "rigido, rigida, rigidez, tieso, tiesa, agarrotado, agarrotada",
    "quality pinching": "pellizco, pellizca, pinzamiento, pellizcaba, pellizcos, pinza, pinzan, pinzo",
    "quality pulling": "tira, tiron, tiraba, tirando, estira, tironcito",
    "quality cramping": "calambre, espasmo, rampa",
    "quality weak": "debil, debilidad, tiembla, temblor, temblaba, temblando, flojo, floja",
    "quality clicking": "cruje, crujido, chasquido, chasquea, crujia, clic, crujio, crujen",
    "pain pain": "dolor, doloroso, dolorosa, duele, dolia, dolio, duelen, dolian, molestia, molesta, molestaba, "
    "molestias, ay, dolores, molesto, dolorcito, molestando, doliendo, resentido, resentida, molestan",
    "pain bad": "peor, fatal, se queja, quejaba, protesta, protesto, grunon, quejandose, da guerra, dando "
    "guerra, dio guerra, se quejo, fastidia, fastidiando, lata, dando la lata",
    "pain trouble": "problema, queja",
    "side left": "izquierda, izquierdo, izq, izqda, izqdo, lado izquierdo, i, izda, izdo",
    "side right": "derecha, derecho, der, dcha, dcho, lado derecho, d, drcha",
    "side both": "ambos, ambas, los dos, las dos, ambos lados, los dos lados, bilateral, cada lado, de los "
    "dos lados, izquierda y derecha, derecha e izquierda, dos lados",
    "no": "sin, ningun, ninguna, ninguno, cero, nada de, ni rastro de, libre de, ni una, ni un",
    "not": "no, nunca, tampoco, ya no, jamas, ni",
    "nothing": "nada, ninguno, ninguna, para nada, nada de nada, no, cero, ya no",
    "doubt": "no sabria decir, no se si, esperaba, no digo, no se como",
    "feel": "me, hay, he, tengo, tuve, sentido, siento, senti, noto, note, notado, habia, ha, la, el, las, los, "
    "en, de, del, ya, mas, ni, ningun, ninguna, nada, gran, hoy, mucho que, un, una, tenido, te, dado, da, dio, "
    "causa, absolutamente, fue, es, era, esta, estaba, rastro, a, al, mi, siquiera, casi nunca, tipo, solo",
    "painless": "indoloro, indolora",
    "clear": "todo bien, todo ok, todo perfecto, todo en orden, nada que contar, nada que decir, nada que "
    "reportar, nada que senalar, nada que destacar, nada que anotar, sin novedad, sin novedades, sin problema, "
    "sin problemas, sin quejas, ningun problema, todo tranquilo, todo genial, todo correcto, sin incidencias, "
    "no me quejo, no me puedo quejar, no puedo quejarme, todo estupendo, sin queja, todo va bien, todo "
    "fenomenal, de maravilla, todo guay, no senti nada, no siento nada",
    "fine": "bien, tranquila, tranquilo, perfecto, perfecta, muy bien, calmado, calmada, estupendo, estupenda, "
    "callada, callado, en paz, genial, fenomenal",
    "good": "ok, normal, buena, bueno",
    "well": "suelto, suelta, relajado, relajada, fuerte, estable, mejor, facil, flexible, ligera, ligero, movil",
    "gone": "desaparecido, desaparecida, desaparecio, se fue, se ha ido, se me fue, se paso, se me paso, se me "
    "ha pasado, se ha pasado, ha desaparecido, curado, se quito, se ha quitado, se me quito, se fueron, "
    "desaparecieron, han desaparecido",
    "soon": "en, tras, enseguida, rapido, al, a los, despues de, cuando",
    "stopped": "paro",
    "transient": "alivio, calmo, cedio, se calmo, remitio, afloja, aflojo",
    "some": "solo, solamente, todavia, aun, un poco, leve, ligera, ligero, algo, algo de, sigue, un poquito, "
    "poquito, ligeramente, leves, apenas, algun, alguna",
    "turn": "pero, sin embargo, aunque, porque, por culpa, despues ya, en cambio, sino, mientras que, eso si",
    "turn then": "luego, entonces",
    "contrast": "no es, no",
    "new subject": "es, sino",
    "degree": "tanto, mucho, tan, demasiado, mas que, como, muy, bastante",
    "otherwise": "por lo demas, lo demas, el resto, aparte de eso, resto",
    "less": "menos",
    "except": "salvo, excepto, menos en, aparte de, quitando, menos la, menos el",
    "until": "hasta, hasta que, hasta los, hasta las, hasta el, hasta la",
    "when": "cuando, mientras, al, tumbado, tumbada, sentado, sentada, de pie, andando, caminando, en reposo, "
    "por la noche, los primeros, primeros, acostado, acostada, en cuanto, al caminar, al levantarme, al "
    "sentarme, al principio de, al subir, al bajar, estando",
    "when lasting": "siempre que, mientras no",
    "when if": "si",
    "time ago": "ayer, anteayer, semana pasada, la semana pasada, anoche, ultima vez, la ultima vez, lunes "
    "pasado, martes pasado, miercoles pasado, jueves pasado, viernes pasado, sabado pasado, domingo pasado, mes "
    "pasado, el otro dia, el mes pasado, antes de ayer, hace una semana, el ano pasado, ano pasado, hace tiempo, "
    "fin de semana pasado, el fin de semana",
    "time earlier": "antes, al principio, primero, al empezar, inicio, al inicio, empece, empezo, lunes, "
    "martes, miercoles, jueves, viernes, sabado, domingo, previamente, primera serie, al despertar, "
    "empezando, de entrada, empece con, al comienzo, antes de, antes de la, antes del, antes de empezar, empece "
    "en, comence con, comence en, empezado con",
    "time was": "era, estaba, esta manana, estuvo, fue",
    "time now": "ahora, hoy, despues, al final, al terminar, finalmente, esta tarde, esta noche, ya, termine, "
    "acabe, acabo, final, actualmente, segunda serie, al acabar, termino, despues de, despues de la, despues del",
    "time extreme": "maximo, max, pico, como mucho, lo peor, promedio, normalmente, en el peor momento, de "
    "media, minimo",
    "since": "desde, desde el, desde la",
    "alike": "como, que",
    "from": "de, del, desde",
    "to": "a, hasta, al, paso a, bajo a, subio a, ha bajado a",
    "down to": "hasta, hasta la, hasta el, hasta los, baja hasta, bajando a",
    "change": "bajo, subio, paso, bajado, subido, mejoro, pasado, bajando, subiendo, bajo de, ha pasado, ha "
    "bajado, ha subido, cayo, movido, desplazado",
    "compare": "que, contra, frente a, en vez de, en lugar de, versus, vs, comparado con, en comparacion con",
    "between": "entre",
    "and": "y, e, mas",
    "or": "o, ni",
    "hedge": "un, una, unos, como, aproximadamente, mas o menos, quizas, quiza, diria, sobre, unas, todavia, "
    "aun, sigue, solo, es, era, esta, estaba, en, casi, alrededor de, como mucho, maximo, max, nivel, hoy, "
    "ahora, digamos, de, puede ser, igual, seria, escala, eva, otra vez, poco, pongo, le doy, apenas, tal "
    "vez, cerca de, me, yo, a, constante, estable, se queda en, queda en, quedo en, se mantiene en, no mas "
    "de, nunca mas de, no paso de, nunca paso de, no llega a, intensidad, fuerte, tirando a, bastante, puntos "
    "de dolor, cerca, al, por, por desgracia, por suerte, buen, este, solido, eso, ya, y, soportable, "
    "llevadero, tolerable, no peor que, nada peor que, estoy en, menos de",
    "kept": "sigue, queda, quedo, mantiene, estable, constante",
    "preposition": "a, de, por, en, con, para, desde, x, sobre, tras, cada",
    "exercise": "estiramiento, estiramientos, ejercicio, ejercicios, postura, rotacion, movilidad, extension, "
    "puente, masaje, sesion, fisio, apertura, operacion, protesis, estirar, estirando",
    "moved": "cruzada, cruzado, levantada, doblada",
    "move": "levantando, empujando, cojin bajo, almohada bajo, tumbado sobre, acostado sobre, apoyado en, "
    "masaje en, calor en, hielo en, flexionando, apoyando, almohada debajo de",
    "other": "analgesico, analgesicos, pastilla, pastillas, calmante, calmantes, ibuprofeno, paracetamol, "
    "boca arriba, de espaldas, sobre la espalda, sobre espalda, a pie, de pie, diario de dolor, medicacion, "
    "pastillas para el dolor, pastilla para el dolor, crema para el dolor, al pie de, mano derecha, mano "
    "izquierda, rodillera, todo derecho, dia de pierna, ponerme de pie, boca abajo, por otro lado, de lado, "
    "al lado",
    "neutral": "no mucho, no tanto, no tan, no muy, no peor, no mejor, no mas, no del todo, no estoy seguro, no "
    "estoy segura, no solo, nada nuevo, nada especial, nada grave, nada serio, sin cambios, sin cambio, ningun "
    "cambio, sin mejora, sin ganas, sin tiempo, sin calentar, sin fuerzas, casi nada, casi sin dolor, casi sin, "
    "casi no, casi ningun, apenas duele, apenas dolor, menos dolor, duele menos, ni idea, no se, no es para "
    "tanto, mal dia, no se ha ido, no se va, sin parar, sin dormir, no pude, no puedo, no pudo, no he podido, "
    "no he, bien estirado, buena sesion, dormi bien, dormi mal, he dormido bien, he dormido mal, no dormi, no "
    "descanse, bastante bien, mas o menos bien, no esta mal, nada mal, no ha cambiado, buen dia, no cambia, "
    "aguante bien, costo, casi bien, peor que, mejor que, molesta poco, que tal, casi cero, como si, si acaso, "
    "aun si",
    "filler": "el, la, los, las, un, una, unos, unas, de, del, a, al, en, con, por, para, y, e, o, me, mi, mis, "
    "se, es, esta, estaba, era, hay, he, ha, tengo, tenia, muy, poco, poquito, leve, ligera, ligero, algo, mas, "
    "tambien, lado, zona, parte, profundo, profunda, dentro, fuera, delante, detras, hoy, manana, tarde, noche, "
    "dia, sesion, serie, vez, por fin, fin, si, bien, bueno, super, absolutamente, completamente, totalmente, "
    "siento, senti, noto, note, durante, despues, final, bajo, alto, pequeno, pequena, fuerte, moderado, como, "
    "siempre, otra, mismo, misma, solo, desde, dias, semanas, semana, aqui, ya, todavia, aun, sigue, todo, "
    "toda, ni, que, primera, primer, da, dio, sensacion, sin, cuando, hace, tira, ejercicio, postura, lo, su, "
    "genial, viva, dando, alrededor, atras, adelante, interno, externo, baja, alta, este, esto, tercer, "
    "segundo, rato, un poco, tras, ese, queda, tuve, asi",
    "articles": "",
    "others kin": "marido, mujer, esposa, esposo, madre, padre, hijo, hija, hermano, hermana, vecino, vecina, "
    "perro, mama, papa, abuela, abuelo, novio, novia, amigo, amiga, primo, prima, suegra, suegro, companero, "
    "companera",
    "others say": "fisio dice, fisio dijo, medico dice, medico dijo",
    "scale names": "escala",
    "hope": "meta, objetivo, espero, esperamos, esperanza, ojala, quisiera, quiero, me gustaria, deseo, miedo, "
    "temo, temor, pasado manana, semana que viene, mes que viene, proxima semana, proximo mes, proxima vez, "
    "quiere que, quieren que, habria sido, hubiera sido",
    "self": "yo, mi, mio, mia, estoy, estoy en",
    "beside": "con, despues de, tras",
    "hold": "aguanto, mantengo",
    "wholly": "completamente, del todo, del, todo, totalmente, realmente, aun, muy, esta, es",
    "only": "solo, solamente, unicamente",
    "before": "antes, previamente, antes de empezar",
    "theirs": "su, sus, ella",
    "never": "nunca, jamas",
    "bound": "bajo, debajo de",
    "numbers": "cero, uno, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez",
    "before number": "un, como, a, de, es, era, esta, en, solo, quizas, diria, o, dolor, nivel, cadera, "
    "rodilla, espalda, ingle, ayer, hoy, ahora, unos, sobre, todavia, sigue",
    "after number": "en, hoy, ahora, a, o, y, pero, con, por, despues, antes, luego, ayer, cuando, al",
    "units": "s, seg, segundo, segundos, m, min, minuto, minutos, h, hora, horas, dia, dias, noche, noches, "
    "semana, semanas, mes, meses, ano, anos, kg, kilo, kilos, g, mg, ml, km, cm, mm, grados, grado, rep, reps, "
    "repeticiones, serie, series, x, vez, veces, paso, pasos, punto, puntos, cojin, cojines, pastilla, "
    "pastillas, intento, intentos, cafes, respiraciones, rondas",
    "counted": "serie, dia, semana, mes, intento, numero, minuto, hora, ronda, fase, nivel de, dias, semanas, "
    "series, intentos",
    "long units": "dia, dias, noche, noches, semana, semanas, mes, meses, ano, anos",
    "scales": "rpe, esfuerzo, animo, sueno, energia, cansancio, fatiga, estres, motivacion, forma, tecnica, "
    "dificultad, rigidez, dormi, humor, flexibilidad, concentracion",
    "taken": "tome, tomado, desde, ibuprofeno, paracetamol, aspirina, pastilla, despierto, desperte, "
    "enantyum, nolotil, pastillas, a las",
    "before counts": "por, durante, x, para",
    "of ten": "de, sobre",
    "number links": "a, o, x",
    "scale links": "es, en, era, de",
    "before scales": "de, para, en",
    "taken links": "a, a las, las",
    "ordinals": "er, ro, do",
    "months": "ene, enero, feb, febrero, mar, marzo, abr, abril, mayo, jun, junio, jul, julio, ago, agosto, "
    "sep, sept, septiembre, oct, octubre, nov, noviembre, dic, diciembre",
    "like plurals": "tras, mas, menos, despues, antes, las, los, ambas, ambos, entonces, quizas, mientras, es, "
    "dos, tres, seis, veces, unos, ademas, max",
    "like slips": "pia, pei, pierda, cadena, late, lado, tria, tirar, dolar, color, ole, cola, calor",
}
ANKLE_ON_KNEE = r"tobillo (?:(?:izquierdo|derecho) )?(?:sobre|en) (?:la )?rodilla(?: (?:izquierda|derecha))?"
TIDY = (
    ("hace ", r"\bhace (?<!desde hace )(?:\w+ ){1,2}?(?:dia|semana|mes|ano)(?:e?s)?\b(?! que)", "ayer"),
    (" y medi", r"(?<=\d) y medi[oa]\b", ".5"),
)
