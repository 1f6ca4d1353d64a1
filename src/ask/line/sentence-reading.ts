import type { Question } from '../../../schema/question.ts';
import { reason } from '../../../schema/reason.ts';
import type { Reason } from '../../../schema/verdict.ts';
import { noMatch } from '../../identify/results.ts';
import { beforeOwnership, withoutAsked } from '../../names/parse/asked-besides.ts';
import { saidAbroad } from '../../places/abroad.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { hasHan, simplify } from '../../text/han.ts';
import { treatmentCode } from '../../verdict/offer/code-of-words.ts';
import { forbiddenIn } from '../../verdict/offer/forbidden.ts';
import { deniedBeside } from '../../verdict/offer/treatment-at.ts';
import { isAbroad } from '../../verdict/place-words.ts';
import { type Facts, gatherFacts } from '../facts.ts';
import { besideSpeaker } from './beside-speaker.ts';
import { withForbiddenAsked } from './forbidden-asked.ts';
import { begunByTrader, denies, inMandarin, isOfAnother, joins } from './kinds-of-words.ts';
import { namesInSentence } from './name-in-sentence.ts';
import { isPlace } from './no-hospital.ts';
import { withoutSpeaker } from './of-speaker.ts';
import { aroundName, type Rest } from './rest-of-sentence.ts';
import { LONGEST_LINE, listed, piecesIn } from './words-of-sentence.ts';

/** A question as it was read, and the facts about it. */
export type Asked = Readonly<{ question: Question; facts: Facts }>;

/** “Dr. Wang at Huashan Hospital”: who works there. */
const PERSON = /\b(?:dr|prof|professor)\b/iu;

/** A line that says no more than a name is no sentence. */
const isSentence = (text: string): boolean => {
  const pieces = piecesIn(text);
  return (
    PERSON.test(text) ||
    pieces.some(
      ({ made, start, end }) =>
        made !== 'unread' && made !== 'organ' && !joins(text.slice(start, end).toLowerCase()),
    )
  );
};

const ASIDE: readonly (readonly [keyof Rest, 'name.illness-aside' | 'name.words-aside'])[] = [
  ['ills', 'name.illness-aside'],
  ['told', 'name.words-aside'],
];

/** What of a sentence was set aside, in words. */
const setAside = (rest: Rest, { lang }: Question): readonly Reason[] =>
  ASIDE.flatMap(([kind, code]) =>
    rest[kind].length === 0 ? [] : [reason(code, { words: listed([...new Set(rest[kind])], lang) })],
  );

/** Nobody was settled on, for no better reason than that the line is not a name. */
const mayBeSentence = ({ identification: { id, match, why } }: Facts): boolean =>
  id === null &&
  (match !== 'ambiguous' || why.some(({ code }) => code === 'name.similar-only')) &&
  !why.some(({ code }) => LEFT.has(code));
const LEFT: ReadonlySet<string> = new Set([
  'name.named-beside',
  'name.generic-only',
  'name.generic-there',
  'name.place-only',
  'name.open',
  'name.open-university',
]);

/** Whether words hold a place abroad: where somebody comes from was left out of them. */
const namesAbroad = (words: string): boolean => saidAbroad(words) !== null;

/** Whether somebody is offered already, of whom it is asked whether the line means them. */
export const offersOne = ({ identification: { why } }: Facts): boolean =>
  why.some(({ code }) => code === 'name.nearest');

/** That a line denies its hospital is told already. */
const isDenied = ({ identification: { why } }: Facts): boolean =>
  why.some(({ code }) => code === 'name.denied');

/** “surgery”, 住院: of no organ and no field. */
const isGeneral = (words: string): boolean => {
  const pieces = piecesIn(words);
  return pieces.every(({ made }) => made === 'told' || made === 'word');
};

/** Whether a reading says more than one that names the words beside the hospital: it asks for a treatment, or leaves out no more than an operation or a price in general. */
const saysMore = ({ identification: { why } }: Facts, rest: Rest, { service }: Question): boolean =>
  !why.some(({ code }) => code.startsWith('name.beside-')) ||
  service !== undefined ||
  (rest.unread.length + rest.ills.length === 0 && rest.told.every(isGeneral));

const OTHERS: ReadonlySet<string> = new Set(['lookalike', 'branch-not-on-record']);

/** Whoever the name alone means, offered for a sentence whose other words are not understood. */
const offered = (name: string, alone: Facts, words: string): Facts => {
  const { dossier, identification } = alone;
  const { id, score, candidates } = identification;
  const why = [reason('name.words-unread', { known: name, words })];
  const meant = id === null ? candidates : [{ id, score, why: [] }];
  return {
    ...alone,
    identification: noMatch(why, meant),
    dossier: null,
    candidates: id === null || dossier === null ? alone.candidates : new Map([[id, dossier]]),
  };
};

/** Nobody is found by a line, and no more is said of it. */
const saysNothing = ({ question: { service }, facts: { identification } }: Asked): boolean => {
  const [only, ...more] = identification.why;
  return service === undefined && only?.code === 'name.not-found' && more.length === 0;
};

/** The part of a sentence that asks for what nobody may offer, as trade in organs: without the words around it (“is it legal to”, 吗), which excuse nothing; null where none does. */
const forbiddenPart = (text: string): string | null => {
  const pieces = piecesIn(text);
  const left = pieces.filter(({ made }) => made !== 'word');
  const own = text.slice(left[0]?.start ?? 0, left.at(-1)?.end);
  return [text, own].find((one) => forbiddenIn(one)?.sign != null) ?? null;
};

/** Whether a line with what was not read speaks of the hospital that its name alone means, and says more than that it was not read. */
const isOf = (id: string | null, { identification }: Facts): boolean =>
  identification.match !== 'lookalike' &&
  !identification.why.some(({ code }) => code === 'name.clause-unread') &&
  (identification.id === id || (identification.id === null && identification.candidates[0]?.id === id));

/**
 * The reading of a sentence around a hospital (我爸爸心脏病想去阜外医院可以吗, “My mom has lung cancer, can we go to Shanghai Chest Hospital?”): the hospital named there, asked with what no word of
 * a sentence explains as if the two stood alone; what was set aside is told. Null for a line that is none, or in which nobody on record is named.
 * `askLine`: the answer to a line that is read as no sentence; `remembered`: src/identify/known-answers.ts.
 */
export const sentenceReading = async (
  question: Question,
  facts: Facts,
  reader: Reader,
  askLine: (question: Question) => Promise<Asked>,
  remembered: boolean,
): Promise<Asked | null> => {
  const typed = question.institution.name ?? '';
  if (typed.length > LONGEST_LINE || !mayBeSentence(facts) || deniedBeside(typed) !== null) return null;
  const { text, homes } = withoutSpeaker(inMandarin(simplify(beforeOwnership(typed) ?? typed)));
  const forbidden = forbiddenPart(text);
  if (!isSentence(text) && forbidden === null) return null;
  let near: Asked | null = null;
  for (const span of await namesInSentence(text, reader)) {
    const name = text.slice(span.start, span.end).trim();
    const rest = aroundName(text, span);
    const behind = text.slice(span.end);
    // “interpreter agency”, 排队中介: what is asked besides stands before the trader.
    if (begunByTrader(behind) || begunByTrader(withoutAsked(behind)) || rest.unread.some(isOfAnother))
      return null;
    const about = { ...question, institution: { ...question.institution, name } };
    const alone = await gatherFacts(about.institution, reader, true, remembered);
    const { id, match } = alone.identification;
    const isWhole = rest.unread.length === 0;
    // “Tiantan do deep brain stimulation” is no name that imitates one.
    if (match === 'lookalike' && !hasHan(name) && piecesIn(name).some(({ made }) => made === 'word'))
      continue;
    if (OTHERS.has(match) && isWhole) return { question: about, facts: alone };
    if (id === null && match !== 'ambiguous') {
      // Whoever the name alone is nearest to is nearer than whom the whole line is like.
      if (isWhole && !offersOne(facts) && alone.identification.candidates.length > 0)
        near ??= { question: about, facts: alone };
      continue;
    }
    if (rest.unread.some(denies))
      return isDenied(facts)
        ? null
        : { question: about, facts: offered(name, alone, [...rest.unread, ...rest.told].join(' ')) };
    if (facts.identification.why.some(isAbroad) && rest.unread.some(namesAbroad)) return null;
    const warns = forbidden !== null && !rest.unread.some((words) => treatmentCode(words) !== undefined);
    const unread = (!warns ? rest.unread : rest.unread.filter(isPlace)).join(' ');
    // "Suzhou Union Hospital" is another's, "Union Hospital Suzhou" may be a part.
    const isBefore = !hasHan(name) && text.slice(0, span.start).trimEnd().endsWith(unread);
    const whole = isBefore ? `${unread} ${name}` : `${name} ${unread}`;
    const line =
      unread === '' ? null : await askLine({ ...about, institution: { ...about.institution, name: whole } });
    const asked = line !== null && (id === null ? !saysNothing(line) : isOf(id, line.facts)) ? line : null;
    const found = asked ?? { question: about, facts: unread === '' ? alone : offered(name, alone, unread) };
    const meant = { ...found, facts: await besideSpeaker(found.question, found.facts, homes, reader) };
    const words = [...rest.unread, ...rest.told].join(' ');
    const read =
      !warns || meant.facts.dossier === null ? meant : { ...meant, facts: offered(name, meant.facts, words) };
    if (!warns && !saysMore(facts, rest, read.question)) return null;
    const { identification } = read.facts;
    const aside = identification.id === null ? [] : setAside(rest, question);
    const told = {
      ...read.facts,
      identification: { ...identification, why: [...identification.why, ...aside] },
    };
    const warned = { institution: { ...about.institution, name: forbidden ?? typed } };
    return { question: read.question, facts: withForbiddenAsked(warned, read.question, told) };
  }
  return near;
};
