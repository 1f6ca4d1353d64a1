import { absenceNotes } from '../../schema/lexicon/source-notes.ts';
import type { CarefulPreset } from './careful-preset.ts';

/**
 * A list that Licet fetches from an authority, as careful as can be: incomplete, so absence says nothing, presupposing no licence,
 * dated by what its page prints. A source that knows better says so itself after the preset.
 */
export const fetchedList = {
  how: 'fetched',
  evidenceKind: 'official-list',
  completeness: 'partial',
  absence: 'unknown',
  absenceNote: absenceNotes.silent,
  presupposesLicence: false,
  asOf: null,
  dated: 'printed',
  confirmedLive: null,
} as const satisfies CarefulPreset;

/**
 * The list that a licensing authority publishes of those it has licensed, where each row names that authority or carries the
 * 登记号: by 医疗机构管理条例 the local health authority registers, so its list is an extract of the register (verdict.md §2). Such a
 * word makes `confirmed`, so every row that is gone, and every name that changed, waits for a second page.
 */
export const licenseesOf = {
  ...fetchedList,
  evidenceKind: 'primary-register',
  absenceNote: absenceNotes.noListIsComplete,
  presupposesLicence: true,
  freshnessDays: 180,
  agesBy: 'licensees',
} as const satisfies CarefulPreset;

/** The list of licensed institutions that a city or district publishes: each of them holds a licence, and none is complete. */
export const licensedInCity = {
  ...fetchedList,
  absenceNote: absenceNotes.noListIsComplete,
  presupposesLicence: true,
} as const satisfies CarefulPreset;
