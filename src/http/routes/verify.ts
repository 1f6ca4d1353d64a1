import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../../schema/base.ts';
import { MAX_BATCH, type Question } from '../../../schema/question.ts';
import type { Epoch } from '../../ask/answers.ts';
import { type ParsedQuestion, parseQuestion } from '../../ask/parse-question.ts';
import type { QuestionContext, RawQuestion } from '../../ask/read-fields.ts';
import type { OneByteText } from '../../ask/verdict-text.ts';
import { LicetError } from '../../errors.ts';
import type { Deps } from '../deps.ts';
import { preferredLanguage } from '../language.ts';
import { etagMatches } from '../plugins/conditional.ts';
import { readQuery } from '../query.ts';
import { bodyContext, holdsFields, ownReader } from '../read-question.ts';
import { refuse } from '../refuse.ts';
import { verifyBatchSchema, verifySchema } from '../shapes/verify.ts';

/** Verdicts are kept by nobody unasked: a revocation shows at the next request. */
const answerHeaders = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-cache',
} as const;

/** An answer about a person is kept by nobody. */
const personalHeaders = { ...answerHeaders, 'cache-control': 'no-store' } as const;

/**
 * Sends a finished answer past the framework, so that head and body leave in one piece: it sends bytes in two, and counts a text
 * in UTF-8. What waits for the end of an answer (log line, measure) runs all the same.
 */
const send = (reply: FastifyReply, etag: string, body: OneByteText): void => {
  const headers = { ...reply.getHeaders(), ...answerHeaders, etag, 'content-length': body.length };
  reply.hijack();
  reply.raw.writeHead(200, headers as Record<string, string | number | string[]>).end(body, 'latin1');
};

const bytesOf = (text: OneByteText): Buffer => Buffer.from(text, 'latin1');

const notModified = (reply: FastifyReply, etag: string): void =>
  void reply.code(304).header('cache-control', 'no-cache').header('etag', etag).send();

const questionOf = (raw: RawQuestion, context: QuestionContext): Question => {
  const parsed = parseQuestion(raw, context);
  return 'question' in parsed ? parsed.question : refuse([parsed]);
};

/** Finished bytes of one question, from the kept answers where they are there. */
const bodyOf = async ({ answers }: Deps, epoch: Epoch, question: Question): Promise<OneByteText> => {
  if (question.practitioner !== undefined) return answers.body(epoch, question);
  const key = answers.questionKey(question);
  const kept = answers.cached(key);
  if (kept?.body) return kept.body;
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
): Promise<void> => {
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
  return send(reply, etag, body);
};

type Seen = Readonly<{ epoch: Epoch; lang: Language; key: string }>;

/**
 * An address seen before in this epoch is answered without being read again. Neither it nor a new one is answered with a promise:
 * a reply that is returned or awaited makes the framework listen for its end, which costs as much as the rest of the answer.
 */
const answerGet =
  (deps: Deps) =>
  (request: FastifyRequest, reply: FastifyReply): void => {
    const { answers } = deps;
    const lang = preferredLanguage(request.headers['accept-language']);
    const epoch = answers.epoch();
    const key = `${lang}${request.raw.url}`;
    const kept = answers.cached(key);
    if (kept !== undefined && etagMatches(request, kept.etag)) notModified(reply, kept.etag);
    else if (kept?.body) send(reply, kept.etag, kept.body);
    else answerNew(deps, { epoch, lang, key }, request, reply).catch((cause) => reply.send(cause));
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

/** One bad question refuses the whole batch, and every bad field is named: half a batch is easily taken for a whole. */
const parseBatch = (items: readonly unknown[], context: QuestionContext): readonly Question[] => {
  refuseSize(items.length);
  const parsed = items.map((item, index) => parseItem(item, { ...context, pointer: `/${index}` }));
  const refused = parsed.flatMap((one) => ('question' in one ? [] : [one]));
  if (refused.length > 0) refuse(refused);
  return parsed.flatMap((one) => ('question' in one ? [one.question] : []));
};

const answerPost = (deps: Deps) => async (request: FastifyRequest, reply: FastifyReply) => {
  const now = deps.clock();
  const epoch = deps.answers.epoch();
  const context = bodyContext(request, now, epoch.reader.generation);
  const { body } = request;
  if (!Array.isArray(body)) {
    const parsed = parseItem(body, context);
    const question = 'question' in parsed ? parsed.question : refuse([parsed]);
    await deps.questionQuota(question, request, reply, now);
    if (question.practitioner !== undefined)
      return reply.headers(personalHeaders).send(bytesOf(await bodyOf(deps, epoch, question)));
    const etag = deps.answers.etag(epoch, question);
    return reply.headers({ ...answerHeaders, etag }).send(bytesOf(await bodyOf(deps, epoch, question)));
  }
  const questions = parseBatch(body, context);
  for (const question of questions) await deps.questionQuota(question, request, reply, now);
  const personal = questions.some(({ practitioner }) => practitioner !== undefined);
  const parts: string[] = [];
  for (const question of questions) parts.push(await bodyOf(deps, epoch, question));
  return reply
    .headers(personal ? personalHeaders : answerHeaders)
    .send(bytesOf(`{"answers":[${parts.join(',')}]}`));
};

/** The one question, by GET and by POST, alone or up to a hundred at once. */
export const registerVerify = (app: FastifyInstance, deps: Deps): void => {
  app.get('/v1/verify', { schema: verifySchema, ...ownReader }, answerGet(deps));
  app.post('/v1/verify', { schema: verifyBatchSchema, ...ownReader }, answerPost(deps));
};
