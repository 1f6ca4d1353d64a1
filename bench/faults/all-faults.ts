import { cellFaults } from './cell-faults.ts';
import { documentFaults } from './document-faults.ts';
import type { Fault } from './fault.ts';
import { harmless } from './harmless.ts';
import { legitimate } from './legitimate.ts';
import { listFaults } from './list-faults.ts';
import { pageFaults } from './page-faults.ts';

/** Everything that is done to a page: faults that change its meaning, changes that do not, and true changes that look like faults. */
export const allFaults: readonly Fault[] = [
  ...pageFaults,
  ...listFaults,
  ...cellFaults,
  ...documentFaults,
  ...harmless,
  ...legitimate,
];
