import type { Language } from '../../../schema/base.ts';
import { sentenceWords } from '../../../schema/lexicon/sentence-words.ts';
import type { Question } from '../../../schema/question.ts';
import { reason } from '../../../schema/reason.ts';
import type { Reason } from '../../../schema/verdict.ts';
import { hasHan } from '../../text/han.ts';
import { isForbiddenAsked } from '../../verdict/doubts.ts';
import { fold, spanOf } from '../../verdict/offer/fold.ts';
import { isProhibited } from '../../verdict/offer/forbidden.ts';
import { isDenied } from '../../verdict/offer/treatment-at.ts';
import { isUnlisted, mayBeOfTreatment, severalOf } from '../../verdict/offer/treatment-line.ts';
import { offerTerms } from '../../verdict/offer/vocabulary.ts';
import { placesOf } from '../../verdict/offer/whole-words.ts';
import { isAbroad } from '../../verdict/place-words.ts';
import { namesHouse, treatmentOf } from '../../verdict/vocabulary/treatments.ts';
import type { Facts } from '../facts.ts';
import { LONGEST_LINE, listed, piecesInChinese, piecesInEnglish } from './words-of-sentence.ts';

/** Most treatments of one line that are told. */
const MOST_TOLD = 3;

/** How far behind a treatment the house stands that is called after it, and what parts the two. */
const [FEW_HAN, FEW_WORDS, NEAR] = [8, 3, 40];
const PARTED = /[,;:()]|\b(?:at|in|from|for|by|with)\b/iu;

/** Whether a house is called after the treatment that ends here: 干细胞医院, “Proton Hospital”, “IVF and Fertility Center”. */
const isOfHouse = (text: string, end: number): boolean => {
  const behind = text.slice(end, end + NEAR);
  const [han = ''] = /^\p{Script=Han}+/u.exec(behind) ?? [];
  const words = (behind.split(PARTED)[0] ?? '').match(/\p{L}+/gu) ?? [];
  return namesHouse(han.slice(0, FEW_HAN)) || namesHouse(words.slice(0, FEW_WORDS).join(' '));
};

/** A part of a text, as it was typed. */
type Part = Readonly<{ start: number; end: number; codes: readonly string[] }>;

/** The treatments that a text names by words of the vocabulary, the longest words first; none that a house is called after, and none that is denied. */
const namedIn = (text: string): readonly Part[] => {
  const folded = fold(text);
  const found: Part[] = [];
  const terms = offerTerms()
    .filter(({ codes }) => codes.every(({ kind }) => kind === 'technology' || kind === 'product'))
    .toSorted((a, b) => b.text.length - a.text.length);
  for (const term of terms)
    for (const place of placesOf(folded.text, term)) {
      const { start, end } = spanOf(text, folded, ...place);
      if (found.some((one) => start < one.end && end > one.start)) continue;
      found.push({ start, end, codes: term.codes.map(({ code }) => code) });
    }
  return found
    .filter(({ start, end }) => !isOfHouse(text, end) && !isDenied(text.slice(0, start)))
    .toSorted((a, b) => a.start - b.start);
};

/** An operation that no list is about, with the organ or the illness before it (“knee replacement”); of a text in English alone. */
const unlistedIn = (text: string): readonly string[] => {
  const pieces = piecesInEnglish(text);
  return pieces.flatMap(({ made, end }, at) => {
    const word = text.slice(pieces[at]?.start, end);
    if (made !== 'unread' || !isUnlisted(word) || isOfHouse(text, end)) return [];
    let from = at;
    while (['organ', 'ill'].includes(pieces[from - 1]?.made ?? '') && isNext(text, pieces, from)) from -= 1;
    return [text.slice(pieces[from]?.start, end)];
  });
};
const isNext = (text: string, pieces: ReturnType<typeof piecesInEnglish>, at: number): boolean =>
  /^[\s-]$/u.test(text.slice(pieces[at - 1]?.end, pieces[at]?.start));

/** Shortest and longest Chinese words that may mean several treatments, and how many such are looked up: each costs a millisecond. */
const [SHORTEST, LONGEST, MOST_TRIED] = [2, 6, 12];

/** Words of a Chinese text that mean several treatments (干细胞, 试管), the longest first; null where there are none. */
const severalIn = (text: string): string | null => {
  const organs: ReadonlySet<string> = new Set(sentenceWords().zh.organs);
  let tried = 0;
  for (const { made, start, end } of hasHan(text) ? piecesInChinese(text) : [])
    for (let size = LONGEST; made === 'unread' && size >= SHORTEST; size -= 1)
      for (let at = start; at + size <= end; at += 1) {
        const words = text.slice(at, at + size);
        if (organs.has(words) || isOfHouse(text, at + size) || !mayBeOfTreatment(words)) continue;
        if (tried++ === MOST_TRIED) return null;
        const lawful = severalOf(words).filter((code) => !isProhibited(code));
        if (lawful.length > 1) return words;
      }
  return null;
};

/** What is told of treatments: each by the name that patients call it by, and where it stands what it needs. */
const toldOf = (codes: readonly string[], lang: Language): readonly Reason[] => {
  const each = [...new Set(codes.map((code) => treatmentOf(code)))].filter((one) => one !== undefined);
  const [only, ...more] = each.slice(0, MOST_TOLD);
  if (only === undefined) return [];
  const treatments = listed(
    [only, ...more].map(({ name }) => name[lang]),
    lang,
  );
  const page = more.length === 0 ? `/treatments/${only.code}` : '/treatments';
  return [reason('name.treatment-asked', { treatments, page })];
};

/** Where more is said of the treatment already, or nothing of the line is a question about one here. */
const isSaid = (one: Reason): boolean =>
  /^name\.(?:beside-|treatment-alone|illness-alone|is-)/u.test(one.code) ||
  isForbiddenAsked(one) ||
  isAbroad(one);

/** What of the treatments in a line is told, where the line settles on nobody. */
const treatmentsTold = (line: string, lang: Language, facts: Facts): readonly Reason[] => {
  const own = [...facts.candidates.values()].flatMap(({ names }) =>
    names.map(({ value }) => fold(value).text),
  );
  const isOfName = (words: string): boolean => own.some((name) => name.includes(fold(words).text.trim()));
  const parts = namedIn(line).filter(({ start, end }) => !isOfName(line.slice(start, end)));
  if (parts.some(({ codes }) => codes.some(isProhibited))) return [];
  if (parts.length > 0) {
    const several = parts.find(({ codes }) => codes.length > 1);
    return several === undefined
      ? toldOf(
          parts.flatMap(({ codes }) => codes),
          lang,
        )
      : [
          reason('name.treatment-asked', {
            treatments: line.slice(several.start, several.end),
            page: '/treatments',
          }),
        ];
  }
  const meant = severalIn(line);
  if (meant !== null && !isOfName(meant))
    return [reason('name.treatment-asked', { treatments: meant, page: '/treatments' })];
  // “chemotherapy” alone may be anything: nobody is named beside it.
  const isBeside = facts.candidates.size > 0 || namesHouse(line);
  const words = hasHan(line) || !isBeside ? [] : unlistedIn(line).filter((one) => !isOfName(one));
  return words.length === 0 ? [] : [reason('name.operation-asked', { words: listed(words, lang) })];
};

/**
 * The facts about a line that settles on nobody, with the treatments that it asks for told (“Qilu Hospital in Qingdao for CAR-T”): a headline speaks of what was asked, though it cannot be
 * answered before it is clear where. As they are for any other line, and where a treatment is spoken of already. `line`: the question as it was typed; `asked`: what was read of it.
 */
export const withTreatmentTold = (line: string | undefined, asked: Question, facts: Facts): Facts => {
  const { identification } = facts;
  if (line === undefined || line.length > LONGEST_LINE || identification.id !== null) return facts;
  if (identification.match === 'exact' || identification.why.some(isSaid)) return facts;
  if (asked.service !== undefined && isProhibited(asked.service)) return facts;
  const told = treatmentsTold(line, asked.lang, facts);
  return told.length === 0
    ? facts
    : { ...facts, identification: { ...identification, why: [...identification.why, ...told] } };
};
