import { placeOf } from '../../src/places/place-of.ts';
import { capturedInstitutions } from '../../src/readers/lists/captured-rows.ts';
import { gradeCode, namesOf, traitsOf } from '../../src/readers/lists/cell-text.ts';
import { issue } from '../../src/readers/lists/row-reader.ts';

/** One designated institution a row: names and numbers. The level is checked and stays in the row: insurers do not grade hospitals. */
export const parse = capturedInstitutions(({ row, cell }) => {
  const [name, code, uscc] = [cell('medinsName'), cell('medinsCode'), cell('uscc')];
  if (gradeCode(cell('medinsLvName'), '') === undefined)
    return issue('unknown-word', row, 'medinsLvName', `"${cell('medinsLvName')}" is no level`);
  return {
    key: code,
    names: namesOf(name, ''),
    identifiers: [
      { scheme: 'insurance-code', value: code },
      ...(uscc === '' ? [] : [{ scheme: 'uscc' as const, value: uscc }]),
    ],
    place: placeOf({ province: cell('省份'), address: cell('addr'), name }),
    traits: traitsOf(name, cell('medinsTypeName'), []),
    credentials: [],
  };
});
