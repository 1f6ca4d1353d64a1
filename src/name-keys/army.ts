import { armyNames } from '../../schema/lexicon/army-names.ts';

const { marks, branches, afterBranch, leftOut } = armyNames;
const anyOf = (words: readonly string[]): string => `(?:${words.join('|')})`;
const army = new RegExp(`${anyOf(marks)}|${anyOf(branches)}${anyOf(afterBranch)}`, 'u');
const short = new RegExp(`^(?:解放军)?(?=${anyOf(leftOut)})`, 'u');

/** True for a hospital of the army or the armed police, by its name: such hospitals stand on no civil licence register. */
export const isArmy = (name: string): boolean => army.test(name);

/**
 * The full form of an army hospital's name where a list leaves the force out: 联勤保障部队第九六〇医院 → 中国人民解放军联勤保障部队第九六〇医院,
 * 武警特色医学中心 → 中国人民武装警察部队特色医学中心. Null when there is nothing to add.
 */
export const fullArmyName = (name: string): string | null => {
  if (!isArmy(name) || name.startsWith('中国人民')) return null;
  if (name.startsWith('武警')) return `中国人民武装警察部队${name.slice(2)}`;
  return short.test(name) ? `中国人民解放军${name.replace(short, '')}` : null;
};
