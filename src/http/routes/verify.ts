import { brotliCompressSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../../schema/base.ts';
import type { Question } from '../../../schema/question.ts';
import type { Epoch } from '../../ask/answers.ts';
import { parseQuestion } from '../../ask/parse-question.ts';
import type { QuestionContext, RawQuestion } from '../../ask/question-context.ts';
import type { Deps } from '../deps.ts';
import { preferredLanguage } from '../language.ts';
import { etagMatches } from '../plugins/conditional.ts';
import { encodingFor } from '../plugins/encodings.ts';
import { readQuery } from '../query.ts';
import { bodyContext, ownReader } from '../read-question.ts';
import { refuse } from '../refuse.ts';
import { verifyBatchSchema, verifySchema } from '../shapes/verify.ts';
import {
  type Asking,
  answerBatch,
  answerHeaders,
  bodyOf,
  parseItem,
  personalHeaders,
} from './verify-batch.ts';

const sendAnswer = (reply: FastifyReply, etag: string, body: Buffer): FastifyReply =>
  reply.headers({ ...answerHeaders, etag }).send(body);

/** A kept answer is compressed once, for whoever takes it so. */
const sendKept = (
  request: FastifyRequest,
  reply: FastifyReply,
  known: Readonly<{ etag: string }> & { packed?: Buffer },
  body: Buffer,
): FastifyReply => {
  if (encodingFor(request) !== 'br') return sendAnswer(reply, known.etag, body);
  known.packed ??= brotliCompressSync(body);
  reply.header('content-encoding', 'br');
  return sendAnswer(reply, known.etag, known.packed);
};

const notModified = (reply: FastifyReply, etag: string): FastifyReply =>
  reply.code(304).header('cache-control', 'no-cache').header('etag', etag).send();

const questionOf = (raw: RawQuestion, context: QuestionContext): Question => {
  const parsed = parseQuestion(raw, context);
  return 'question' in parsed ? parsed.question : refuse([parsed]);
};

/** An address not seen in this epoch: read it, and make its answer unless the client holds it already. */
const answerNew = async (
  deps: Deps,
  seen: Seen,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { answers, clock, demand } = deps;
  const { epoch, lang, key } = seen;
  const raw = readQuery(request.raw.url ?? '');
  const newest = epoch.reader.generation;
  const question = questionOf(raw, { now: clock(), lang, via: 'query', pointer: '', newest });
  await deps.questionQuota(question, request, reply, clock());
  const etag = answers.etag(epoch, question);
  if (etagMatches(request, etag)) {
    answers.cache(epoch, key, { etag, body: null, about: [] });
    return notModified(reply, etag);
  }
  const { body, about } = await answers.body(epoch, question);
  demand.count(about);
  answers.cache(epoch, key, { etag, body, about });
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
    if (known?.body) {
      deps.demand.count(known.about);
      return sendKept(request, reply, known, known.body);
    }
    return answerNew(deps, { epoch, lang, key }, request, reply);
  };

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
