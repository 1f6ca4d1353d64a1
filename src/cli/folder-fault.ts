import { storageFault } from '../store/storage-fault.ts';

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);

/** True when what was kept cannot be read, rather than its folder used. */
export const isDamage = (cause: unknown): boolean => storageFault(cause)?.kind === 'damaged';

/** Why a data folder cannot be used, and what to do: one line. */
export const folderFault = (folder: string, cause: unknown): string => {
  const fault = storageFault(cause);
  return fault?.kind === 'damaged'
    ? `${folder} holds damaged data (${fault.code}); ${fault.remedy}`
    : `${folder} cannot be used as the data folder (${codeOf(cause)}); set LICET_DATA to a writable one`;
};
