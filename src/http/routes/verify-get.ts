import { brotliCompressSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../../schema/base.ts';
import type { Question } from '../../../schema/question.ts';
import type { Epoch } from '../../ask/answers.ts';
import { parseQuestion } from '../../ask/parse-question.ts';
import { asByteText, type ByteText, bytesOf } from '../../text/byte-text.ts';
import type { Deps } from '../deps.ts';
import { preferredLanguage } from '../language.ts';
import {
  type AtOnce,
  answerBeforeFramework,
  type Finished,
  type RawRequest,
} from '../plugins/before-framework.ts';
import { etagMatches } from '../plugins/conditional.ts';
import { encodingFor } from '../plugins/encodings.ts';
import type { Envelope } from '../plugins/request-hooks.ts';
import { type SendWhole, wholeSender } from '../plugins/send-whole.ts';
import { readQuery } from '../query.ts';
import { ownReader } from '../read-question.ts';
import { refuse } from '../refuse.ts';
import { verifySchema } from '../shapes/verify.ts';
import { answerHeaders } from './verify-batch.ts';

/** An address as it is asked for: its language, and the key under which its answer is kept. */
type Seen = Readonly<{ epoch: Epoch; lang: Language; key: string; url: string }>;
type Headed = Pick<RawRequest, 'headers'>;

const { 'content-type': _, ...unchanged } = answerHeaders;

const notModified = (etag: string): Finished => ({
  status: 304,
  headers: { ...unchanged, etag },
  body: null,
});

type Known = NonNullable<ReturnType<Deps['answers']['cached']>>;

/** A kept answer is compressed once, for whoever takes it so. An ETag names the bytes before compression. */
const packed = (known: Known, body: ByteText): Finished => {
  known.packed ??= asByteText(brotliCompressSync(bytesOf(body)));
  const headers = { ...answerHeaders, etag: `W/${known.etag}`, 'content-encoding': 'br' };
  return { status: 200, headers, body: known.packed };
};

const whole = (etag: string, body: ByteText): Finished => ({
  status: 200,
  headers: { ...answerHeaders, etag },
  body,
});

/** Whether an answer goes out as it is; any other is compressed on its way. */
const goesAsIs = (request: Headed, { headers, body }: Finished): boolean =>
  body === null || headers['content-encoding'] !== undefined || encodingFor(request) === 'identity';

/** An address in the order of its costs: kept, then read, then answered. */
const getter = ({ answers, clock, demand }: Deps) => {
  const look = ({ url = '', headers }: RawRequest): Seen => {
    const lang = preferredLanguage(headers['accept-language']);
    return { epoch: answers.epoch(), lang, key: `${lang}${url}`, url };
  };
  /** What an address was answered with before in this epoch: it is not read again. Null where it was not. */
  const kept = ({ key }: Seen, request: Headed): Finished | null => {
    const known = answers.cached(key);
    if (known === undefined) return null;
    if (etagMatches(request, known.etag)) return notModified(known.etag);
    if (known.body === null) return null;
    demand.count(known.about);
    return encodingFor(request) === 'br' ? packed(known, known.body) : whole(known.etag, known.body);
  };
  const read = ({ url, lang, epoch }: Seen): Question => {
    const newest = epoch.reader.generation;
    const parsed = parseQuestion(readQuery(url), { now: clock(), lang, via: 'query', pointer: '', newest });
    return 'question' in parsed ? parsed.question : refuse([parsed]);
  };
  /** The answer, which is not made where the client holds it already. */
  const make = ({ epoch, key }: Seen, request: Headed, question: Question): Finished | Promise<Finished> => {
    const etag = answers.etag(epoch, question);
    if (etagMatches(request, etag)) {
      answers.cache(epoch, key, { etag, body: null, about: [] });
      return notModified(etag);
    }
    return answers.body(epoch, question).then(({ body, about }) => {
      demand.count(about);
      answers.cache(epoch, key, { etag, body, about });
      return whole(etag, body);
    });
  };
  return { look, kept, read, make };
};

type Getter = ReturnType<typeof getter>;

/**
 * Neither a kept answer nor a new one is answered with a promise: the framework waits for the end of a reply that is promised or returned, which costs
 * as much as the rest of a kept answer.
 */
const byFramework = ({ questionQuota, clock }: Deps, get: Getter, send: SendWhole) => {
  const finish = (request: FastifyRequest, reply: FastifyReply, finished: Finished): void => {
    const { status, headers, body } = finished;
    if (body === null || goesAsIs(request, finished)) send(reply, status, headers, body);
    else reply.headers(headers).send(bytesOf(body));
  };
  const answer = async (seen: Seen, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const question = get.read(seen);
    await questionQuota(question, request, reply, clock());
    finish(request, reply, await get.make(seen, request, question));
  };
  return (request: FastifyRequest, reply: FastifyReply): void => {
    const seen = get.look(request.raw);
    const known = get.kept(seen, request);
    if (known !== null) finish(request, reply, known);
    else answer(seen, request, reply).catch((cause) => reply.send(cause));
  };
};

/** The same before the framework sees the request; nothing that has a quota of its own, or is compressed on its way. */
const atOnce =
  (get: Getter): AtOnce =>
  (request) => {
    const seen = get.look(request);
    const known = get.kept(seen, request);
    if (known !== null) return goesAsIs(request, known) ? known : null;
    if (encodingFor(request) !== 'identity') return null;
    const question = get.read(seen);
    const free = question.practitioner === undefined && question.generation === undefined;
    return free ? get.make(seen, request, question) : null;
  };

/** The one question, in an address. */
export const registerVerifyGet = (app: FastifyInstance, deps: Deps, envelope: Envelope): void => {
  const get = getter(deps);
  app.get('/v1/verify', { schema: verifySchema, ...ownReader }, byFramework(deps, get, wholeSender(app)));
  answerBeforeFramework(app, '/v1/verify', envelope, atOnce(get));
};
