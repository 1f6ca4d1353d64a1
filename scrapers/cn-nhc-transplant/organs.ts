import type { Credential } from '../../schema/credential.ts';
import type { SourceIssue } from '../../schema/record.ts';
import type { TableRow } from '../../src/readers/lists/headings.ts';
import { issue } from '../../src/readers/lists/row-reader.ts';
import { separatedList } from '../../src/readers/lists/separated-list.ts';
import { organs } from './lookups.ts';

/** The organs of a cell (肝脏、肾脏 or 肝/肾), each with its approval; one unknown organ makes the whole row an issue. */
export const organCredentials = ({ cells, row }: TableRow): readonly Credential[] | SourceIssue => {
  const printed = cells.诊疗科目 ?? '';
  const words = separatedList(printed, '、，,；;/／ \n').map((word) => word.replace(/移植(技术|术)?$/u, ''));
  const odd = words.find((word) => organs[word] === undefined);
  if (words.length === 0 || odd !== undefined)
    return issue('unknown-word', row, '主营科室', `"${odd ?? printed}" is no known organ`);
  return [...new Set(words)].map((word) => ({
    gate: 'organ-transplant',
    code: organs[word] ?? '',
    status: 'listed',
    scope: { kind: 'institution' },
  }));
};
