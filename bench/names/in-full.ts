import { nameKeys } from '../../src/name-keys/keys.ts';
import type { NameRow } from '../../src/store/registry-reader.ts';
import { type NameQuestion, question } from './name-question.ts';

/** What follows a place in short and belongs to a longer word: 楚雄州, 苏州大学, 阿勒泰地区. */
const LONGER = /^(?:[省市区县州盟]|地区|大学|学院|医科|医学院|\p{Script=Han}{1,3}族|职业)/u;

/**
 * Names that say their county or city in short, asked with it in full (枣阳慈惠医院, 枣阳市慈惠医院), and the same with the hospital hidden. `known`: the keys of
 * all names on record; one that somebody bears is no question.
 */
export const inFull = (rows: readonly NameRow[], known: ReadonlySet<string>): readonly NameQuestion[] => {
  const asked = rows
    .filter(({ kind, value }) => kind === 'legal' && /^\p{Script=Han}+院$/u.test(value))
    .flatMap((row) =>
      [row.district, row.city].flatMap((place) => {
        const short = place?.slice(0, -1) ?? '';
        const own = row.value.slice(short.length);
        const isShort = short.length > 1 && row.value.startsWith(short) && !LONGER.test(own);
        const query = `${place}${own}`;
        return isShort && !known.has(nameKeys(query).full) ? [{ row, query }] : [];
      }),
    );
  const once = new Map(asked.map((one) => [`${one.row.institution} ${one.query}`, one]));
  return [...once.values()].flatMap(({ row, query }) => [
    question('changed: town in full', row, 'nothing', query),
    question('changed: town in full, hospital not on record', row, 'hospital', query),
  ]);
};
