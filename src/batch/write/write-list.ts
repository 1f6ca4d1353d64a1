import type { AnsweredList, ResultFormat } from './answered.ts';
import { csvBytes } from './write-csv.ts';
import { jsonBytes, ndjsonBytes } from './write-json.ts';
import { xlsxBytes } from './write-xlsx.ts';

const writers = { xlsx: xlsxBytes, csv: csvBytes, json: jsonBytes, ndjson: ndjsonBytes } as const;

/** A list with its answers in a format, as bytes that are made while they are taken. The same answers give the same bytes. */
export const listBytes = (answered: AnsweredList, format: ResultFormat): AsyncGenerator<Uint8Array> =>
  writers[format](answered);
