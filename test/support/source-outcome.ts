import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { SourceIssue, SourceRecord } from '../../schema/record.ts';
import { type Page, ShapeError } from '../../schema/source.ts';
import type { Source } from '../../src/harvest/catalogue.ts';
import { judgeEdition } from '../../src/harvest/gate/gate.ts';

export type Parsed = { records: SourceRecord[]; issues: SourceIssue[] };

/** Every record and issue of one page. Throws what the parser throws. */
export const parsePage = async (source: Source, page: Page, body: Uint8Array): Promise<Parsed> => {
  const parsed: Parsed = { records: [], issues: [] };
  for await (const one of source.parse({ page, body, source: source.descriptor })) {
    if (one.kind === 'issue') parsed.issues.push(one);
    else parsed.records.push(one);
  }
  return parsed;
};

/** The page a fixture stands for: `<page key>.<ext>`, or `<page key>-<what is wrong>.nasty.<ext>`. */
export const pageOf = (source: Source, file: string): Page => {
  const { pages } = source.descriptor;
  const page = pages.find(({ key }) => basename(file).startsWith(key)) ?? pages[0];
  if (page === undefined) throw new Error(`${source.descriptor.id} has no page for ${file}`);
  return page;
};

export const readFixture = (source: Source, file: string): Uint8Array =>
  readFileSync(join(source.dir, 'fixtures', file));

/** What became of a nasty page: refused by the parser, refused by the gate, or accepted with issues. */
export type Outcome = Readonly<{
  refusedBy: 'parser' | 'gate' | null;
  says: readonly string[];
  issues: readonly string[];
}>;

/**
 * Judges a nasty page as a night would: the gate expects as many rows as the good fixture has.
 * `canary` and the edition's own size are left out, since a fixture is an excerpt.
 */
export const outcomeOf = async (source: Source, file: string, goodRows: number): Promise<Outcome> => {
  try {
    const { records, issues } = await parsePage(source, pageOf(source, file), readFixture(source, file));
    const { canary: _, ...expect } = source.descriptor.expect;
    const faults = judgeEdition(records, { ...expect, rows: { min: goodRows, max: goodRows } }, null);
    return {
      refusedBy: faults.length > 0 ? 'gate' : null,
      says: faults,
      issues: issues.map(({ code, row, column }) => `${code} row ${row} ${column}`),
    };
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    return { refusedBy: 'parser', says: [error.message], issues: [] };
  }
};
