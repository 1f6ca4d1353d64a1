import { hash } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 10;

const base32 = (bytes: Uint8Array, length: number): string => {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5 && text.length < length) {
      bits -= 5;
      text += ALPHABET[(value >>> bits) & 31];
    }
    value &= (1 << bits) - 1;
  }
  return text;
};

/** Frozen for ever, unlike the keys names are found by: another rule here would give every rebuilt institution another id. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '');

/**
 * The id of a new institution, from the province and name of its first record, so that a rebuilt registry gives the same.
 * `taken` tells ids in use: then the id grows, two characters at a time.
 */
export const institutionId = async (
  province: string,
  name: string,
  taken: (id: string) => Promise<boolean>,
): Promise<string> => {
  const digest = hash('sha256', `${province}\0${plain(name)}`, 'buffer');
  for (let length = LENGTH; length <= 50; length += 2) {
    const id = `cn${base32(digest, length)}`;
    if (!(await taken(id))) return id;
  }
  throw new Error(`no free institution id for ${name} in ${province}`);
};
