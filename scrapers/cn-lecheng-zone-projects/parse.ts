import type { Parse } from '../../schema/source.ts';
import { anyList } from '../../src/readers/lists/any-list.ts';
import { cellText } from '../../src/readers/lists/cell-text.ts';
import { listRows } from '../../src/readers/lists/list-page.ts';
import { listedInstitutions } from '../../src/readers/lists/listed-institutions.ts';
import { dateIn, listDate } from '../../src/readers/lists/printed-date.ts';
import { issue } from '../../src/readers/lists/row-reader.ts';
import { projectCode, states } from './lookups.ts';

/** One project of one institution a row, with its state. */
export const parse: Parse = async function* ({ body, source }) {
  const list = await anyList(body, ['机构名称', '技术名称']);
  const rows = listRows(list, {
    required: ['机构名称', '技术名称', '许可项目'],
    optional: ['批准时间'],
    also: { 状态: '许可项目', 开展情况: '许可项目' },
  });
  const facts = {
    issuer: source.authority.zh,
    ...source.coversOnly,
    asOf: listDate(list.words),
    key: ({ cells }: (typeof rows)[number]) => `${cellText(cells.机构名称)}|${cellText(cells.技术名称)}`,
    credentials: ({ cells, row }: (typeof rows)[number]) => {
      const [project, word] = [cellText(cells.技术名称), cellText(cells.许可项目)];
      const code = projectCode(project);
      const status = states[word];
      if (code === undefined)
        return issue('unknown-word', row, '项目名称', `"${project}" is no project of the vocabulary`);
      if (status === undefined) return issue('unknown-word', row, '状态', `"${word}" is no known state`);
      const date = dateIn(cellText(cells.批准时间));
      const scope = { kind: 'project', text: project } as const;
      return [
        {
          gate: 'lecheng' as const,
          code,
          status,
          scope,
          ...(date !== null && { eventDate: date, validFrom: date }),
        },
      ];
    },
  };
  for (const one of listedInstitutions(rows, facts))
    yield one.kind === 'institution' ? { ...one, traits: { ...one.traits, lecheng: true } } : one;
};
