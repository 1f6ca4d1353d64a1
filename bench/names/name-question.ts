import { createHash } from 'node:crypto';
import type { NameRow } from '../../src/store/registry-reader.ts';

/** What is hidden from the index while a question is asked: nothing, the very name asked, or the whole hospital. */
export type Hidden = 'nothing' | 'name' | 'hospital';

/** A labelled question: a name, and the institution it means ('' for nobody). */
export type NameQuestion = Readonly<{
  set: string;
  query: string;
  target: string;
  province: string | null;
  city: string | null;
  hidden: Hidden;
  /** Asked only with its place beside it. */
  onlyPlaced?: true;
  /** Kept back: never looked at while rules are made, nor fitted on. */
  heldOut: boolean;
}>;

export const share = (text: string): number =>
  Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 8), 16) / 2 ** 32;

/** A fifth of the hospitals (of the names, where nobody is meant), by hash. */
export const HELD_OUT = 0.2;
/** A question that means the institution of a row. */
export const question = (set: string, row: NameRow, hidden: Hidden, query = row.value): NameQuestion => ({
  set,
  query,
  target: row.institution,
  province: row.province,
  city: row.city,
  hidden,
  heldOut: share(row.institution) < HELD_OUT,
});

/** How the sets of names begin that are drawn for hospitals not on record alone (plain-questions.ts). */
export const PLAIN = 'plain: ';

/** Well-known hospitals under a body that has no such hospital: the rule that holds them back is measured, not fitted. */
export const OTHER_BODIES = 'made up: another body';

/** Mistyped English is asked to see what is suggested; fitted on, it made sure names less sure. */
export const isMeasuredOnly = ({ set }: NameQuestion): boolean =>
  set.includes('mistyped') || set === OTHER_BODIES;

/** Whether a name is asked as a list prints it. */
export const isAskedAsListed = ({ set }: NameQuestion): boolean => set.endsWith(', listed');
