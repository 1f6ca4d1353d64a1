import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { LicetError } from '../../../../errors.ts';
import { MOST_BYTES } from '../../../batches/order.ts';

/** A list as it comes in a form, and what was filled in beside it. */
type UploadedList = Readonly<{ bytes: Buffer; file: string; fields: ReadonlyMap<string, string> }>;

const LIMITS = {
  fieldNameSize: 50,
  fieldSize: 500,
  fields: 5,
  files: 1,
  fileSize: MOST_BYTES,
  parts: 6,
  headerPairs: 20,
} as const;
/** What a list may be called at most. */
const LONGEST_NAME = 200;

/** The multipart reader's refusals in our codes; anything else as it is. */
const asProblem = (cause: unknown): unknown => {
  if (cause instanceof LicetError) return cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'FST_REQ_FILE_TOO_LARGE') return new LicetError('LICET_BODY_TOO_LARGE');
  const known = cause instanceof Error && 'statusCode' in cause;
  // The reader gives no code for a body that ends early or breaks the grammar.
  return known ? cause : new LicetError('LICET_BAD_REQUEST');
};

const collect = async (request: FastifyRequest): Promise<UploadedList> => {
  let [bytes, file]: [Buffer, string] = [Buffer.alloc(0), ''];
  const fields = new Map<string, string>();
  for await (const part of request.parts({ limits: LIMITS })) {
    if (part.type === 'file') {
      bytes = await part.toBuffer();
      file = part.filename.slice(-LONGEST_NAME);
    } else if (typeof part.value === 'string') fields.set(part.fieldname, part.value.trim());
  }
  return { bytes, file: file === '' ? 'list' : file, fields };
};

/** Reads the form that hands in a list. An empty file is one without bytes: the page says that none was chosen. */
export const readUploadedList = (request: FastifyRequest): Promise<UploadedList> =>
  collect(request).catch((cause: unknown) => {
    throw asProblem(cause);
  });
