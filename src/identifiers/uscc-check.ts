/** GB 32100-2015: digits and capital letters without I, O, S, V and Z. */
export const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = Array.from({ length: 17 }, (_, at) => 3 ** at % 31);

/** Check character of a unified social credit code: 31 less the weighted sum mod 31; a remainder of 0 gives '0', not position 31. */
export const usccCheck = (first17: string): string => {
  const sum = WEIGHTS.reduce(
    (total, weight, at) => total + weight * USCC_ALPHABET.indexOf(first17[at] ?? '0'),
    0,
  );
  return USCC_ALPHABET[(31 - (sum % 31)) % 31] ?? '0';
};

export const usccAgrees = (code: string): boolean => usccCheck(code.slice(0, 17)) === code[17];
