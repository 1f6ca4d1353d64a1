import type { InstitutionQuestion } from '../../../schema/question.ts';
import { statedPlaces } from '../../places/stated-places.ts';
import { hasHan } from '../../text/han.ts';
import { SIGNS_BETWEEN, trimSigns } from '../../text/trim-signs.ts';

/** A Chinese name and Latin words behind it, or the other way round; neither script comes twice. */
const CHINESE_FIRST =
  /^([^A-Za-z]{2,60}\p{Script=Han}[)）]?)[\s,，、;；/|(（·・–—-]{1,5}([A-Za-z][^\p{Script=Han}\d]{1,60})$/u;
const LATIN_FIRST =
  /^([A-Za-z][^\p{Script=Han}\d]{1,60}?)[\s,，、;；/|:：·・–—-]{1,5}(\p{Script=Han}[^A-Za-z]{1,60})$/u;
/** A Chinese name and a last clause of its own. */
const CLAUSE = /^(.{2,60}\p{Script=Han})[\s,，、;；]{1,5}(\p{Script=Han}{2,10})$/u;

/** What the words beside a name say: a place of China, the country alone (`''`), or something else (null). */
const placeIn = (words: string): string | null => {
  const { places, unread, apart, mistyped } = statedPlaces({ city: words });
  if (unread !== null || apart !== null || mistyped !== null) return null;
  return places.length === 0 ? '' : words;
};

type Parted = Readonly<{ name: string; words: string }>;

const parted = (name: string): Parted | null => {
  const [, own, behind] = CHINESE_FIRST.exec(name) ?? [];
  if (own !== undefined && behind !== undefined)
    return { name: own, words: trimSigns(behind, SIGNS_BETWEEN) };
  const [, before, chinese] = LATIN_FIRST.exec(name) ?? [];
  if (before !== undefined && chinese !== undefined)
    return { name: chinese, words: trimSigns(before, SIGNS_BETWEEN) };
  return null;
};

/**
 * The question with a place in Latin letters beside a Chinese name (华西医院 Chengdu, 北京协和医院 China) as its city, where none is stated; and without the name
 * of the country behind it. As it is where the words say anything else.
 */
export const withPlaceApart = (question: InstitutionQuestion): InstitutionQuestion => {
  const { name, city, province } = question;
  if (name === undefined || city !== undefined || province !== undefined || !hasHan(name)) return question;
  const [, own, clause = ''] = CLAUSE.exec(name) ?? [];
  if (own !== undefined && placeIn(clause) === '') return { ...question, name: own };
  const both = parted(name);
  const place = both === null ? null : placeIn(both.words);
  if (both === null || place === null) return question;
  return place === '' ? { ...question, name: both.name } : { ...question, name: both.name, city: place };
};
