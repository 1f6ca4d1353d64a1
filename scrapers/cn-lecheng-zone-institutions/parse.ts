import type { Parse } from '../../schema/source.ts';
import { anyList } from '../../src/readers/lists/any-list.ts';
import { listRows } from '../../src/readers/lists/list-page.ts';
import { listedInstitutions } from '../../src/readers/lists/listed-institutions.ts';
import { listDate } from '../../src/readers/lists/printed-date.ts';

/** One institution of the zone a row: who it is, and that it stands there. */
export const parse: Parse = async function* ({ body, source }) {
  const list = await anyList(body, ['机构名称']);
  const rows = listRows(list, {
    required: ['机构名称', '机构类别'],
    optional: ['机构第二名称', '地址', '机构级别', '经营性质', '床位数'],
    ignored: ['英文名称', '运营状态'],
  });
  const facts = {
    issuer: source.authority.zh,
    ...source.coversOnly,
    asOf: listDate(list.words),
    credentials: () => [],
  };
  for (const one of listedInstitutions(rows, facts))
    yield one.kind === 'institution' ? { ...one, traits: { ...one.traits, lecheng: true } } : one;
};
