import { placeOf } from '../../src/places/place-of.ts';
import { capturedInstitutions } from '../../src/readers/lists/captured-rows.ts';
import { gradeCode, gradeCredential, namesOf, traitsOf } from '../../src/readers/lists/cell-text.ts';
import { issue } from '../../src/readers/lists/row-reader.ts';

/** One licence a row, with its number and both ends of its term. A term that ends before it begins is an issue. */
export const parse = capturedInstitutions(({ row, cell }) => {
  const [name, number] = [cell('机构名称'), cell('登记号')];
  const [validFrom, validUntil] = [cell('有效期起'), cell('有效期止')];
  if (validUntil < validFrom)
    return issue('bad-date', row, '有效期止', `${validUntil} is before ${validFrom}`);
  const level = cell('级别').replaceAll(' ', '');
  const grade = gradeCode(level, '');
  if (grade === undefined) return issue('unknown-word', row, '级别', `"${level}" is no known level`);
  const issuer = cell('审批机关');
  return {
    key: number,
    names: namesOf(name, ''),
    identifiers: [{ scheme: 'licence-number', value: number }],
    place: placeOf({ province: cell('省份'), address: cell('地址'), name }),
    traits: traitsOf(name, '', []),
    credentials: [
      {
        gate: 'practice-licence',
        code: 'licence',
        status: 'active',
        scope: { kind: 'institution' },
        number,
        validFrom,
        validUntil,
        ...(issuer !== '' && { issuer }),
      },
      ...(grade === null ? [] : [gradeCredential(grade, issuer || '国家卫生健康委员会')]),
    ],
  };
});
