import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
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
import { COMPRESSION_QUALITY, encodingFor, LEAST_COMPRESSED } from '../plugins/encodings.ts';
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

const whole = (etag: string, body: ByteText): Finished => ({
  status: 200,
  headers: { ...answerHeaders, etag },
  body,
});

/** An ETag names the bytes before compression: behind compressed ones it is a weak one (RFC 9110 §8.8.1). */
const compressed = (etag: string, encoding: string, body: ByteText): Finished => ({
  status: 200,
  headers: { ...answerHeaders, etag: `W/${etag}`, 'content-encoding': encoding },
  body,
});

/** A kept answer is compressed well, once for whoever takes it so. */
const packed = (known: Known, body: ByteText): Finished => {
  known.packed ??= asByteText(brotliCompressSync(bytesOf(body)));
  return compressed(known.etag, 'br', known.packed);
};

const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: COMPRESSION_QUALITY } };

/** An answer as this client takes it, compressed quickly: that of 5,500 bytes takes less than to hand it to a thread. */
const asTaken = (request: Headed, etag: string, body: ByteText): Finished => {
  const encoding = body.length < LEAST_COMPRESSED ? 'identity' : encodingFor(request);
  if (encoding === 'identity') return whole(etag, body);
  const bytes = bytesOf(body);
  const smaller = encoding === 'br' ? brotliCompressSync(bytes, QUICK) : gzipSync(bytes);
  return compressed(etag, encoding, asByteText(smaller));
};

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
    const { etag, body } = known;
    return encodingFor(request) === 'br' ? packed(known, body) : asTaken(request, etag, body);
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
      return asTaken(request, etag, body);
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
  const finish = (reply: FastifyReply, { status, headers, body }: Finished): void =>
    send(reply, status, headers, body);
  const answer = async (seen: Seen, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const question = get.read(seen);
    await questionQuota(question, request, reply, clock());
    finish(reply, await get.make(seen, request, question));
  };
  return (request: FastifyRequest, reply: FastifyReply): void => {
    const seen = get.look(request.raw);
    const known = get.kept(seen, request);
    if (known !== null) finish(reply, known);
    else answer(seen, request, reply).catch((cause) => reply.send(cause));
  };
};

/** The same before the framework sees the request; nothing that has a quota of its own. */
const atOnce =
  (get: Getter): AtOnce =>
  (request) => {
    const seen = get.look(request);
    const known = get.kept(seen, request);
    if (known !== null) return known;
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
