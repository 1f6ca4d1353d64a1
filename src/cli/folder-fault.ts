import { storageFault } from '../store/storage-fault.ts';

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);

/** True when what was kept cannot be read or there is no room for more, rather than a folder that may not be used. */
export const isDamagedOrFull = (cause: unknown): boolean =>
  ['damaged', 'full', 'keyless', 'newer', 'busy', 'unreachable', 'moved'].includes(
    storageFault(cause)?.kind ?? '',
  );

/** Why a data folder cannot be used, and what to do: one line. */
export const folderFault = (folder: string, cause: unknown): string => {
  const fault = storageFault(cause);
  if (fault?.kind === 'keyless') return fault.message;
  if (fault?.kind === 'unreachable' || fault?.kind === 'moved') return `${fault.message}; ${fault.remedy}`;
  if (fault?.kind === 'busy') return `another process is writing for long (${fault.code}); try again`;
  if (fault?.kind === 'newer') return `${folder}: ${fault.message} of Licet; ${fault.remedy}`;
  if (fault?.kind === 'full')
    return `there is no room left for ${folder} (${fault.code}); free some space, or set LICET_DATA to a folder on another disk`;
  return fault?.kind === 'damaged'
    ? `${folder} holds damaged data (${fault.code}); ${fault.remedy}`
    : `${folder} cannot be used as the data folder (${codeOf(cause)}); set LICET_DATA to a writable one`;
};
