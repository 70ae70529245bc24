"""The words of English."""

WORDS = {
    "left": "left, l, lt, lhs, lft",
    "right": "right, r, rt, rhs, rgt",
    "both": "both, both sides, b, bilateral, each, each side, per side, l r, r l, left and right, right and left,"
    " both legs, both hips, both feet, each leg, each hip, on each side, on both sides, on each, on each leg,"
    " on both",
    "and": "and",
    "on": "on, onto, over",
    "hip balance": "figure four, figure 4, figure4, fig four, fig 4, fig4, piriformis, hip balance,"
    " hip balances, hip balancing, hip balanc, reclined pigeon, reclining pigeon, supine pigeon,"
    " ankle on knee, ankle over knee, ankle on the knee",
    "date": "date, day, unix time, epoch, unixtime, epoch time, unix timestamp, when, timestamp, ts,"
    " datetime, started, start, begin, began, started at, recorded on, logged at",
    "time": "time, times, clock, hour, time of day, o clock",
    "side": "side, sides, leg, legs, which side, which leg, which hip, what side, what leg, what hip, body side",
    "hold": "hold, holds, held, holding, duration, dur, how long, length, lasted, elapsed",
    "end": "end, ended, ending, ended at, end time, end date, time ended, stop, stopped, stop time,"
    " finish, finished, finish time, until",
    "pain": "pain, nrs, vas, nprs, ache, aches, soreness, sore, tenderness, hurt, hurts, painful,"
    " discomfort, ouch, niggle",
    "medicine": "painkiller, painkillers, pain killers, pain relief, medication, meds, medicine",
    "before": "before, pre, beforehand, prior, at start, at the start, pain b4, pain bef",
    "after": "after, post, afterwards, afterward, following, at end, at the end, pain aft",
    "before alone": "bef, b4",
    "after alone": "aft",
    "note": "note, notes, comment, comments, remark, remarks, memo, anything, feedback, diary, journal,"
    " anything to add, anything you want to add, thoughts, free text, open ended response, observations,"
    " how did it feel, how it felt, how it went, how did it go",
    "exercise": "exercise, exercises, activity, movement, stretch",
    "session": "session, session no, session id, session number, workout",
    "set": "set, sets, round, try, attempt, trial, lap",
    "target": "target, goal, aim, intended, planned, plan, prescribed, targets, goals, plans, scheduled",
    "second": "s, sec, secs, second, seconds",
    "minute": "m, min, mins, minute, minutes",
    "no hold": "total, totals, sum, average, avg, mean, best, longest, shortest, median, record, diff,"
    " difference, ratio, balance, asymmetry, weight, kg, lbs, lb, reps, rep, repetitions, distance, cm, km,"
    " angle, degrees, rpe, temperature, heart, hr, bpm, percent, week, weekday, month, mood, sleep, weather,"
    " energy, steps, end, finish, finished, finish time, end time, age, name, email, e mail, score, rank, order,"
    " pulse, stress, change, trend, prepare, prep, rest, warm up, countdown, reached, sport, place, location,"
    " pause, break, streak, year, previous, stopped, cool down, cooldown, get ready, recover, recovery",
    "year": "year, yr",
    "week": "week, wk, w c, calendar week, cw, week no, week number, iso week",
    "month": "month",
    "unit": "unit, units",
    "value": "value, values, measurement, result, amount, done, actual, achieved, performed, completed",
    "total": "total, totals, sum, average, avg, mean, median, best, maximum, max, min, minimum, subtotal,"
    " grand total, overall, std, sd, count, longest, shortest, week total, weekly total, monthly total,"
    " weekly average, monthly average, all",
    "no pain": "none, no, no pain, nil, zero, painless, pain free, painfree, nothing, without pain, not at all",
    "counted": "hour, hours, day, days, night, nights, times, set, sets, rep, reps, weeks, months, years",
    "of ten": "of, out of",
    "from": "from",
    "same": "same, ditto, likewise",
    "at": "at",
    "to": "to",
    "about": "about, approx, approximately, around, circa, ca, c, roughly, maybe",
    "over": "over, more than, at least, longer than, above",
    "yes": "yes, y, true, done",
    "no": "no, n, false",
    "instead": "not, instead of, and not, rather than",
    "not done": "rest, rest day, resting, day off, off, sick, ill, n a, na, nan, null, none, nil, nd",
    "skipped": "not done, skipped, skip, did not do, didn t do, missed, not held, left out, cancelled,"
    " canceled, omitted",
    "status": "status, state, type, kind",
    "was done": "done, did it, did you do it, was it done",
    "filler": "side, leg, hip, foot, ankle, knee, only, the, my, hold, on, was, were, hips, legs, sides",
    "between": "one, first, today, then, now, again, ok, okay, so, well",
    "narration": "i held, i managed, i did, i balanced, i kept, i stayed, i could hold, i was able to hold, i got,"
    " i reached, managed, balanced, kept, stayed, this morning, this afternoon, this evening, tonight,"
    " in the morning, in the afternoon, in the evening, at noon, also, just, got, reached, crossed",
    "before a side": "on, with, the, my, your",
    "before a day": "the",
    "around": "a, am, an, are, as, at, bal, balance, balancing, by, c, can, circle, could, crossed, day, did,"
    " do, does, down, during, evening, first, for, from, go, h, hh, hips, hms, in, is, it, last, long,"
    " longest, many, me, mm, morning, ms, much, nd, night, noon, now, of, pm, pose, position, raw, rd, secs,"
    " ss, st, test, th, that, then, third, this, today, todays, up, was, were, what, with, x, you, your, bad,"
    " else, able, keep",
    "months": "january jan, february feb, march mar, april apr, may, june jun, july jul, august aug,"
    " september sept sep, october oct, november nov, december dec",
    "weekdays": "monday mon, tuesday tues tue, wednesday weds wed, thursday thurs thur thu, friday fri,"
    " saturday sat, sunday sun",
    "held": "hold, holds, held, holding",
    "whole": "workout, training, session, class, form, survey, interview, group time, total, page, rest",
    "of others": "pb, personal best, max, maximum, mean, minimum, avg, average, best, sum, longest, shortest,"
    " record, previous",
    "begin": "start, started, begin, began, begun",
    "commencing": "commencing, beginning, starting, starts, begins, since, start date, first day",
    "sent": "timestamp, created, modified, updated, edited, entered, uploaded, exported, synced, submitted,"
    " submit, submitdate, received, saved, logged, completion, completed",
    "other moment": "birth, born, dob, birthday, birthdate, surgery, operation, injury, accident, diagnosis,"
    " admission, enrolled, enrolment, enrollment, next, appointment, due, reminder, deadline, bed, bedtime,"
    " wake, woke, sleep, slept, medication, pill, pills, meal, breakfast, dinner",
    "other place": "back, knee, knees, ankle, foot, shoulder, shoulders, neck, head, headache, groin, elbow,"
    " wrist, calf, thigh",
    "other pain": "night, nights, nighttime, overnight, at rest, resting, walking, stairs",
    "scale": "scale, level, score, scores, intensity, rating, rate, nrs, nprs, vas, overall, out of, points,"
    " point, pts",
    "hamstring": "hamstring, hamstrings",
    "quad": "quad, quads, quadriceps",
    "another exercise": "stance, single leg stand, one leg stand, blood pressure, balance board,"
    " wobble board, yoga, tree pose, dead hang, wall sit, push up, push ups, pushups, sit ups, crunches,"
    " burpees, deadlift, deadlifts, swimming, running, cycling, plank, planks, bridge, bridges, reach,"
    " squat, squats, lunge, lunges, grip, calf, calves, rotation, rotations, flexion, extension, abduction,"
    " adduction, strength, force, rom, range, jump, jumps, hop, hops, thigh, shoulder, shoulders, arm,"
    " arms, bicep, biceps, clam, clams, clamshell, clamshells, dorsiflexion, circumference, girth,"
    " swelling, step, steps, speed, power, torque, rate, couch stretch, pigeon, pigeon pose,"
    " child s pose, childs pose, cobra, cat cow, butterfly, frog stretch, frog pose, dead bug, bird dog,"
    " superman, leg press, leg curl, leg raise, leg raises, pull up, pull ups, chin up, chin ups,"
    " hip thrust, hip thrusts, monster walk, fire hydrant, fire hydrants,"
    " donkey kick, donkey kicks, kettlebell, bench press,"
    " lizard pose, warrior pose, downward dog, happy baby, dead lift, v sit, l sit, handstand",
    "asked": "please, next time, aim for, go for, try to, you should, i suggest, i recommend",
    "yesterday": "yesterday, last night, yesterday morning, yesterday evening, yesterday night",
    "today": "today, this morning, this afternoon, this evening, tonight",
    "since": "since, until, till, before, after, for",
    "another time": "yesterday, tomorrow, surgery, operation, injury, accident, last night, last evening,"
    " last week",
    "departed": "ago, early, earlier, late, later, walk, nap",
    "remaining": "to, on, of, in, at, before, when, until, till, and",
    "than": "than",
    "comparing": "than, better, worse, less, slower, shorter",
    "best": "best, good, great, perfect, better",
    "worst": "worst, severe, unbearable",
    "during": "in, during, with, first",
    "went": "went, down, goes",
    "mailed": "sent",
    "log": "log, logs, logbook, diary, tracker, tracking, record, records, sheet, list, lists, home, daily,"
    " data, export, exported, exercise, exercises, file, files, note, notes, table, form, response,"
    " responses, answer, answers, result, results, download, example, sample, test, new, final, backup,"
    " hand, kept, written, own, tab, page, week, weeks, phase, block, part, q, old, winter, spring, summer,"
    " autumn, fall, session, copy, training, stopwatch, memo, voice, challenge, practice, program, programme",
    "half of a day": "am, pm, morning, noon, afternoon, evening, night",
    "person": "person, patient, patient id, patient no, patientid, participant, participant id, participantid,"
    " subject, subject id, study id, studyid, pid, record id, athlete, user id, user, client, client id,"
    " who, whose, initials, first name, member, family member, author, by, written by, posted by, sent by,"
    " comment by, commented by, patient number, patientno, participant no, participant number, participant"
    " code, subject no, subject number, subj, subj id, subjid, study no, studyno, study number, screening"
    " number, screening no, screening id, mrn, medical record number, case id, case no, case number,"
    " pseudonym, client no, client number, person id",
    "given names": "anna, ann, anne, alice, amy, amanda, andrea, andrew, anthony, adam, alex, ben, benjamin,"
    " betty, bob, brian, carol, charles, charlie, chloe, chris, christine, claire, daniel, dan, david,"
    " debbie, dave, diana, donna, dora, edward, ed, elizabeth, ella, emily, emma, eric, ethan, eva, fiona,"
    " frank, fred, gary, george, grace, greg, hannah, harry, helen, henry, holly, ian, isabel, jack, jacob,"
    " james, jane, janet, jason, jeff, jennifer, jenny, jessica, jim, joan, joe, john, jordan, joseph, josh,"
    " judy, julia, julie, karen, kate, kathy, keith, kelly, ken, kevin, kim, larry, laura, lee, leo, liam,"
    " linda, lisa, liz, louise, lucy, luke, margaret, maria, martin, mary, matt, matthew, megan, michael,"
    " michelle, mike, molly, nancy, nick, noah, nora, oliver, olivia, oscar, patricia, paul, peter, phil,"
    " rachel, rebecca, richard, robert, roger, ron, ruth, ryan, sally, sam, samantha, sandra, sara, sarah,"
    " scott, sharon, simon, sophia, sophie, stephen, steve, stuart, sue, susan, thomas, tim, tina, tom, tony,"
    " vera, victor, walter, wendy, william, zoe, cleo",
    "ordinary": "good, bad, ok, okay, fine, great, poor, easy, hard, medium, light, heavy, strong, weak, tired,"
    " fresh, rested, stiff, sore, sleepy, calm, stressed, relaxed, better, worse, morning, noon,"
    " midday, afternoon, evening, night, am, pm, early, late, mat, floor, carpet, rug, grass, bed,"
    " sofa, couch, chair, wall, door, pad, ball, band, board, block, cushion, pillow, foam, wood, home,"
    " gym, work, office, hotel, clinic, studio, garden, park, kitchen, travel, inside, outside,"
    " indoors, outdoors, barefoot, shoes, socks, warm up, warmup, main, cool down, test, training,"
    " baseline, practice, routine, phase, phone, tablet, watch, timer, app, paper, laptop, alone,"
    " partner, supervised, high, low, normal, usual, new, old, first, second, third, red, blue, green,"
    " black, white, yellow, orange, grey, gray, purple, pink, open, closed, hot, warm, cold, cool,"
    " rain, rainy, sun, sunny, cloudy, snow, summer, winter, spring, autumn, slow, fast, coffee, tea,"
    " music, quiet, yoga, run, walk, ride, swim, hip, rest, control, treatment",
    "given name": "first name, firstname, given name, given names, forename, forenames",
    "family name": "last name, lastname, surname, family name, second name, name, names",
    "born": "date of birth, dob, birth date, birthdate, birthday, born, born on, year of birth, birth year",
    "site": "site, site id, site no, site number, center, center id, center no, centre, centre id,"
    " centre no, clinic, clinic id, practice, hospital, ward, family, family id, household,"
    " household id, group, cohort, arm, study arm, team, class, school, country, city, town,"
    " institution, department, data access group, redcap data access group, dag",
    "name": "name, names, sender, profile, account, by, owner, author, family, group, code, id",
    "numerals": "zero, one a an, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve,"
    " thirteen, fourteen, fifteen, sixteen, seventeen, eighteen, nineteen, twenty, thirty, forty fourty, fifty,"
    " sixty, seventy, eighty, ninety, hundred",
    "quarter": "quarter",
    "half": "half",
    "half a minute": "half a minute, a half minute",
    "minute and a half": "one and a half minutes",
    "left letter": "",
    "right letter": "",
    "letters": "",
    "encodings": "cp1252",
}
