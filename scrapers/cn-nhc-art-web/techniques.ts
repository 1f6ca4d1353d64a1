import type { Credential } from '../../schema/credential.ts';
import type { SourceIssue } from '../../schema/record.ts';
import type { TableRow } from '../../src/kit/headings.ts';
import { separatedList } from '../../src/kit/separated-list.ts';
import { issue } from '../../src/kit/take.ts';
import { techniques } from './lookups.ts';

const plain = (word: string): string =>
  word
    .normalize('NFKC')
    .replace(/[\p{Pd}−]+/gu, '-')
    .replace(/技术$/u, '');

/** The techniques of a cell, each as listed at the row's address; one unknown technique makes the whole row an issue. */
export const techniqueCredentials = ({ cells, row }: TableRow): readonly Credential[] | SourceIssue => {
  const printed = cells.诊疗科目 ?? '';
  const words = separatedList(printed).map(plain);
  const odd = words.find((word) => techniques[word] === undefined);
  if (words.length === 0 || odd !== undefined)
    return issue('unknown-word', row, '主营科室', `"${odd ?? printed}" is no known technique`);
  const address = cells.地址 ?? '';
  return [...new Set(words)].map((word) => ({
    gate: 'assisted-reproduction',
    code: techniques[word] ?? '',
    status: 'listed',
    scope: { kind: 'campus', ...(address !== '' && { address }) },
  }));
};
