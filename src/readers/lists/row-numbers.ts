import type { Identifier, SourceIssue } from '../../../schema/record.ts';
import { normaliseIdentifier } from '../../identifiers/identifier.ts';
import { parseLicenceNumber } from '../../identifiers/licence-number.ts';
import { parseUscc } from '../../identifiers/uscc.ts';
import { cellText } from './cell-text.ts';
import type { TableRow } from './headings.ts';
import { issue } from './row-reader.ts';

type Found = Readonly<{ identifiers: readonly Identifier[]; issues: readonly SourceIssue[] }>;

const NUMBERS = [
  { heading: '登记号', scheme: 'licence-number', parse: parseLicenceNumber },
  { heading: '统一社会信用代码', scheme: 'uscc', parse: parseUscc },
] as const;

/** The identifiers of a row. A number that other rows carry too belongs to the owner of all of them: it stays in `raw` only. */
export const numbersOf = ({ cells, row }: TableRow, shared: ReadonlySet<string>): Found => {
  const identifiers: Identifier[] = [];
  const issues: SourceIssue[] = [];
  for (const { heading, scheme, parse } of NUMBERS) {
    const printed = cellText(cells[heading]);
    if (printed === '') continue;
    const value = normaliseIdentifier(printed);
    const read = parse(value);
    if (!read.wellFormed)
      issues.push(issue('bad-identifier', row, heading, `"${printed}": ${read.problem.en}`));
    else if (!shared.has(`${scheme} ${value}`)) identifiers.push({ scheme, value });
  }
  return { identifiers, issues };
};

/** Numbers that several rows carry, each with its scheme before it. */
export const sharedNumbers = (rows: readonly TableRow[]): ReadonlySet<string> => {
  const seen = new Map<string, number>();
  for (const { cells } of rows)
    for (const { heading, scheme } of NUMBERS) {
      const key = `${scheme} ${normaliseIdentifier(cellText(cells[heading]))}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  return new Set([...seen].filter(([, times]) => times > 1).map(([key]) => key));
};

/** Texts that stand more than once. */
export const repeated = (texts: readonly string[]): ReadonlySet<string> => {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const text of texts) (seen.has(text) ? twice : seen).add(text);
  return twice;
};
