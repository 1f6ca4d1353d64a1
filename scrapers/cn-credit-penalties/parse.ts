import type { Credential } from '../../schema/credential.ts';
import { placeOf } from '../../src/places/place-of.ts';
import { capturedInstitutions } from '../../src/readers/lists/captured-rows.ts';
import { namesOf } from '../../src/readers/lists/cell-text.ts';
import { issue } from '../../src/readers/lists/row-reader.ts';

const LICENCE = /医疗机构执业许可证|执业许可证/u;

/** One penalty of one institution a row; it changes the status of a licence only where it names that licence. */
export const parse = capturedInstitutions(({ row, cell }) => {
  const [kind, paper] = [cell('处罚类别'), cell('暂扣或吊销证照名称及编号')];
  const revoked = /吊销/u.test(kind);
  const withheld = /暂扣/u.test(kind);
  if ((revoked || withheld) && paper === '')
    return issue('missing-cell', row, '暂扣或吊销证照名称及编号', `"${kind}" does not say which licence`);
  const [name, uscc, date] = [cell('行政相对人名称'), cell('统一社会信用代码'), cell('处罚决定日期')];
  const taken: Credential = {
    gate: 'practice-licence',
    code: 'licence',
    status: revoked ? 'revoked' : 'suspended',
    scope: { kind: 'institution' },
    issuer: cell('处罚机关'),
    number: cell('行政处罚决定书文号'),
    eventDate: date,
    note: `${kind}：${paper}`,
  };
  return {
    key: cell('行政处罚决定书文号'),
    names: namesOf(name, ''),
    identifiers: uscc === '' ? [] : [{ scheme: 'uscc', value: uscc }],
    place: placeOf({ province: cell('省份'), name }),
    credentials: (revoked || withheld) && LICENCE.test(paper) ? [taken] : [],
  };
});
