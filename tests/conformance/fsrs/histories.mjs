// Prints random review histories with what ts-fsrs makes of them, one JSON value a line; the same lines for the same seed.
// A line: {"retention": r, "steps": [{"t": days, "rating": 1-4, "recall": before, "stability", "difficulty", "interval"}, …]}
// with "recall" null in the first step. Parameters and short-term learning are ts-fsrs's defaults, fuzz is off.
// Usage: node histories.mjs SEED COUNT
import { fsrs } from 'ts-fsrs';

const [seed, count] = process.argv.slice(2).map(Number);

let state = seed >>> 0;
function below(n) { // Mulberry32 (Tommy Ettinger, public domain)
  state = (state + 0x6D2B79F5) >>> 0;
  let x = Math.imul(state ^ (state >>> 15), state | 1);
  x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
  return Math.floor(((x ^ (x >>> 14)) >>> 0) / 2 ** 32 * n);
}
const of = values => values[below(values.length)];

// The same day, days, weeks, years; what was due about now; parts of a day, which the formulas allow.
const elapsed = memory => of([
  () => 0, () => 0, () => 1, () => below(8), () => below(60), () => below(1000), () => below(40000),
  () => Math.round(memory.stability * (0.5 + below(100) / 100)), () => below(3000) / 100,
])();

for (let i = 0; i < count; i++) {
  const retention = of([0.9, 0.9, 0.85, 0.95, (70 + below(30)) / 100]);
  const model = fsrs({ request_retention: retention, enable_fuzz: false });
  // Some people mostly fail, some never do: low and high stabilities both have to be reached.
  const ratings = of([[1, 2, 3, 4], [1, 3, 3, 3], [1, 1, 1, 2], [3, 4], [1, 2]]);
  const steps = [];
  let memory = null;
  for (let left = 1 + below(30); left > 0; left--) {
    const t = memory === null ? 0 : elapsed(memory);
    const rating = of(ratings);
    const recall = memory === null ? null : model.forgetting_curve(t, memory.stability);
    memory = model.next_state(memory, t, rating);
    steps.push({ t, rating, recall, ...memory, interval: model.next_interval(memory.stability, t) });
  }
  console.log(JSON.stringify({ retention, steps }));
}
