import t from 'tap';
import { changesBetween, countByKind, inWords } from './difference.ts';
import { askEverything, listOf, readRecording } from './recording.ts';

const MOST_SHOWN = 15;
const onPurpose =
  'If this is meant: `npm run golden` records the answers anew; read the diff of answers.tsv.';

/** Where this file says so helps nobody: what changed lies elsewhere. */
const unplaced = { at: null, stack: '', source: '' };

const recorded = readRecording();
const now = await askEverything();
const changes = changesBetween(recorded, now);

t.test('the registry built from the bundled lists is the recorded one, byte for byte', async (t) => {
  t.equal(now.registryHash, recorded.registryHash, `the registry hash. ${onPurpose}`);
});

t.test('every question gets the recorded answer', async (t) => {
  const more = changes.length - MOST_SHOWN;
  const shown = changes.slice(0, MOST_SHOWN).map(inWords).join('\n').split('\n');
  const rest = more > 0 ? [`… and ${more} answers more`] : [];
  if (changes.length > 0)
    t.fail(`${changes.length} of ${now.answers.length} answers changed`, {
      changed: [...shown, ...rest],
      whatToDo: onPurpose,
      ...unplaced,
    });
  const changed = countByKind(changes);
  for (const [kind, count] of countByKind(now.answers))
    t.equal(changed.get(kind) ?? 0, 0, `${kind}: each of ${count} answers is the recorded one`, unplaced);
});

t.test('the readable list says what the recorded answers are', async (t) => {
  t.ok(recorded.list === listOf(recorded), 'answers.tsv and answers.ndjson.br were recorded together');
});
