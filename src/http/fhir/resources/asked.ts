import { claimCodes } from '../../../verdict/vocabulary/claims.ts';
import { services } from '../../../verdict/vocabulary/services.ts';

/** What one verdict is about: an institution, and one treatment or one mark; its practice licence where neither is there. */
export type AskedOfOne = Readonly<{ id: string; service?: string | undefined; claim?: string | undefined }>;

/** Codes hold signs that an id of FHIR may not hold (`grade:3A`). */
const plain = (code: string): string => code.replaceAll(':', '.');
const claims = new Map(claimCodes.map((code) => [plain(code), code]));
const treatments = new Set(services.map(({ code }) => code));

/** The id under which FHIR serves this verdict: `ID`, `ID.service.art.ivf`, `ID.claim.grade.3A`. */
export const encodeAsked = ({ id, service, claim }: AskedOfOne): string => {
  if (service !== undefined) return `${id}.service.${service}`;
  return claim === undefined ? id : `${id}.claim.${plain(claim)}`;
};

/** What the verdict with this id is about; null where there can be none. */
export const decodeAsked = (text: string): AskedOfOne | null => {
  const [id = '', kind, ...rest] = text.split('.');
  const code = rest.join('.');
  if (kind === undefined) return { id };
  if (kind === 'service' && treatments.has(code)) return { id, service: code };
  const claim = kind === 'claim' ? claims.get(code) : undefined;
  return claim === undefined ? null : { id, claim };
};
