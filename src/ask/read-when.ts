import type { FieldError } from '../errors.ts';
import { isDay, shanghaiDay } from '../text/dates.ts';
import { fieldAddress, type QuestionContext, type RawQuestion } from './question-fields.ts';

/** The day asked about (what was in force then), in Asia/Shanghai; a day to come is an error. */
export const readDay = (
  raw: RawQuestion,
  context: QuestionContext,
  errors: FieldError[],
): string | undefined => {
  if (raw.asOf === undefined) return undefined;
  const field = fieldAddress(context, 'asOf');
  const today = shanghaiDay(context.now);
  const day = raw.asOf;
  const expected = `a day as YYYY-MM-DD, ${today} or earlier`;
  if (typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day)) {
    errors.push({ field, problem: 'is not a day', expected });
  } else if (!isDay(day)) {
    errors.push({ field, problem: 'is a day that does not exist in the calendar', expected });
  } else if (day > today) {
    errors.push({ field, problem: 'lies in the future (today is meant in Asia/Shanghai)', expected });
  } else return day;
  return undefined;
};

/** The registry generation asked about (what was said then); one that was never published is an error. */
export const readGeneration = (
  raw: RawQuestion,
  context: QuestionContext,
  errors: FieldError[],
): number | undefined => {
  if (raw.generation === undefined) return undefined;
  const { newest } = context;
  const expected = newest === undefined ? 'a whole number from 1' : `a whole number from 1 to ${newest}`;
  const wrong = (problem: string): undefined => {
    errors.push({ field: fieldAddress(context, 'generation'), problem, expected });
  };
  const given = typeof raw.generation === 'number' ? String(raw.generation) : raw.generation;
  if (typeof given !== 'string' || !/^[1-9]\d{0,8}$/.test(given)) return wrong('is not a generation');
  if (newest !== undefined && Number(given) > newest) return wrong('was never published');
  return Number(given);
};
