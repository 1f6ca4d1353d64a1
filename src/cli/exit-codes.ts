import type { Outcome } from '../../schema/verdict.ts';

/** What a shell script may rely on; the help of every command repeats it. */
export const exitCodes = {
  ok: 0,
  refuted: 1,
  /** Of `doctor`: something found endangers answers. */
  endangered: 1,
  badUse: 2,
  undecided: 3,
  /** A fault of ours, or a data folder that cannot be used. */
  fault: 4,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** 0 when one may rely on it (in full or with limits), 1 when an authority says no, 3 when nothing decides it. */
export const exitCodeOf: Readonly<Record<Outcome, ExitCode>> = {
  confirmed: exitCodes.ok,
  limited: exitCodes.ok,
  refuted: exitCodes.refuted,
  unknown: exitCodes.undecided,
  ambiguous: exitCodes.undecided,
};
