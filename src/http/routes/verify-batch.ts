import { setImmediate as turn } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MAX_BATCH, type Question } from '../../../schema/question.ts';
import type { Answers, Epoch } from '../../ask/answers.ts';
import { knownBesidesOf } from '../../ask/known-besides.ts';
import { type ParsedQuestion, parseQuestion } from '../../ask/parse-question.ts';
import type { QuestionContext, Refused } from '../../ask/question-context.ts';
import { LicetError } from '../../errors.ts';
import { type ByteText, bytesOf } from '../../text/byte-text.ts';
import type { Deps } from '../deps.ts';
import { problemOf } from '../plugins/problems.ts';
import { readQuery } from '../query.ts';
import { holdsFields } from '../read-question.ts';
import { refusalOf, refuse } from '../refuse.ts';
import { answerHeaders } from './verify-answers.ts';

/** No cache may store an answer about a person. */
export const personalHeaders = { ...answerHeaders, 'cache-control': 'no-store' } as const;

/** Finished bytes of one question, from the cache where they are there. Counts whom it is about. */
export const bodyOf = async (
  {
    answers,
    demand,
  }: Readonly<{
    answers: Pick<Answers, 'questionKey' | 'cached' | 'body' | 'cache' | 'etag'>;
    demand: Pick<Deps['demand'], 'count'>;
  }>,
  epoch: Epoch,
  question: Question,
): Promise<ByteText> => {
  if (question.practitioner !== undefined) return (await answers.body(epoch, question)).body;
  const key = answers.questionKey(question);
  const known = answers.cached(key);
  if (known?.body) {
    demand.count(known.about);
    return known.body;
  }
  const { body, about } = await answers.body(epoch, question);
  demand.count(about);
  answers.cache(epoch, key, { etag: answers.etag(epoch, question), body, about });
  return body;
};

/** What the questions of one request are answered with. */
export type Asking = Readonly<{ deps: Deps; epoch: Epoch; now: Date; context: QuestionContext }>;

/** Refuses one question, and says who is meant where it is the treatment or a mark alone that cannot be read. */
export const refuseOne = async (
  { deps, epoch, context }: Omit<Asking, 'now'>,
  raw: unknown,
  refused: Refused,
): Promise<never> => {
  const known = holdsFields(raw)
    ? await knownBesidesOf(raw, refused, context, (question) => deps.answers.unscored(epoch, question))
    : null;
  throw refusalOf([refused], known);
};

const refuseSize = (length: number): void => {
  if (length >= 1 && length <= MAX_BATCH) return;
  const problem = `holds ${length} questions`;
  const expected = `1 to ${MAX_BATCH} questions`;
  throw new LicetError('LICET_BAD_QUESTION', `The batch ${problem}; it may hold ${expected}.`, [
    { field: '', problem, expected },
  ]);
};

/** Reads one question of a body. */
export const parseItem = (item: unknown, context: QuestionContext): ParsedQuestion => {
  if (holdsFields(item)) return parseQuestion(item, context);
  const problem = context.pointer === '' ? 'is neither an object nor an array of them' : 'is not an object';
  return {
    code: 'LICET_BAD_QUESTION',
    errors: [
      { field: context.pointer, problem, expected: 'a question such as {"name":"…","claim":["jci"]}' },
    ],
  };
};

/** A batch with so many errors is not read to its end: to say what is near to each unknown word is dear. */
const MAX_BATCH_ERRORS = 50;

const unread = (index: number): Refused => {
  const problem = `was not read, nor what follows: more than ${MAX_BATCH_ERRORS} errors stand before it`;
  return {
    code: 'LICET_BAD_QUESTION',
    errors: [{ field: `/${index}`, problem, expected: 'those mended first' }],
  };
};

/** One bad question refuses the whole batch, and every bad field is named: half a batch is easily taken for a whole. */
const parseBatch = async (
  items: readonly unknown[],
  context: QuestionContext,
): Promise<readonly Question[]> => {
  refuseSize(items.length);
  const questions: Question[] = [];
  const refused: Refused[] = [];
  let errors = 0;
  for (const [index, item] of items.entries()) {
    if (errors > MAX_BATCH_ERRORS) return refuse([...refused, unread(index)]);
    await turn();
    const parsed = parseItem(item, { ...context, pointer: `/${index}` });
    if ('question' in parsed) questions.push(parsed.question);
    else {
      refused.push(parsed);
      errors += parsed.errors.length;
    }
  }
  return refused.length > 0 ? refuse(refused) : questions;
};

/** Whether the address asks for an answer to each question, be others wrong. Throws LICET_BAD_QUESTION for any other parameter. */
const wantsPartial = (request: FastifyRequest): boolean => {
  const { partial, ...others } = readQuery(request.raw.url ?? '');
  const alone = Object.keys(others).length === 0;
  if (alone && (partial === undefined || partial === 'true' || partial === 'false'))
    return partial === 'true';
  // The parameter is not repeated: it may hold anything.
  const errors = [{ field: '?', problem: 'holds an unknown parameter', expected: 'partial=true, or none' }];
  throw new LicetError('LICET_BAD_QUESTION', 'A parameter cannot be read.', errors);
};

type Request = Readonly<{ request: FastifyRequest; reply: FastifyReply }>;

/** Each question by itself: its verdict, or the problem it alone would have been answered with. */
const answerEach = async (
  { deps, epoch, now, context }: Asking,
  items: readonly unknown[],
  { request, reply }: Request,
): Promise<Readonly<{ bodies: readonly string[]; personal: boolean }>> => {
  refuseSize(items.length);
  const bodies: string[] = [];
  let personal = false;
  for (const [index, item] of items.entries()) {
    await turn();
    try {
      const at = { deps, epoch, context: { ...context, pointer: `/${index}` } };
      const parsed = parseItem(item, at.context);
      const question = 'question' in parsed ? parsed.question : await refuseOne(at, item, parsed);
      personal ||= question.practitioner !== undefined;
      await deps.questionQuota(question, request, reply, now);
      bodies.push(String(bytesOf(await bodyOf(deps, epoch, question))));
    } catch (cause) {
      if (!(cause instanceof LicetError)) throw cause;
      bodies.push(JSON.stringify({ problem: problemOf(cause, request.id, context.lang) }));
    }
  }
  return { bodies, personal };
};

const answerAll = async (
  { deps, epoch, now, context }: Asking,
  items: readonly unknown[],
  { request, reply }: Request,
): Promise<Readonly<{ bodies: readonly string[]; personal: boolean }>> => {
  const questions = await parseBatch(items, context);
  for (const question of questions) await deps.questionQuota(question, request, reply, now);
  const bodies: string[] = [];
  for (const question of questions) {
    await turn();
    bodies.push(String(bytesOf(await bodyOf(deps, epoch, question))));
  }
  return { bodies, personal: questions.some(({ practitioner }) => practitioner !== undefined) };
};

/** Answers an array in its order: all of it or nothing, or with `partial=true` each question by itself. Other requests have their turn between two questions. */
export const answerBatch = async (
  asking: Asking,
  items: readonly unknown[],
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const answer = wantsPartial(request) ? answerEach : answerAll;
  const { bodies, personal } = await answer(asking, items, { request, reply });
  return reply.headers(personal ? personalHeaders : answerHeaders).send(`{"answers":[${bodies.join(',')}]}`);
};
