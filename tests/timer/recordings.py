"""Made recordings of a room: knocks on its floor, claps, speech, music, a vacuum cleaner, the timer's own sounds.

All of it is synthetic and seeded. Levels are those of a microphone without gain control, as shares of full scale;
how far real floors, rooms and microphones are from it is not known.
"""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.io import wavfile
from scipy.signal import butter, fftconvolve, resample_poly, sosfilt

from hiplog.timer.joining import PAGE

RATE = 48000
ESPEAK = "espeak-ng"
QUIET_DB = -66.0  # a quiet room, with the microphone's own noise: RMS
SPEECH_DB = -32.0
VACUUM_DB = -28.0
MUSIC_DB = -32.0
ROOMS_S = (0.2, 0.35, 0.5, 0.8)  # how long sound takes to decay by 60 dB: carpet and curtains, to a bare room
VOLUME_M3 = 45.0
SOUND_M_S = 343.0
FLOORS = ("wood", "stone", "carpet")
KINDS = (*FLOORS, "clap")
PEAK_DB = {"wood": -24.0, "stone": -26.0, "carpet": -27.0, "clap": -16.0}  # at one metre, give or take
VOICES = ("en-gb", "en-us", "en-gb-scotland", "en-029", "en-gb+f3", "en-us+f2", "en-us+m3", "en-gb+f4")
Samples = NDArray[np.float64]


class Recording(NamedTuple):
    """What a microphone hears: `end_s` is when the first of two knocks is in it, if there are two.

    `cues` are the timer's as the page has them, in milliseconds.
    """

    samples: Samples
    end_s: float | None = None
    cues: tuple[dict, ...] = ()


def from_db(db: float) -> float:
    return 10 ** (db / 20)


def noise(rng: np.random.Generator, samples: int, low: float, high: float) -> Samples:
    """Return noise of RMS 1 between two frequencies, in hertz."""
    band = butter(2, [low, high], "bandpass", fs=RATE, output="sos")
    made = sosfilt(band, rng.standard_normal(samples + 4800))[4800:]
    return made / np.sqrt(np.mean(made**2))


def knock(rng: np.random.Generator, floor: str) -> Samples:
    """Return one knock, its peak 1: modes of the floor that die away, and the click of the knuckle."""
    low, high, longest_s, click = {
        "wood": (70, 450, 0.035, 0.5),
        "stone": (250, 1600, 0.012, 0.9),
        "carpet": (50, 250, 0.030, 0.12),
    }[floor]
    t = np.arange(round(0.25 * RATE)) / RATE
    modes = [
        rng.uniform(0.3, 1) * np.exp(-t / rng.uniform(longest_s / 3, longest_s)) * np.sin(2 * np.pi * f * t)
        for f in rng.uniform(low, high, 5)
    ]
    body = np.sum(modes, axis=0) * np.minimum(1, t / rng.uniform(0.0005, 0.003))
    strike = noise(rng, t.size, 300, rng.uniform(2000, 6000)) * np.exp(-t / rng.uniform(0.001, 0.003))
    return _peak_one(body / np.abs(body).max() + click * rng.uniform(0.5, 1.5) * strike / np.abs(strike).max())


def clap(rng: np.random.Generator) -> Samples:
    """Return one clap, its peak 1: a burst of noise about one to two and a half kilohertz."""
    t = np.arange(round(0.15 * RATE)) / RATE
    middle = rng.uniform(900, 2500)
    burst = noise(rng, t.size, middle / 1.8, min(9000, middle * 2.2)) * np.exp(-t / rng.uniform(0.004, 0.011))
    return _peak_one(burst * np.minimum(1, t / 0.0005))


def _peak_one(made: Samples) -> Samples:
    return made / np.abs(made).max()


def impulse(rng: np.random.Generator, decay_s: float, metres: float) -> Samples:
    """Return what a room answers to an impulse: the direct sound, at 1 / `metres`, then what the walls return.

    Their part is that of a diffuse field beyond the critical distance, 0.057 sqrt(volume / decay):
    H. Kuttruff, Room Acoustics, section 5.5. Walls and air take the high tones first.
    """
    t = np.arange(round(decay_s * RATE)) / RATE
    tail = rng.standard_normal(t.size) * np.exp(-6.91 * t / decay_s)
    dull = rng.standard_normal(t.size) * np.exp(-13.8 * t / decay_s)
    low = butter(1, 2500, "lowpass", fs=RATE, output="sos")
    tail = sosfilt(low, tail) + (dull - sosfilt(low, dull))
    tail[: round(0.002 * RATE)] = 0  # nothing comes back sooner
    critical_m = 0.057 * np.sqrt(VOLUME_M3 / decay_s)
    tail *= 1 / critical_m / np.sqrt(np.sum(tail**2))
    tail[0] = 1 / metres
    return tail


def strike(rng: np.random.Generator, kind: str, decay_s: float, metres: float, db: float) -> Samples:
    """Return a knock or a clap as a microphone has it, without the way the sound takes."""
    dry = clap(rng) if kind == "clap" else knock(rng, kind)
    return from_db(db) * fftconvolve(dry, impulse(rng, decay_s, metres))


def two_knocks(
    rng: np.random.Generator, kind: str, decay_s: float, metres: float, over: Callable[[float], Samples]
) -> Recording:
    """Return five seconds of `over` with two knocks or claps in it, alike but not the same."""
    made = over(5)
    first_s = rng.uniform(2, 3)
    db = PEAK_DB[kind] + rng.normal(0, 3)
    for at_s in (first_s, first_s + rng.uniform(0.18, 0.5)):
        struck = strike(rng, kind, decay_s, metres, db + rng.normal(0, 2))
        put(made, struck, at_s + metres / SOUND_M_S)
    return Recording(made, first_s)


def put(into: Samples, sound: Samples, at_s: float) -> None:
    """Add a sound, as far as there is room for it."""
    start = round(at_s * RATE)
    part = sound[: into.size - start]
    into[start : start + part.size] += part


def quiet(rng: np.random.Generator, samples: int) -> Samples:
    """Return a quiet room: what comes through its walls, the mains, and the microphone's noise, over and over."""
    once = 10 * RATE  # whole turns of the mains
    t = np.arange(once) / RATE
    hum = sum(np.sin(2 * np.pi * f * t + rng.uniform(0, 6)) / f for f in (50, 100, 150, 300))
    made = noise(rng, once, 40, 500) + 0.4 * noise(rng, once, 200, 12000) + hum
    return np.resize(from_db(QUIET_DB) * made / np.sqrt(np.mean(made**2)), samples)


def house(rng: np.random.Generator, seconds: float) -> Samples:
    """Return a quiet room in which a clock ticks, and every few minutes a thing falls, creaks or clicks."""
    made = quiet(rng, round(seconds * RATE))
    tick = clap(rng)[: round(0.01 * RATE)]
    for at_s in np.arange(0.5, seconds, 1.0):
        put(made, from_db(-56 + rng.normal(0, 1)) * tick, at_s)
    for at_s in rng.uniform(0, seconds, rng.poisson(seconds / 120)):
        put(made, strike(rng, rng.choice(KINDS), 0.35, rng.uniform(2, 5), rng.uniform(-40, -16)), at_s)
    return made


def vacuum(rng: np.random.Generator, seconds: float) -> Samples:
    """Return a vacuum cleaner that is pushed to and fro: its motor's tones, and rushing air."""
    samples = round(seconds * RATE)
    t = np.arange(samples) / RATE
    motor = sum(
        np.sin(2 * np.pi * f * t + rng.uniform(0, 6)) / (k + 1) for k, f in enumerate((100, 300, 430, 860))
    )
    pushed = 1 + 0.4 * np.sin(2 * np.pi * t / 1.7) + 0.2 * np.sin(2 * np.pi * t / 0.61)
    made = pushed * (noise(rng, samples, 80, 9000) + 0.5 * motor)
    return from_db(VACUUM_DB) * made / np.sqrt(np.mean(made**2)) + quiet(rng, samples)


def music(rng: np.random.Generator, seconds: float) -> Samples:
    """Return notes that are struck and bowed, with a bass and a drum, at a beat that changes each half minute."""
    samples = round(seconds * RATE)
    made = np.zeros(samples)
    at_s, beat_s = 0.0, 0.5
    while at_s < seconds:
        if at_s % 30 < beat_s:
            beat_s = rng.uniform(0.3, 0.9)
        for _ in range(rng.integers(1, 4)):
            put(made, _note(rng, beat_s), at_s)
        if rng.random() < 0.5:
            put(made, rng.uniform(0.3, 1) * (clap(rng) if rng.random() < 0.5 else knock(rng, "wood")), at_s)
        at_s += beat_s * rng.choice([0.5, 0.5, 1, 1, 2])
    made = fftconvolve(made, impulse(rng, 0.4, 2))[:samples]
    return from_db(MUSIC_DB) * made / np.sqrt(np.mean(made**2)) + quiet(rng, samples)


def _note(rng: np.random.Generator, beat_s: float) -> Samples:
    t = np.arange(round(2 * beat_s * RATE)) / RATE
    f = 110 * 2 ** (rng.integers(0, 36) / 12)
    waves = sum(np.sin(2 * np.pi * k * f * t) / k**1.3 for k in range(1, 9) if k * f < 12000)
    struck = np.exp(-t / rng.uniform(0.1, 0.8)) * np.minimum(1, t / rng.uniform(0.002, 0.08))
    return rng.uniform(0.2, 0.6) * waves * struck


def spoken(words: str, voice: str, words_a_minute: int) -> Samples:
    """Return words as espeak-ng says them, of RMS 1 where it speaks."""
    command = [ESPEAK, "-v", voice, "-s", str(words_a_minute), "--stdin", "--stdout"]
    said = subprocess.run(command, input=words.encode(), capture_output=True, check=True).stdout
    made = resample_poly(np.frombuffer(said[44:], "<i2").astype(float), RATE, 22050)  # its WAV has no true length
    loud = made[np.abs(made) > 0.02 * np.abs(made).max()]
    return made / np.sqrt(np.mean(loud**2))


def can_speak() -> bool:
    return shutil.which(ESPEAK) is not None


def speech(rng: np.random.Generator, seconds: float, sentences: list[str]) -> Samples:
    """Return people who talk in a room, some nearer than others."""
    samples = round(seconds * RATE)
    made = np.zeros(samples)
    at_s = 0.0
    while at_s < seconds:
        said = spoken(str(rng.choice(sentences)), str(rng.choice(VOICES)), int(rng.integers(130, 200)))
        heard = fftconvolve(said, impulse(rng, rng.choice(ROOMS_S), rng.uniform(0.7, 3)))
        put(made, from_db(SPEECH_DB + rng.normal(0, 4)) * heard, at_s)
        at_s += said.size / RATE + rng.exponential(0.4)
    return made + quiet(rng, samples)


def cues(rng: np.random.Generator, seconds: float) -> Recording:
    """Return the timer's sounds, one every other second, from the loudspeaker beside the microphone."""
    sounds = page_sounds()
    made = np.zeros(round(seconds * RATE))
    planned = {at_s: str(rng.choice(list(sounds))) for at_s in np.arange(0.5, seconds - 2, 2.0)}
    for at_s, name in planned.items():
        put(made, from_db(rng.uniform(-30, -6)) * tones_of(sounds[name]), at_s)
    heard = fftconvolve(made, impulse(rng, 0.35, 0.7))[: made.size] + quiet(rng, made.size)
    return Recording(heard, cues=tuple({"at": 1000 * at_s, "sound": name} for at_s, name in planned.items()))


def page_sounds() -> dict[str, list[list[float]]]:
    """Return the tones of each of the timer's sounds, as the page has them."""
    text = (PAGE / "browser" / "signals.js").read_text("utf-8")
    found = re.findall(r"^  (\w+): (\[\[.*\]\]),$", text, re.MULTILINE)
    return {name: json.loads(tones) for name, tones in found}


def tones_of(tones: list[list[float]]) -> Samples:
    """Return tones of [hertz, begins after s, lasts s] as the page plays them: triangles, with short ramps."""
    made = np.zeros(round((max(after + s for _, after, s in tones) + 0.01) * RATE))
    for hertz, after_s, s in tones:
        t = np.arange(round(s * RATE)) / RATE
        wave = sum((-1) ** k * np.sin(2 * np.pi * (2 * k + 1) * hertz * t) / (2 * k + 1) ** 2 for k in range(8))
        put(made, 0.81 * wave * np.minimum(1, np.minimum(t / 0.01, (s - t) / 0.04)), after_s)
    return made


def found(node: str | Path, runner: Path, recordings: Iterable[Recording], rate: int = RATE) -> Iterator[dict]:
    """Yield what the page's detector finds in each recording: `onsets`, and in `pairs` each first knock."""
    with subprocess.Popen([node, runner, str(rate)], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        for samples, _, cues in recordings:
            told = json.dumps({"samples": samples.size, "cues": cues}).encode()
            process.stdin.write(np.uint32(len(told)).tobytes() + told + samples.astype("<f4").tobytes())
            process.stdin.flush()
            yield json.loads(process.stdout.readline())
        process.stdin.close()


def write_wav(path: Path, samples: Samples) -> Path:
    """Write what a browser's pretended microphone plays over and over, from its beginning when it is opened."""
    wavfile.write(path, RATE, (32767 * np.clip(samples, -1, 1)).astype("<i2"))
    return path
