import { nameKinds } from '../../../schema/record.ts';
import { nameKeys } from '../../name-keys/keys.ts';
import { exactKey } from '../../names/index/blocking-keys.ts';
import { namesUnder } from '../../names/index/candidate-generation.ts';
import type { NameIndex } from '../../names/index/name-index.ts';
import { ORG } from '../../names/parse/latin-clauses.ts';
import { clausesOf, piecesOf } from '../../names/parse/latin-pieces.ts';
import { placesBeside } from '../../names/parse/unread-clauses.ts';
import { placeNamed } from '../../places/place-names.ts';
import { hasHan } from '../../text/han.ts';
import { type AskedPlace, placeFit } from '../asked-place.ts';
import { type Others, othersNamed } from '../search.ts';
import type { Likely } from './likelihood.ts';

/** Kinds of Chinese names that lists print. */
const PRINTED: readonly (string | undefined)[] = ['legal', 'second'];

/** Most of those who share an English name that are looked up. */
const MOST = 8;

/** "Jiangxi Medical College, Nanchang University": a second body says whose the first is. */
const namesTwoBodies = (name: string): boolean =>
  clausesOf(name).filter((clause) => ORG.test(piecesOf(clause).join(' '))).length > 1;

/** The English name in which the likeliest was found: as asked, or as it is in the name on record that is like it. */
const englishKeys = (index: NameIndex, asked: string, { key, name }: Likely): readonly number[] => {
  const whole = exactKey(nameKeys(asked).full);
  return key === 'whole' || key === 'translation' || namesTwoBodies(asked)
    ? [whole]
    : [whole, index.fullKey[name] ?? 0, index.translationKey[name] ?? 0].filter((one) => one !== 0);
};

/** Whether no clause of the line says another place than where this one stands: "…, Zhengzhou, China". */
const mayStandThere = (name: string, known: AskedPlace): boolean =>
  placesBeside(name).every((said) =>
    said.split('|').some((one) => {
      const { province = null, city = null } = placeNamed(one) ?? {};
      return placeFit({ province, city }, known) !== 'differs';
    }),
  );

/**
 * "The First Affiliated Hospital of Henan Medical University", "Qianjiang Central Hospital": two Chinese names give one in English. The others whose Chinese
 * name on a list is, in our words, what was asked or the name that is like it; of names that are only aliases too where the likeliest is called so
 * by nothing else. Directories count: who asks in English cannot see which is meant. None for a bare name, which is of whoever is well known by it.
 */
export const calledSoInEnglish: Others = (search, best) => {
  const { name, index } = search;
  if (hasHan(name) || best.features.has('unplaced')) return [];
  const keys = englishKeys(index, name, best);
  const called = namesUnder(index, keys).filter((one) => keys.includes(index.translationKey[one] ?? 0));
  const isPrinted = (one: number): boolean => PRINTED.includes(nameKinds[index.nameKind[one] ?? 0]);
  const printed = called.filter(isPrinted);
  const own = printed.some((one) => index.owner[one] === best.institution);
  const named = own || best.features.has('whole.english') ? printed : called;
  const mayBe = (institution: number): boolean => mayStandThere(name, index.places.at(institution));
  return othersNamed(search, best, named, mayBe, MOST);
};
