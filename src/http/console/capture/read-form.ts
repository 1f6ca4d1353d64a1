import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { LicetError } from '../../../errors.ts';
import { MOST_PROOF_BYTES } from '../../../harvest/capture/proof.ts';
import type { Upload } from '../../operator/jobs.ts';

/** What a clerk sends after a look at a register: the saved page, or a photograph, or the page's text; and the day of the look. */
type SentPage = Readonly<{ page: Upload | null; lookedOn: string; institution: string }>;

/** The longest text that is pasted, in bytes. */
const MOST_TEXT = 1_048_576;

const LIMITS = {
  fieldNameSize: 50,
  fieldSize: MOST_TEXT,
  fields: 4,
  files: 2,
  fileSize: MOST_PROOF_BYTES,
  parts: 6,
  headerPairs: 20,
} as const;
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

const collect = async (request: FastifyRequest): Promise<SentPage> => {
  const fields = new Map<string, string>();
  let page: Upload | null = null;
  for await (const part of request.parts({ limits: LIMITS })) {
    if (part.type === 'file') {
      const bytes = new Uint8Array(await part.toBuffer());
      if (bytes.length > 0) page ??= { bytes, file: part.filename.slice(-LONGEST_NAME) };
    } else if (typeof part.value === 'string') fields.set(part.fieldname, part.value.trim());
  }
  const text = fields.get('text') ?? '';
  if (page === null && text !== '') page = { bytes: new TextEncoder().encode(text), file: 'pasted.txt' };
  return { page, lookedOn: fields.get('lookedOn') ?? '', institution: fields.get('of') ?? '' };
};

/** Reads the form that hands in a saved page. A file without bytes is one that was not chosen; of file and text the file counts. */
export const readPageForm = (request: FastifyRequest): Promise<SentPage> =>
  collect(request).catch((cause: unknown) => {
    throw asProblem(cause);
  });
