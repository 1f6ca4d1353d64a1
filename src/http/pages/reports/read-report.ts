import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { LicetError } from '../../../errors.ts';
import { type Query, queryValue } from '../page.ts';

/** Largest file that is sent along, in bytes: a scanned page. */
export const MOST_FILE_BYTES = 5 * 1_048_576;

/** A report as it came: its fields, trimmed, and the file beside them. */
export type SentReport = Readonly<{
  about: string | undefined;
  text: string | undefined;
  site: string | undefined;
  correction: boolean;
  file: Readonly<{ bytes: Uint8Array; name: string }> | null;
}>;

const LIMITS = {
  fieldNameSize: 50,
  fieldSize: 32_768,
  fields: 6,
  files: 1,
  fileSize: MOST_FILE_BYTES,
  parts: 7,
  headerPairs: 20,
} as const;

const reportOf = (fields: Query, file: SentReport['file']): SentReport => ({
  about: queryValue(fields, 'about'),
  text: queryValue(fields, 'text'),
  site: queryValue(fields, 'site'),
  correction: queryValue(fields, 'kind') === 'correction',
  file,
});

const collect = async (request: FastifyRequest): Promise<SentReport> => {
  const fields: Record<string, string> = {};
  let file: SentReport['file'] = null;
  for await (const part of request.parts({ limits: LIMITS })) {
    if (part.type === 'field') fields[part.fieldname] = String(part.value);
    else {
      const bytes = new Uint8Array(await part.toBuffer());
      // A browser sends an empty part without a name where no file was chosen.
      if (bytes.length > 0 || part.filename !== '') file = { bytes, name: part.filename.slice(-200) };
    }
  }
  return reportOf(fields, file);
};

/** Reads a report off a form, with a file or without. Throws LICET_BODY_TOO_LARGE for a file above MOST_FILE_BYTES. */
export const readReport = async (request: FastifyRequest): Promise<SentReport> => {
  if (!request.isMultipart()) return reportOf((request.body ?? {}) as Query, null);
  return collect(request).catch((cause: unknown) => {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (code === 'FST_REQ_FILE_TOO_LARGE') throw new LicetError('LICET_BODY_TOO_LARGE');
    const known = cause instanceof LicetError || (cause instanceof Error && 'statusCode' in cause);
    // The reader gives no code for a body that ends early or breaks the grammar.
    throw known ? cause : new LicetError('LICET_BAD_REQUEST');
  });
};
