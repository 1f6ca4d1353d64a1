import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance, FastifyReply, onSendHookHandler } from 'fastify';

/** What gets smaller, whole. Events that are sent one by one, pictures, workbooks and packs are left as they are. */
const SMALLER =
  /^(?:text\/(?!event-stream)|image\/svg\+xml|application\/(?:[\w.+-]{1,60}\+)?(?:json|xml|ndjson|javascript))/;

/** Below this a badge or a short answer fits one packet anyhow. */
const LEAST_BYTES = 1_024;

/** The quickest quality of brotli takes a third of the time of gzip and saves nearly as much. */
const QUALITY = 1;

const NOT_MODIFIED = 304;

/**
 * A cache takes the headers of 304 over for what it keeps (RFC 9111 §3.2): without `accept-encoding` among them it would hand compressed
 * bytes to whoever cannot read them.
 */
const varyAsBefore = (reply: FastifyReply): void => {
  const vary = reply.getHeader('vary');
  if (reply.statusCode === NOT_MODIFIED && typeof vary === 'string' && !vary.includes('accept-encoding'))
    reply.header('vary', `${vary}, accept-encoding`);
};

/** Runs last, when it is settled whether the bytes were compressed. */
const weaken: onSendHookHandler = (_request, reply, payload, done) => {
  varyAsBefore(reply);
  const etag = reply.getHeader('etag');
  if (reply.getHeader('content-encoding') !== undefined && typeof etag === 'string' && etag.startsWith('"'))
    reply.header('etag', `W/${etag}`);
  done(null, payload);
};

/**
 * Answers, pages and scripts are compressed for whoever takes brotli or gzip. An ETag names the bytes before compression, so behind one
 * that was compressed it is a weak one (RFC 9110 §8.8.1).
 */
export const registerCompression = async (app: FastifyInstance): Promise<void> => {
  await app.register(compress, {
    threshold: LEAST_BYTES,
    encodings: ['br', 'gzip'],
    customTypes: SMALLER,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } },
    globalDecompression: false,
  });
  app.addHook('onRoute', (route) => {
    const others = route.onSend === undefined ? [] : [route.onSend].flat();
    route.onSend = [...others, weaken];
  });
};
