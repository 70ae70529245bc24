"""The words of French."""

WORDS = {
    "left": "gauche, gche, gauches",
    "right": "droite, droit, drte, dte, drt, droites",
    "both": "les deux, deux, les deux cotes, bilateral, gauche et droite, deux cotes, par cote, chaque cote,"
    " les deux jambes, les deux hanches, chaque jambe, de chaque cote, des deux cotes, sur chaque cote",
    "and": "et",
    "on": "sur",
    "hip balance": "figure quatre, etirement en quatre, etirement en 4, piriforme, equilibre des hanches,"
    " equilibre de la hanche, equilibre de hanche, equilibre hanche, equilibre hanches,"
    " equilibre des deux hanches, cheville sur genou, cheville sur le genou",
    "date": "date, jour, quand, horodateur, horodatage, debut, commence",
    "time": "heure, temps, horaire",
    "side": "cote, cotes, jambe, quel cote, quelle jambe",
    "hold": "duree, tenue, maintien, tenu, tenir, combien de temps",
    "end": "fin, heure de fin, arret, termine",
    "pain": "douleur, douleurs, mal au, mal aux, mal a la, avez vous mal, eva, gene",
    "medicine": "antidouleur, antidouleurs, anti douleur, medicament, medicaments",
    "before": "avant, douleur av, douleurs av",
    "after": "apres, douleur ap, douleurs ap",
    "before alone": "av",
    "after alone": "ap",
    "note": "note, notes, remarque, remarques, commentaire, commentaires, observation, observations,"
    " autre chose, rmq, rem, ressenti, pensees, texte libre, quelque chose a ajouter",
    "exercise": "exercice, exercices, activite, etirement",
    "session": "seance, entrainement",
    "set": "serie, series, essai, tour",
    "target": "objectif, cible, prevu, prevue, prescrit, prescrite, vise, objectifs, plan",
    "second": "seconde, secondes",
    "minute": "minute, minutes, mn",
    "no hold": "somme, total, moyenne, meilleur, meilleure, difference, ecart, poids, repetitions, semaine,"
    " mois, humeur, sommeil, meteo, fin, ratio, pouls, repos, annee, atteint, preparation, pause",
    "year": "annee, an",
    "week": "semaine, sem, numero de semaine",
    "month": "mois",
    "unit": "unite, unites",
    "value": "valeur, valeurs, mesure, resultat, realise, realisee, effectue, fait",
    "total": "somme, total, totaux, moyenne, meilleur, meilleure, sous total, total general, ensemble",
    "no pain": "aucune, aucun, rien, pas de douleur, sans douleur, aucune douleur, sans",
    "counted": "heure, heures, jour, jours, fois, semaines, mois, an, ans",
    "of ten": "sur",
    "from": "de, du, depuis",
    "same": "pareil, pareille, idem, meme",
    "at": "a, vers",
    "to": "a",
    "about": "environ, env, vers, presque",
    "over": "plus de, au moins",
    "yes": "oui, o, vrai, fait",
    "no": "non, faux",
    "instead": "pas, et pas, au lieu de, et non",
    "not done": "repos, jour de repos, malade, neant",
    "skipped": "pas fait, pas faite, non fait, non faite, saute, sautee, annule, annulee, non realise",
    "status": "statut, etat, type",
    "was done": "fait",
    "filler": "cote, jambe, hanche, seulement, la, le, pied, genou, etait, etaient, hanches, jambes",
    "between": "d abord, aujourd hui, puis, ensuite, maintenant, ok, alors",
    "narration": "j ai, j avais, je, ai, fait, reussi, tenais, maintenu, ce matin, ce soir, cet apres midi,"
    " le matin, le soir, encore, aussi, pendant, durant",
    "before a side": "a, du, de, sur, au, avec, ma, mon",
    "before a day": "le",
    "around": "avec, combien, d, de, du, est, etait, fois, g, matin, midi, premier, premiere, que, quel, soir,"
    " tu, vous, avez, as, ai, pu, pouvez, reussi, votre, ta",
    "months": "janvier janv jan, fevrier fevr fev, mars, avril avr, mai, juin, juillet juil, aout aou,"
    " septembre sept sep, octobre oct, novembre nov, decembre dec",
    "weekdays": "lundi lun, mardi mar, mercredi mer, jeudi jeu, vendredi ven, samedi sam, dimanche dim",
    "held": "maintien, maintenu, tenu, tenue, tenir",
    "whole": "seance, entrainement, formulaire, total",
    "of others": "max, maximum, moyenne, meilleur, meilleure, somme, plus long, record",
    "begin": "debut, commence",
    "commencing": "commencant, debutant, commencee, debute, debutee, depuis, date de debut",
    "sent": "horodateur, horodatage, cree, modifie, envoye, saisi, enregistre",
    "other moment": "naissance, ne le, operation, blessure, accident, prochain, prochaine, rendez vous,"
    " coucher, reveil, sommeil, comprime, petit dejeuner",
    "other place": "dos, genou, pied, epaule, nuque, tete, aine, mollet, coude",
    "other pain": "nuit, nocturne, au repos, a la marche",
    "scale": "echelle, niveau, intensite, score, en, eva, points, point",
    "hamstring": "ischio, ischios, ischio jambier, ischio jambiers, ischiojambiers",
    "quad": "quadriceps, quadri",
    "another exercise": "gainage, planche, fente, fentes, appui unipodal, equilibre unipodal,"
    " tension arterielle, pompes, natation, yoga, pont, pont fessier, mollet, mollets, force, rotation,"
    " amplitude, saut, sauts, pas, epaule, flexion, posture du pigeon, cobra, chat vache, papillon,"
    " souleve de terre, releve de bassin, tractions, squats,"
    " planche laterale",
    "asked": "s il vous plait, s il te plait, la prochaine fois, essayez, essaie de, vous devriez, tu devrais",
    "yesterday": "hier, hier soir, hier matin",
    "today": "aujourd hui, ce matin, ce soir, cet apres midi",
    "since": "depuis, jusqu en, pour",
    "another time": "demain, chirurgie, operation, accident, hier soir, hier matin, avant hier",
    "departed": "",
    "remaining": "",
    "than": "de",
    "comparing": "que, mieux, moins",
    "best": "bien, bon, meilleur, meilleure",
    "worst": "pire, insupportable",
    "during": "en, dans, avec",
    "went": "passe",
    "mailed": "envoye",
    "log": "journal, carnet, suivi, donnees, feuil, feuille, semaine, semaines, kine, exercices, exercice,"
    " memo, memo vocal, note vocale",
    "half of a day": "matin, soir",
    "person": "patient, patiente, participant, sujet, qui, prenom, utilisateur, initiales, auteur, numero patient,"
    " numero de patient, no patient, n patient, code patient, code participant, numero participant,"
    " participante",
    "given names": "adele, alain, anne, antoine, aurelie, bernard, camille, catherine, cecile, celine, chantal,"
    " christophe, didier, elodie, emilie, etienne, francois, francoise, gerard, guillaume, helene, henri,"
    " isabelle, jacqueline, jacques, jerome, julien, laurent, lea, louis, lucie, manon, marc, marie, martine,"
    " mathieu, michel, monique, nathalie, nicolas, olivier, pascal, patrick, philippe, pierre, sandrine,"
    " sebastien, sophie, stephane, sylvie, thierry, valerie, veronique, vincent, yves",
    "ordinary": "bon, bien, mal, mauvais, facile, difficile, moyen, fatigue, fatiguee, repose, mieux, pire, matin,"
    " midi, soir, nuit, tapis, sol, lit, canape, chaise, mur, coussin, ballon, maison, bureau, salle,"
    " cabinet, jardin, dehors, dedans, pieds nus, chaussures, chaussettes, echauffement, principal,"
    " montre, seul, seule, haut, bas, nouveau, vieux, rouge, bleu, vert, noir, blanc, jaune, chaud,"
    " froid",
    "given name": "prenom, prenoms",
    "family name": "nom, nom de famille, patronyme",
    "born": "date de naissance, naissance, ne le, nee le, annee de naissance, ddn",
    "site": "centre, site, clinique, cabinet, hopital, service, famille, foyer, groupe, cohorte, bras,"
    " equipe, classe, ecole, pays, ville",
    "name": "nom, noms, membre, compte, profil",
    "numerals": "zero, un une, deux, trois, quatre, cinq, six, sept, huit, neuf, dix, onze, douze, treize,"
    " quatorze, quinze, seize, , , , vingt, trente, quarante, cinquante, soixante, septante,"
    " quatre_vingt quatre_vingts huitante, nonante, cent",
    "quarter": "quart",
    "half": "demie, demi",
    "half a minute": "une demi minute, demi minute",
    "minute and a half": "",
    "left letter": "g",
    "right letter": "d",
    "letters": "àâæçéèêëîïôœùûüÿ",
    "encodings": "cp1252, mac_roman, cp850",
}
