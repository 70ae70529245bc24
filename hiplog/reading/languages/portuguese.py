"""The words of Portuguese."""

WORDS = {
    "left": "esquerda, esquerdo, esq",
    "right": "direita, direito, dir",
    "both": "ambos, ambas, os dois, dois lados, ambos os lados, por lado, cada lado, ambas as pernas,"
    " as duas pernas, cada perna, de cada lado, em cada lado, dos dois lados, em ambos os lados",
    "and": "e",
    "on": "sobre",
    "hip balance": "figura quatro, alongamento em quatro, alongamento em 4, equilibrio do quadril,"
    " equilibrio de quadril, equilibrio quadril, equilibrio da anca, equilibrio quadris,"
    " equilibrio dos quadris, equilibrio anca, tornozelo sobre o joelho, tornozelo no joelho",
    "date": "data, dia, quando, inicio, carimbo de data hora, carimbo de data",
    "time": "hora, horario, tempo",
    "side": "lado, lados, perna, qual lado",
    "hold": "duracao, sustentacao, segurado, segurou, manteve, quanto tempo, aguentou, aguentado, aguentar,"
    " segurar, manter",
    "end": "fim, termino, hora final",
    "pain": "dor, dores, incomodo",
    "medicine": "analgesico, remedio, medicamento",
    "before": "antes",
    "after": "depois, apos",
    "before alone": "",
    "after alone": "",
    "note": "nota, notas, observacao, observacoes, obs, comentario, comentarios, anotacao, anotacoes",
    "exercise": "exercicio, exercicios, atividade",
    "session": "sessao, treino",
    "set": "serie, series, tentativa",
    "target": "meta, objetivo, alvo, previsto, planejado, prescrito, metas, objetivos, plano",
    "second": "segundo, segundos, seg",
    "minute": "minuto, minutos",
    "no hold": "total, soma, media, melhor, diferenca, peso, repeticoes, semana, mes, humor, sono,"
    " batimentos, pulso, passos, idade, descanso, pausa, preparacao",
    "year": "ano",
    "week": "semana, sem",
    "month": "mes",
    "unit": "unidade",
    "value": "valor, valores, medida, resultado, feito, realizado, cumprido",
    "total": "total, soma, media, melhor",
    "no pain": "nenhum, nenhuma, nada, sem dor, nenhuma dor",
    "counted": "hora, horas, dia, dias, vez, vezes, semanas, meses, anos",
    "of ten": "de",
    "from": "de, desde",
    "same": "o mesmo, mesmo",
    "at": "as, a",
    "to": "a, ate",
    "about": "cerca de, aproximadamente, uns",
    "over": "mais de, pelo menos",
    "yes": "sim, verdadeiro, feito",
    "no": "nao, falso",
    "instead": "nao, e nao, em vez de",
    "not done": "descanso, doente",
    "skipped": "nao fiz, nao feito, nao fez, nao realizado, pulado, pulada, cancelado, cancelada, omitido",
    "status": "estado, status, situacao, tipo",
    "was done": "feito",
    "filler": "lado, perna, quadril, joelho, pe, so, a, o, foi, quadris, pernas",
    "between": "primeiro, hoje, agora, ok, entao",
    "narration": "eu, segurei, aguentei, mantive, consegui, fiz, de manha, esta manha, a tarde, de tarde,"
    " esta tarde, a noite, de noite, esta noite, ainda, tambem, durante, por",
    "before a side": "com, na, no, da, do, a, o, de, a minha",
    "before a day": "o, dia, no dia",
    "around": "com, da, do, quanto, quantos, ficou, manha, noite, tarde, primeira, segunda, voce, conseguiu,"
    " por, sua, na, no",
    "months": "janeiro jan, fevereiro fev, marco mar, abril abr, maio mai, junho jun, julho jul, agosto ago,"
    " setembro set, outubro out, novembro nov, dezembro dez",
    "weekdays": "segunda segunda-feira, terca terca-feira, quarta quarta-feira, quinta quinta-feira,"
    " sexta sexta-feira,"
    " sabado sab, domingo dom",
    "held": "sustentacao, segurado, segurou, aguentou, aguentar, segurar, manter, manteve",
    "whole": "sessao, treino, formulario, total",
    "of others": "maximo, media, melhor, soma, recorde",
    "begin": "inicio, comeco",
    "commencing": "iniciado, iniciada, comecado, comeca, desde, data de inicio",
    "sent": "carimbo de data, criado, modificado, enviado, salvo",
    "other moment": "nascimento, cirurgia, operacao, lesao, acidente, proxima, proximo, consulta, sono, remedio",
    "other place": "costas, coluna, joelho, ombro, pescoco, cabeca, virilha",
    "other pain": "noite, noturna, em repouso, ao caminhar, ao andar",
    "scale": "escala, nivel, intensidade, pontos, ponto",
    "hamstring": "isquiotibiais, isquiotibial, posterior da coxa, posteriores da coxa",
    "quad": "quadriceps, quadricipite",
    "another exercise": "equilibrio em uma perna, equilibrio numa perna, apoio unipodal, afundo, afundos,"
    " pressao arterial, corrida, natacao, yoga, ioga, prancha, ponte, agachamento, agachamentos,"
    " panturrilha, forca, rotacao, salto, passos, ombro, cobra, borboleta, elevacao pelvica,"
    " levantamento terra, prancha lateral",
    "asked": "por favor, da proxima vez, na proxima vez, tente, deveria",
    "yesterday": "ontem, ontem a noite, ontem de manha",
    "today": "hoje, esta manha, hoje de manha, esta tarde, esta noite",
    "since": "desde, ate, para",
    "another time": "ontem, amanha, cirurgia, operacao, acidente, anteontem",
    "departed": "",
    "remaining": "",
    "than": "de",
    "comparing": "melhor, pior, menos",
    "best": "bem, bom, melhor",
    "worst": "pior, insuportavel",
    "during": "em, com",
    "went": "passou",
    "mailed": "enviado",
    "log": "diario, registro, dados, planilha, exercicios, exercicio, nota de voz, memo de voz, memo",
    "half of a day": "manha, tarde, noite",
    "person": "paciente, participante, quem, usuario, iniciais, autor, numero do paciente, codigo do paciente,"
    " codigo do participante, id paciente, utente",
    "given names": "ana, antonio, beatriz, bruno, carla, carlos, catarina, diogo, eduardo, fernanda, filipe,"
    " francisco, goncalo, ines, joana, joao, jose, juliana, luis, luisa, manuel, margarida, mariana, miguel,"
    " nuno, paulo, pedro, ricardo, rita, rui, sofia, tiago, vera",
    "ordinary": "bem, mal, bom, mau, ruim, medio, facil, dificil, cansado, cansada, descansado, melhor, pior,"
    " manha, tarde, noite, tapete, chao, cama, sofa, cadeira, parede, almofada, bola, casa, trabalho,"
    " escritorio, ginasio, academia, clinica, jardim, fora, dentro, descalco, sapatos, meias,"
    " aquecimento, principal, relogio, telemovel, celular, sozinho, alto, baixo, novo, velho, vermelho,"
    " azul, verde, preto, branco, amarelo, quente, frio",
    "given name": "nome, primeiro nome, nome proprio",
    "family name": "sobrenome, apelido, ultimo nome",
    "born": "data de nascimento, nascimento, ano de nascimento",
    "site": "centro, local, clinica, consultorio, hospital, familia, grupo, coorte, braco, equipe, equipa,"
    " turma, escola, pais, cidade",
    "name": "nome",
    "numerals": "zero, um uma, dois duas, tres, quatro, cinco, seis, sete, oito, nove, dez, onze, doze, treze,"
    " catorze quatorze, quinze, dezesseis dezasseis, dezessete dezassete, dezoito, dezenove dezanove, vinte,"
    " trinta, quarenta, cinquenta, sessenta, setenta, oitenta, noventa, cem cento",
    "quarter": "quarto",
    "half": "meio, meia",
    "half a minute": "meio minuto",
    "minute and a half": "",
    "left letter": "e",
    "right letter": "d",
    "letters": "áâãàçéêíóôõúü",
    "encodings": "cp1252, mac_roman, cp850",
}
