import { ageNotes } from '../schema/lexicon/source-notes.ts';
import type { Descriptor, Page } from '../schema/source.ts';

const freshness = ({ freshnessDays }: Descriptor): string =>
  freshnessDays === null ? 'for ever' : `${freshnessDays} days`;

const because = ({ agesBy }: Descriptor): string => (agesBy === undefined ? '' : ageNotes[agesBy].en);

/** How one page is reached, beyond its address. */
const way = ({ url, follow, paging, askFor }: Page): string =>
  [
    `<${url}>`,
    ...(follow ?? []).map(
      ({ link, nth }) => `then ${nth === undefined ? 'the' : `number ${nth} of the`} link \`${link}\``,
    ),
    ...(paging === undefined ? [] : [`in parts of ${paging.size} by \`${paging.parameter}\``]),
    ...(askFor === undefined ? [] : [`asked once for each ${askFor.replaceAll('-', ' ')}`]),
  ].join(', ');

const rhythm = ({ how, cadence, key }: Descriptor): string => {
  if (how === 'bundled') return 'ships with the product';
  if (how === 'captured') return 'when a person looks';
  const off =
    key === undefined ? '' : `; off until ${key.variable} is set, at most ${key.credits} credits a night`;
  return cadence === null ? 'not by itself: an operator confirms the address first' : `\`${cadence}\`${off}`;
};

const dating = ({ asOf, dated, how, accumulates }: Descriptor): string => {
  const own = asOf ?? (how === 'captured' ? 'each row, by the day somebody looked' : null);
  const live =
    dated === 'when-read' ? 'the day it is read' : how === 'bundled' ? 'each row' : 'what the page prints';
  return `${own ?? live}${accumulates === true ? '; rows stay when a later page leaves them out' : ''}`;
};

/** Lines that only some sources have. */
const particulars = (source: Descriptor, all: readonly Descriptor[]): readonly string[] => {
  const { sameList, plainHttp, capture } = source;
  const same = all.filter(
    ({ id, sameList: list }) => sameList !== undefined && list === sameList && id !== source.id,
  );
  return [
    ...(same.length === 0
      ? []
      : [`- The same list as: ${same.map(({ id }) => `[${id}](#${id})`).join(', ')}`]),
    ...(plainHttp === true
      ? ['- Transport: plain HTTP, which is all the authority offers; recorded with every page']
      : []),
    ...(capture === undefined
      ? []
      : [
          `- Fields: ${capture.fields.map(({ column, required }) => `${column}${required ? ' (must)' : ''}`).join(', ')}`,
        ]),
  ];
};

const line = (source: Descriptor): string =>
  [
    '',
    `[${source.id}](#${source.id})`,
    source.title.en,
    source.evidenceKind,
    source.completeness,
    source.asOf ?? 'per row',
    freshness(source),
    '',
  ]
    .join(' | ')
    .trim();

const absence = ({ absence: meaning, absenceNote }: Descriptor): string =>
  `${meaning === 'not-met' ? 'Absence is a no while the list is fresh. ' : ''}${absenceNote.en}`;

const presupposed = ({ presupposesLicence }: Descriptor): string =>
  presupposesLicence === 'by-row' ? 'row by row, by what was decided' : presupposesLicence ? 'yes' : 'no';

const section = (source: Descriptor, all: readonly Descriptor[]): string => {
  const { rights, expect, pages } = source;
  return [
    `## ${source.id}`,
    '',
    `**${source.title.en}** · ${source.title.zh}`,
    '',
    `- Authority: ${source.authority.en} · ${source.authority.zh}`,
    `- How: ${source.how}, ${source.format}; ${pages.map(way).join('; ')}`,
    `- Read: ${rhythm(source)}`,
    `- Dated by: ${dating(source)}`,
    ...particulars(source, all),
    `- Gates: ${source.gates.length > 0 ? source.gates.join(', ') : 'none (identity only)'}`,
    `- Being listed presupposes a practice licence: ${presupposed(source)}`,
    `- May decide for: ${freshness(source)}. ${because(source)}`,
    `- Absence: ${absence(source)}`,
    `- Rows expected: ${expect.rows.min} to ${expect.rows.max}`,
    `- Rights: ${rights.licence}. ${rights.attribution}`,
    `- Last seen live: ${source.confirmedLive ?? (source.how === 'bundled' ? 'never; bundled from a copy' : 'never')}`,
    ...(source.notes === undefined ? [] : ['', source.notes.en, '', source.notes.zh]),
    '',
  ].join('\n');
};

/**
 * docs/sources.md from the descriptors: a table of all sources, then one section each.
 * Pure; `npm run expect` writes the file and a test holds it to this.
 */
export const documentSources = (sources: readonly Descriptor[]): string =>
  [
    '# Sources',
    '',
    'Generated from the source folders; change a `source.ts`, then run `npm run expect`.',
    'Worth, from strong to weak: primary-register, official-list, law, issuer-notice, foreign-government-list, holder-claim, press, directory.',
    `${sources.length} sources: ${['bundled', 'fetched', 'captured'].map((how) => `${sources.filter((one) => one.how === how).length} ${how}`).join(', ')}.`,
    'Only the first three may decide a `met` or a `not-met`, and only while fresh.',
    '',
    '| id | list | worth | completeness | as of | fresh for |',
    '|---|---|---|---|---|---|',
    ...sources.map(line),
    '',
    ...sources.map((source) => section(source, sources)),
  ].join('\n');
