import type { FastifyRequest } from 'fastify';
import { MOST_PROOF_BYTES } from '../../../harvest/capture/proof.ts';
import type { Upload } from '../../operator/jobs.ts';
import { readForm } from '../../pages/read-form.ts';

/** What a clerk sends after a look at a register: the saved page, or a photograph, or the page's text; and the day of the look. */
type SentPage = Readonly<{ page: Upload | null; lookedOn: string; institution: string }>;

/** The longest text that is pasted, in bytes. */
const MOST_TEXT = 1_048_576;
const LIMITS = { file: MOST_PROOF_BYTES, field: MOST_TEXT, fields: 4 } as const;

/** Reads the form that hands in a saved page. A file without bytes is one that was not chosen; of file and text the file counts. */
export const readPageForm = async (request: FastifyRequest): Promise<SentPage> => {
  const { fields, file } = await readForm(request, LIMITS);
  const { text = '', lookedOn = '', of: institution = '' } = fields;
  const pasted = text === '' ? null : { bytes: new TextEncoder().encode(text), file: 'pasted.txt' };
  const page = file === null ? pasted : { bytes: new Uint8Array(file.bytes), file: file.name };
  return { page, lookedOn, institution };
};
