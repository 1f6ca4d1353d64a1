import divisions from '../../../../schema/codes/provinces.json' with { type: 'json' };
import type { Reader } from '../../../store/registry-reader.ts';
import { daysBetween, earliest } from '../../../text/dates.ts';
import { type EditionAt, editionAt } from '../../../verdict/evidence/edition-at.ts';
import type { Page } from '../page.ts';
import { decides } from './list-state.ts';

/** A list that may decide something, and how many hospitals it names in each province. */
export type HeldList = Readonly<{
  at: EditionAt;
  title: string;
  /** Days since the list’s date; null where it prints none. */
  ageDays: number | null;
  byProvince: ReadonlyMap<string | null, number>;
}>;

/** What the registry holds today: lists of authorities, oldest last, over all provinces. */
export type Held = Readonly<{
  lists: readonly HeldList[];
  provinces: readonly Readonly<{ code: string; name: string; zh: string }>[];
  hospitals: number;
  /** Date of the newest list; null where no list prints one. */
  newest: string | null;
  /** The next day on which a list stops deciding unless a newer one comes. */
  nextDue: string | null;
}>;

/** What a picture of a phone’s width can still show. */
const MOST_LISTS = 20;

const listAt = async (page: Page, at: EditionAt): Promise<HeldList> => ({
  at,
  title: at.source.descriptor.title[page.lang],
  ageDays: at.date === null ? null : Math.max(0, daysBetween(earliest(at.date), page.today)),
  byProvince: (await page.reader.provincesOn?.(at.source.descriptor.id)) ?? new Map(),
});

/** Lists of authorities that hold an edition today. */
const editionsHeld = ({ reader, today }: Page): readonly EditionAt[] =>
  [...reader.reference.sources].flatMap(([id, source]) => {
    const at = decides(source) ? editionAt(reader.reference, id, today) : undefined;
    return at === undefined || at.edition === null || at.superseded ? [] : [at];
  });

/** Reads what is held, list after list: another question may be answered in between. */
const read = async (page: Page): Promise<Held> => {
  const lists: HeldList[] = [];
  const editions = editionsHeld(page);
  for (const at of editions) {
    const list = await listAt(page, at);
    if (list.byProvince.size > 0) lists.push(list);
    await new Promise((resolve) => setImmediate(resolve));
  }
  const shown = lists
    .sort((a, b) => (a.ageDays ?? Number.MAX_SAFE_INTEGER) - (b.ageDays ?? Number.MAX_SAFE_INTEGER))
    .slice(0, MOST_LISTS);
  const due = editions.flatMap(({ lastFreshDay }) =>
    lastFreshDay !== null && lastFreshDay >= page.today ? [lastFreshDay] : [],
  );
  return {
    lists: shown,
    provinces: divisions.codes
      .filter(({ zh }) => shown.some(({ byProvince }) => byProvince.has(zh)))
      .map((one) => ({ code: one.code, zh: one.zh, name: one[page.lang] })),
    hospitals: await page.reader.institutionCount(),
    newest: shown.find(({ at }) => at.date !== null)?.at.date ?? null,
    nextDue: due.sort()[0] ?? null,
  };
};

type OfDay = Readonly<{ day: string; held: Promise<Held> }>;
const kept = new WeakMap<Reader, Map<string, OfDay>>();

/** What is held, read once a generation, day and language: to count it costs more than all else on the first page. */
export const readHeld = (page: Page): Promise<Held> => {
  const ofLanguage = kept.get(page.reader) ?? new Map<string, OfDay>();
  kept.set(page.reader, ofLanguage);
  const known = ofLanguage.get(page.lang);
  if (known?.day === page.today) return known.held;
  const held = read(page);
  ofLanguage.set(page.lang, { day: page.today, held });
  held.catch(() => ofLanguage.delete(page.lang));
  return held;
};
