import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { moveFolder } from '../../src/jobs/move/move-folder.ts';
import { TODAY } from '../support/app.ts';
import { emptyDatabase } from '../support/postgres.ts';
import { changesBetween, countByKind, inWords } from './difference.ts';
import { askEverything, readRecording, writeRecording } from './recording.ts';

const { values } = parseArgs({ options: { engine: { type: 'string', default: 'sqlite' } } });
const MOST_SHOWN = 15;

/** Asks all of the bundled lists moved into a PostgreSQL of its own, and says what is answered otherwise than recorded; records nothing. */
const compareOnPostgres = async (): Promise<void> => {
  const database = await emptyDatabase();
  const now = await askEverything(
    async (data) => void (await moveFolder({ data, database, now: TODAY, progress: () => undefined })),
  );
  const recorded = readRecording();
  const changes = changesBetween(recorded, now);
  for (const change of changes.slice(0, MOST_SHOWN)) console.log(inWords(change));
  const registry = recorded.registryHash === now.registryHash ? 'the same' : 'another';
  console.log(`PostgreSQL: ${changes.length} of ${now.answers.length} answers differ; ${registry} registry`);
  process.exit(changes.length === 0 && registry === 'the same' ? 0 : 1);
};

/** Records the golden answers anew and says how many of each kind changed. */
const record = async (): Promise<void> => {
  const first = !existsSync(new URL('answers.ndjson.br', import.meta.url));
  const now = await askEverything();
  const before = first ? { registryHash: '', answers: [] } : readRecording();
  const changed = countByKind(changesBetween(before, now));
  writeRecording(now);
  for (const [kind, count] of countByKind(now.answers))
    console.log(`${kind}: ${changed.get(kind) ?? 0} of ${count} changed`);
  const registry = before.registryHash === now.registryHash ? 'the same' : 'another';
  console.log(`${now.answers.length} answers recorded; ${registry} registry, ${now.registryHash}`);
};

await (values.engine === 'postgres' ? compareOnPostgres() : record());
