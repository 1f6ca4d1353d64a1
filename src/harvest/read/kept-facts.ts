import type { PartialDate } from '../../../schema/base.ts';
import type { SourceRecord } from '../../../schema/record.ts';
import type { Descriptor } from '../../../schema/source.ts';
import { shanghaiDay } from '../../text/dates.ts';
import { countRow, type EditionFacts } from './edition-facts.ts';
import type { Dated, KnownRows } from './incremental-read.ts';

/** The rows that are known do not tell enough of this page: all must be read. */
export class MustReadAll extends Error {
  override readonly name = 'MustReadAll';
}

/** Fewer kept than this share of the list, and reading all costs no more. */
const WORTH_IT = 0.5;

/**
 * The known rows that stand on the page, each once, and the ids of those that do not. Throws `MustReadAll` when one stands twice,
 * or hardly any do.
 */
export const partKept = ({ list }: KnownRows, kept: readonly number[]) => {
  const stands = new Uint8Array(list.ids.length);
  for (const place of kept) {
    if (stands[place] === 1) throw new MustReadAll('two rows say the same');
    stands[place] = 1;
  }
  if (kept.length < list.ids.length * WORTH_IT) throw new MustReadAll('most rows are not as they were');
  const gone = [...list.ids.filter((_, place) => stands[place] === 0)];
  return { places: Uint32Array.from(kept), gone };
};

/** True where an edition is dated by what its page prints: then its date is no part of what a row says. */
export const followsPage = ({ how, asOf, dated }: Descriptor): boolean =>
  how === 'fetched' && asOf === null && dated !== 'when-read';

/**
 * The date of an edition of which known rows were left out; `pages`: the dates its pages give all their rows. Throws `MustReadAll`
 * where rows date themselves: then the edition's date hangs on all of them.
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

/** What all rows come to: what they came to before, without the rows that are gone and with those just read. */
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
