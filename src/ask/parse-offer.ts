import type { FieldError, ProblemCode } from '../errors.ts';
import { shanghaiDay } from '../text/dates.ts';
import { suggestByEditDistance } from '../text/edit-distance.ts';
import { MAX_OFFER } from '../verdict/offer/find.ts';
import type { Offer } from './check-offer.ts';
import { parseQuestion } from './parse-question.ts';
import { personalFields } from './personal-fields.ts';
import {
  institutionFields,
  namingFields,
  type QuestionContext,
  type RawQuestion,
} from './question-fields.ts';

type ParsedOffer =
  | Readonly<{ offer: Offer }>
  | Readonly<{ code: ProblemCode; errors: readonly FieldError[] }>;

const offerFields: readonly string[] = ['text', ...Object.keys(institutionFields), 'asOf', 'lang'];

const textError = (value: unknown): FieldError | null => {
  const expected = `the text of an offer, 1 to ${MAX_OFFER} characters`;
  const wrong = (problem: string): FieldError => ({ field: '/text', problem, expected });
  if (value === undefined) return wrong('is missing');
  if (typeof value !== 'string') return wrong('is not a text');
  if (value.trim() === '') return wrong('is empty');
  if (value.length > MAX_OFFER) return wrong(`has ${value.length} characters`);
  if (!value.isWellFormed()) return wrong('holds half a character (a lone surrogate); the text was cut');
  return /[^\P{Cc}\t\r\n]/u.test(value) ? wrong('holds a control character') : null;
};

const unknownFields = (raw: RawQuestion): FieldError[] =>
  Object.keys(raw)
    .filter((field) => !offerFields.includes(field))
    .map((field) => {
      const like = suggestByEditDistance(field, offerFields);
      return {
        field: `/${field.slice(0, 60).replaceAll('~', '~0').replaceAll('/', '~1')}`,
        problem: 'is not a field of an offer',
        expected: `one of ${offerFields.join(', ')}`,
        ...(like.length === 0 ? {} : { nearest: like }),
      };
    });

/**
 * Reads `{"text": "…", "name": "…"}`: an offer, and who it is said to come from. Gives every error the body holds. A text
 * that contains a number identifying a person is refused unread.
 */
export const parseOffer = (raw: RawQuestion, context: QuestionContext): ParsedOffer => {
  const personal = personalFields(raw, context);
  if (personal.length > 0) return { code: 'LICET_PERSONAL_NUMBER', errors: personal };
  const broken = textError(raw.text);
  const errors = [...unknownFields(raw), ...(broken === null ? [] : [broken])];
  const { text, ...rest } = raw;
  const known = Object.fromEntries(Object.entries(rest).filter(([field]) => offerFields.includes(field)));
  const named = namingFields.some((field) => known[field] !== undefined);
  const narrowed = Object.keys(institutionFields).some((field) => known[field] !== undefined);
  const parsed = parseQuestion(named || narrowed ? known : { ...known, name: '—' }, context);
  if (!('question' in parsed)) return { code: parsed.code, errors: [...errors, ...parsed.errors] };
  if (errors.length > 0 || typeof text !== 'string') return { code: 'LICET_BAD_QUESTION', errors };
  const { question } = parsed;
  const day = question.asOf ?? shanghaiDay(context.now);
  return { offer: { text, who: named ? question : null, day } };
};
