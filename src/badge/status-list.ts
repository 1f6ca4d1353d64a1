import { deflateSync, gzipSync } from 'node:zlib';

/** Entries of the list: eight times what the W3C asks for, so that indexes rarely meet and a set bit stands in a crowd. */
export const STATUS_ENTRIES = 1_048_576;

/**
 * The list with these entries set, as Bitstring Status List v1.0 §3.2 writes it: multibase base64url of the gzipped bits,
 * the first entry in the highest bit of the first byte.
 */
export const encodeStatusList = (set: Iterable<number>): string => {
  const bits = Buffer.alloc(STATUS_ENTRIES / 8);
  for (const index of set) {
    const at = index >> 3;
    bits[at] = (bits[at] ?? 0) | (0x80 >> (index & 7));
  }
  return `u${gzipSync(bits).toString('base64url')}`;
};

/**
 * The same list as an OAuth Token Status List writes it (draft-ietf-oauth-status-list §4): base64url of the bits behind zlib, one bit an
 * entry, the first one in the lowest bit of the first byte.
 */
export const encodeTokenStatusList = (set: Iterable<number>): string => {
  const bits = Buffer.alloc(STATUS_ENTRIES / 8);
  for (const index of set) {
    const at = index >> 3;
    bits[at] = (bits[at] ?? 0) | (1 << (index & 7));
  }
  return deflateSync(bits).toString('base64url');
};
