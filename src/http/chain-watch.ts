import type { Integrity } from '../store/integrity/integrity.ts';
import type { Reader } from '../store/registry-reader.ts';

/** What speaks against the generations in this data folder, in one phrase; null when nothing does. */
export type ChainWatch = () => Promise<string | null>;

/**
 * Compares the chain of generations and its signed head with the registry, once a generation however often it is asked. Without an
 * `integrity` (a store of tests) nothing is found. A look that failed is not kept: the next one who asks looks again.
 */
export const watchChain = (
  integrity: Pick<Integrity, 'chain'> | undefined,
  reader: () => Pick<Reader, 'reference'>,
): ChainWatch => {
  let known: Readonly<{ reference: Reader['reference']; found: Promise<string | null> }> | undefined;
  const look = async (): Promise<string | null> => {
    const state = await integrity?.chain();
    if (state === undefined) return null;
    if (state.faults[0] !== undefined) return state.faults[0];
    if (state.head === 'foreign') return `rolled back or edited after generation ${state.headNumber}`;
    return state.head === 'forged' ? 'the signed head does not hold' : null;
  };
  return () => {
    const { reference } = reader();
    if (known?.reference === reference) return known.found;
    const mine = { reference, found: look() };
    known = mine;
    mine.found.catch(() => {
      if (known === mine) known = undefined;
    });
    return mine.found;
  };
};
