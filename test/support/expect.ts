/**
 * Writes what the tests compare with: `npm run expect [-- source …]` runs the parsers over the fixtures, writes every
 * `*.expected.json` and docs/sources.md, and says what it changed: read that before committing it, it is the review. A page that is
 * refused for another reason than before, or not at all any more, is left as it was, unless `--accept FILE` names it: whoever mends a
 * parser must not lose a refusal unseen. 0: nothing is left to look at; 1: something was left as it was; 2: bad use.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { ShapeError } from '../../schema/source.ts';
import { documentSources } from '../../scrapers/document.ts';
import { loadCatalogue, type Source } from '../../src/harvest/catalogue.ts';
import { suggestByEditDistance } from '../../src/text/edit-distance.ts';
import { type Outcome, outcomeOf, pageOf, parsePage, readFixture } from './source-outcome.ts';

const root = join(import.meta.dirname, '../..');
const say = (text: string): unknown => process.stdout.write(`${text}\n`);
const textOf = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const keptIn = <T>(path: string): T | null =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : null;

/** Writes a file if it changes; says so with what changed. */
const write = (path: string, text: string, what: string): void => {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  writeFileSync(path, text);
  say(`wrote ${relative(root, path)}: ${what}`);
};

type Parsed = Awaited<ReturnType<typeof parsePage>>;

const counts = (of: Parsed | null): string =>
  of === null ? 'nothing' : `${of.records.length} rows, ${of.issues.length} issues`;

/** The rows that differ between two readings, by their place. */
const differing = (before: Parsed | null, after: Parsed): string => {
  const rows = after.records.flatMap((row, at) =>
    JSON.stringify(row) === JSON.stringify(before?.records[at]) ? [] : [at + 1],
  );
  const some = rows.slice(0, 10).join(', ');
  return `${counts(before)} before, ${counts(after)} now; other rows: ${some === '' ? 'none' : some}${rows.length > 10 ? ' …' : ''}`;
};

const reason = ({ refusedBy, says }: Outcome): string =>
  refusedBy === null ? 'taken' : `refused by the ${refusedBy}: ${says.join('; ')}`;

/** Reads the good page of a source; gives its rows, or null and a sentence where its form is not the one the parser knows. */
const readGood = async (source: Source, file: string): Promise<number | null> => {
  const path = join(source.dir, 'fixtures', file.replace(/\.[a-z]+$/, '.expected.json'));
  try {
    const parsed = await parsePage(source, pageOf(source, file), readFixture(source, file));
    write(path, textOf(parsed), differing(keptIn(path), parsed));
    return parsed.records.length;
  } catch (cause) {
    if (!(cause instanceof ShapeError)) throw cause;
    say(`${source.descriptor.id}: ${file} has another form than parse.ts reads: ${cause.message}`);
    return null;
  }
};

/** Reads the pages that have something wrong; gives how many were left as they were. */
const readNasty = async (
  source: Source,
  files: readonly string[],
  rows: number,
  accepted: readonly string[],
): Promise<number> => {
  const path = join(source.dir, 'fixtures', 'nasty.expected.json');
  const before = keptIn<Record<string, Outcome>>(path) ?? {};
  const after: Record<string, Outcome> = {};
  let left = 0;
  for (const file of files) {
    const [was, is] = [before[file], await outcomeOf(source, file, rows)];
    const moved = was !== undefined && reason(was) !== reason(is);
    if (moved && !accepted.includes(file)) {
      left += 1;
      say(
        `left ${source.descriptor.id}/fixtures/${file} as it was: was ${reason(was)}; is now ${reason(is)}`,
      );
      say(`  if that is right: npm run expect -- ${source.descriptor.id} --accept ${file}`);
    }
    after[file] = moved && !accepted.includes(file) ? was : is;
  }
  const changed = files.filter((file) => JSON.stringify(before[file]) !== JSON.stringify(after[file]));
  write(path, textOf(after), changed.length === 0 ? 'pages that are gone' : changed.join(', '));
  return left;
};

const expectOf = async (source: Source, accepted: readonly string[]): Promise<number> => {
  const pages = readdirSync(join(source.dir, 'fixtures')).filter((file) => !file.endsWith('.expected.json'));
  let rows: number | null = 0;
  for (const file of pages.filter((name) => !name.includes('.nasty.'))) rows = await readGood(source, file);
  if (rows === null) return 1;
  return readNasty(
    source,
    pages.filter((name) => name.includes('.nasty.')),
    rows,
    accepted,
  );
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    accept: { type: 'string', multiple: true, default: [] },
    /** Another folder of sources, for tests; docs/sources.md is left alone then. */
    folder: { type: 'string' },
  },
});
const sources = await loadCatalogue(values.folder);
const ids = sources.map(({ descriptor }) => descriptor.id);
const unknown = positionals.find((id) => !ids.includes(id));
if (unknown !== undefined) {
  const [like] = suggestByEditDistance(unknown, ids, 1);
  process.stderr.write(`${unknown} is no source${like === undefined ? '' : `; did you mean ${like}?`}\n`);
  process.exit(2);
}
let left = 0;
for (const source of sources.filter(
  ({ descriptor }) => positionals.length === 0 || positionals.includes(descriptor.id),
))
  left += await expectOf(source, values.accept);
if (values.folder === undefined) {
  const page = documentSources(sources.map(({ descriptor }) => descriptor));
  write(join(root, 'docs/sources.md'), page, 'what the descriptors say');
}
say(left === 0 ? 'nothing is left to look at' : `${left} left as they were: look at them`);
process.exitCode = left === 0 ? 0 : 1;
