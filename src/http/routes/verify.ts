import { brotliCompressSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../../schema/base.ts';
import type { Question } from '../../../schema/question.ts';
import type { Epoch } from '../../ask/answers.ts';
import { parseQuestion } from '../../ask/parse-question.ts';
import type { QuestionContext, RawQuestion } from '../../ask/question-context.ts';
import { asByteText, type ByteText, bytesOf } from '../../text/byte-text.ts';
import type { Deps } from '../deps.ts';
import { preferredLanguage } from '../language.ts';
import { etagMatches } from '../plugins/conditional.ts';
import { encodingFor } from '../plugins/encodings.ts';
import { type SendWhole, wholeSender } from '../plugins/send-whole.ts';
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

const sendAnswer = (reply: FastifyReply, etag: string, body: ByteText): FastifyReply =>
  reply.headers({ ...answerHeaders, etag }).send(bytesOf(body));

type Known = NonNullable<ReturnType<Deps['answers']['cached']>>;

/** A kept answer is compressed once, for whoever takes it so. An ETag names the bytes before compression. */
const sendKept = (
  send: SendWhole,
  request: FastifyRequest,
  reply: FastifyReply,
  known: Known,
  body: ByteText,
): void => {
  const { etag } = known;
  const encoding = encodingFor(request);
  if (encoding === 'identity') return void send(reply, 200, { ...answerHeaders, etag }, body);
  if (encoding === 'gzip') return void sendAnswer(reply, etag, body);
  known.packed ??= asByteText(brotliCompressSync(bytesOf(body)));
  send(reply, 200, { ...answerHeaders, etag: `W/${etag}`, 'content-encoding': 'br' }, known.packed);
};

const { 'content-type': _, ...unchanged } = answerHeaders;

const notModified = (send: SendWhole, reply: FastifyReply, etag: string): void =>
  send(reply, 304, { ...unchanged, etag }, null);

const questionOf = (raw: RawQuestion, context: QuestionContext): Question => {
  const parsed = parseQuestion(raw, context);
  return 'question' in parsed ? parsed.question : refuse([parsed]);
};

/** An address not seen in this epoch: read it, and make its answer unless the client holds it already. */
const answerNew = async (
  deps: Deps,
  seen: Seen,
  send: SendWhole,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> => {
  const { answers, clock, demand } = deps;
  const { epoch, lang, key } = seen;
  const raw = readQuery(request.raw.url ?? '');
  const newest = epoch.reader.generation;
  const question = questionOf(raw, { now: clock(), lang, via: 'query', pointer: '', newest });
  await deps.questionQuota(question, request, reply, clock());
  const etag = answers.etag(epoch, question);
  if (etagMatches(request, etag)) {
    answers.cache(epoch, key, { etag, body: null, about: [] });
    return notModified(send, reply, etag);
  }
  const { body, about } = await answers.body(epoch, question);
  demand.count(about);
  answers.cache(epoch, key, { etag, body, about });
  if (encodingFor(request) === 'identity') send(reply, 200, { ...answerHeaders, etag }, body);
  else sendAnswer(reply, etag, body);
};

type Seen = Readonly<{ epoch: Epoch; lang: Language; key: string }>;

/**
 * An address answered before in this epoch is not read again. Neither it nor a new one is answered with a promise: the framework waits for the end of
 * a reply that is promised or returned, which costs as much as the rest of a kept answer.
 */
const answerGet =
  (deps: Deps, send: SendWhole) =>
  (request: FastifyRequest, reply: FastifyReply): void => {
    const { answers } = deps;
    const lang = preferredLanguage(request.headers['accept-language']);
    const epoch = answers.epoch();
    const key = `${lang}${request.raw.url}`;
    const known = answers.cached(key);
    if (known !== undefined && etagMatches(request, known.etag)) notModified(send, reply, known.etag);
    else if (known?.body) {
      deps.demand.count(known.about);
      sendKept(send, request, reply, known, known.body);
    } else answerNew(deps, { epoch, lang, key }, send, request, reply).catch((cause) => reply.send(cause));
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
  if (question.practitioner !== undefined) return reply.headers(personalHeaders).send(bytesOf(body));
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
  app.get('/v1/verify', { schema: verifySchema, ...ownReader }, answerGet(deps, wholeSender(app)));
  app.post('/v1/verify', { schema: verifyBatchSchema, ...ownReader }, answerPost(deps));
};
