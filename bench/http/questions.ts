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
