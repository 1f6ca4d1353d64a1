import { cellFaults } from './cell-faults.ts';
import type { Fault } from './fault.ts';
import { harmless } from './harmless.ts';
import { listFaults } from './list-faults.ts';
import { pageFaults } from './page-faults.ts';

/** Everything that is done to a page: faults that change its meaning, and changes that do not. */
export const allFaults: readonly Fault[] = [...pageFaults, ...listFaults, ...cellFaults, ...harmless];
