import { existsSync } from 'node:fs';
import { changesBetween, countByKind } from './difference.ts';
import { askEverything, readRecording, writeRecording } from './recording.ts';

/** Records the golden answers anew and says how many of each kind changed. */
const first = !existsSync(new URL('answers.ndjson.br', import.meta.url));
const now = await askEverything();
const before = first ? { registryHash: '', answers: [] } : readRecording();
const changed = countByKind(changesBetween(before, now));
writeRecording(now);
for (const [kind, count] of countByKind(now.answers))
  console.log(`${kind}: ${changed.get(kind) ?? 0} of ${count} changed`);
const registry = before.registryHash === now.registryHash ? 'the same' : 'another';
console.log(`${now.answers.length} answers recorded; ${registry} registry, ${now.registryHash}`);
