"""The words of pain notes in French."""

WHOLE = True
APOSTROPHE = " "  # "l'aine" is two words
ENDINGS = ("s", "e", "es", "x")
NOT_AFTER = True  # "ne tire pas"

WORDS = {
    "place hip": "hanche, fesse, fessier, flechisseur, flechisseur de hanche, piriforme, pyramidal, psoas, "
    "trochanter",
    "place si_joint": "sacro iliaque, sacroiliaque, articulation sacro iliaque, sacrum",
    "place low_back": "dos, bas du dos, bas de dos, lombaire, lombalgie, reins, lumbago, colonne, disque, rein",
    "place sciatica": "sciatique, nerf sciatique, nerf, jambe, mollet, pied, orteil, gros orteil, ischio, "
    "ischios, ischio jambier, ischio jambiers, arriere de cuisse, arriere de la cuisse, cuisse arriere, plante "
    "du pied, derriere la cuisse, arriere cuisse, derriere de la cuisse",
    "place itb": "bandelette, bandelette ilio tibiale, tfl, it band, exterieur de cuisse, exterieur de la "
    "cuisse, cote de cuisse, face externe de cuisse, face externe de la cuisse, cuisse externe, itb, cote de la "
    "cuisse, exterieur cuisse",
    "place knee": "genou, rotule, menisque, genoux",
    "place groin": "aine, adducteur, interieur de cuisse, interieur de la cuisse, pli de aine, pli de l aine, "
    "face interne de la cuisse",
    "place other": "cuisse, quadriceps, tibia, cheville, talon, nuque, cou, epaule, haut du dos, haut de dos, "
    "ventre, cote, coccyx, bassin, poignet, coude, bras, main, omoplate, milieu du dos, ischion",
    "quality dull": "sourd, sourde",
    "quality throbbing": "pulsatile, lancinant, battante, lance, elance, elancement, pulse",
    "quality ache": "courbature, courbatu",
    "quality sharp": "vif, vive, aigu, aigue, pointu",
    "quality stabbing": "coup de poignard, poignard, coup de couteau, poignardant, transpercant",
    "quality burning": "brulure, brule, brulant, brulait",
    "quality radiating": "irradie, irradiant, irradiation, irradiait, descend dans, descend jusqu, qui descend, "
    "decharge, descendant",
    "quality tingling": "fourmi, fourmillement, picotement, picote, fourmille, fourmis",
    "quality numb": "engourdi, engourdissement, endormi, insensible",
    "quality sore": "sensible, endolori, sensibilite",
    "quality tight": "tendu, serre, tension, contracte, contracture, crispe",
    "quality stiff": "raide, raideur, rouille, ankylose",
    "quality pinching": "pince, pincement, pincait, coince",
    "quality pulling": "tire, tiraillement, tirait, tiraille, tirer",
    "quality cramping": "crampe, spasme, crampes",
    "quality weak": "faible, faiblesse, tremble, tremblement, tremblait, instable, flageolant",
    "quality clicking": "craque, craquement, claque, clic, craquait, claquement, craquer, clique",
    "pain pain": "douleur, douloureux, douloureuse, mal, gene, genant, aie, fait mal, douleurs, souffre, "
    "desagreable, inconfort, genait, fait souffrir, souffrance",
    "pain bad": "pire, empire, rale, grogne, rouspete, proteste, se reveille, se plaint, embete, enerve, "
    "capricieux, s est reveille, se manifeste, couine",
    "pain trouble": "souci, probleme, ennui",
    "side left": "gauche, g, cote gauche, a gauche, gche",
    "side right": "droit, droite, dr, d, cote droit, a droite, dte",
    "side both": "deux, les deux, deux cotes, bilateral, bilaterale, des deux cotes, de chaque cote, chaque "
    "cote, droite et gauche, gauche et droite",
    "no": "aucun, aucune, sans, zero, pas de, pas d, pas une, pas un, pas la moindre, plus aucun, plus "
    "aucune, absence de, nulle, ni, pas mal a, pas mal au, pas mal aux, plus mal a, plus mal au, plus mal aux",
    "not": "pas, jamais, point, n ai plus, a plus mal, ne fait plus, ne tire plus, ne me fait plus, pas du "
    "tout, n ai plus de, n ai plus aucune, n a plus, n est plus",
    "nothing": "rien, aucun, aucune, neant, non, nada, rien du tout, pas du tout, aucune du tout",
    "doubt": "difficile a dire, sais pas si, plus de, plus mal, je dirais pas",
    "feel": "ressenti, senti, sens, ai, a, eu, fait, faisait, me, de, du, d, la, le, les, en, au, aux, dans, l, "
    "vraiment, particulier, particuliere, tout, un, une, est, etait, ne, n, m, y, moindre, nouvelle, reelle, "
    "seule, trace, signe, aujourd hui, ce matin, ce soir, plus, meme, ni, vraie, font, faisaient",
    "painless": "plus mal du tout, ne fait pas mal, fait pas mal, ne me fait pas mal, me fait pas mal, "
    "fait plus mal, ne fait plus mal, indolore",
    "clear": "rien a signaler, ras, r a s, tout va bien, tout est bon, tout bon, tout ok, tout est ok, nickel, "
    "rien a dire, impeccable, sans probleme, sans souci, aucun souci, aucun probleme, pas de souci, pas de "
    "probleme, tout roule, tout baigne, rien de special, rien de particulier, tout est calme, rien de "
    "particulier a signaler, rien a redire, ca va, ca va bien, ca roule, rien senti",
    "fine": "bien, tranquille, calme, va bien, sage, impec, parfait, silencieux, silencieuse, bon, bonne",
    "good": "ok, normal, normale",
    "well": "souple, detendu, mobile, stable, mieux, relache, libre, facile, leger",
    "gone": "parti, disparu, passe, envole, evanoui, fini, partie, disparue, termine",
    "soon": "en, apres, vite, aussitot, tout de suite, des que, au bout",
    "stopped": "arrete",
    "transient": "attenue, calme vite, estompe, diminue, apaise",
    "some": "juste, seulement, encore, un peu, leger, legere, legerement, toujours, un petit, une petite, "
    "plutot, petit, petite, quelques, que",
    "turn": "mais, cependant, pourtant, par contre, parce que, car, a cause, en revanche, bien que, alors, malgre",
    "turn then": "puis, ensuite, et puis",
    "contrast": "pas de, pas une, pas d",
    "new subject": "c, ce, cest",
    "degree": "autant, trop, tellement, beaucoup, plus que, aussi, comme, longtemps, si, assez",
    "otherwise": "sinon, a part ca, le reste, reste",
    "less": "moins, moins de",
    "except": "sauf, a part, excepte, hormis, mis a part",
    "until": "jusqu, jusqu a, jusqu au, jusqu aux, avant les, avant la fin",
    "when": "quand, pendant que, lorsque, des que, couche, allonge, assis, debout, en marchant, au repos, la "
    "nuit, au debut de, les premieres, premieres, allongee, assise, en position, au lever, en montant, en "
    "descendant",
    "when lasting": "tant que",
    "when if": "si",
    "time ago": "hier, avant hier, la semaine derniere, semaine derniere, hier soir, derniere fois, la "
    "derniere fois, lundi dernier, mardi dernier, mercredi dernier, jeudi dernier, vendredi dernier, samedi "
    "dernier, dimanche dernier, mois dernier, la veille, autrefois, d habitude, cette nuit, l autre jour, la "
    "derniere seance, derniere seance, annee derniere, l annee derniere, week end dernier, le week end dernier",
    "time earlier": "avant, au debut, d abord, debut, au depart, auparavant, au commencement, lundi, mardi, "
    "mercredi, jeudi, vendredi, samedi, dimanche, au reveil, premiere serie, depart, parti de, partie de, "
    "commence a, demarre a",
    "time was": "etait, ce matin, c etait",
    "time now": "maintenant, aujourd hui, apres, a la fin, finalement, enfin, ce soir, desormais, en fin, fin, "
    "actuellement, a present, deuxieme serie, a l arrivee",
    "time extreme": "maximum, max, au pire, pire moment, pic, d ordinaire, moyenne, en moyenne, min, minimum",
    "since": "depuis",
    "alike": "comme, qu, que",
    "from": "de, du, d",
    "to": "a, vers, au, descendu a, monte a, passe a",
    "down to": "jusqu a, jusqu au, jusque dans, jusqu aux, jusqu a la, jusqu a l, jusqu dans, jusque, dans "
    "toute, descend dans, jusqu en",
    "change": "passe, passee, descendu, monte, baisse, augmente, descend, tombe, diminue, reduit, descendue, "
    "est passee, deplacee, deplace",
    "compare": "que, contre, au lieu de, au lieu, versus, vs, par rapport a, comparee a, compare a",
    "between": "entre",
    "and": "et, plus",
    "or": "ou, ni",
    "hedge": "un, une, environ, a peu pres, peut etre, dirais, je dirais, disons, encore, seulement, "
    "toujours, est, etait, a, autour de, autour, au plus, au max, maximum, max, presque, niveau, stable, "
    "restee, je, dirai, bon, petit, gros, moins, plus, de, a present, la, c, ce, j, en, stagne, mettrais, "
    "donne, note, intensite, score, echelle, eva, aujourd hui, ce soir, vers, reste a, pas plus de, jamais "
    "plus de, jamais au dessus de, tout juste, meme, solide, bien, constant, constante, au maximum, hier, "
    "monte, descend, helas, ouf, vas, nrs, supportable, tolerable, pas pire que",
    "kept": "reste, restee, stable, stagne, toujours, encore",
    "preposition": "a, de, pendant, en, sur, pour, dans, avec, par, vers, x",
    "exercise": "etirement, etirements, exercice, exercices, tenue, tenu, maintien, mobilite, rotation, "
    "extension, flexion, seance, pont, kine, massage, ouverture, operation, prothese",
    "moved": "croisee, croise, levee, leve, pliee",
    "move": "poussant, coussin sous, oreiller sous, allonge sur, couche sur, allongee sur, couchee sur, massee, "
    "masse, etire, appui sur, bouillotte sur, chaleur sur, glace sur",
    "other": "antidouleur, anti douleur, antidouleurs, anti douleurs, medicament, medicaments, cachet, "
    "comprime, doliprane, ibuprofene, paracetamol, sur dos, sur le dos, a pied, coup de pied, journal de "
    "douleur, coup de main, de retour, pas mal dormi, mal dormi, dormi mal, pas mal de, pas mal du tout, mal "
    "a tenir, du mal a, du mal, mal fait, mal place, mal positionne, pas mal, coussin de genou, genouillere, "
    "nerf de la guerre, main droite, main gauche, pied de lit, coup de froid, dos au mur, mal luné, a cote, d "
    "un cote, de cote, tout droit, dos series, dos veces, dos dias, dos lados, dos minutos",
    "neutral": "pas sur, pas si, pas trop, pas mieux, pas pire, pas tres, pas beaucoup, pas vraiment, pas "
    "terrible, pas grave, pas top, pas encore, aucun changement, pas de changement, aucune idee, aucune "
    "amelioration, rien de neuf, rien de nouveau, rien change, rien de grave, rien de mechant, rien d anormal, "
    "presque rien, presque pas, presque pas de, presque plus, presque plus de, presque aucune, quasi pas, "
    "quasiment pas, a peine, moins mal, moins de douleur, pas plus, pas de difference, pas d amelioration, pas "
    "seulement, pas tout a fait, pas bien, bien dormi, bien tenu, bonne seance, bonne tenue, bien mieux, bien "
    "etire, un peu mieux, toujours la, encore la, pas completement, pas de temps, comme d habitude, assez bien, "
    "pas parti, pas passe, pas disparu, plutot bien, pas de repos, pas toujours, sans effort, sans forcer, sans "
    "trembler, presque zero, meme si, comme si, si besoin",
    "filler": "le, la, les, l, un, une, des, de, du, d, a, au, aux, en, dans, sur, sous, et, ou, je, j, il, "
    "elle, ca, c, ce, cet, cette, est, etait, ai, ont, sont, me, m, se, s, mon, ma, mes, ne, n, y, tres, trop, "
    "assez, un peu, peu, encore, aussi, toujours, legere, leger, legerement, cote, zone, autour, profond, "
    "interieur, exterieur, devant, derriere, avant, arriere, aujourd, hui, matin, soir, nuit, jour, seance, "
    "serie, fois, premiere, enfin, oui, super, youpi, vraiment, completement, totalement, du tout, tout, toute, "
    "fait, faisait, eu, sens, senti, ressenti, pendant, apres, fin, bas, haut, petite, petit, grosse, gros, "
    "forte, fort, moderee, comme, hier, niveau, meme, seul, seule, juste, seulement, depuis, jours, semaines, "
    "semaine, ici, on, tenue, exercice, mais, pour, avec, une fois, par, que, qui, deux, cuisse, va, sensation, "
    "quelques, bien, plus, si, quand, avais, avait, font",
    "articles": "",
    "others kin": "femme, mari, mere, pere, fils, fille, soeur, frere, voisin, voisine, chien, copain, copine, "
    "ami, amie, collegue, cousin, cousine, oncle, tante, papa, maman, grand mere, grand pere, epouse, epoux, "
    "conjoint, conjointe, belle mere",
    "others say": "kine dit, kine a dit, medecin dit, medecin a dit",
    "scale names": "echelle",
    "hope": "objectif, mon but, j espere, espere, esperons, espoir, souhaite, voudrais, aimerais, peur, crains, "
    "redoute, demain, semaine prochaine, la semaine prochaine, mois prochain, prochaine fois, pourvu, veut que, "
    "aurait ete",
    "self": "moi, je, j, mien, mienne, vais",
    "beside": "avec, apres",
    "hold": "tiens",
    "wholly": "completement, vraiment, totalement, tout a fait, encore, entierement, tres, si",
    "only": "seulement, uniquement",
    "before": "avant, auparavant",
    "theirs": "son, sa, ses, il, elle, lui",
    "never": "jamais",
    "bound": "sous, au dessous de",
    "numbers": "zero, un, deux, trois, quatre, cinq, six, sept, huit, neuf, dix",
    "before number": "environ, a, de, est, etait, disons, dirais, seulement, encore, ou, douleur, niveau, "
    "hanche, genou, dos, aine, hier, maintenant, vers, peut etre, aujourd, hui",
    "after number": "dans, au, a, aujourd, ou, et, mais, avec, pour, apres, avant, puis, hier, maintenant, sur, "
    "ce",
    "units": "s, sec, seconde, secondes, m, min, minute, minutes, h, heure, heures, jour, jours, nuit, nuits, "
    "semaine, semaines, mois, an, ans, kg, kilo, kilos, g, mg, ml, km, cm, mm, degre, degres, pourcent, rep, "
    "reps, repetitions, serie, series, x, fois, pas, point, points, coussin, coussins, comprime, comprimes, "
    "cachet, cachets, doliprane, essai, essais, cafes, tours, respirations",
    "counted": "serie, jour, semaine, mois, essai, numero, minute, heure, tour, phase, etape, jours, "
    "semaines, series, tours, essais",
    "long units": "jour, jours, nuit, nuits, semaine, semaines, mois, an, ans",
    "scales": "rpe, effort, humeur, sommeil, energie, fatigue, stress, motivation, forme, technique, "
    "difficulte, raideur, moral, souplesse, dormi, concentration",
    "taken": "pris, prendre, depuis, doliprane, ibuprofene, paracetamol, aspirine, reveille, reveillee, "
    "comprime, cachet, advil, leve, levee",
    "before counts": "en, pendant, pour, x",
    "of ten": "sur",
    "number links": "a, ou, x",
    "scale links": "est, de, a, etait",
    "before scales": "pour, de",
    "taken links": "a, vers",
    "ordinals": "er, ere, eme",
    "months": "janv, janvier, fev, fevrier, mars, avr, avril, mai, juin, juil, juillet, aout, sept, septembre, "
    "oct, octobre, nov, novembre, dec, decembre",
    "like plurals": "dans, sans, tres, plus, moins, apres, puis, mais, pas, les, des, mes, tous, toujours, "
    "depuis, sous, vers, alors, dos, fois, parfois, jamais, deux, maximum, max, gros",
    "like slips": "dois, don, gens, main, malle, mla, male, dso, tir, tirs, miel, hache",
}
ANKLE_ON_KNEE = r"cheville (?:(?:gauche|droite) )?sur (?:le )?genou(?: (?:gauche|droit))?"
TIDY = (
    ("il y a ", r"\bil y a (?:\w+ ){1,3}?(?:jour|semaine|an)s?\b|\bil y a (?:\w+ ){1,3}?mois\b", "hier"),
    (" et demi", r"(?<=\d) et demie?\b", ".5"),
)
