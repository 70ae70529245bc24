"""The words of pain notes, as data: add a word, or one of another language, to the line it belongs to.

Each line is words or phrases with commas between, in small letters, without hyphens, apostrophes or articles
(the, a, my); the longest phrase wins, and a last -s may be there or not. `notes.py` has the rules.
"""

PLACES = {
    "hip": "hip, hip flexor, hip joint, glute, glut, gluteal, buttock, bum, butt, piriformis, psoas, trochanter, "
    "greater trochanter, labrum",
    "si_joint": "si, sij, si joint, s i joint, sacroiliac, sacroiliac joint, sacro iliac, sacrum, sacral",
    "low_back": "back, low back, lower back, lumbar, lumbar spine, lumbago, backache, lbp, spine, disc, disk",
    "sciatica": "sciatica, sciatic, sciatic nerve, nerve, leg, lower leg, calf, calve, foot, feet, toe, back of "
    "leg, back of thigh, back thigh, hamstring, hammy, hammie",
    "itb": "itb, it band, i t band, itband, tfl, tensor fasciae latae, iliotibial, iliotibial band, outer thigh, "
    "outside thigh, lateral thigh, outside of thigh, outer side of thigh, side of thigh, outside of leg",
    "knee": "knee, kneecap, knee cap, patella, meniscus",
    "groin": "groin, adductor, inner thigh, inside thigh, inside of thigh, inner side of thigh, pubic bone",
    "other": "thigh, quad, quadricep, shin, ankle, heel, neck, shoulder, upper back, mid back, middle back, "
    "thoracic, belly, stomach, abdomen, rib, chest, tailbone, coccyx, sit bone, sitz bone, wrist, elbow, arm, "
    "pelvis",
}

QUALITIES = {
    "dull": "dull",
    "throbbing": "throbbing, throb, throbbed, pulsing",
    "ache": "ache, aching, achy, achey, ached, backache",
    "sharp": "sharp, sharper",
    "stabbing": "stabbing, stab, stabby, stabbed, knife like",
    "burning": "burning, burn, burned, burnt, burny",
    "radiating": "radiating, radiate, radiated, shooting, shoot, shot down, travels down, runs down, running down",
    "tingling": "tingling, tingle, tingly, tingled, pins and needle, pins needle",
    "numb": "numb, numbness, numbed",
    "sore": "sore, soreness, sorer, tender, tenderness",
    "tight": "tight, tightness, tighter, tightened",
    "stiff": "stiff, stiffness, stiffer, stiffened",
    "pinching": "pinching, pinch, pinched, pinchy",
    "pulling": "pulling, pull, pulled, tugging, tug",
    "cramping": "cramping, cramp, crampy, cramped, spasm",
    "weak": "weak, weakness, weaker, wobbly, shaking, shaky, shook, trembling",
    "clicking": "clicking, click, clicky, clicked, popping, pop, popped, clunk, clunking, clunky, snapping, "
    "crack, cracking, cracked, creak, creaky",
}
# A place may feel like this, and its owner still say that there is no pain.
PAINLESS_QUALITIES = {"tingling", "numb", "tight", "stiff", "pulling", "weak", "clicking", "radiating"}

PAIN = (
    "pain, painful, hurt, hurting, discomfort, uncomfortable, twinge, niggle, niggling, niggly, ouch, flare, "
    "flared, symptom, complaint, bother, bothering, bothered, irritated, trouble, issue, problem, agony, "
    "grumbling"
)
BAD = "bad, worse, worst"  # says of something named elsewhere that it hurts

SIDES = {"left": "left, lt, l", "right": "right, rt, r", "both": "both, bilateral, bilaterally, each side"}

NOT = (
    "no, not, without, never, neither, nor, didnt, doesnt, dont, isnt, wasnt, arent, werent, hasnt, havent, "
    "hadnt, aint, no longer, no more, no sign of, free of, free from, cant feel, couldnt feel, wouldnt say"
)
ANSWERS_NO = "none, nope, nil, nah, nothing, nothing at all, nothing to report, negative"  # also said with no noun
DOUBT = "cant say, cannot say, couldnt say"  # with another "not" after it: there is some
PAINLESS = "painless, pain free, painfree, symptom free"
FINE = "all good, all clear, all well, all great, fine, ok, okay, alright, all right, happy, quiet, silent, calm"
GOOD = "good, great, perfect, clear, normal"  # denies a place before it, says nothing alone
WELL = "loose, looser, loosened up, strong, stronger, stable, steady, open, relaxed, mobile, flexible"
GONE = (
    "gone, went away, gone away, go away, goes away, disappeared, vanished, resolved, cleared, cleared up, "
    "subsided, left me"
)
MOVES = (
    "crossed, crossing, lifting, raising, moving, moved, straightening, straightened, pressing, rolling, rolled"
)
STOPPED = "stopped"  # as gone, but alone it is the hold that stopped
# A denial does not reach beyond these.
TURN = (
    "but, however, though, although, except, apart from, besides, other than, aside from, just, only, still, "
    "because, due to, while, then, some, slight, slightly, mild, minor, bit, little, maybe, more of"
)
UNTIL = "until, till, til"  # after a denial: it ended there

AGO = "yesterday, yesterdays, last night, last week, last time, last month, last session, day before, used to be"
EARLIER = (
    "before, at first, initially, earlier, start, started, beginning, at start, at beginning, began, first set, "
    "monday, tuesday, wednesday, thursday, friday, saturday, sunday"
)
WAS = "was, were, this morning"  # earlier only beside a number that is now
NOW = "now, today, tonight, after, afterward, then, finally, end, ended, at end, by end, later, currently, by now"
EXTREME = "worst, peak, peaked, max, maximum, best, lowest, least, min, minimum, average, usual, usually, normally"
DOWN_TO = {"down to", "spreads to", "spreading to", "travels to", "up to"}  # a place: it radiates
CHANGE = "went, go, goes, dropped, drops, rose, climbed, eased, fell, moved, grew, crept, down, up"
FROM = "from"
TO = "to, back to, down to, up to, spreads to, spreading to, travels to"
BETWEEN = "between, range, ranging, ranged, varies, anywhere"
AND = "and, plus"
OR = "or"

# A place named with one of these is busy, not sore.
EXERCISE = (
    "stretch, stretches, stretching, hold, holding, held, exercise, balance, balancing, press, hinge, thrust, "
    "opener, shaking, shaky, shook, trembling, circle, bridge, raise, extension, mobility, bent, straight, "
    "lifted, raised, knee up, leg up, foot up"
)
# Known words in them do not mean what they mean alone.
NEUTRAL = (
    "no change, no better, not better, no worse, not worse, no difference, no improvement, no relief, no idea, "
    "no doubt, no more than, no less than, no matter, not sure, not only, not just, not much, not bad, not too "
    "bad, not as bad, not great, not too, not so, not as, nothing new, nothing else, nothing special, nothing "
    "like, nothing much, nothing changed, i left, left it, left out, left over, left early, left off, left home, "
    "back and forth, back then, back home, back on track, on back, onto back, lay back, years back, days back, "
    "weeks back, in front, good stretch, good hold, good session, good set, good deal, good bit, good day, good "
    "night, good morning, good burn, good pull, good and, good but, foot off, feet off, other hand, at least, i "
    "stopped, had to stop, nothing but, cant, couldnt, wont, wouldnt, shouldnt, nerve racking"
)
ARTICLES = {"the", "a", "an", "my", "his", "her", "your", "any"}
# Plain words that look like plurals, or that may stand after a 1: what is before them is no count of them.
NO_NOUNS = set(
    "always sometimes afterwards towards perhaps across less unless this yes downstairs upstairs outdoors "
    "whereas as is was has does feels goes gets comes in on at of or and to with when where for by so too if "
    "again all during while over under inside outside near around because sitting standing walking lying moving "
    "resting overall max ish worst most everywhere maybe probably really very it".split()
)

NUMBER_WORDS = dict(zip("zero one two three four five six seven eight nine ten".split(), range(11), strict=True))
BEFORE_NUMBER = set(
    "a about maybe to from at is was pain around only just now still say of like roughly between or level scale "
    "score rating nrs vas".split()
)
MOMENT = {"at", "after", "by", "around", "from", "past"}  # before a duration: when it was, not how long
AFTER_NUMBER = set("in on today now to or and but by at for with then after before when yesterday tonight".split())

UNITS = set(
    "s sec secs second seconds m min mins minute minutes h hr hrs hour hours day days night nights week weeks wk "
    "wks month months year years yr yrs am pm oclock kg kgs kilo kilos lb lbs pound pounds g mg ml km kms k mile "
    "miles cm mm ft feet inch inches degree degrees deg percent pct rep reps set sets round rounds x time times "
    "step steps point points notch notches more longer pillow pillows tablet tablets pill pills st nd rd "
    "th".split()
)
COUNTED = set("set day week month round rep session attempt try number minute hour night exercise".split())
OTHER_SCALES = set(
    "rpe effort exertion mood sleep energy fatigue tiredness stress difficulty motivation intensity focus borg "
    "form technique breathing workout".split()
)
TAKEN = set(
    "took take taken taking since until till til by woke woken awake bed slept ibuprofen paracetamol aspirin "
    "naproxen tylenol advil aleve acetaminophen tramadol codeine diclofenac".split()
)
# Words one slip away from a word above that are words themselves.
NOT_SLIPS = {"tinge", "twine", "sacra", "acing"}

MONTHS = set("jan feb mar apr jun jul aug sep oct nov dec".split())

# Marks, and what is read in their place.
MARKS = (
    dict.fromkeys("’‘`´'", "")  # noqa: RUF001
    | dict.fromkeys("‐‑‒–—―−", "-")  # noqa: RUF001
    | dict.fromkeys("→⇒➔➜⟶", " -> ")
    | dict.fromkeys("\r\n\v\f\x85\u2028\u2029", " ; ")
    | {"½": ".5", "×": "x"}  # noqa: RUF001
)
# What is mended before words are looked up: text that must be there, a pattern, and what stands in its place.
# A pattern that begins with a letter is found much faster than one that begins with what must stand before it.
TIDY = (
    ("w/o", r"\bw/o\b", "without"),
    (".", r"\b([a-z])\.([a-z])\.(?:([a-z])\.)?", r"\1\2\3 "),
    (".", r"\b(rt|lt|r|l|approx)\.(?=\s)", r"\1"),
    ("l", r"(l)(?<!\wl) ?:? ?(\d{1,2})[ ,/;]{1,3}(r) ?:? ?(\d{1,2})\b", r"\1 \2 , \3 \4"),
    ("r", r"(r)(?<!\wr) ?:? ?(\d{1,2})[ ,/;]{1,3}(l) ?:? ?(\d{1,2})\b", r"\1 \2 , \3 \4"),
    ("-", r"(?<=[a-z])-(?=[a-z])", " "),
    (" of ", r"\b(back|outside|inside|front|side) of (?:(?:the|my) )?(left|right|l|r|lt|rt|both) ", r"\2 \1 of "),
    (" thigh", r"\b(outer|inner|back) (left|right|l|r|lt|rt) (?=thigh)", r"\2 \1 "),
    (
        "right ",
        r"right (?<!\wright )(?<!the right )(?<!my right )(?<!on right )(?=(?:now|away|after|before|at|when|as|"
        r"until|where|through|there|in|under|behind|above|below|from|into|on)\b)",
        "",
    ),
    (
        " back",
        r"\b(is|are|was|were|be|been|came|come|comes|coming|crept|creeping|went|going|go|get|got|getting|held|hold|"
        r"pulled|cut|eased|dialed|dialled|backed|bounced|laid|all) back\b"
        r"(?! (?:pain|ache|sore|tight|stiff|hurt|spasm|fine|ok))",
        r"\1",
    ),
)
ANKLE_ON_KNEE = (
    r"(?:(?:left|right|l|r) )?ankle (?:crossed )?(?:on|to|over|across|at) (?:the |my |opposite |other )?"
    r"(?:left |right |l |r )?knee"
)

# What each word is called in the rules: its kind, and within it its value.
KINDS = {
    "place": PLACES,
    "exercise": {"exercise": EXERCISE, "move": MOVES},
    "quality": QUALITIES,
    "side": SIDES,
    "pain": {"pain": PAIN, "bad": BAD},
    "not": {"not": NOT, "none": ANSWERS_NO, "doubt": DOUBT},
    "painless": {"painless": PAINLESS},
    "fine": {"fine": FINE, "good": GOOD, "well": WELL},
    "gone": {"gone": GONE, "stopped": STOPPED},
    "turn": {"turn": TURN},
    "until": {"until": UNTIL},
    "time": {"ago": AGO, "earlier": EARLIER, "was": WAS, "now": NOW, "extreme": EXTREME},
    "from": {"from": FROM},
    "to": {"to": TO},
    "between": {"between": BETWEEN},
    "change": {"change": CHANGE},
    "and": {"and": AND},
    "or": {"or": OR},
    "word": {"": NEUTRAL},
}
