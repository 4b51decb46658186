// Judges bodies of requests with ajv by the description that the first line of standard input holds. Each further line is
// {"method", "route", "body"}; true or false goes to standard output for each.
import { createInterface } from 'node:readline';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const ajv = new Ajv2020({ strictTypes: false, keywords: ['x-discord-union'] });
addFormats(ajv);
// Discord's own formats.
ajv.addFormat('nonce', true);
ajv.addFormat('snowflake', text => /^\d+$/.test(text) && BigInt(text) < 2n ** 64n);
ajv.addVocabulary(['openapi', 'info', 'externalDocs', 'servers', 'paths', 'components']);
ajv.addSchema({ $id: 'discord', ...JSON.parse((await lines.next()).value) });

const judges = new Map();
function judge(method, route) {
  const key = `${method} ${route}`;
  if (!judges.has(key)) {
    const names = ['paths', route, method.toLowerCase(), 'requestBody', 'content', 'application/json', 'schema'];
    const pointer = names.map(name => encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    judges.set(key, ajv.compile({ $ref: `discord#/${pointer}` }));
  }
  return judges.get(key);
}

for await (const line of lines) {
  const { method, route, body } = JSON.parse(line);
  console.log(judge(method, route)(body));
}
