import { placeOf } from '../../src/places/place-of.ts';
import { capturedInstitutions } from '../../src/readers/lists/captured-rows.ts';
import { namesOf } from '../../src/readers/lists/cell-text.ts';
import { issue } from '../../src/readers/lists/row-reader.ts';
import { standards, states } from './lookups.ts';

/** One certificate a row, with the state, the term and the scope its page prints. */
export const parse = capturedInstitutions(({ row, cell }) => {
  const standard = standards.find(([pattern]) => pattern.test(cell('认证依据')))?.[1];
  if (standard === undefined)
    return issue('unknown-word', row, '认证依据', `"${cell('认证依据')}" is no scheme of the vocabulary`);
  const status = states[cell('证书状态')];
  if (status === undefined)
    return issue('unknown-word', row, '证书状态', `"${cell('证书状态')}" is no known state`);
  const [name, number, uscc] = [cell('获证组织名称'), cell('证书编号'), cell('统一社会信用代码')];
  const [from, until, scope, issuer] = [
    cell('颁证日期'),
    cell('到期日期'),
    cell('认证范围'),
    cell('发证机构'),
  ];
  return {
    key: number,
    names: namesOf(name, ''),
    identifiers: uscc === '' ? [] : [{ scheme: 'uscc', value: uscc }],
    place: placeOf({ province: cell('省份'), name }),
    credentials: [
      {
        gate: 'accreditation',
        code: standard,
        status,
        scope: { kind: 'unknown', ...(scope !== '' && { text: scope }) },
        number,
        ...(issuer !== '' && { issuer }),
        ...(from !== '' && { validFrom: from }),
        ...(until !== '' && { validUntil: until }),
      },
    ],
  };
});
