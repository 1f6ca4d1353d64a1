import { absenceNotes } from '../../schema/lexicon/source-notes.ts';
import type { CarefulPreset } from './careful-preset.ts';

/** Facts that ship with the product as CSV. They are reported, incomplete, and say nothing of who is not among them. */
export const bundledFacts = {
  format: 'csv',
  how: 'bundled',
  completeness: 'partial',
  absence: 'unknown',
  absenceNote: absenceNotes.silent,
  asOf: null,
  cadence: null,
  confirmedLive: null,
  checkYourself: null,
} as const satisfies CarefulPreset;

/** A law or an official catalogue: it names technologies, never hospitals, and stays until it is repealed. */
export const lawText = {
  ...bundledFacts,
  evidenceKind: 'law',
  completeness: 'complete',
  absenceNote: absenceNotes.lawNamesNoHospital,
  freshnessDays: null,
  agesBy: 'law',
} as const satisfies CarefulPreset;
