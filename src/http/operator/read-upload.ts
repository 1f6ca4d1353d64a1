import '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LicetError } from '../../errors.ts';
import { MOST_BULK_BYTES } from '../../harvest/capture/bulk-file.ts';
import { MOST_PROOF_BYTES } from '../../harvest/capture/proof.ts';
import { parseStrictJson } from '../../text/strict-json.ts';
import type { Upload } from './jobs.ts';

/** A multipart form: its typed fields, already parsed, and its files. */
export type Parts = Readonly<{ capture: unknown; page: Upload | null; file: Upload | null }>;

/** An upload must have arrived after this long, in milliseconds. */
const UPLOAD_MS = 60_000;

const LIMITS = {
  fieldNameSize: 100,
  fieldSize: 262_144,
  fields: 2,
  files: 2,
  fileSize: MOST_PROOF_BYTES,
  parts: 4,
  headerPairs: 20,
} as const;

const mb = (bytes: number): number => bytes / 1_048_576;

const tooLarge = (name: string, most: number): LicetError =>
  new LicetError('LICET_BODY_TOO_LARGE', `The part ${name} may have ${mb(most)} MB at most.`, [
    { field: `/${name}`, problem: 'is too large', expected: `at most ${mb(most)} MB` },
  ]);

const unknownPart = (): LicetError =>
  new LicetError('LICET_BAD_QUESTION', 'A part of the form is none of those that are known.', [
    {
      field: '',
      problem: 'holds an unknown part, or one twice',
      expected: 'the parts capture, page and file, each once',
    },
  ]);

const parseCapture = (text: unknown): unknown => {
  try {
    return parseStrictJson(String(text));
  } catch {
    throw new LicetError(
      'LICET_BAD_JSON',
      'The part capture is not JSON, for instance {"fields":{…},"asOf":"2026-11-20"}.',
    );
  }
};

const collect = async (request: FastifyRequest): Promise<Parts> => {
  const found: { capture?: unknown; page?: Upload; file?: Upload } = {};
  for await (const part of request.parts({ limits: LIMITS })) {
    const { fieldname } = part;
    if (part.type === 'file' && (fieldname === 'page' || fieldname === 'file') && !found[fieldname]) {
      const bytes = new Uint8Array(await part.toBuffer());
      const most = fieldname === 'page' ? MOST_PROOF_BYTES : MOST_BULK_BYTES;
      if (bytes.length > most) throw tooLarge(fieldname, most);
      found[fieldname] = { bytes, file: part.filename };
    } else if (part.type === 'field' && fieldname === 'capture' && !('capture' in found))
      found.capture = parseCapture(part.value);
    else throw unknownPart();
  }
  return { capture: found.capture ?? {}, page: found.page ?? null, file: found.file ?? null };
};

/** The multipart reader's errors as our problems; anything else as it is. */
const asProblem = (cause: unknown): unknown => {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'FST_REQ_FILE_TOO_LARGE') return tooLarge('page', MOST_PROOF_BYTES);
  if (/^FST_(PARTS|FILES|FIELDS)_LIMIT|^FST_PROTO_VIOLATION|^FST_INVALID_MULTIPART/.test(code))
    return unknownPart();
  // The reader gives no code for a body that ends early or breaks the grammar.
  const known = cause instanceof LicetError || (cause instanceof Error && 'statusCode' in cause);
  return known
    ? cause
    : new LicetError(
        'LICET_BAD_REQUEST',
        'The form ends early or breaks the grammar of multipart/form-data.',
      );
};

/**
 * Reads a form with what was typed (`capture`, JSON), the saved page (`page`) and a bulk file (`file`), within its limits of
 * parts, bytes and time. Whatever is wrong is refused before anything is kept; all of it lies in memory only.
 */
export const readUpload = (request: FastifyRequest, reply: FastifyReply, ms = UPLOAD_MS): Promise<Parts> => {
  let late: NodeJS.Timeout | undefined;
  const slow = new Promise<never>((_, reject) => {
    late = setTimeout(() => {
      reply.header('connection', 'close');
      reject(new LicetError('LICET_BODY_TOO_SLOW'));
    }, ms);
  });
  const parts = collect(request).catch((cause: unknown) => {
    throw asProblem(cause);
  });
  parts.catch(() => undefined);
  return Promise.race([parts, slow]).finally(() => clearTimeout(late));
};
