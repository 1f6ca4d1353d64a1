import { gunzipSync } from 'node:zlib';
import { decodeJwt } from 'jose';

/** What a Bitstring Status List of the W3C says of one place: its bits from the left, gzipped, as multibase. `list`: its JWT. */
export const bitIn = (list: string, place: number): boolean => {
  const { credentialSubject } = decodeJwt<{ credentialSubject: { encodedList: string } }>(list);
  const bytes = gunzipSync(Buffer.from(credentialSubject.encodedList.slice(1), 'base64url'));
  return ((bytes[place >> 3] ?? 0) & (0x80 >> (place & 7))) !== 0;
};
