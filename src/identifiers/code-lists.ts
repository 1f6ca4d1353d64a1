import type { Bilingual } from '../../schema/base.ts';
import economicTypes from '../../schema/codes/economic-types.json' with { type: 'json' };
import managementTypes from '../../schema/codes/management-types.json' with { type: 'json' };
import categories from '../../schema/codes/practitioner-categories.json' with { type: 'json' };
import levels from '../../schema/codes/practitioner-levels.json' with { type: 'json' };
import holders from '../../schema/codes/uscc-holders.json' with { type: 'json' };
import classes from '../../schema/codes/ws218-institution-classes.json' with { type: 'json' };

type Entry = Readonly<{ code: string } & Bilingual>;

const reader = (entries: readonly Entry[]) => {
  const table = new Map(entries.map(({ code, en, zh }) => [code, { en, zh }]));
  return (code: string): Bilingual | null => table.get(code) ?? null;
};

/** Meaning of a code of the list, in both languages; null when the list does not hold it. */
export const institutionClass = reader(classes.codes);
export const managementType = reader(managementTypes.codes);
export const usccHolder = reader(holders.codes);
/** True for the first character of a credit code that some registering department gives out (GB 32100-2015). */
export const isRegisteringDepartment = (letter: string): boolean => letter in holders.departments;
export const practitionerLevel = reader(levels.codes);
export const practitionerCategory = reader(categories.codes);
/** By the two digits inside a licence number. */
export const economicType = reader(
  economicTypes.codes.flatMap((one) => (one.licenceCode === null ? [] : [{ ...one, code: one.licenceCode }])),
);

/** Letters of the WS 218 groups (A hospital, D outpatient department or clinic …) whose class goes by this Chinese text. */
export const classLettersNamed = (text: string): ReadonlySet<string> =>
  new Set(classes.codes.filter((one) => one.zh === text.trim()).map((one) => one.code.slice(0, 1)));
