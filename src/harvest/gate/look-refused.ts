import type { SourceRecord } from '../../../schema/record.ts';
import type { DiffCounts, RowPair } from '../../store/diff-rows.ts';
import type { Source } from '../catalogue.ts';
import { recordsOf } from '../read/packed-rows.ts';
import { readEdition } from '../read/read-edition.ts';
import type { HarvestNeeds } from '../source-report.ts';
import { editionOf } from './accept-read.ts';
import { CannotAccept, refusedPages } from './accept-refused.ts';
import { unacceptable } from './gate.ts';

/** Rows of each kind that are shown; the counts say how many there are. */
const MOST_SHOWN = 20;

/** A row by its name, and what it says: of one that changed, what it said before as well, heading by heading. */
export type ShownRow = Readonly<{
  name: string;
  words: readonly Readonly<{ column: string; before: string; after: string }>[];
}>;

/** How the refused pages of a source differ from its last accepted edition. */
export type RefusedDifference = Readonly<{
  /** Rows on the refused pages, and on the edition that answers now; null where there is none. */
  rows: number;
  known: number | null;
  added: number;
  changed: number;
  /** Rows that are not on the refused pages any more. */
  gone: number;
  shown: Readonly<{ added: readonly ShownRow[]; changed: readonly ShownRow[]; gone: readonly ShownRow[] }>;
  /** Why it cannot be accepted by anybody; empty where it can. */
  faults: readonly string[];
}>;

const nameOf = (record: SourceRecord): string =>
  record.kind === 'institution'
    ? (record.names[0]?.value ?? record.key)
    : (record.title.zh ?? record.title.en ?? record.key);

const shownRow = (record: SourceRecord): ShownRow => ({ name: nameOf(record), words: [] });

const shownPair = ({ before, now }: RowPair): ShownRow => ({
  name: nameOf(now),
  words: [...new Set([...Object.keys(before.raw), ...Object.keys(now.raw)])].flatMap((column) => {
    const [was, is] = [before.raw[column] ?? '', now.raw[column] ?? ''];
    return was === is ? [] : [{ column, before: was, after: is }];
  }),
});

const firstOf = async <T>(
  rows: AsyncIterable<T> | Iterable<T>,
  show: (row: T) => ShownRow | null,
): Promise<readonly ShownRow[]> => {
  const shown: ShownRow[] = [];
  for await (const row of rows) {
    const one = show(row);
    if (one !== null) shown.push(one);
    if (shown.length >= MOST_SHOWN) break;
  }
  return shown;
};

const changedOnly = (pair: RowPair): ShownRow | null => {
  const shown = shownPair(pair);
  return shown.words.length === 0 ? null : shown;
};

const shownOf = async ({ rows }: DiffCounts): Promise<RefusedDifference['shown']> => ({
  added: await firstOf(rows.gained(), shownRow),
  changed: await firstOf(rows.pairs(), changedOnly),
  gone: await firstOf(rows.gone(), shownRow),
});

/**
 * Reads the pages of a source's newest, refused run and compares them with the edition that answers now; writes nothing.
 * Throws CannotAccept where the newest run is not that refused one, or its pages cannot be read.
 */
export const lookRefused = async (
  source: Source,
  needs: HarvestNeeds,
  night: number,
): Promise<RefusedDifference> => {
  const { at, ...received } = await refusedPages(source, needs, night);
  const read = await readEdition(source, received, at).catch((cause: unknown) => {
    throw new CannotAccept(
      `the page cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
  });
  const faults = unacceptable(recordsOf(read.records));
  const compared = await needs.store.compare(
    editionOf(source, needs, received, read, { decidedBy: '', reason: '' }),
  );
  const diff = await compared.differences();
  return {
    rows: read.facts.rows,
    known: diff?.known ?? null,
    added: diff?.added ?? read.facts.rows,
    changed: diff?.changed ?? 0,
    gone: (diff?.removed ?? 0) + (diff?.missing ?? 0),
    shown: diff === undefined ? { added: [], changed: [], gone: [] } : await shownOf(diff),
    faults,
  };
};
