import type { FastifyRequest } from 'fastify';
import { MOST_BYTES } from '../../../batches/order.ts';
import { readForm } from '../../read-form.ts';

/** A list as it comes in a form, and what was filled in beside it. */
type UploadedList = Readonly<{ bytes: Buffer; file: string; fields: ReadonlyMap<string, string> }>;

const LIMITS = { file: MOST_BYTES, field: 500, fields: 5 } as const;

/** Reads the form that hands in a list. An empty file is one without bytes: the page says that none was chosen. */
export const readUploadedList = async (request: FastifyRequest): Promise<UploadedList> => {
  const { fields, file } = await readForm(request, LIMITS);
  const name = file?.name ?? '';
  return {
    bytes: file?.bytes ?? Buffer.alloc(0),
    file: name === '' ? 'list' : name,
    fields: new Map(Object.entries(fields)),
  };
};
