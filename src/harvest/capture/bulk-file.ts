/** The column of a bulk file for the page's own date (`asOf`). The register's own column for it, where it has one, is `CUT_OFF`. */
export const AS_OF_COLUMN = 'as_of';

/** Most lines of one bulk file; more are two files. */
export const MOST_BULK_ROWS = 2_000;
/** The largest bulk file, in bytes. */
export const MOST_BULK_BYTES = 4 * 1_048_576;
