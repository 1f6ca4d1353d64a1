import type { Bilingual } from '../../schema/base.ts';
import type { CaptureField } from '../../schema/capture-field.ts';
import { absenceNotes } from '../../schema/lexicon/source-notes.ts';
import type { CarefulPreset } from './careful-preset.ts';

/** A public query page that refuses machines: a person looks, and what was looked up stays. */
export const capturedRegister = {
  format: 'csv',
  how: 'captured',
  completeness: 'partial',
  absence: 'unknown',
  absenceNote: absenceNotes.onlyLookedUp,
  presupposesLicence: false,
  asOf: null,
  accumulates: true,
  cadence: null,
  confirmedLive: null,
} as const satisfies CarefulPreset;

type Kind = CaptureField['kind'];

/** A field that must be typed; `column` is the heading of the page. */
export const must = (column: string, label: Bilingual, kind: Kind = 'text'): CaptureField => ({
  column,
  label,
  kind,
  required: true,
});

/** A field that may stay empty. */
export const may = (column: string, label: Bilingual, kind: Kind = 'text'): CaptureField => ({
  column,
  label,
  kind,
  required: false,
});

/** The province, which every page of institutions is asked with. */
export const province = must('省份', { en: 'Province', zh: '省份' });

/** The credit code where the page prints it, under the heading it has there. */
export const creditCode = (column = '统一社会信用代码'): CaptureField =>
  may(column, { en: 'Unified social credit code', zh: '统一社会信用代码' }, 'uscc');

/** The fields of a page, with the two days that date every capture: when somebody looked, and what the page itself states. */
export const captured = (...fields: readonly CaptureField[]): { fields: CaptureField[] } => ({
  fields: [
    ...fields,
    may('查看日期', { en: 'Day you looked (YYYY-MM-DD)', zh: '查看日期（年-月-日）' }, 'date'),
    may('数据截止日期', { en: 'Cut-off day the page states', zh: '页面所示数据截止日期' }, 'date'),
  ],
});
