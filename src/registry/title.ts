import type { Dossier, Fact } from '../../schema/institution.ts';
import type { Name, NameKind } from '../../schema/record.ts';
import { translateName } from '../names/translate/translate-name.ts';

const KIND_ORDER: readonly NameKind[] = ['legal', 'second', 'english', 'former', 'alias'];

type Names = readonly Fact<Name>[];

const firstOfKinds = (names: Names, kinds: readonly NameKind[]): string | null => {
  for (const kind of kinds) {
    const found = names.find((name) => name.kind === kind);
    if (found) return found.value;
  }
  return null;
};

const NAMES_A_HOUSE = /\b(?:hospital|centre|center|clinic|infirmary|sanatorium)\b/iu;
/** The fewest words of a whole name; "Xibei Hospital" and QMH are short forms. */
const WHOLE = 3;

/** The first English name that says what sort of house it is, without being a short form; null for none. */
const knownEnglish = (names: Names): string | null =>
  names.find(({ value }) => NAMES_A_HOUSE.test(value) && value.split(/\s+/u).length >= WHOLE)?.value ?? null;

/**
 * The names to show: in each language the first of the surest kind that is in force. A name without a citation serves only as the
 * last resort, and only if it is the one the row is about. Where a Chinese name stands alone, English words of ours stand beside it: a whole
 * English name that we know without a citation (Queen Mary Hospital for 玛丽医院), else one made from the parts of the Chinese name.
 */
export const titleOf = (names: Names): Dossier['title'] => {
  const inForce = names.filter(({ validUntil }) => validUntil === undefined);
  const cited = inForce.filter(({ uncited }) => uncited === undefined);
  const inLanguage = (of: Names, language: Name['language']): Names =>
    of.filter((name) => name.language === language);
  const zh =
    firstOfKinds(inLanguage(cited, 'zh'), KIND_ORDER) ?? firstOfKinds(inLanguage(inForce, 'zh'), ['legal']);
  // A short form (HKAH) is no title where a translation can be.
  const kinds = zh === null ? KIND_ORDER : KIND_ORDER.filter((kind) => kind !== 'alias');
  const en =
    firstOfKinds(inLanguage(cited, 'en'), kinds) ?? firstOfKinds(inLanguage(inForce, 'en'), ['legal']);
  const translation =
    en === null && zh !== null ? (knownEnglish(inLanguage(inForce, 'en')) ?? translateName(zh)) : null;
  return { zh, en, ...(translation !== null && { translation }) };
};
