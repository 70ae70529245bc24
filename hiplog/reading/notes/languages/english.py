"""The words of pain notes in English."""

WHOLE = True  # no word of its logs counts
APOSTROPHE = ""  # what is read in its place: "didn't" is "didnt"
ENDINGS = ("s", "es")  # what is felt, and where, may also end so
NOT_AFTER = False  # "hurts not": a denial may stand after what it denies

WORDS = {
    "place hip": "hip, hip flexor, hip joint, hippie, glute, glut, gluteal, glute med, buttock, bum, butt, butt "
    "cheek, bottom cheek, piriformis, psoas, trochanter, greater trochanter, labrum, hip crease, hip socket",
    "place si_joint": "si, sij, si joint, s i joint, sacroiliac, sacroiliac joint, sacro iliac, sacrum, sacral",
    "place low_back": "back, low back, lower back, lumbar, lumbar spine, lumbago, backache, lbp, spine, disc, "
    "disk",
    "place sciatica": "sciatica, sciatic, sciatic nerve, nerve, leg, lower leg, calf, calve, foot, feet, toe, "
    "big toe, little toe, back of leg, back of thigh, back thigh, hamstring, hammy, hammie, sole",
    "place itb": "itb, it band, i t band, itband, tfl, tensor fasciae latae, iliotibial, iliotibial band, outer "
    "thigh, outside thigh, lateral thigh, outside of thigh, outer side of thigh, side of thigh, outside of leg",
    "place knee": "knee, kneecap, knee cap, patella, meniscus",
    "place groin": "groin, adductor, inner thigh, inside thigh, inside of thigh, inner side of thigh, pubic bone",
    "place other": "thigh, front of thigh, quad, quadricep, quads, shin, ankle, heel, neck, shoulder, shoulder "
    "blade, upper back, mid back, middle back, thoracic, belly, stomach, abdomen, rib, chest, tailbone, coccyx, "
    "sit bone, sitz bone, wrist, elbow, arm, pelvis, hand, finger, jaw",
    "quality dull": "dull",
    "quality throbbing": "throbbing, throb, throbbed, pulsing",
    "quality ache": "ache, aching, achy, achey, ached, backache",
    "quality sharp": "sharp, sharper",
    "quality stabbing": "stabbing, stab, stabby, stabbed, knife like",
    "quality burning": "on fire, burning, burn, burned, burnt, burny",
    "quality radiating": "radiating, radiate, radiated, shooting, shoot, shot down, travels down, traveling "
    "down, travelling down, runs down, running down, shoots down, shooting down, radiates down",
    "quality tingling": "tingling, tingle, tingly, tingled, pins and needle, pins needle",
    "quality numb": "numb, numbness, numbed, numbish",
    "quality sore": "sore, soreness, sorer, tender, tenderness, ttp",
    "quality tight": "tight, tightness, tighter, tightened",
    "quality stiff": "stiff, stiffness, stiffer, stiffened",
    "quality pinching": "pinching, pinch, pinched, pinchy",
    "quality pulling": "pulling, pull, pulled, tugging, tug",
    "quality cramping": "cramping, cramp, crampy, cramped, spasm, spasming, spasmed, charley horse",
    "quality weak": "weak, weakness, weaker, wobbly, shaking, shaky, shook, trembling, wobble, shake, shakes, "
    "shaked, jelly, quivering, quivered, like jelly",
    "quality clicking": "clicking, click, clicky, clicked, popping, pop, popped, clunk, clunking, clunky, "
    "snapping, crack, cracking, cracked, creak, creaky, creaked",
    "pain pain": "pain, painful, hurt, hurting, hurty, discomfort, uncomfortable, twinge, twinged, twingy, "
    "niggle, niggling, niggly, ouch, flare, flared, flaring, flare up, symptom, bothered, bother, bothering, "
    "irritated, agony, ow, owie, pang, zing, zinging, zinger, jab, sting, stinging, stung, strain, killing me, "
    "on fire, ouchie, ouchy, returned pain",
    "pain bad": "bad, worse, grumpy, grumbling, grumbled, grumble, complaining, complained, complains, acting "
    "up, acted up, playing up, played up, screaming, screamed, cranky, angry, unhappy, annoyed, annoying, not "
    "happy, moaning, moaned, barking, barked, whining, protesting, protested, nagging, nagged, rough, shot, "
    "awful, terrible, aggravated, strained, swollen, inflamed, tweaked, jammed, locked up, bruised, hates me, "
    "poorly, dodgy, iffy, gammy, tetchy, touchy, troublesome, crick, smoked, lit up, gets me, got me, kills "
    "me, bugging me, bugs me, bugged me",
    "pain trouble": "trouble, issue, problem, complaint, drama, complain of, complain about, c o, moan about",
    "side left": "left, lt, l, left side, left sided, lhs, l side, left one, lft",
    "side right": "right, rt, r, right side, right sided, rhs, r side, right one, rgt",
    "side both": "both, bilateral, bilaterally, each side, both sides, either side, l and r, left and right, "
    "right and left, l r, r l, l + r, r + l",
    "no": "no, without, zero, no longer any, no more, no sign of, free of, free from, without any, not any, "
    "not a, not a single, not one, sans, wo, minus, lack of, absence of, no such, denies, denied, deny, denying",
    "not": "not, never, nor, didnt, doesnt, dont, isnt, wasnt, arent, werent, hasnt, havent, hadnt, aint, no "
    "longer, did not, wouldnt say, dont have, neither, nowhere near",
    "nothing": "none, nope, nil, nah, nothing, nothing at all, none at all, negative, nada, zilch, nowt, zip, "
    "not at all, no",
    "doubt": "cant say, cannot say, couldnt say, not sure if, not sure whether, dont know if, wish i could say, "
    "hard to say, not gonna say, wouldnt call it, if only, hoped for, expected, expecting, thought id have, "
    "thought",
    "feel": "feel, feels, feeling, felt, have, has, had, notice, noticed, noticing, get, got, getting, cause, "
    "caused, causing, give, gave, giving, experience, report, be, been, being, real, actual, actually, even, "
    "slightest, hint, sign, trace, bit, much as, further, whatsoever, kind, sort, type, significant, "
    "noticeable, particular, single, any, anymore, more, new, at all, hip balance, more of, feel any, usual, "
    "make, made, me, i, it, you, to, tiny, residual, lingering, nasty, evening, morning, night, night time, "
    "morning after, really, that, this, these, those, familiar, such, actual real, in, of, there, was, were, "
    "is, are, s, whatever",
    "painless": "painless, painlessly, pain free, painfree, symptom free, paint free, ache free, niggle free, "
    "twinge free, cramp free, discomfort free, trouble free, hurt free, cant feel pain, cannot feel pain, "
    "couldnt feel pain, dont feel pain",
    "clear": "all good, all clear, all well, all great, all fine, all ok, all okay, all quiet, all calm, "
    "nothing to report, nothing to complain about, nothing to note, nothing to mention, nothing to add, nothing "
    "to moan about, nothing to write home about, nothing to say, nothing notable, nothing of note, cant "
    "complain, no complaints, no complaint, nothing bad, nothing wrong, everything fine, everything ok, "
    "everything okay, everything good, everything feels fine, everything feels good, everything quiet, no "
    "worries, no issues, no issue, no problems, no problem, no trouble, no troubles, no drama, no dramas, no "
    "bother, all systems go, a ok, body happy, felt nothing, didnt feel a thing, didnt feel anything, feel "
    "nothing",
    "fine": "fine, happy, quiet, silent, calm, peaceful, behaving, behaved, feels normal, as good as new, "
    "symptomless, well behaved, gone quiet, gone silent",
    "good": "ok, okay, okey, okish, alright, all right, k, good, great, perfect, clear, normal",
    "well": "loose, looser, loosened, loosened up, strong, stronger, stable, steady, open, opened up, relaxed, "
    "mobile, flexible, easy, easier, smooth, comfy, comfortable, better, freer, supple, improved, improving",
    "gone": "gone, went away, gone away, go away, goes away, disappeared, vanished, resolved, cleared, cleared "
    "up, subsided, left me, all gone, completely gone, healed, faded away, melted away",
    "soon": "in, within, after, by, as soon as, when, once, quickly, fast, immediately, right away, soon, "
    "straight away",
    "stopped": "stopped",
    "transient": "eased, eases, easing, settled, settles, faded, fades, calmed, calmed down, wore off, let up",
    "some": "just, only, still, some, slight, slightly, mild, minor, little, maybe, more of, mostly, merely, "
    "mainly",
    "turn": "but, however, though, although, besides, yet, because, cause, cuz, due to, instead, whereas, "
    "whereupon, but then, so, thanks to, since",
    "turn then": "then, and then",
    "contrast": "not",
    "new subject": "it, its, thats",
    "degree": "as, so much, too, more than, worse, much, badly, like, for long, long, constantly, as much, as "
    "bad, enough",
    "otherwise": "otherwise, apart from that, other than that, aside from that, besides that, rest",
    "less": "less, fewer, reduced, improving",
    "except": "except, except for, apart from, other than, aside from, bar, save for, except in, except when",
    "until": "until, till, til, up to, up until, not until, right up to",
    "when": "when, while, whilst, whenever, as soon as, lying, lying down, sitting, standing, walking, "
    "resting, at rest, in rest, at night, overnight, for first, first, during first, after first, in bed, on "
    "stairs, climbing, when i, where",
    "when lasting": "as long as, so long as",
    "when if": "if, unless, should it, should pain, provided",
    "time ago": "yesterday, yesterdays, last night, last week, last time, last month, last session, last monday, "
    "last tuesday, last wednesday, last thursday, last friday, last saturday, last sunday, day before, "
    "used to be, day before yesterday, last one, last year, previous, previously, last weeks, mondays, tuesdays, "
    "wednesdays, thursdays, fridays, saturdays, sundays, prior, days ago, weeks ago, week ago, formerly, used to, "
    "months ago, years ago, other day, last spring, last summer, last autumn, last fall, last winter, "
    "is history, history, over weekend, at weekend, last weekend",
    "time earlier": "before, beforehand, at first, initially, earlier, start, started, starting, beginning, "
    "at start, at beginning, began, first set, first round, first hold, first side, first go, 1st, 1st set, "
    "1st hold, 1st round, going in, on waking, waking up, woke, pre, to start, monday, tuesday, wednesday, "
    "thursday, friday, saturday, sunday, mon, tue, tues, wed, thu, thur, thurs, fri, coming in, starts, begins, "
    "beginning at, when i started, when i start, when i began, when starting, when i woke, when i woke up",
    "time was": "was, were, been, this morning, in morning",
    "time now": "now, stayed, remained, today, tonight, after, afterward, afterwards, finally, end, ended, "
    "ending, at end, by end, later, currently, by now, finish, finished, right now, at moment, second set, "
    "second round, second hold, 2nd, 2nd set, 2nd hold, 2nd round, post, this evening, coming out, by finish, "
    "these days, evening, in evening, ends, finishes, when i finished, when i finish, when i stopped, when i "
    "stop, when finished, when done, once done, once i finished, when i was done, after i finished, when i "
    "ended",
    "time extreme": "worst, peak, peaked, peaking, max, maximum, best, lowest, least, min, minimum, average, "
    "usual, usually, normally, spiked, spike, briefly, typical, typically, avg",
    "since": "since",
    "alike": "as, like, way",
    "from": "from, off from",
    "to": "to, back to, down to, up to, spreads to, spreading to, travels to, into, became, becoming, settled "
    "at, settled to, settling at, turned into",
    "down to": "down to, spreads to, spreading to, travels to, up to, down into, all way to, all way down to, "
    "right down to, spreading into, all way into",
    "change": "went, go, goes, dropped, drops, drop, rose, climbed, eased, fell, moved, grew, crept, down, up, "
    "came down, went down, went up, increased, decreased, reduced, improved, lowered, built, ramped, shifted, "
    "migrated, wandered",
    "compare": "than, versus, vs, v, against, compared to, compared with, as opposed to, instead of, rather "
    "than, not, as against, from last, compared w",
    "between": "between, range, ranging, ranged, varies, anywhere",
    "and": "and, plus, n, also",
    "or": "or",
    "hedge": "prob, a, about, around, roughly, approx, approximately, maybe, perhaps, probably, like, say, "
    "id say, solid, just, only, still, now, nearly, almost, barely, at most, max, tops, at least, over, under, "
    "above, below, level, sits at, steady, constant, is, was, were, be, at, it, its, ish, or so, id, call it, "
    "gave it, give it, rate it, rated, rating, score, scored, scoring, stayed, stays, staying, remains, "
    "remained, hovering, hovers, mostly, mainly, maximum, another, again, even, easily, strong, good, high, low, "
    "weak, whopping, number, stuck, i, same, so, throughout, overall, today, tonight, all, really, very, quite, "
    "pretty, somewhere, more, less, hit, hits, touching, up, down, reached, got, felt, feels, this time, "
    "somewhere around, back, yep, well, hmm, meh, ugh, sadly, luckily, thankfully, though, tho, honestly, "
    "more like, pushing, worst case, my, that, did not go past, didnt go past, never above, never went above, "
    "no more than, nothing above, nothing over, not above, not over, never over, not past, never past, "
    "no higher than, nothing past, not more than, not higher than, doesnt go above, not go above, "
    "does not go above, never more than, never higher than, vas, nrs, eva, nprs, numeric, bearable, tolerable, "
    "manageable, doable, im at, i am at, not worse than, no worse than, nothing worse than, less than, more than",
    "kept": "stays, stayed, staying, remains, remained, still, steady, constant, stuck, hovering, hovers, "
    "sits, level",
    "preposition": "at, by, for, in, on, of, x, with, to, from, after, past",
    "exercise": "swapped legs, switched legs, changed legs, swapping legs, switching legs, swap legs, "
    "switch legs, stretch, stretches, stretching, hold, holds, holding, held, exercise, exercises, balance, "
    "balancing, press, hinge, thrust, opener, openers, circle, circles, bridge, bridges, raise, raises, "
    "extension, mobility, knee up, leg up, foot up, session, massage, foam roll, roller, rolling, day, workout, "
    "machine, curl, curls, lift, lifts, band work, strength, physio, class, replacement, surgery, brace, drill, "
    "drills, routine, pose, cross, down first, up first, first",
    "moved": "crossed, lifted, raised, bent, straight, propped up",
    "move": "crossing, lifting, raising, moving, straightening, straightened, pressing, pressed, pushing, "
    "pushed, rolling, rolled, bending, bent, letting go of, dropping, resting, propped, propping, lay on, "
    "lying on, laying on, lie on, lay flat on, flat on, lying flat on, pillow under, towel under, cushion "
    "under, ball under, heat on, ice on, iced, heated, massaged, stretched, stretching, worked on, warmed up, "
    "supporting, supported, pull on, hugging, hugged, balanced on, on to, stood on, standing on, shifted, "
    "shifting, shift, lowering, lowered, uncrossing, uncrossed, slipping, slipped",
    "other": "pain pill, pain med, painkiller, pain killer, pain relief, pain relief cream, pain medication, "
    "pain medicine, pain tablet, pain gel, pain cream, pain patch, pill, med, meds, tablet, tablets, pain "
    "diary, pain log, pain clinic, pain app, pain free since, back brace, knee brace, back support, knee "
    "support, knee pillow, leg pillow, leg day, back day, hip opener, back pocket, back door, back row, back "
    "seat, back home, back at work, back to work, back in bed, back garden, back yard",
    "neutral": "no change, no better, not better, no worse, not worse, no difference, no improvement, no "
    "relief, no idea, no doubt, no matter, not sure, not only, not just, not much, not bad, not too bad, not "
    "as bad, not great, not too, not so, not as, not that, not really, not quite, not exactly, not entirely, "
    "not completely, not totally, not fully, not all, nothing new, nothing else, nothing special, nothing "
    "like, nothing much, nothing changed, nothing serious, nothing major, nothing dramatic, nothing crazy, "
    "nothing terrible, nothing but, i left, left it, left out, left over, left early, left off, left home, "
    "back and forth, back then, back on track, on back, onto back, lay back, years back, days back, weeks "
    "back, in front, good stretch, good hold, good session, good set, good deal, good bit, good day, good "
    "night, good morning, as such, good burn, good pull, good and, good but, foot off, feet off, other hand, "
    "at least, i stopped, had to stop, cant, couldnt, wont, wouldnt, shouldnt, nerve racking, pain in ass, "
    "pain in neck, pain in butt, pain in arse, less pain, less painful, less bad, less sore, too bad, bad "
    "night, bad sleep, bad day, bad idea, bad weather, bad form, bad mood, bad week, worse than, no joke, no "
    "rest, no sleep, no time, no energy, no luck, no surprise, no pain no gain, feel like, off day, right "
    "away, shook it out, shake it out, shook it off, shook out, shaken out, walked it off, on foot, by foot, "
    "foot of bed, sharp intake, sharp eyed, still there, pretty good, not there, tight schedule, short on, no "
    "warm up, no fun, no stretching, slept, mind numbing, felt like, pain management, pain threshold, pain "
    "tolerance, hip hop, hip pocket, shoulder to shoulder, from yesterday, after yesterday, from yesterdays, "
    "after yesterdays, hardly any, hardly, barely any, barely, scarcely, almost no, nearly no, next to no, "
    "practically no, virtually no, close to no, little to no, basically no, almost nothing, hardly anything, "
    "mostly no, nearly painless, almost painless, almost pain free, nearly pain free, mostly pain free, "
    "nearly gone, almost gone, mostly gone, half gone, not gone, almost fine, nearly fine, mostly fine, "
    "nearly zero, almost zero, close to zero, basically zero, practically zero, doesnt change, didnt change, "
    "hasnt changed, doesnt matter, for first time, first time, as usual, same as always, slept poorly, sleep "
    "poorly, feel poorly, felt poorly, shook leg, shook foot, shook legs, shake leg, shake foot, shake legs, "
    "shaking leg, shaking foot, shaking legs, shook out leg, shook out foot, if anything, if at all, if im "
    "honest, if i am honest, if not, even if, as if, if possible, drop knee, drop leg, lift leg, raise leg, "
    "bend knee, bend leg, cross leg, cross legs, cross ankle, straighten leg, straighten knee, move leg, press "
    "knee, push knee, dont want to, didnt want to, dont wanna, dont want",
    "filler": "the, this, that, these, those, it, its, i, im, ive, is, are, was, were, be, been, in, on, of, at, "
    "to, for, with, and, very, really, quite, pretty, rather, bit, little, lot, so, again, also, too, felt, "
    "feel, feels, feeling, got, get, getting, has, had, have, having, there, here, as, from, all, side, area, "
    "region, deep, near, around, under, behind, inside, outside, front, inner, outer, upper, lower, time, day, "
    "days, morning, evening, night, session, set, round, hold, whole, entire, way, through, throughout, during, "
    "today, just, only, still, even, much, more, most, mostly, mainly, usual, always, often, sometimes, same, "
    "once, one, both, each, for once, wow, yay, hooray, lol, haha, nice, finally, definitely, honestly, well, "
    "yes, yep, did, does, do, went, go, going, came, come, back, up, down, out, when, while, after, before, "
    "muscle, joint, body, right, left, strong, light, slight, mild, moderate, severe, a, an, you, my, me, we, "
    "actually, basically, overall, whatsoever, ever, yet, anymore, any, what, anywhere, everywhere, anything, "
    "everything, so far, thing, point, spot, absolutely, completely, totally, entirely, sides, hips, holds, "
    "seems, seem, woohoo, wohoo, hurrah, thank, god, this time, first, happy, happily, amazing, amazingly, week, "
    "month, record, new, best, ages, weeks, months, row, third, second, fourth, straight, since, last, report, "
    "say, think, thought, guess, by, or, nor, finish, finished, end, ended, start, started, now, then, later, "
    "woke, waking, sitting, lying, standing, walking, hill, stairs, across, along, over, top, bottom, middle, "
    "old, friend, our, hello, hi, love, happen, happening, happened, if, moment, minute, sec, part, move, moves, "
    "tense, tensed, couple, few, some, surprisingly, great, super, good, bloody, damn, ugh, meh, oh, ah, hmm, "
    "constant, constantly, low, level, background, can, lay, laid, lie, stand, stood, sit, sat, walk, walked, "
    "turn, turned, roll, rolled, durign, duing, durring, his, her, their, he, she, hes, shes",
    "articles": "the, a, an, my, your, any, our",
    "others kin": "wife, wifes, husband, husbands, mum, mums, mom, moms, dad, dads, mother, mothers, father,"
    " fathers, son, sons, daughter, daughters, sister, brother, neighbour, neighbor, dog, dogs, brothers, "
    "sisters, boyfriend, boyfriends, girlfriend, girlfriends, partner, partners, grandma, grandpa, "
    "grandmother, grandfather, aunt, uncle, cousin, colleague, coworker, neighbours, neighbors, flatmate, "
    "roommate, nan, granny, friend has, friends, coach has, boss has, trainer has, physio has, buddy, buddys, "
    "mate, mates, bro, bros, pal, pals, roomie, teammate, teammates, everyone else",
    "others say": "physio says, physio said, doctor says, doctor said, doc says, doc said, nurse says, coach "
    "says, trainer says",
    "scale names": "scale",
    "hope": "goal, goals, target, aim, aiming, hope, hopes, hoping, hopefully, hope for, hoping for, wish, "
    "wishing, wanna, want to, want it, would like, id like, afraid, fear, dread, dreading, tomorrow, next week, "
    "next month, next time, looking forward, expects, wants it, wants me, would have been, wouldve been",
    "self": "i, im, ive, me, mine, myself, im at, i am at",
    "beside": "with, after, from",
    "hold": "hold",
    "wholly": "completely, fully, entirely, totally, really, quite, wholly, truly, so, too, particularly, "
    "feeling, feel, been, being",
    "only": "only",
    "before": "before, beforehand, pre, going in",
    "theirs": "his, her, their, he, she, hes, shes",
    "never": "never, hadnt",
    "bound": "under, below",
    "numbers": "zero, one, two, three, four, five, six, seven, eight, nine, ten",
    "before number": "a, about, maybe, to, from, at, is, was, pain, around, only, just, now, still, say, of, "
    "like, roughly, between, or, level, scale, score, rating, nrs, vas, hip, knee, back, solid, perhaps, "
    "barely, nearly, almost, worst, today, yesterday, left, right, above, over, past",
    "after number": "in, on, today, now, to, or, and, but, by, at, for, with, then, after, before, when, "
    "yesterday, tonight, out, ish, left, right, maybe, max, tops, if",
    "units": "s, sec, secs, second, seconds, m, min, mins, minute, minutes, h, hr, hrs, hour, hours, day, days, "
    "night, nights, week, weeks, wk, wks, month, months, year, years, yr, yrs, am, pm, oclock, kg, kgs, kilo, "
    "kilos, lb, lbs, pound, pounds, g, mg, ml, km, kms, k, mile, miles, cm, mm, ft, feet, inch, inches, degree, "
    "degrees, deg, percent, pct, rep, reps, set, sets, round, rounds, x, time, times, step, steps, point, "
    "points, notch, notches, more, longer, pillow, pillows, tablet, tablets, pill, pills, try, tries, attempt, "
    "attempts, holds, hold, side, sides, coffee, coffees, beer, beers, breath, breaths, cushion, cushions, "
    "flight, flights, people, left to go",
    "counted": "set, day, week, month, round, rep, session, attempt, try, number, minute, hour, night, page, "
    "level on, program, phase, stage, lesson, step, sets, rounds, reps, sessions, attempts, tries, numbers, "
    "minutes, pages, stages, lessons, steps",
    "long units": "day, days, night, nights, week, weeks, wk, wks, month, months, year, years, yr, yrs",
    "scales": "rpe, effort, exertion, mood, sleep, slept, energy, fatigue, tiredness, stress, difficulty, "
    "motivation, intensity, focus, borg, form, technique, breathing, workout, stiffness, tightness, weakness, "
    "numbness, balance, confidence, sleepiness, anxiety, happiness, enjoyment, session, stretch, boredom, "
    "hardness, concentration, wobbliness, wobble, burn out, range, mobility, flexibility, comfort, relaxation",
    "taken": "took, take, taken, taking, since, until, till, til, by, woke, woken, awake, bed, ibuprofen, "
    "paracetamol, aspirin, naproxen, tylenol, advil, aleve, acetaminophen, tramadol, codeine, diclofenac, pill, "
    "pills, tablet, med, meds, up, alarm, dose, ibu, nurofen, panadol",
    "before counts": "for, by, in, x",
    "of ten": "of, out of, outta",
    "number links": "to, or, x",
    "scale links": "was, is, at, of, about, level, around",
    "before scales": "for, for the, in, on",
    "taken links": "up, up at, at, for",
    "ordinals": "st, nd, rd, th",
    "months": "jan, january, feb, february, mar, march, apr, april, may, jun, june, jul, july, aug, august, "
    "sep, sept, september, oct, october, nov, november, dec, december",
    "like plurals": "always, sometimes, afterwards, towards, perhaps, across, less, unless, this, yes, "
    "downstairs, upstairs, outdoors, whereas, as, is, was, has, does, feels, goes, gets, comes, in, on, at, of, "
    "or, and, to, with, when, where, for, by, so, too, if, again, all, during, while, over, under, inside, "
    "outside, near, around, because, sitting, standing, walking, lying, moving, resting, overall, max, ish, "
    "worst, most, everywhere, maybe, probably, really, very, it, than, versus, vs, today, tops, throughout, bit, "
    "i, id, out, but, then",
    "like slips": "tinge, twine, sacra, acing, stable, back, pan, paid, plain, paint, hut, hunt, aches, heel, "
    "lift, sift, stuff, staff, sold, some, scare, bee, bed, bath",
}
ANKLE_ON_KNEE = (
    r"(?:(?:left|right|l|r) )?ankle (?:crossed )?(?:on|to|over|across|at) (?:the |my |opposite |other )?"
    r"(?:left |right |l |r )?knee"
)
# What is mended before words are looked up: text that must be there, a pattern, and what stands in its place.
# A pattern that begins with a letter is found much faster than one that begins with what must stand before it.
TIDY = (
    (" my ", r"\b(?:bro|mate|pal|buddy),? (?=my )", ""),
    ("afraid my ", r"\bim afraid (?=my (?:\w+ ){1,3}(?:is|are|hurts?|feels|aches)\b)", ""),
    ("w/o", r"\bw/o\b", "without"),
    ("b4", r"\bb4\b", "before"),
    ("b/l", r"\bb/l\b", "bilateral"),
    (" of ", r"\b(back|outside|inside|front|side) of (?:(?:the|my) )?(left|right|l|r|lt|rt|both) ", r"\2 \1 of "),
    (" thigh", r"\b(outer|inner|back) (left|right|l|r|lt|rt) (?=thigh)", r"\2 \1 "),
    (
        "right ",
        r"right (?<!\wright )(?<!the right )(?<!my right )(?<!on right )(?=(?:now|away|after|before|at|when|as|"
        r"until|where|through|there|in|under|behind|above|below|from|into|on)\b)",
        "",
    ),
    ("back ", r"(?<!the )(?<!my )\bback (again|at it|on track|to work|home|from)\b", r"\1"),
    (" back", r"\b(pain|ache|sciatica|tingling|numbness|twinge|niggle|stiffness|it)s? back\b", r"\1"),
    (
        " back",
        r"\b(is|are|was|were|be|been|came|come|comes|coming|crept|creeping|went|going|go|get|got|getting|held|hold|"
        r"pulled|cut|eased|dialed|dialled|backed|bounced|laid|all) back\b"
        r"(?! (?:pain|ache|sore|tight|stiff|hurt|spasm|fine|ok))",
        r"\1",
    ),
    (" ago", r"\b\w+ (?:day|week|month|year)s? ago\b", "days ago"),
    (
        " back",
        r"\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|few|couple of|couple|\d+) "
        r"(?:day|week|month|year)s? back\b"
        r"(?! (?:pain|ache|achy|sore|is|was|hurt|hurts|felt|feels|tight|stiff|spasm|fine|ok|still|at|\d))",
        "days ago",
    ),
    (
        "back in ",
        r"\bback in (?:the )?(?:days?\b|(?:19|20)\d\d\b|january|february|march|april|may\b|june|july|august|"
        r"september|october|november|december|spring|summer|autumn|winter)",
        "days ago",
    ),
    (" and a half", r"(?<=\d) and a half\b", ".5"),
)
