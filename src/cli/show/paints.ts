import type { Outcome } from '../../../schema/verdict.ts';
import type { LicenceResult } from '../../../schema/verdict-lines.ts';
import type { Paint } from '../terminal.ts';

/** Colours of the words of an answer; a terminal without colours shows the words alone. */
export const outcomePaint: Readonly<Record<Outcome, Paint>> = {
  confirmed: ['bold', 'green'],
  limited: ['bold', 'cyan'],
  refuted: ['bold', 'red'],
  unknown: ['bold', 'yellow'],
  ambiguous: ['bold', 'yellow'],
};
export const resultPaint: Readonly<Record<LicenceResult, Paint>> = {
  met: 'green',
  implied: 'cyan',
  'not-met': 'red',
  unknown: 'yellow',
};
