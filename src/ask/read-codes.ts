import type { FieldError } from '../errors.ts';
import { suggestByEditDistance } from '../text/edit-distance.ts';
import { claimCodes, isClaim, suggestClaims } from '../verdict/vocabulary/claims.ts';
import { findService, services, suggestServices } from '../verdict/vocabulary/services.ts';

type Code = Readonly<{ code: string } | { error: FieldError }>;

const sameButCase = (text: string, codes: readonly string[]): string | undefined => {
  const lower = text.toLowerCase();
  return codes.find((code) => code.toLowerCase() === lower);
};

const unknown = (field: string, problem: string, expected: string, near: readonly string[]): Code => ({
  error: { field, problem, expected, ...(near.length === 0 ? {} : { nearest: [...near] }) },
});

/** A service code as the vocabulary writes it, whatever its case; an unknown one is an error that lists its neighbours. */
export const serviceCode = (text: string, field: string): Code => {
  const codes = services.map(({ code }) => code);
  const code = findService(text)?.code ?? sameButCase(text, codes);
  if (code !== undefined) return { code };
  const near = suggestServices(text);
  return unknown(
    field,
    'is not a code of the technology vocabulary',
    'a code of /v1/technologies?q=…',
    near.length > 0 ? near : suggestByEditDistance(text, codes),
  );
};

/** A claim code as the vocabulary writes it, whatever its case; an unknown one is an error that lists its neighbours. */
export const claimCode = (text: string, field: string): Code => {
  const code = isClaim(text) ? text : sameButCase(text, claimCodes);
  if (code !== undefined) return { code };
  const near = suggestClaims(text);
  return unknown(
    field,
    'is not a claim this service can check',
    'a claim of /v1/schemes, or licence',
    near.length > 0 ? near : suggestByEditDistance(text, claimCodes),
  );
};
