import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { SourceRecord } from '../../schema/record.ts';
import type { Descriptor, Page } from '../../schema/source.ts';
import type { Source } from '../../src/harvest/catalogue.ts';
import { readDocx } from '../../src/readers/formats/docx-table.ts';
import { pageOf, parsePage } from '../../test/support/source-outcome.ts';
import type { GoodPage } from './fault.ts';
import { openGrid } from './grid.ts';

/** A good page of a source, and the source as if this page were its only one. */
export type Subject = Readonly<{ source: Source; page: GoodPage; rows: number }>;

const fixtures = (source: Source): readonly string[] =>
  (existsSync(join(source.dir, 'fixtures')) ? readdirSync(join(source.dir, 'fixtures')) : [])
    .filter((file) => !file.includes('.nasty.') && !file.endsWith('.expected.json'))
    .map((file) => join('fixtures', file));

/** Fixtures are excerpts: what only the whole page can fulfil (its size, a canary, a share of filled cells) follows the excerpt, all else stays. */
const excerpted = (descriptor: Descriptor, page: Page, records: readonly SourceRecord[]): Descriptor => {
  const { canary, ...expect } = descriptor.expect;
  const sings = canary !== undefined && records.some(({ raw }) => raw[canary.column]?.includes(canary.value));
  const rows = { min: 1, max: expect.rows.max };
  const filled = (column: string): number =>
    records.filter(({ raw }) => (raw[column] ?? '').trim() !== '').length / records.length;
  const fill = Object.fromEntries(
    Object.entries(expect.fill ?? {}).map(([column, share]) => [column, Math.min(share, filled(column))]),
  );
  return { ...descriptor, pages: [page], expect: { ...expect, rows, fill, ...(sings && { canary }) } };
};

const subjectOf = async (source: Source, path: string): Promise<Subject> => {
  const { descriptor } = source;
  const bundled = descriptor.pages.find(({ file }) => file === path);
  const page = bundled ?? pageOf(source, basename(path));
  const body = new Uint8Array(readFileSync(join(source.dir, path)));
  const { records } = await parsePage(source, page, body);
  const own = bundled === undefined ? excerpted(descriptor, page, records) : { ...descriptor, pages: [page] };
  const words = path.endsWith('.docx') ? ((await readDocx(body)).text[0] ?? '') : '';
  const good = { file: basename(path), body, grid: await openGrid(path, body), words };
  return { source: { ...source, descriptor: own }, page: good, rows: records.length };
};

/**
 * The good pages of all sources that a machine reads: the bundled page itself, or the fixtures of a fetched one. What a
 * person types off a page is checked field by field elsewhere.
 */
export const subjects = async (sources: readonly Source[]): Promise<readonly Subject[]> => {
  const all: Subject[] = [];
  for (const source of sources.filter(({ descriptor }) => descriptor.how !== 'captured')) {
    const bundled = source.descriptor.pages.flatMap(({ file }) => file ?? []);
    const paths = source.descriptor.how === 'bundled' ? bundled : fixtures(source);
    for (const path of paths) all.push(await subjectOf(source, path));
  }
  return all;
};
