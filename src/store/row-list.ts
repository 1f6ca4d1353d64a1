/**
 * What the rows of a source's newest edition were read from, so that the next reading need read only the rows that differ.
 * `entries` (`width` bytes a row) and `ids` (the records' ids) are of one order, that of the page; `facts` is JSON of whoever wrote the list.
 */
export type RowList = Readonly<{
  edition: number;
  /** Digest of all that read the rows: rows read by anything else are not known. */
  stamp: string;
  facts: string;
  width: number;
  entries: Uint8Array;
  ids: Float64Array;
}>;

/** The same of rows that were just read, before they have ids: one entry a record of the edition. `before`: how many kept rows stand before each. */
export type NewRowList = Omit<RowList, 'edition' | 'ids'> & Readonly<{ before: Uint32Array }>;

/** Rows of the last row list that the new edition holds unchanged; `places` are their indexes in that list. */
export type KeptRows = Readonly<{ list: RowList; places: Uint32Array }>;

/** What is known of the rows does not fit what is to be accepted: they must all be read. Nothing was written. */
export class RowsOutOfStep extends Error {
  override readonly name = 'RowsOutOfStep';
}
