/**
 * Writes what the tests compare with: `npm run expected [-- source id]` runs the parsers over the fixtures
 * and writes every `*.expected.json`, and docs/sources.md. Read the difference before committing it: it is the review.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentSources } from '../../scrapers/document.ts';
import { loadCatalogue } from '../../src/harvest/catalogue.ts';
import { type Outcome, outcomeOf, pageOf, parsePage, readFixture } from './source-outcome.ts';

const write = (path: string, value: unknown): void =>
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);

const only = process.argv[2];
const sources = await loadCatalogue();
for (const source of sources.filter(({ descriptor }) => only === undefined || descriptor.id === only)) {
  const folder = join(source.dir, 'fixtures');
  const pages = readdirSync(folder).filter((file) => !file.endsWith('.expected.json'));
  const nasty: Record<string, Outcome> = {};
  let rows = 0;
  for (const file of pages.filter((name) => !name.includes('.nasty.'))) {
    const parsed = await parsePage(source, pageOf(source, file), readFixture(source, file));
    rows = parsed.records.length;
    write(join(folder, file.replace(/\.[a-z]+$/, '.expected.json')), parsed);
  }
  for (const file of pages.filter((name) => name.includes('.nasty.')))
    nasty[file] = await outcomeOf(source, file, rows);
  write(join(folder, 'nasty.expected.json'), nasty);
}
writeFileSync(
  join(import.meta.dirname, '../../docs/sources.md'),
  documentSources(sources.map(({ descriptor }) => descriptor)),
);
