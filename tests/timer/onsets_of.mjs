// Runs the page's detector over recordings: `node onsets_of.mjs RATE`. Of each there come by standard input, one after
// the other, the length of what is told of it, that itself as JSON (how many samples, and the timer's cues), and its
// samples in 32 bits each. It is answered by a line of JSON: the onsets, and the first of each two knocks, in seconds.
import { readSync, writeSync } from "node:fs";
import { knocks } from "../../hiplog/timer/page/input/knocks.js";
import { Onsets } from "../../hiplog/timer/page/input/onsets.js";

const QUANTUM = 128; // samples that a browser hands over at a time
const rate = Number(process.argv[2]);

function read(bytes) {
  const into = Buffer.alloc(bytes);
  for (let got = 0; got < bytes; ) {
    const more = readSync(0, into, got, bytes - got);
    if (!more) return null;
    got += more;
  }
  return into;
}

function heardIn(samples, { cues }) {
  const onsets = new Onsets(rate);
  const two = knocks();
  const found = { onsets: [], pairs: [] };
  for (let i = 0; i < samples.length; i += QUANTUM) {
    for (const onset of onsets.hear(samples.subarray(i, i + QUANTUM))) {
      const at = (1000 * onset.at) / rate;
      const first = two.add({ ...onset, at }, cues);
      found.onsets.push({ ...onset, at: at / 1000 });
      if (first !== null) found.pairs.push(first / 1000);
    }
  }
  return found;
}

for (let length = read(4); length; length = read(4)) {
  const told = JSON.parse(read(length.readUInt32LE()));
  const bytes = read(4 * told.samples);
  const found = heardIn(new Float32Array(bytes.buffer, bytes.byteOffset, told.samples), told);
  writeSync(1, `${JSON.stringify(found)}\n`);
}
