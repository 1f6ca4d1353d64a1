import type { Language } from '../../schema/base.ts';
import type { Credential } from '../../schema/credential.ts';
import type { Dossier, EvidenceRef } from '../../schema/institution.ts';
import { section } from './show-verdict.ts';
import { tableLines } from './table.ts';
import type { Terminal } from './terminal.ts';
import { printable, wrapTo } from './width.ts';
import { gateWords, howWords, kindWords, word } from './words.ts';

const marks = (of: Readonly<{ evidence: readonly number[] }>): string =>
  of.evidence.map((index) => `[${index + 1}]`).join(' ');

const termOf = ({ validFrom, validUntil, eventDate }: Credential, lang: Language): string => {
  const from = validFrom ?? eventDate;
  const until = validUntil === undefined ? [] : [`${word('until', lang)} ${validUntil}`];
  return [...(from === undefined ? [] : [`${word('from', lang)} ${from}`]), ...until].join(' ');
};

const evidenceLine = (one: EvidenceRef, index: number, lang: Language, terminal: Terminal): string[] => {
  const date = one.asOf === null ? word('undated', lang) : `${word('asOf', lang)} ${one.asOf}`;
  const past = one.current ? '' : `, ${word('past', lang)}`;
  const head = `[${index + 1}] ${one.source}: ${kindWords[one.kind][lang]}, ${howWords[one.how][lang]}, ${date}${past}`;
  return [
    ...wrapTo(head, terminal.columns - 2).map((line) => `  ${line}`),
    ...(one.cite === null ? [] : [`      ${terminal.paint('underline', printable(one.cite))}`]),
    terminal.paint('dim', `      licet evidence ${one.sha256} --row ${one.row}`),
  ];
};

const placeOf = ({ place }: Dossier): string =>
  [...new Set([place.province, place.city, place.district])].filter((part) => part !== undefined).join(' ');

/** All that is known of one institution: names, numbers, addresses, credentials, each with its evidence. */
export const showInstitution = (dossier: Dossier, lang: Language, terminal: Terminal): string => {
  const { title } = dossier;
  const [first, second] = lang === 'zh' ? [title.zh, title.en] : [title.en ?? title.zh, title.en && title.zh];
  const rows = (cells: readonly (readonly string[])[]) =>
    tableLines(cells.map((row) => row.map((cell, at) => (at === 0 ? '  ' : '') + printable(cell))));
  const lines = [
    ` ${terminal.paint('bold', printable(first ?? second ?? dossier.id))}`,
    ...(second ? [` ${printable(second)}`] : []),
    ` ${[placeOf(dossier), dossier.id].filter((part) => part !== '').join(' · ')}`,
    ...(dossier.test ? [` ${terminal.paint('yellow', word('made', lang))}`] : []),
    ...section(
      word('names', lang),
      rows(dossier.names.map((one) => [one.kind, one.value, marks(one)])),
      terminal,
    ),
    ...section(
      word('identifiers', lang),
      rows(dossier.identifiers.map((one) => [one.scheme, one.value, marks(one)])),
      terminal,
    ),
    ...section(
      word('addresses', lang),
      rows(dossier.addresses.map((one) => [one.address, marks(one)])),
      terminal,
    ),
    ...section(
      word('credentials', lang),
      rows(
        dossier.credentials.map((one) => [
          gateWords[one.gate][lang],
          one.code,
          one.status,
          termOf(one, lang) || '–',
          marks(one),
        ]),
      ),
      terminal,
    ),
    ...section(
      word('evidence', lang),
      dossier.evidence.flatMap((one, index) => evidenceLine(one, index, lang, terminal)),
      terminal,
    ),
  ];
  return `${lines.join('\n')}\n`;
};
