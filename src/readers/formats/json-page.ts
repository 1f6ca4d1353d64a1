import type { z } from 'zod';
import { ShapeError } from '../../../schema/source.ts';
import { decodePage } from './charset.ts';

/** One page of a list that an interface hands out in pages. */
type JsonPage<Row> = Readonly<{ rows: readonly Row[]; total: number; page: number }>;

/**
 * Reads one page of JSON by the shape the source promises. Throws `ShapeError` for what is no JSON (a web page, half a
 * page) and for another shape, naming the first field that differs.
 */
export const readJson = <T>(body: Uint8Array, shape: z.ZodType<T>): T => {
  const { text } = decodePage(body);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const page = /^\s*</.test(text) ? 'a web page came instead of JSON' : 'the page is no whole JSON';
    throw new ShapeError(page, { cause: String(cause), start: text.slice(0, 80) });
  }
  const read = shape.safeParse(value);
  if (read.success) return read.data;
  const [first] = read.error.issues;
  throw new ShapeError(
    `the JSON has another shape at ${first?.path.join('.') || 'its root'}: ${first?.message ?? ''}`,
  );
};

/**
 * Joins the pages of one list. Throws `ShapeError` when a page is missing or comes twice, when the pages do not agree on
 * the total, or when the rows are not as many as the total says.
 */
export const joinPages = <Row>(pages: readonly JsonPage<Row>[]): readonly Row[] => {
  const ordered = [...pages].sort((a, b) => a.page - b.page);
  const gap = ordered.findIndex((one, at) => one.page !== at + 1);
  if (gap !== -1)
    throw new ShapeError(`page ${gap + 1} is missing or comes twice`, {
      pages: ordered.map((one) => one.page),
    });
  const totals = [...new Set(ordered.map((one) => one.total))];
  const rows = ordered.flatMap((one) => one.rows);
  if (totals.length !== 1 || totals[0] !== rows.length) {
    throw new ShapeError(
      `the pages hold ${rows.length} rows, their totals say ${totals.join(', ') || 'nothing'}`,
    );
  }
  return rows;
};
