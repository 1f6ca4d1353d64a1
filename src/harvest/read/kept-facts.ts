import type { PartialDate } from '../../../schema/base.ts';
import type { SourceRecord } from '../../../schema/record.ts';
import type { Descriptor } from '../../../schema/source.ts';
import { shanghaiDay } from '../../text/dates.ts';
import { countRow, type EditionFacts } from './edition-facts.ts';
import type { Dated, KnownRows } from './incremental-read.ts';

/** An incremental read cannot tell enough of this page: all rows must be read. */
export class MustReadAll extends Error {
  override readonly name = 'MustReadAll';
}

/** When less than this share of the list is kept, reading all rows costs no more. */
const WORTH_IT = 0.5;

/**
 * The places of the known rows that stand on the page, and the ids of those that do not. Throws `MustReadAll` when one stands
 * there twice, or less than half do.
 */
export const splitKept = ({ list }: KnownRows, kept: readonly number[]) => {
  const stands = new Uint8Array(list.ids.length);
  for (const place of kept) {
    if (stands[place] === 1) throw new MustReadAll('two rows say the same');
    stands[place] = 1;
  }
  if (kept.length < list.ids.length * WORTH_IT) throw new MustReadAll('most rows are not as they were');
  const gone: number[] = [];
  for (let place = stands.indexOf(0); place !== -1; place = stands.indexOf(0, place + 1))
    gone.push(list.ids[place] ?? 0);
  return { places: new Uint32Array(kept), gone };
};

/** True where an edition takes its date from its page: that date is then left out of the digest of a row. */
export const followsPage = ({ how, asOf, dated }: Descriptor): boolean =>
  how === 'fetched' && asOf === null && dated !== 'when-read';

/**
 * The date of an edition that was read incrementally; `pages`: the dates its pages give to all their rows. Throws `MustReadAll`
 * where rows have dates of their own: then the edition's date depends on all of them.
 */
export const dateOfKept = (
  descriptor: Descriptor,
  dated: Dated,
  pages: ReadonlySet<PartialDate | undefined>,
  fresh: readonly SourceRecord[],
  readAt: string,
): PartialDate | null => {
  const { how, asOf } = descriptor;
  if (how !== 'fetched' || asOf !== null) return asOf;
  const today = shanghaiDay(new Date(readAt));
  const [only, ...others] = pages;
  const undated = dated === 'none' && only === undefined && fresh.every((row) => row.asOf === undefined);
  if (undated && others.length === 0) return followsPage(descriptor) ? null : today;
  const one = only !== undefined && others.length === 0 && dated === 'all' && only <= today;
  if (one && followsPage(descriptor) && fresh.every((row) => row.asOf === only)) return only;
  throw new MustReadAll('rows bear dates of their own');
};

/** Counts over all rows: those of the last edition, less the rows that are gone, plus those just read. */
export const factsOfKept = (
  before: EditionFacts,
  gone: Iterable<SourceRecord>,
  fresh: readonly SourceRecord[],
  { expect }: Descriptor,
): EditionFacts => {
  const facts: EditionFacts = { ...before, headings: structuredClone(before.headings) };
  for (const record of gone) countRow(facts, record, expect, -1);
  for (const record of fresh) countRow(facts, record, expect, 1);
  return facts;
};
