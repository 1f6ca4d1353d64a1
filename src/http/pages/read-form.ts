import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { LicetError } from '../../errors.ts';

/** What a form with a file holds: the fields, trimmed, and the first file that has bytes (null where none was chosen), and of how many. */
type SentForm = Readonly<{
  fields: Readonly<Record<string, string>>;
  file: Readonly<{ bytes: Buffer; name: string }> | null;
  files: number;
}>;

/** Most bytes of the file and of one field, and most fields. */
type FormLimits = Readonly<{ file: number; field: number; fields: number }>;

/** What a file may be called at most; the end of a longer name is kept, which says what it is. */
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

const collect = async (request: FastifyRequest, limits: FormLimits): Promise<SentForm> => {
  const bounds = {
    fieldNameSize: 50,
    fieldSize: limits.field,
    fields: limits.fields,
    files: 2,
    fileSize: limits.file,
    parts: limits.fields + 2,
    headerPairs: 20,
  };
  const fields: Record<string, string> = {};
  let file: SentForm['file'] = null;
  let files = 0;
  for await (const part of request.parts({ limits: bounds })) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer();
      // A browser sends an empty part where no file was chosen.
      if (bytes.length === 0) continue;
      files += 1;
      file ??= { bytes, name: part.filename.slice(-LONGEST_NAME) };
    } else if (typeof part.value === 'string') fields[part.fieldname] = part.value.trim();
  }
  return { fields, file, files };
};

/** Reads a form with a file within its limits. Throws LICET_BODY_TOO_LARGE, and LICET_BAD_REQUEST for one that ends early. */
export const readForm = (request: FastifyRequest, limits: FormLimits): Promise<SentForm> =>
  collect(request, limits).catch((cause: unknown) => {
    throw asProblem(cause);
  });
