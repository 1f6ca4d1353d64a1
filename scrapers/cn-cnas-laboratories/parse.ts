import { placeOf } from '../../src/places/place-of.ts';
import { capturedInstitutions } from '../../src/readers/lists/captured-rows.ts';
import { namesOf } from '../../src/readers/lists/cell-text.ts';
import { issue } from '../../src/readers/lists/row-reader.ts';
import { states } from './lookups.ts';

/** One laboratory a row, held by the hospital it belongs to. */
export const parse = capturedInstitutions(({ row, cell }) => {
  const status = states[cell('公布状态')];
  if (status === undefined)
    return issue('unknown-word', row, '公布状态', `"${cell('公布状态')}" is no known state`);
  const [hospital, number, from] = [cell('所属医院'), cell('注册编号'), cell('有效期自')];
  return {
    key: number,
    names: namesOf(hospital, ''),
    identifiers: [],
    place: placeOf({ province: cell('省份'), name: hospital }),
    credentials: [
      {
        gate: 'accreditation',
        code: 'iso-15189',
        status,
        scope: { kind: 'laboratory', text: cell('机构名称') },
        issuer: 'CNAS',
        number,
        ...(from !== '' && { validFrom: from }),
        validUntil: cell('有效期至'),
      },
    ],
  };
});
