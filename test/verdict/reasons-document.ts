import { reasonCatalogue } from '../../schema/reason.ts';

const head = `# Reasons

Every sentence an answer can give, by its code. The list is closed: a code is never reused, and a parameter in braces is filled
in when the reason is put into words. Written from \`schema/reasons/\` by \`npm run reasons\`; a test holds both
together.
`;

const cell = (text: string): string => text.replaceAll('|', '\\|');

const section = ([group, codes]: readonly [string, readonly string[]]): string => {
  const rows = codes.map((code) => {
    const words = reasonCatalogue[code];
    return `| \`${code}\` | ${cell(words?.en ?? '')} | ${cell(words?.zh ?? '')} |`;
  });
  return [`## ${group}`, '', '| code | English | 中文 |', '|---|---|---|', ...rows, ''].join('\n');
};

/** `docs/reasons.md`, as the catalogue has it: one table per group, codes in alphabetical order. */
export const reasonsDocument = (): string => {
  const codes = Object.keys(reasonCatalogue).sort();
  const groups = Map.groupBy(codes, (code) => code.split('.')[0] ?? code);
  return `${head}\n${[...groups].map(section).join('\n')}`;
};
