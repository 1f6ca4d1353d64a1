import { Converter } from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';
import { withoutParent, withoutPlace } from '../../src/name-keys/keys.ts';
import { parseName } from '../../src/names/parse/parse-name.ts';
import { shortName } from '../../src/places/short-name.ts';
import type { NameRow } from '../../src/store/registry-reader.ts';
import { englishForm } from './made-up-register.ts';
import { pick, random } from './seeded.ts';

/** A question about a made-up institution. `same` gives the question another name would have become, where that is fixed. */
export type MadeUpQuestion = Readonly<{ kind: string; query: string; target: NameRow; same: Same | null }>;
type Same = (name: string, city: string | null) => string | null;

type Kind = Readonly<{ fixed: Same } | { slip: (name: string, next: () => number) => string | null }>;

const traditional = Converter({ from: 'cn', to: 'tw' });
const NUMERAL = /[第一二三四五六七八九十\d]/u;
const STRANGE = '安康仁和博爱济世长青明德东方友谊新华天泽惠民';

/** The name without its place, when something distinctive is left: 仁爱医院. */
const placeless = (name: string): string | null => {
  const own = withoutPlace(withoutParent(name));
  return own === name || own.length < 5 || parseName(own).coreText.length < 2 ? null : own;
};

/** A place in the middle of the name that no numeral stands at. */
const spot = (name: string, next: () => number): number | null => {
  const at = 1 + Math.floor(next() * (name.length - 3));
  return name.length < 7 || NUMERAL.test(name.slice(at, at + 2)) ? null : at;
};

const wrong = (name: string, next: () => number): string | null => {
  const at = spot(name, next);
  return at === null ? null : name.slice(0, at) + pick([...STRANGE], next) + name.slice(at + 1);
};

const lost = (name: string, next: () => number): string | null => {
  const at = spot(name, next);
  return at === null ? null : name.slice(0, at) + name.slice(at + 1);
};

const swapped = (name: string, next: () => number): string | null => {
  const at = spot(name, next);
  return at === null ? null : name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);
};

const spoken = (name: string): string => pinyin(name, { toneType: 'none', type: 'array' }).join(' ');

const moved: Same = (name, city) => {
  const own = placeless(name);
  return own === null ? null : `${own}（${name.slice(0, -own.length) || city}）`;
};

const otherOrder: Same = (name, city) => {
  const [words, town] = englishForm(name, city)?.split(', ') ?? [];
  return words === undefined || town === undefined ? null : `${town} ${words}`;
};

const kinds: Readonly<Record<string, Kind>> = {
  'one character wrong': { slip: wrong },
  'one character lost': { slip: lost },
  'two characters swapped': { slip: swapped },
  'place left out': { fixed: placeless },
  'place left out, one character wrong': {
    slip: (name, next) => {
      const own = placeless(name);
      return own === null ? null : wrong(own, next);
    },
  },
  'province and 市 left out': {
    fixed: (name, city) =>
      city?.endsWith('市') && name.includes(city) ? name.replace(city, shortName(city)) : null,
  },
  traditional: { fixed: (name) => traditional(name) },
  pinyin: { fixed: (name) => (name.length <= 12 ? spoken(name) : null) },
  'toned pinyin': { fixed: (name) => (name.length <= 12 ? pinyin(name, { type: 'array' }).join(' ') : null) },
  'place after the name': { fixed: moved },
  English: { fixed: englishForm },
  'English, town first': { fixed: otherOrder },
};

const asked = (kind: Kind, row: NameRow, next: () => number): string | null =>
  'fixed' in kind ? kind.fixed(row.value, row.city) : kind.slip(row.value, next);

/**
 * Questions about made-up names, `each` of every kind, the kinds by turns. `targets` are the names that may be asked for; a
 * question that is itself a registered name (`registered`) asks for somebody else and is left out.
 */
export const madeUpQuestions = (
  targets: readonly NameRow[],
  each: number,
  registered: (query: string) => boolean,
): readonly MadeUpQuestion[] => {
  const lists = Object.entries(kinds).map(([name, kind]): MadeUpQuestion[] => {
    const next = random(name.length * 7919 + name.charCodeAt(0));
    const list: MadeUpQuestion[] = [];
    for (let tries = 0; list.length < each && tries < each * 60; tries += 1) {
      const target = pick(targets, next);
      const query = asked(kind, target, next);
      const same = 'fixed' in kind ? kind.fixed : null;
      if (query !== null && query !== target.value && !registered(query))
        list.push({ kind: name, query, target, same });
    }
    return list;
  });
  return Array.from({ length: each }, (_, turn) => lists.flatMap((list) => list[turn] ?? [])).flat();
};
