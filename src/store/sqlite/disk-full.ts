/** What the system and SQLite say when a disk, a quota or a limit on a file's size leaves no room. */
const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL']);
/** SQLite's word for a write that the system refused, whatever the cause. */
const REFUSED: ReadonlySet<string> = new Set(['SQLITE_IOERR_WRITE', 'SQLITE_IOERR_SHMSIZE', 'EIO', 'EROFS']);

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : '';

/** True when there was no room for what was to be written. */
export const isDiskFull = (cause: unknown): boolean => FULL.has(codeOf(cause));

/**
 * A fault in words for the night's report and the log: a full disk, a disk that takes nothing, or the fault's own message. What the
 * system said stays in it.
 */
export const faultText = (cause: unknown): string => {
  const said = cause instanceof Error ? cause.message : String(cause);
  const code = codeOf(cause);
  if (FULL.has(code))
    return `the disk is full (${code}: ${said}); the last good edition stays until there is room`;
  if (REFUSED.has(code)) return `the disk takes nothing (${code}: ${said}); the last good edition stays`;
  return said;
};
