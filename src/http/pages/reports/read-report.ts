import type { FastifyRequest } from 'fastify';
import { type Query, queryValue } from '../page.ts';
import { readForm } from '../read-form.ts';

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

const LIMITS = { file: MOST_FILE_BYTES, field: 32_768, fields: 6 } as const;

/** Reads a report off a form, with a file or without. Throws LICET_BODY_TOO_LARGE for a file above MOST_FILE_BYTES. */
export const readReport = async (request: FastifyRequest): Promise<SentReport> => {
  const { fields, file } = request.isMultipart()
    ? await readForm(request, LIMITS)
    : { fields: (request.body ?? {}) as Query, file: null };
  return {
    about: queryValue(fields, 'about'),
    text: queryValue(fields, 'text'),
    site: queryValue(fields, 'site'),
    correction: queryValue(fields, 'kind') === 'correction',
    file: file === null ? null : { bytes: new Uint8Array(file.bytes), name: file.name },
  };
};
