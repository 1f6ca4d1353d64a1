import { askedByName } from './asked-by-name.ts';
import { askedOfGates } from './asked-of-gates.ts';
import { lookedUp } from './looked-up.ts';
import type { Question } from './question.ts';
import { refused } from './refused.ts';
import { shown } from './shown.ts';

/** Every golden question, in the order they are asked. */
export const questions: readonly Question[] = [
  ...askedByName,
  ...askedOfGates,
  ...lookedUp,
  ...refused,
  ...shown,
];
