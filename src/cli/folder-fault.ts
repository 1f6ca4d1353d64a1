const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);

const DAMAGED: ReadonlySet<string> = new Set(['SQLITE_CORRUPT', 'SQLITE_NOTADB']);

/** True when the database itself cannot be read, rather than its folder used. */
export const isDamage = (cause: unknown): boolean => DAMAGED.has(codeOf(cause));

/**
 * Why a data folder cannot be used, and what to do: one line. A damaged database is nothing to repair: what ships with the
 * product is read again, what was fetched is in the archive beside it.
 */
export const folderFault = (folder: string, cause: unknown): string => {
  const code = codeOf(cause);
  return isDamage(cause)
    ? `${folder} holds a damaged database (${code}); move its licet.db away, and the next start reads the sources again`
    : `${folder} cannot be used as the data folder (${code}); set LICET_DATA to a writable one`;
};
