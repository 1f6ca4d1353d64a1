import type { Language } from '../../../schema/base.ts';
import { terminalWords } from '../../../schema/lexicon/terminal-words.ts';
import type { Snapshot } from '../../../schema/snapshot.ts';
import type { Evidence } from '../../../schema/verdict.ts';
import { tableLines } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { printable, wrapTo } from '../width.ts';
import { word } from '../words.ts';

/** Evidence is numbered once however many checks rest on it: its address → [1], [2] … */
export const evidenceIndex = (all: readonly Evidence[]): ReadonlyMap<string, number> =>
  new Map([...new Set(all.map(({ url }) => url))].map((url, index) => [url, index + 1]));

const ageText = (of: Evidence, lang: Language): string => {
  const date = of.asOf === null ? word('undated', lang) : `${word('asOf', lang)} ${of.asOf}`;
  const age = of.ageDays === null ? '' : ` (${of.ageDays} ${word('days', lang)})`;
  return `${date}${age}, ${word(of.fresh ? 'fresh' : 'stale', lang)}`;
};

/** One block per piece of evidence: whose list, of what date, where published, and how to see what was kept. */
export const evidenceLines = (
  all: readonly Evidence[],
  numbers: ReadonlyMap<string, number>,
  lang: Language,
  terminal: Terminal,
): string[] => {
  const once = [...new Map(all.map((one) => [one.url, one])).values()];
  return once.flatMap((one) => {
    const what = `${terminalWords.evidenceKinds[one.kind][lang]}, ${terminalWords.obtained[one.how][lang]}, ${ageText(one, lang)}`;
    const head = `[${numbers.get(one.url) ?? '?'}] ${printable(one.authority)}: ${what}`;
    return [
      ...wrapTo(head, terminal.columns - 2).map((line, index) =>
        index === 0 ? `  ${line}` : `      ${line}`,
      ),
      ...(one.cite === null ? [] : [`      ${terminal.paint('underline', printable(one.cite))}`]),
      terminal.paint('dim', `      licet evidence ${one.sha256} --row ${one.row}`),
    ];
  });
};

/** A kept page as /v1/evidence answers it. */
export type KeptPage = Readonly<{
  snapshot: Snapshot;
  source: Readonly<{ id: string; title: string; authority: string }>;
  rights: Readonly<{ licence: string; attribution: string }>;
  row: number | null;
  words: Readonly<Record<string, string>> | null;
  wordsWithheld: string | null;
  withdrawn: boolean;
  institution: string | null;
  bytesWithheld: string | null;
}>;

const rowLines = (kept: KeptPage, terminal: Terminal): string[] => {
  if (kept.row === null) return [];
  const title = terminal.paint('bold', `Row ${kept.row}`);
  const cells = Object.entries(kept.words ?? {}).map(([heading, cell]) => [
    `  ${printable(heading)}`,
    printable(cell),
  ]);
  return [
    '',
    kept.institution === null ? title : `${title} → licet institution ${kept.institution}`,
    ...(kept.withdrawn ? ['  taken back as never right: no answer rests on it'] : []),
    ...tableLines(cells),
    ...(kept.wordsWithheld === null ? [] : [`  ${kept.wordsWithheld}`]),
  ];
};

/** What was kept: the page, whose it is, and the words of one row. */
export const showKept = (kept: KeptPage, terminal: Terminal): string => {
  const { snapshot, source, rights } = kept;
  const page = tableLines([
    ['  sha256', snapshot.sha256],
    ['  source', `${source.id}: ${printable(source.title)}`],
    ['  authority', printable(source.authority)],
    ['  published', terminal.paint('underline', printable(snapshot.url))],
    ['  retrieved', `${snapshot.retrievedAt} (${snapshot.how}, ${snapshot.transport})`],
    ['  size', `${snapshot.bytes} bytes, ${printable(snapshot.contentType)}`],
    ['  rights', `${printable(rights.licence)}; ${printable(rights.attribution)}`],
  ]);
  const withheld = kept.bytesWithheld === null ? [] : [`  ${printable(kept.bytesWithheld)}`];
  return `${[...page, ...withheld, ...rowLines(kept, terminal)].join('\n')}\n`;
};
