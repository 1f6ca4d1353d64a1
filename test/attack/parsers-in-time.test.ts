import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { ShapeError } from '../../schema/source.ts';
import { loadCatalogue, type Source } from '../../src/harvest/catalogue.ts';
import { pageOf, parsePage } from '../support/source-outcome.ts';
import { type Attack, tooSlow } from './cpu-time.ts';
import { plantedPages } from './planted-pages.ts';
import { quarterOf, worstPages } from './worst-texts.ts';

const sources = await loadCatalogue();
const utf8 = new TextEncoder();

/** A page is read or refused as no such list; anything else a parser throws is a fault of ours. */
const parses = (source: Source, file: string, body: Uint8Array) => async (): Promise<void> => {
  await parsePage(source, pageOf(source, file), body).catch((cause: unknown) => {
    if (!(cause instanceof ShapeError)) throw cause;
  });
};

const goodPages = ({ dir }: Source): readonly string[] =>
  readdirSync(join(dir, 'fixtures')).filter(
    (file) => !file.endsWith('.expected.json') && !file.includes('.nasty.'),
  );

const pieces = worstPages();

/** Each page gets every twentieth piece, others than the page before it: the readers they share see all of them. */
const piecesFor = (page: number) => pieces.filter((_, turn) => (page + turn) % 20 === 0);

function* attacksOn(source: Source, number: number): Generator<Attack> {
  for (const [at, file] of goodPages(source).entries()) {
    for (const [piece, text] of piecesFor(number + at))
      yield {
        what: `${file}: nothing but ${piece}`,
        quarter: parses(source, file, utf8.encode(quarterOf(text))),
        run: parses(source, file, utf8.encode(text)),
      };
    for (const { what, body, quarter } of plantedPages(join(source.dir, 'fixtures', file)))
      yield {
        what,
        run: parses(source, file, body),
        ...(quarter && { quarter: parses(source, file, quarter) }),
      };
  }
}

for (const [number, source] of sources.entries())
  t.test(`${source.descriptor.id} reads 100 kB of the worst in its time`, async (t) => {
    t.strictSame(await tooSlow(attacksOn(source, number)), []);
  });
