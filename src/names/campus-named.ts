import type { Dossier } from '../../schema/institution.ts';
import { foldText, simplify } from '../text/han.ts';

/** Words for a part of a hospital, at the end of what it is called. */
const PART = /(?:院区|分院|校区|园区|院|区|campus|branch)$/u;

/**
 * Whether a record names a campus: in an address, a name or the scope of a credential. The word for a campus itself is left out, so
 * 佘山院区 is found in 松江区佘山镇.
 */
export const namesCampus = (campus: string, { addresses, credentials, names }: Dossier): boolean => {
  const key = simplify(foldText(campus)).replace(PART, '').trim();
  if (key.length < 2) return false;
  const places = [
    ...addresses.map(({ address }) => address),
    ...credentials.map(({ scope }) => `${scope.text ?? ''} ${scope.address ?? ''}`),
    ...names.map(({ value }) => value),
  ];
  return places.some((text) => simplify(foldText(text)).includes(key));
};
