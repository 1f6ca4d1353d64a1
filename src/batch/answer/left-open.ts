import type { BatchField } from '../../../schema/lexicon/batch-headings.ts';

/** What people write where they know nothing, or nothing yet: N/A, a dash, unknown, TBD. */
const NOT_SAID =
  /^(?:n\/?a|n\.a\.|not applicable|unknown|tb[cd]|to be (?:confirmed|decided|determined)|[-–—/?？]{1,3}|不适用|未知|不详|待定|待确认|未定)$/iu;
/** What people write where there is nothing to ask, nor anything to say of where a hospital stands: none. A number that is none (无, none) may say that there is no licence. */
const NOTHING_ASKED = /^(?:n\/?a|n\.a\.|none|nil|null|not applicable|[-–—/]{1,3}|无|没有|不适用|暂无)$/iu;

const NOTHING_SAID: readonly BatchField[] = ['service', 'claim', 'website', 'address', 'campus'];
const MAY_BE_OPEN: readonly BatchField[] = [
  'name',
  'englishName',
  'city',
  'website',
  'address',
  'campus',
  'uscc',
  'licenceNumber',
  'id',
  'asOf',
];

/** Whether a cell says that nothing is said in it. An unknown treatment is a question all the same. */
export const isLeftOpen = (field: BatchField, cell: string): boolean =>
  (NOTHING_SAID.includes(field) && NOTHING_ASKED.test(cell)) ||
  (MAY_BE_OPEN.includes(field) && NOT_SAID.test(cell));
