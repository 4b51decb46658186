// Reads texts, one JSON string a line; embeds each with transformers.js on one thread; prints the milliseconds of each and, with
// "vectors", the vectors. Usage: node embed.mjs MODELS_FOLDER NAME WARM_UPS [vectors] < texts
import { pipeline, env } from '@huggingface/transformers';
import { readFileSync } from 'node:fs';

const [folder, name, warmUps, vectors] = process.argv.slice(2);
env.allowRemoteModels = false;
env.localModelPath = folder;
env.useFSCache = false;
const extract = await pipeline('feature-extraction', name, {
  dtype: 'q8', device: 'cpu', session_options: { intraOpNumThreads: 1, interOpNumThreads: 1 },
});
const texts = readFileSync(0, 'utf8').split('\n').filter(line => line !== '').map(line => JSON.parse(line));
for (let i = 0; i < Number(warmUps); i++) await extract(texts[i % texts.length], { pooling: 'mean', normalize: true });
for (const text of texts) {
  const start = performance.now();
  const vector = await extract(text, { pooling: 'mean', normalize: true });
  const elapsed = performance.now() - start;
  console.log(JSON.stringify(vectors ? { elapsed, vector: [...vector.data] } : { elapsed }));
}
