import { placeTitles } from '../../schema/lexicon/places.ts';
import { spelledAsName } from '../text/pinyin.ts';
import { late, remembered } from '../text/remembered.ts';
import { shortName } from './short-name.ts';

/** Titles by short names too, since names of hospitals leave the level out (乌鲁木齐, 喀什). */
const byShort = late(
  () => new Map(Object.entries(placeTitles().titles).map(([name, title]) => [shortName(name), title])),
);

/** Titles kept: a registry names the same few thousand places again and again, and to read one out costs some 20 µs. */
const KEPT = 5_000;

/**
 * How a place is written in English, without its level: 长沙市 → Changsha, 呼和浩特市 → Hohhot, 西安 → Xi'an. Takes a Chinese
 * name, official or short.
 */
export const placeTitle = remembered(
  KEPT,
  (name): string => placeTitles().titles[name] ?? byShort().get(name) ?? spelledAsName(shortName(name)),
);

const longestFirst = (words: Readonly<Record<string, string>>): readonly string[] =>
  Object.keys(words).sort((a, b) => b.length - a.length);
const levelWords = late(() => longestFirst(placeTitles().levels));
const peopleWords = late(() => longestFirst(placeTitles().peoples));

/** The peoples that an official name states between the short name and the level: 土家族苗族 → Tujia and Miao. */
const peoplesOf = (text: string): readonly string[] => {
  const found: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const people = peopleWords().find((one) => rest.startsWith(one));
    if (people === undefined) return [];
    found.push(placeTitles().peoples[people] ?? '');
    rest = rest.slice(people.length);
  }
  return found;
};

/** The same with its level, where English states it: 富阳区 → Fuyang District, 恩施土家族苗族自治州 → Enshi Tujia and Miao Autonomous Prefecture. */
export const placeTitleWithLevel = remembered(KEPT, (name): string => {
  const level = levelWords().find((one) => name.endsWith(one) && name.length > one.length);
  if (level === undefined) return placeTitle(name);
  const [short, before] = [shortName(name), name.slice(0, -level.length)];
  const people = before.startsWith(short) ? peoplesOf(before.slice(short.length)) : [];
  return [placeTitle(name), people.join(' and '), placeTitles().levels[level] ?? '']
    .filter((part) => part !== '')
    .join(' ');
});
