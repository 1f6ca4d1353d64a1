import type { FieldError } from '../errors.ts';
import { personalNumberIn } from '../identifiers/personal-number.ts';
import { fieldAddress, type QuestionContext, type RawQuestion } from './question-context.ts';

const holdsPersonalNumber = (text: string): boolean => personalNumberIn(text) !== null;

/** Deeper than any question is; what lies below is refused for its shape, unread. */
const DEEPEST = 6;

/** Every text and number in what was sent, whatever its shape. */
const texts = (value: unknown, depth = 0): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number' || typeof value === 'bigint') return [String(value)];
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((one) => texts(one, depth + 1));
  return Object.entries(value).flatMap(([key, one]) => [key, ...texts(one, depth + 1)]);
};

/** Fields that hold a number identifying a person, by name only: the value is never repeated. */
export const personalFields = (raw: RawQuestion, context: QuestionContext): FieldError[] => {
  const errors: FieldError[] = [];
  for (const field of Object.keys(raw)) {
    const value = raw[field];
    const inKey = holdsPersonalNumber(field);
    if (!inKey && !texts(value).some(holdsPersonalNumber)) continue;
    errors.push({
      field: inKey ? fieldAddress(context, '') : fieldAddress(context, field),
      problem: 'holds a number that identifies a person; it was not kept',
      expected: 'the 15-digit practising certificate number (医师执业证书编码), or no personal number at all',
    });
  }
  return errors;
};
