import { officialSchemes } from '../../schema/record.ts';
import type { Store } from '../../src/store/store.ts';
import { addDays } from '../../src/text/dates.ts';
import { madeUp } from './made-up.ts';

/** Questions in an endless row, never the same twice within a run; and one that is repeated. */
export type Questions = Readonly<{ repeated: string; next: () => string }>;

/** What is asked besides who is meant, in the case that asks for more. */
export const MORE = '&claim=jci&service=G06';

const numbered = (paths: (index: number) => string): Questions => {
  let index = 0;
  return {
    repeated: paths(0),
    next: () => {
      index += 1;
      return paths(index);
    },
  };
};

const query = (field: string, value: string): string => `/v1/verify?${field}=${encodeURIComponent(value)}`;

/** About made-up institutions, each question another one. The stride scatters them over the whole file. */
export const madeUpQuestions = (size: number, by: 'uscc' | 'name'): Questions => {
  const stride = 7919;
  return numbered((index) => {
    const one = madeUp((index * stride) % size);
    return query(by, by === 'uscc' ? one.uscc : one.name);
  });
};

/**
 * About the bundled institutions; there are only some thousands, so each further round asks for another past day.
 * By identifier means the registry id or an official number, whichever the institution carries.
 */
export const bundledQuestions = async (
  store: Store,
  today: string,
  by: 'id' | 'name',
): Promise<Questions> => {
  const reader = store.reader();
  const values: string[] = [];
  for (const id of await reader.institutionIds(null, 1500)) {
    const dossier = await reader.dossier(id);
    const number = dossier?.identifiers.find(({ scheme }) => officialSchemes.includes(scheme))?.value;
    if (by === 'id') values.push(number === undefined ? query('id', id) : query('name', number));
    else if (dossier?.title.zh) values.push(query('name', dossier.title.zh));
  }
  return numbered((index) => {
    const day = addDays(today, -Math.floor(index / values.length));
    return `${values[index % values.length]}&asOf=${day}`;
  });
};

/** Names of a row in which the same few are asked again, each time for another day. */
const FEW = 200;

/** Questions by name, in endless rows of which each server gets one of its own: what one is asked another would not count as asked. */
export type NameQuestions = Readonly<{
  /** Every name on record once, Chinese ones first; only then the same for another day. */
  never: () => Questions;
  /** Chinese names with 市, without it: such as no list has, so that who is meant must be found. */
  otherwise: () => Questions;
  /** A few names again and again, each time for another day. */
  before: () => Questions;
}>;

/** By the names of all bundled institutions: names that were never asked before, the same written otherwise, and names that were asked for another day. */
export const nameQuestions = async (store: Store, today: string): Promise<NameQuestions> => {
  const reader = store.reader();
  const [titles, others] = [new Set<string>(), new Set<string>()];
  for (const id of await reader.institutionIds(null, 1_000_000)) {
    const dossier = await reader.dossier(id);
    if (dossier?.title.zh) titles.add(dossier.title.zh);
    for (const { value } of dossier?.names ?? []) others.add(value);
  }
  const names = [...new Set([...titles, ...others])];
  const over = (asked: readonly string[]) => () =>
    numbered((index) => {
      const day = addDays(today, -Math.floor(index / asked.length));
      return `${query('name', asked[index % asked.length] ?? '')}&asOf=${day}`;
    });
  const without = [...new Set([...titles].map((name) => name.replace('市', '')))];
  const otherwise = without.filter((name) => !titles.has(name) && !others.has(name));
  return { never: over(names), otherwise: over(otherwise), before: over(names.slice(0, FEW)) };
};
