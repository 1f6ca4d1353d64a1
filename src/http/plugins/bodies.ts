import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LicetError } from '../../errors.ts';
import { decodeSent } from '../../readers/formats/plain-text.ts';
import { JsonFault, parseStrictJson } from '../../text/strict-json.ts';

const CHARSET = /;\s{0,9}charset="?([\w.:-]{1,40})"?/i;

const textOf = (request: FastifyRequest, body: Buffer): string => {
  const declared = CHARSET.exec(request.headers['content-type'] ?? '')?.[1];
  const read = decodeSent(body, declared);
  if (read !== null) return read.text;
  throw new LicetError(
    'LICET_BAD_JSON',
    declared === undefined
      ? 'The body is neither UTF-8 nor plainly Chinese in GB18030: send UTF-8, or name the charset in Content-Type.'
      : `The body is not text in the charset "${declared}" that Content-Type names; UTF-8, GB18030 (GBK, GB2312) and UTF-16 are read.`,
  );
};

/** A body is not always wanted: where a route takes none, an empty one with a content type is nothing wrong. */
const nothing = (request: FastifyRequest): undefined => {
  if (request.routeOptions.schema?.body === undefined) return undefined;
  throw new LicetError('LICET_BAD_JSON', 'The body is empty; a JSON body is expected.');
};

/** A body that is said to be compressed is not read as if it were plain. */
const refuseEncoded = ({ headers }: FastifyRequest): void => {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding.trim().toLowerCase() === 'identity') return;
  throw new LicetError(
    'LICET_WRONG_CONTENT_TYPE',
    'Content-Encoding says that the body is compressed; send it as it is, without this header.',
  );
};

/**
 * Reads JSON bodies: decoded by what is declared or plainly there, one meaning only (no key twice). Text whose signs were
 * lost is never answered about.
 */
export const readJsonBodies = (app: FastifyInstance): void => {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser(
    /^application\/(?:[\w.+-]{1,60}\+)?json(?:;|$)/i,
    { parseAs: 'buffer' },
    (request: FastifyRequest, body: Buffer, done) => {
      try {
        refuseEncoded(request);
        done(null, body.length === 0 ? nothing(request) : parseStrictJson(textOf(request, body)));
      } catch (cause) {
        if (cause instanceof JsonFault) done(new LicetError('LICET_BAD_JSON', `The body ${cause.message}.`));
        else done(cause as Error);
      }
    },
  );
};
