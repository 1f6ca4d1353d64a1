import type { Dossier } from '../../../schema/institution.ts';
import { translateName } from '../../names/translate/translate-name.ts';
import { foldText, hasHan, latinWords, simplify } from '../../text/han.ts';
import { syllables } from '../../text/pinyin.ts';
import { standsIn } from '../../text/stands-in.ts';

/** Least letters and characters that are looked for anywhere: fewer stand in every address, and must be a word of a name. */
const LEAST_LETTERS = 4;
const LEAST_HAN = 2;

type Spoken = Readonly<{
  /** Names, addresses and the district, folded. */
  texts: readonly string[];
  /** The same as words or syllables. */
  units: readonly (readonly string[])[];
  /** Words of the names, and of our English ones. */
  named: readonly (readonly string[])[];
}>;

/** What a record speaks of, read once of a dossier: a line may hold forty words. */
const spoken = new WeakMap<Dossier, Spoken>();
const spokenIn = (dossier: Dossier): Spoken => {
  const known = spoken.get(dossier);
  if (known !== undefined) return known;
  const texts = [
    ...dossier.names.map(({ value }) => value),
    ...dossier.addresses.map(({ address }) => address),
    dossier.place.district ?? '',
  ].map((text) => (hasHan(text) ? simplify(foldText(text)) : text.normalize('NFKD').replace(/\p{M}/gu, '')));
  const inEnglish = dossier.names.map(({ value }) =>
    latinWords((hasHan(value) ? translateName(value) : null) ?? ''),
  );
  const found = {
    texts,
    units: texts.map((text) => (hasHan(text) ? syllables(text) : latinWords(text))),
    named: [...dossier.names.map(({ value }) => latinWords(value)), ...inEnglish],
  };
  spoken.set(dossier, found);
  return found;
};

/**
 * Whether names or addresses on record speak of these words, in their own script, by their sound or in our English words: 博鳌 or Boao of
 * 海南省琼海市博鳌镇, "Mining Group" of 枣庄矿业集团.
 */
export const recordSpeaksOf = (dossier: Dossier, words: string): boolean => {
  const { texts, units, named } = spokenIn(dossier);
  if (hasHan(words)) {
    const asked = simplify(foldText(words));
    return asked.length >= LEAST_HAN && texts.some((text) => text.includes(asked));
  }
  const asked = latinWords(words).join('');
  if (asked.length < LEAST_LETTERS) return asked !== '' && named.some((all) => all.includes(asked));
  return [...units, ...named].some((all) => standsIn(all, asked));
};
