import { Negotiator } from '@fastify/accept-negotiator';
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';

type Encoding = 'br' | 'gzip' | 'identity';

/** Below this many bytes a badge or a short answer fits one packet anyhow. */
export const LEAST_COMPRESSED = 1_024;

/** The quickest quality of brotli takes a third of the time of gzip and saves nearly as much. */
export const COMPRESSION_QUALITY = 1;

/** Clients send a few headers again and again; a hostile one cannot fill the memory with others. */
const HEADERS_KNOWN = 100;

/**
 * Which of these a client prefers by the weights of its `Accept-Encoding` (RFC 9110 §12.5.3); the first among equals, `identity` where it
 * names none. `x-gzip` is gzip (§8.4.1.3).
 */
const among = <One extends Encoding>(offered: readonly One[]) => {
  const cache = new LRUCache<string, string>({ max: HEADERS_KNOWN });
  const negotiator = new Negotiator<One | 'identity'>({ supportedValues: [...offered, 'identity'], cache });
  return ({ headers }: Pick<FastifyRequest, 'headers'>): One | 'identity' => {
    const asked = headers['accept-encoding'];
    return (
      (typeof asked === 'string'
        ? negotiator.negotiate(asked.toLowerCase().replaceAll('x-gzip', 'gzip'))
        : null) ?? 'identity'
    );
  };
};

/** How an answer is best sent to this client. */
export const encodingFor = among(['br', 'gzip']);

/** Whether bytes that are kept zipped may be sent to this client as they are. */
export const takesGzip = (request: Pick<FastifyRequest, 'headers'>): boolean => zipped(request) === 'gzip';
const zipped = among(['gzip']);
