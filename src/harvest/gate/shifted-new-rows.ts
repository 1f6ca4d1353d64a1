import type { SourceRecord } from '../../../schema/record.ts';
import { tidy } from './row-cells.ts';

/** Rows looked at to learn what a column holds. */
const SAMPLE = 300;
/** Fewer filled cells than this do not tell what a column holds. */
const LEAST_CELLS = 2;
/** When more rows than this are new it is another list, which other checks judge. */
const MOST_NEW = 2_000;

const HAN = /\p{Script=Han}/u;
const BODY = '(?:医院|诊所|门诊部|中心|卫生院|卫生室|卫生站|保健院|医务室|院区)';
const ENDS_WITH_BODY = new RegExp(`${BODY}$`, 'u');
const BODY_BEFORE_BRACKET = new RegExp(`${BODY}[（(]`, 'u');

/** A road, a village or a number of a house behind a Chinese character. */
const isAddress = (text: string): boolean => {
  const at = text.search(HAN);
  return at >= 0 && /[路街道巷弄镇村]|\d[号楼]/u.test(text.slice(at + 1));
};

/** Ends with a kind of institution, or with one and a bracket: 编造医院（东院）. */
const isBody = (text: string): boolean =>
  ENDS_WITH_BODY.test(text) || (/[）)]$/u.test(text) && BODY_BEFORE_BRACKET.test(text.slice(0, -1)));

const matches =
  (pattern: RegExp) =>
  (text: string): boolean =>
    pattern.test(text);

const KINDS: readonly (readonly [kind: string, isOne: (text: string) => boolean])[] = [
  ['web', matches(/^https?:/)],
  ['date', matches(/^\d{4}(?:[-/.年]\d|$)/)],
  ['number', matches(/^[\d.,]+$/)],
  ['code', matches(/^(?=.*\d)[\w./-]+$/)],
  ['address', isAddress],
  ['body', isBody],
  ['words', matches(HAN)],
];

/** What kind of text a cell holds, as far as its characters tell; null for an empty one. */
const kindOf = (text: string): string | null =>
  text === '' ? null : (KINDS.find(([, isOne]) => isOne(text))?.[0] ?? 'latin');

type Columns = ReadonlyMap<string, ReadonlySet<string>>;

/** The kinds of text found in each column of rows that were on the last edition too. */
const learn = async (records: AsyncIterable<SourceRecord>, fresh: ReadonlySet<string>): Promise<Columns> => {
  const seen = new Map<string, string[]>();
  let rows = 0;
  for await (const { key, raw } of records) {
    if (fresh.has(key)) continue;
    for (const [heading, text] of Object.entries(raw)) {
      const kind = kindOf(tidy(text));
      const known = seen.get(heading) ?? [];
      if (kind !== null) seen.set(heading, [...known.slice(0, SAMPLE), kind]);
    }
    rows += 1;
    if (rows === SAMPLE) break;
  }
  const taught = [...seen].filter(([, kinds]) => kinds.length >= LEAST_CELLS);
  return new Map(taught.map(([heading, kinds]) => [heading, new Set(kinds)]));
};

type Fit = Readonly<{ fits: number; strange: number }>;

/** How many cells would be of a kind their column is known to hold (`fits`), or not (`strange`), if all stood `by` columns further on. */
const fitOf = (columns: Columns, { raw }: SourceRecord, by: number): Fit => {
  const headings = Object.keys(raw);
  let [fits, strange] = [0, 0];
  for (const [at, heading] of headings.entries()) {
    const kind = kindOf(tidy(raw[heading]));
    const known = columns.get(headings[at + by] ?? '');
    if (kind === null || known === undefined) continue;
    if (known.has(kind)) fits += 1;
    else strange += 1;
  }
  return { fits, strange };
};

/**
 * New rows with two or more cells of a kind their columns never held, which would fit one column further on or back: a cell was
 * lost or added before them. `records`: all rows of the edition, the new ones included.
 */
export const shiftedNewRows = async (
  gained: Iterable<SourceRecord>,
  records: AsyncIterable<SourceRecord>,
): Promise<readonly SourceRecord[]> => {
  const fresh: SourceRecord[] = [];
  for (const row of gained) if (fresh.push(row) > MOST_NEW) return [];
  if (fresh.length === 0) return [];
  const columns = await learn(records, new Set(fresh.map(({ key }) => key)));
  return fresh.filter((row) => {
    const here = fitOf(columns, row, 0);
    if (here.strange < 2) return false;
    return [1, -1].some((by) => {
      const there = fitOf(columns, row, by);
      return there.strange < here.strange && there.fits > here.fits;
    });
  });
};
