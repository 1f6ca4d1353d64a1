import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../../schema/base.ts';
import { MAX_BATCH, type Question } from '../../../schema/question.ts';
import type { Epoch } from '../../ask/answers.ts';
import { type ParsedQuestion, parseQuestion } from '../../ask/parse-question.ts';
import type { QuestionContext, RawQuestion, Refused } from '../../ask/question-context.ts';
import { LicetError } from '../../errors.ts';
import type { Deps } from '../deps.ts';
import { preferredLanguage } from '../language.ts';
import { etagMatches } from '../plugins/conditional.ts';
import { readQuery } from '../query.ts';
import { bodyContext, holdsFields, ownReader } from '../read-question.ts';
import { refuse } from '../refuse.ts';
import { verifyBatchSchema, verifySchema } from '../shapes/verify.ts';

/** A cache must ask before it reuses a verdict, so that a revocation shows at the next request. */
const answerHeaders = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-cache',
} as const;

/** No cache may store an answer about a person. */
const personalHeaders = { ...answerHeaders, 'cache-control': 'no-store' } as const;

const sendAnswer = (reply: FastifyReply, etag: string, body: Buffer): FastifyReply =>
  reply.headers({ ...answerHeaders, etag }).send(body);

const notModified = (reply: FastifyReply, etag: string): FastifyReply =>
  reply.code(304).header('cache-control', 'no-cache').header('etag', etag).send();

const questionOf = (raw: RawQuestion, context: QuestionContext): Question => {
  const parsed = parseQuestion(raw, context);
  return 'question' in parsed ? parsed.question : refuse([parsed]);
};

/** Finished bytes of one question, from the cache where they are there. */
const bodyOf = async ({ answers }: Deps, epoch: Epoch, question: Question): Promise<Buffer> => {
  if (question.practitioner !== undefined) return answers.body(epoch, question);
  const key = answers.questionKey(question);
  const known = answers.cached(key);
  if (known?.body) return known.body;
  const body = await answers.body(epoch, question);
  answers.cache(epoch, key, { etag: answers.etag(epoch, question), body });
  return body;
};

/** An address not seen in this epoch: read it, and make its answer unless the client holds it already. */
const answerNew = async (
  deps: Deps,
  seen: Seen,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { answers, clock } = deps;
  const { epoch, lang, key } = seen;
  const raw = readQuery(request.raw.url ?? '');
  const newest = epoch.reader.generation;
  const question = questionOf(raw, { now: clock(), lang, via: 'query', pointer: '', newest });
  await deps.questionQuota(question, request, reply, clock());
  const etag = answers.etag(epoch, question);
  if (etagMatches(request, etag)) {
    answers.cache(epoch, key, { etag, body: null });
    return notModified(reply, etag);
  }
  const body = await answers.body(epoch, question);
  answers.cache(epoch, key, { etag, body });
  return sendAnswer(reply, etag, body);
};

type Seen = Readonly<{ epoch: Epoch; lang: Language; key: string }>;

/** An address answered before in this epoch is not read again. */
const answerGet =
  (deps: Deps) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { answers } = deps;
    const lang = preferredLanguage(request.headers['accept-language']);
    const epoch = answers.epoch();
    const key = `${lang}${request.raw.url}`;
    const known = answers.cached(key);
    if (known !== undefined && etagMatches(request, known.etag)) return notModified(reply, known.etag);
    if (known?.body) return sendAnswer(reply, known.etag, known.body);
    return answerNew(deps, { epoch, lang, key }, request, reply);
  };

const refuseSize = (length: number): void => {
  if (length >= 1 && length <= MAX_BATCH) return;
  const problem = `holds ${length} questions`;
  const expected = `1 to ${MAX_BATCH} questions`;
  throw new LicetError('LICET_BAD_QUESTION', `The batch ${problem}; it may hold ${expected}.`, [
    { field: '', problem, expected },
  ]);
};

const parseItem = (item: unknown, context: QuestionContext): ParsedQuestion => {
  if (holdsFields(item)) return parseQuestion(item, context);
  const problem = 'is not an object';
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
const parseBatch = (items: readonly unknown[], context: QuestionContext): readonly Question[] => {
  refuseSize(items.length);
  const questions: Question[] = [];
  const refused: Refused[] = [];
  let errors = 0;
  for (const [index, item] of items.entries()) {
    if (errors > MAX_BATCH_ERRORS) return refuse([...refused, unread(index)]);
    const parsed = parseItem(item, { ...context, pointer: `/${index}` });
    if ('question' in parsed) questions.push(parsed.question);
    else {
      refused.push(parsed);
      errors += parsed.errors.length;
    }
  }
  return refused.length > 0 ? refuse(refused) : questions;
};

type Asking = Readonly<{ deps: Deps; epoch: Epoch; now: Date; context: QuestionContext }>;

const answerOne = async (
  { deps, epoch, now, context }: Asking,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const parsed = parseItem(request.body, context);
  const question = 'question' in parsed ? parsed.question : refuse([parsed]);
  await deps.questionQuota(question, request, reply, now);
  const body = await bodyOf(deps, epoch, question);
  if (question.practitioner !== undefined) return reply.headers(personalHeaders).send(body);
  return sendAnswer(reply, deps.answers.etag(epoch, question), body);
};

const answerBatch = async (
  { deps, epoch, now, context }: Asking,
  items: readonly unknown[],
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const questions = parseBatch(items, context);
  for (const question of questions) await deps.questionQuota(question, request, reply, now);
  const personal = questions.some(({ practitioner }) => practitioner !== undefined);
  const bodies: Buffer[] = [];
  for (const question of questions) bodies.push(await bodyOf(deps, epoch, question));
  return reply
    .headers(personal ? personalHeaders : answerHeaders)
    .send(`{"answers":[${bodies.map(String).join(',')}]}`);
};

const answerPost = (deps: Deps) => async (request: FastifyRequest, reply: FastifyReply) => {
  const now = deps.clock();
  const epoch = deps.answers.epoch();
  const context = bodyContext(request, now, epoch.reader.generation);
  const asking = { deps, epoch, now, context };
  const { body } = request;
  return Array.isArray(body) ? answerBatch(asking, body, request, reply) : answerOne(asking, request, reply);
};

/** The one question, by GET and by POST, alone or up to a hundred at once. */
export const registerVerify = (app: FastifyInstance, deps: Deps): void => {
  app.get('/v1/verify', { schema: verifySchema, ...ownReader }, answerGet(deps));
  app.post('/v1/verify', { schema: verifyBatchSchema, ...ownReader }, answerPost(deps));
};
