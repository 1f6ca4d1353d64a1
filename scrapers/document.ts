import type { Descriptor } from '../schema/source.ts';

const freshness = ({ freshnessDays }: Descriptor): string =>
  freshnessDays === null ? 'until repealed' : `${freshnessDays} days`;

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

const section = (source: Descriptor): string => {
  const { rights, expect, pages } = source;
  return [
    `## ${source.id}`,
    '',
    `**${source.title.en}** · ${source.title.zh}`,
    '',
    `- Authority: ${source.authority.en} · ${source.authority.zh}`,
    `- How: ${source.how}, ${source.format}; ${pages.map(({ url }) => `<${url}>`).join(', ')}`,
    `- Gates: ${source.gates.length > 0 ? source.gates.join(', ') : 'none (identity only)'}`,
    `- Being listed presupposes a practice licence: ${source.presupposesLicence ? 'yes' : 'no'}`,
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
 * Pure; `node test/support/write-expected.ts` writes the file and a test holds it to this.
 */
export const documentSources = (sources: readonly Descriptor[]): string =>
  [
    '# Sources',
    '',
    'Generated from the source folders; change a `source.ts`, then run `node test/support/write-expected.ts`.',
    'Worth, from strong to weak: primary-register, official-list, law, issuer-notice, foreign-government-list, holder-claim, press, directory.',
    'Only the first three may decide a `met` or a `not-met`, and only while fresh.',
    '',
    '| id | list | worth | completeness | as of | fresh for |',
    '|---|---|---|---|---|---|',
    ...sources.map(line),
    '',
    ...sources.map(section),
  ].join('\n');
