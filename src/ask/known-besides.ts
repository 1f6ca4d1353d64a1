import type { KnownBesides } from '../../schema/problem.ts';
import type { Question } from '../../schema/question.ts';
import type { Verdict } from '../../schema/verdict.ts';
import { claimCode } from '../verdict/offer/code-of-words.ts';
import { parseQuestion } from './parse-question.ts';
import type { QuestionContext, RawQuestion, Refused } from './question-context.ts';

/** Fields without which a question is one still: what is asked, not who is meant. */
const ASKS: readonly string[] = ['service', 'claim'];

/** Questions about a physician, and about an earlier generation, are answered whole or not at all. */
const UNTOLD: readonly string[] = ['practitioner', 'certificateNumber', 'generation'];

/** The field of an error, without the place of its question: `?service`, `/3/claim/0`. */
const fieldOf = (address: string, { pointer }: QuestionContext): string =>
  address
    .replace(/^\?/, '')
    .slice(address.startsWith('?') ? 0 : pointer.length + 1)
    .split('/', 1)[0] ?? '';

/** A question that is left where its treatment and the marks that cannot be read are taken out; null where something else is wrong with it. */
const questionBesides = (
  raw: RawQuestion,
  { code, errors }: Refused,
  context: QuestionContext,
): Readonly<{ question: Question; without: readonly string[] }> | null => {
  const without = [...new Set(errors.map(({ field }) => fieldOf(field, context)))];
  const isAsked = code === 'LICET_BAD_QUESTION' && without.every((one) => ASKS.includes(one));
  if (!isAsked || UNTOLD.some((one) => raw[one] !== undefined)) return null;
  const left = { ...raw };
  for (const one of without) delete left[one];
  const marks = [raw.claim]
    .flat()
    .flatMap((one) => (typeof one === 'string' ? one.split(/[,，]/) : []))
    .filter((one) => claimCode(one) !== undefined);
  if (without.includes('claim') && marks.length > 0) left.claim = marks;
  const parsed = parseQuestion(left, context);
  return 'question' in parsed ? { question: parsed.question, without } : null;
};

const knownOf = (
  { identity, licence, summary, asked }: Verdict,
  without: readonly string[],
): KnownBesides => {
  const { institution } = identity;
  return {
    without: [...without],
    institution:
      institution === null
        ? null
        : {
            id: institution.id,
            name: { zh: institution.name.zh, en: institution.name.en },
            province: institution.province,
            city: institution.city,
          },
    sentence: institution === null ? summary : licence.sentence,
    asked: asked.map(({ ask, sentence }) => ({ ask, sentence })),
  };
};

/**
 * What is known of whom a question means, where nothing but its treatment or a mark cannot be read: a treatment that no list is about is no reason to be told nothing of
 * the hospital. Null where there is nothing to be said, as where `answer` gives none. No outcome stands in it, so that nobody takes it for an answer about the treatment.
 */
export const knownBesidesOf = async (
  raw: RawQuestion,
  refused: Refused,
  context: QuestionContext,
  answer: (question: Question) => Promise<Verdict | null>,
): Promise<KnownBesides | null> => {
  const left = questionBesides(raw, refused, context);
  const verdict = left === null ? null : await answer(left.question);
  return left === null || verdict === null ? null : knownOf(verdict, left.without);
};
