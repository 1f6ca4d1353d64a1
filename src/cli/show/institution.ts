import type { Language } from '../../../schema/base.ts';
import type { Credential } from '../../../schema/credential.ts';
import type { Dossier } from '../../../schema/institution.ts';
import { terminalWords } from '../../../schema/lexicon/terminal-words.ts';
import type { Evidence, Identity, InstitutionSummary } from '../../../schema/verdict.ts';
import { tableLines } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { printable } from '../width.ts';
import { word } from '../words.ts';
import { candidateLines } from './candidates.ts';
import { evidenceIndex, evidenceLines } from './evidence.ts';
import { section } from './paragraphs.ts';

/** One institution as /v1/institutions/{id} answers it. */
export type InstitutionAnswer = Pick<
  Dossier,
  'names' | 'addresses' | 'identifiers' | 'credentials' | 'judgements'
> &
  Readonly<{ institution: InstitutionSummary; evidence: readonly (Evidence & { current: boolean })[] }>;

/** Which institutions a name could mean, as /v1/institutions?name= answers it. */
export type Candidates = Pick<Identity, 'match' | 'candidates'>;

const termOf = ({ validFrom, validUntil, eventDate }: Credential, lang: Language): string => {
  const from = validFrom ?? eventDate;
  const until = validUntil === undefined ? [] : [`${word('until', lang)} ${validUntil}`];
  return [...(from === undefined ? [] : [`${word('from', lang)} ${from}`]), ...until].join(' ');
};

const rows = (cells: readonly (readonly string[])[]): string[] =>
  tableLines(cells.map((row) => row.map((cell, at) => (at === 0 ? '  ' : '') + printable(cell))));

const head = (
  { institution: { name, id, province, city, test } }: InstitutionAnswer,
  lang: Language,
  terminal: Terminal,
) => {
  const titles = [...new Set(lang === 'zh' ? [name.zh, name.en] : [name.en, name.zh])].filter(
    (one) => one !== null,
  );
  const ours =
    name.translation === undefined ? [] : [` ${printable(name.translation)} (${word('ours', lang)})`];
  const where = [...new Set([province, city])].filter((part) => part !== null).join(' ');
  return [
    ...titles.map((one, at) => ` ${at === 0 ? terminal.paint('bold', printable(one)) : printable(one)}`),
    ...ours,
    ` ${[where, id].filter((part) => part !== '').join(' · ')}`,
    ...(test === true ? [` ${terminal.paint('yellow', word('made', lang))}`] : []),
  ];
};

/** All that is known of one institution: names, numbers, addresses, credentials, each with its evidence. */
export const showInstitution = (answer: InstitutionAnswer, lang: Language, terminal: Terminal): string => {
  const numbers = evidenceIndex(answer.evidence);
  const marks = (of: Readonly<{ evidence: readonly number[] }>): string =>
    [...new Set(of.evidence.map((at) => numbers.get(answer.evidence[at]?.url ?? '') ?? 0))]
      .map((n) => `[${n}]`)
      .join(' ');
  const cited = answer.names.filter(({ uncited }) => uncited === undefined);
  const credentials = answer.credentials.map((one) => [
    terminalWords.gates[one.gate][lang],
    one.code,
    one.status,
    termOf(one, lang) || '–',
    marks(one),
  ]);
  const lines = [
    ...head(answer, lang, terminal),
    ...section(word('names', lang), rows(cited.map((one) => [one.kind, one.value, marks(one)])), terminal),
    ...section(
      word('identifiers', lang),
      rows(answer.identifiers.map((one) => [one.scheme, one.value, marks(one)])),
      terminal,
    ),
    ...section(
      word('addresses', lang),
      rows(answer.addresses.map((one) => [one.address, marks(one)])),
      terminal,
    ),
    ...section(word('credentials', lang), rows(credentials), terminal),
    ...section(
      lang === 'zh' ? '人工判断' : 'judged',
      rows((answer.judgements ?? []).map(({ decision, other, on }) => [decision, other, on])),
      terminal,
    ),
    ...section(word('evidence', lang), evidenceLines(answer.evidence, numbers, lang, terminal), terminal),
  ];
  return `${lines.join('\n')}\n`;
};

/** Which institutions a name could mean. */
export const showCandidates = (found: Candidates, lang: Language, terminal: Terminal): string => {
  const lines = [
    ` ${terminalWords.matches[found.match][lang]}`,
    ...candidateLines(found.candidates, lang, terminal),
  ];
  return `${lines.join('\n')}\n`;
};
