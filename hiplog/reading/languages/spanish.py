"""The words of Spanish."""

WORDS = {
    "left": "izquierda, izquierdo, izq, izqda, izda, izdo",
    "right": "derecha, derecho, der, dcha, dcho",
    "both": "ambos, ambas, los dos, las dos, dos, ambos lados, izquierda y derecha, por lado, cada lado,"
    " ambas piernas, las dos piernas, cada pierna, en cada lado, de cada lado, a cada lado, con cada lado,"
    " en ambos lados, cada uno",
    "and": "y, e",
    "on": "sobre",
    "hip balance": "figura cuatro, figura 4, estiramiento en cuatro, estiramiento en 4, equilibrio de cadera,"
    " equilibrio de caderas, equilibrio cadera, equilibrio caderas, equilibrio de la cadera,"
    " tobillo sobre rodilla, tobillo sobre la rodilla",
    "date": "fecha, dia, cuando, marca temporal, inicio, comienzo",
    "time": "hora, tiempo, reloj",
    "side": "lado, lados, pierna, que lado, que pierna",
    "hold": "duracion, aguante, aguantado, sostenido, mantenido, mantener, cuanto tiempo, mantenimiento",
    "end": "fin, final, hasta, termino, hora de fin, hora final",
    "pain": "dolor, dolores, molestia",
    "medicine": "analgesico, analgesicos, calmante, calmantes, medicamento, medicacion",
    "before": "antes, previo",
    "after": "despues, posterior, tras",
    "before alone": "",
    "after alone": "",
    "note": "nota, notas, comentario, comentarios, observacion, observaciones, algo mas, obs, apuntes,"
    " anotacion, anotaciones, texto libre, algo que anadir, sensaciones",
    "exercise": "ejercicio, ejercicios, actividad, estiramiento",
    "session": "sesion, entrenamiento",
    "set": "serie, series, intento, ronda",
    "target": "objetivo, meta, previsto, prevista, planeado, prescrito, objetivos, metas, plan",
    "second": "seg, segs, segundo, segundos",
    "minute": "minuto, minutos",
    "no hold": "suma, total, promedio, media, mejor, diferencia, peso, repeticiones, semana, mes, animo,"
    " sueno, clima, fin, final, pulso, descanso, ano, alcanzado, preparacion, pausa",
    "year": "ano",
    "week": "semana, sem, numero de semana",
    "month": "mes",
    "unit": "unidad, unidades",
    "value": "valor, valores, medida, resultado, realizado, hecho, cumplido",
    "total": "suma, total, totales, promedio, media, mejor, subtotal, total general, resumen",
    "no pain": "ninguno, ninguna, nada, sin dolor, ningun, ningun dolor, sin",
    "counted": "hora, horas, dia, dias, vez, veces, semanas, meses, anos",
    "of ten": "de",
    "from": "desde, de",
    "same": "igual, lo mismo",
    "at": "a las, a la",
    "to": "a",
    "about": "unos, aproximadamente, aprox, casi, alrededor de",
    "over": "mas de, al menos",
    "yes": "si, verdadero, hecho",
    "no": "no, falso",
    "instead": "no, y no, en vez de, en lugar de",
    "not done": "descanso, enfermo, enferma",
    "skipped": "no hice, no hecho, no hecha, no realizado, omitido, omitida, saltado, saltada, cancelado,"
    " cancelada",
    "status": "estado, tipo",
    "was done": "hecho",
    "filler": "lado, pierna, cadera, solo, la, el, pie, rodilla, fue, fueron, caderas, piernas",
    "between": "primero, hoy, luego, ahora, ok, bueno",
    "narration": "yo, aguante, mantuve, sostuve, hice, logre, consegui, pude, he aguantado, he mantenido,"
    " he sostenido, he hecho, he logrado, esta manana, esta tarde, esta noche, por la manana, por la tarde,"
    " por la noche, tambien, otra vez, durante",
    "before a side": "con, en, a, del, de, sobre, mi",
    "before a day": "el, dia, el dia",
    "around": "aguantado, aguantaste, aguanto, con, cuanta, cuantas, cuanto, cuantos, d, de, el, i, manana,"
    " noche, primera, que, segunda, tarde, pudo, pudiste, puede, ha, has, su, logro, lograste, tuvo",
    "months": "enero ene, febrero feb, marzo mar, abril abr, mayo may, junio jun, julio jul, agosto ago,"
    " septiembre setiembre sept sep set, octubre oct, noviembre nov, diciembre dic",
    "weekdays": "lunes lun, martes mar, miercoles mie, jueves jue, viernes vie, sabado sab, domingo dom",
    "held": "aguante, aguantado, aguantar, sostenido, mantenido, mantener",
    "whole": "sesion, entrenamiento, formulario, total",
    "of others": "maximo, promedio, media, mejor, suma, record",
    "begin": "inicio, comienzo",
    "commencing": "empieza, comienza, empezado, empezada, iniciado, iniciada, comenzado, desde, fecha de inicio",
    "sent": "marca temporal, creado, modificado, enviado, guardado, registrado",
    "other moment": "nacimiento, operacion, cirugia, lesion, accidente, proxima, proximo, cita, acostarse,"
    " despertar, sueno, pastilla, desayuno",
    "other place": "espalda, rodilla, pie, hombro, cuello, cabeza, ingle, codo",
    "other pain": "noche, nocturno, en reposo, al caminar",
    "scale": "escala, nivel, intensidad, puntuacion, puntos, punto",
    "hamstring": "isquiotibial, isquiotibiales, isquios, femoral, femorales",
    "quad": "cuadriceps",
    "another exercise": "plancha, zancada, zancadas, equilibrio a una pierna, apoyo monopodal,"
    " tension arterial, presion arterial, natacion, yoga, puente, sentadilla, sentadillas, flexiones,"
    " gemelo, gemelos, pantorrilla, fuerza, rotacion, rango, salto, saltos, pasos, hombro, cobra,"
    " gato vaca, mariposa, dominadas, peso muerto, plancha lateral",
    "asked": "por favor, la proxima vez, intente, intenta, deberia, deberias",
    "yesterday": "ayer, anoche, ayer por la manana, ayer por la tarde, ayer por la noche",
    "today": "hoy, esta manana, esta tarde, esta noche",
    "since": "desde, hasta, para",
    "another time": "ayer, cirugia, operacion, accidente, anoche, anteayer",
    "departed": "",
    "remaining": "",
    "than": "de",
    "comparing": "que, mejor, peor, menos",
    "best": "bien, bueno, mejor",
    "worst": "peor, insoportable",
    "during": "en, con",
    "went": "bajo",
    "mailed": "enviado",
    "log": "diario, registro, datos, hoja, semana, semanas, ejercicios, ejercicio, nota de voz, memo de voz, memo",
    "half of a day": "tarde, noche",
    "person": "paciente, id paciente, participante, sujeto, quien, usuario, iniciales, autor,"
    " numero de paciente, n"
    " paciente, codigo paciente, codigo de paciente, codigo participante, codigo de participante",
    "given names": "alberto, alejandro, ana, antonio, beatriz, carlos, carmen, cristina, diego, elena, fernando,"
    " francisco, ignacio, isabel, javier, jesus, jorge, jose, juan, laura, lola, lucia, luis, manuel, marta,"
    " miguel, mercedes, monica, pablo, pedro, pilar, rafael, raquel, ramon, rosa, sergio, silvia, sofia,"
    " teresa, tomas",
    "ordinary": "bien, mal, bueno, malo, regular, facil, dificil, cansado, cansada, descansado, mejor, peor,"
    " manana, mediodia, tarde, noche, esterilla, suelo, alfombra, cama, sofa, silla, pared, cojin,"
    " pelota, casa, trabajo, oficina, gimnasio, clinica, jardin, fuera, dentro, descalzo, zapatos,"
    " calcetines, calentamiento, principal, reloj, movil, solo, sola, alto, bajo, nuevo, viejo, rojo,"
    " azul, verde, negro, blanco, amarillo, calor, frio",
    "given name": "nombre, nombres, nombre de pila",
    "family name": "apellido, apellidos, primer apellido, segundo apellido",
    "born": "fecha de nacimiento, nacimiento, ano de nacimiento, nacido",
    "site": "centro, sede, clinica, consulta, hospital, familia, hogar, grupo, cohorte, brazo, equipo,"
    " clase, escuela, pais, ciudad",
    "name": "nombre, nombres, miembro, cuenta, perfil",
    "numerals": "cero, un una uno, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, once, doce, trece,"
    " catorce, quince, dieciseis, diecisiete, dieciocho, diecinueve, veinte veinti, treinta, cuarenta,"
    " cincuenta, sesenta, setenta, ochenta, noventa, cien ciento",
    "quarter": "cuarto",
    "half": "medio, media",
    "half a minute": "medio minuto",
    "minute and a half": "",
    "left letter": "i",
    "right letter": "d",
    "letters": "áéíóúüñ",
    "encodings": "cp1252, mac_roman, cp850",
}
