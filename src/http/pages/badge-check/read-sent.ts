import '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LicetError } from '../../../errors.ts';
import type { Query } from '../page.ts';

/** A badge has 4 kB at most; of a longer text or file only so much is read. */
export const MAX_BADGE = 8192;

const LIMITS = {
  fieldNameSize: 20,
  fieldSize: MAX_BADGE,
  fields: 3,
  files: 1,
  fileSize: MAX_BADGE,
  parts: 4,
  headerPairs: 20,
} as const;

const fields: readonly string[] = ['badge', 'site', 'address'];

/** A form of some kilobytes that takes longer is held open on purpose. */
const SLOWEST_MS = 15_000;

const collect = async (request: FastifyRequest): Promise<Query> => {
  const sent = new Map<string, string>();
  for await (const part of request.parts({ limits: LIMITS })) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer();
      if (bytes.length > 0) sent.set('badge', bytes.toString('utf8'));
    } else if (fields.includes(part.fieldname) && typeof part.value === 'string' && part.value !== '')
      sent.set(part.fieldname, sent.get(part.fieldname) ?? part.value);
  }
  return Object.fromEntries(sent);
};

/** The reader gives no status for a body that ends early or breaks the grammar. */
const asProblem = (cause: unknown): unknown =>
  cause instanceof Error && 'statusCode' in cause
    ? cause
    : new LicetError(
        'LICET_BAD_REQUEST',
        'The form ends early or breaks the grammar of multipart/form-data.',
      );

/**
 * What the form sent: its fields, and the text of a chosen or dropped file in the place of pasted text. It lies in memory only.
 * @throws LICET_BAD_REQUEST for a broken form, LICET_BODY_TOO_SLOW for one that does not end
 */
export const readSent = async (request: FastifyRequest, reply: FastifyReply): Promise<Query> => {
  if (!request.isMultipart()) return (request.body ?? {}) as Query;
  let late: NodeJS.Timeout | undefined;
  const slow = new Promise<never>((_, reject) => {
    late = setTimeout(() => {
      reply.header('connection', 'close');
      reject(new LicetError('LICET_BODY_TOO_SLOW'));
    }, SLOWEST_MS);
  });
  const sent = collect(request).catch((cause: unknown) => {
    throw asProblem(cause);
  });
  sent.catch(() => undefined);
  return Promise.race([sent, slow]).finally(() => clearTimeout(late));
};
