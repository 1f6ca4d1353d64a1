import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Language } from '../../../schema/base.ts';
import type { Question } from '../../../schema/question.ts';
import type { Epoch } from '../../ask/answers.ts';
import { parseQuestion } from '../../ask/parse-question.ts';
import type { QuestionContext, RawQuestion, Refused } from '../../ask/question-context.ts';
import { asByteText, type ByteText, bytesOf } from '../../text/byte-text.ts';
import type { Deps } from '../deps.ts';
import { preferredLanguage } from '../language.ts';
import type { AtOnce, Finished, RawRequest } from '../plugins/before-framework.ts';
import { etagMatches } from '../plugins/conditional.ts';
import { COMPRESSION_QUALITY, encodingFor, LEAST_COMPRESSED } from '../plugins/encodings.ts';
import { readQuery } from '../query.ts';

/** A cache must ask before it reuses a verdict, so that a revocation shows at the next request. */
export const answerHeaders = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-cache',
  vary: 'accept-language, accept-encoding',
} as const;

/** An address as it is asked for: its language, and the key under which its answer is kept. */
export type Seen = Readonly<{ epoch: Epoch; lang: Language; key: string; url: string }>;
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

/** Answers addresses in the order of costs: kept, then read, then answered. */
export const verifyGetter = ({ answers, clock, demand }: Deps) => {
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
  /** The question of an address; `onRefusal`: what is done about one that cannot be read. */
  const read = <Else>(
    { url, lang, epoch }: Seen,
    onRefusal: (raw: RawQuestion, refused: Refused, context: QuestionContext) => Else,
  ): Question | Else => {
    const raw = readQuery(url);
    const newest = epoch.reader.generation;
    const context = { now: clock(), lang, via: 'query', pointer: '', newest } as const;
    const parsed = parseQuestion(raw, context);
    return 'question' in parsed ? parsed.question : onRefusal(raw, parsed, context);
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

/** What answers addresses of questions. */
export type Getter = ReturnType<typeof verifyGetter>;

/** Answers before the framework sees the request; nothing that has a quota of its own. */
export const verifyAtOnce =
  (get: Getter): AtOnce =>
  (request) => {
    const seen = get.look(request);
    const known = get.kept(seen, request);
    if (known !== null) return known;
    // A question that cannot be read is refused by the framework's route.
    const question = get.read(seen, () => null);
    if (question === null) return null;
    const free = question.practitioner === undefined && question.generation === undefined;
    return free ? get.make(seen, request, question) : null;
  };
