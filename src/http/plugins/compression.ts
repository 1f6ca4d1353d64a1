import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance, FastifyReply, onSendHookHandler } from 'fastify';
import { COMPRESSION_QUALITY, LEAST_COMPRESSED } from './encodings.ts';

/** What gets smaller, whole. Events that are sent one by one, pictures, workbooks and packs are left as they are. */
const SMALLER =
  /^(?:text\/(?!event-stream)|image\/svg\+xml|application\/(?:[\w.+-]{1,60}\+)?(?:json|xml|ndjson|javascript))/;

const NOT_MODIFIED = 304;

const bytesOf = (payload: unknown): number => {
  if (typeof payload === 'string') return Buffer.byteLength(payload);
  // What is written while it is sent is compressed however short it turns out.
  return Buffer.isBuffer(payload) ? payload.length : LEAST_COMPRESSED;
};

/** Whether a client with another `Accept-Encoding` gets other bytes under this address. */
const mayDiffer = (reply: FastifyReply, payload: unknown): boolean => {
  // A cache takes the headers of 304 over for what it keeps (RFC 9111 §3.2), and that may be compressed.
  if (reply.statusCode === NOT_MODIFIED) return true;
  if (reply.getHeader('content-encoding') !== undefined) return true;
  const type = String(reply.getHeader('content-type') ?? '');
  return (
    SMALLER.test(type) && payload !== null && payload !== undefined && bytesOf(payload) >= LEAST_COMPRESSED
  );
};

/** Without this a cache would hand compressed bytes to whoever cannot read them, or the long ones to everybody. */
const tellEncoding = (reply: FastifyReply, payload: unknown): void => {
  const vary = reply.getHeader('vary');
  if (typeof vary === 'string' && vary.includes('accept-encoding')) return;
  if (mayDiffer(reply, payload))
    reply.header('vary', typeof vary === 'string' ? `${vary}, accept-encoding` : 'accept-encoding');
};

/** Runs last, when it is settled whether the bytes were compressed. */
const weaken: onSendHookHandler = (_request, reply, payload, done) => {
  tellEncoding(reply, payload);
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
    threshold: LEAST_COMPRESSED,
    encodings: ['br', 'gzip', 'identity'],
    customTypes: SMALLER,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: COMPRESSION_QUALITY } },
    globalDecompression: false,
  });
  app.addHook('onRoute', (route) => {
    const others = route.onSend === undefined ? [] : [route.onSend].flat();
    route.onSend = [...others, weaken];
  });
};
