import { join } from 'node:path';
import type { PartialDate } from '../../../schema/base.ts';
import { type Descriptor, descriptorSchema } from '../../../schema/source.ts';
import { codeDigest } from '../../code-digest.ts';
import type { Source } from '../catalogue.ts';
import { parseDirectory } from './parse.ts';

/** Every list a user added has an id that begins so. */
export const DIRECTORY_PREFIX = 'cn-directory-';

/** The entry file of the code that reads these lists: when its digest changes, a list imported again is read anew. */
const PARSER = join(import.meta.dirname, 'parse.ts');

const MOST_ROWS = 200_000;

/** The name of a list as part of its id: lower case letters, digits and hyphens; null when nothing of it is left. */
export const slugOf = (name: string): string | null => {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  return slug === '' ? null : slug;
};

const descriptorOf = (slug: string, file: string, asOf: PartialDate): Descriptor =>
  descriptorSchema.parse({
    id: `${DIRECTORY_PREFIX}${slug}`,
    title: { en: `Your own list "${slug}"`, zh: `自行导入的名录“${slug}”` },
    authority: {
      en: 'Added by the operator of this service (no authority)',
      zh: '由本服务运营者导入（非官方）',
    },
    pages: [{ key: 'list', url: `urn:licet:directory:${slug}`, file }],
    format: file.endsWith('.xlsx') ? 'xlsx' : 'csv',
    how: 'bundled',
    evidenceKind: 'directory',
    gates: [],
    completeness: 'partial',
    absence: 'unknown',
    absenceNote: {
      en: 'A list for finding names. Neither presence nor absence says anything about a licence.',
      zh: '仅供查找名称；是否列入均不说明有无许可。',
    },
    asOf,
    freshnessDays: 365,
    cadence: null,
    rights: {
      licence: 'not stated',
      attribution: `list "${slug}" of the operator`,
      redistribute: 'metadata',
    },
    expect: { rows: { min: 0, max: MOST_ROWS }, maxDrop: 1 },
    confirmedLive: null,
    checkYourself: null,
  });

/** True for the id of a list that a user added. */
export const isDirectory = (id: string): boolean => id.startsWith(DIRECTORY_PREFIX);

/** The source of a descriptor of a user's list: such a list has no folder, what is kept of it is all there is. */
export const directorySourceOf = (descriptor: Descriptor): Source => ({
  descriptor,
  parse: parseDirectory,
  dir: '',
  reading: codeDigest(PARSER),
});

/**
 * A user's list as a source like any other, so that archive, gate and reconciling treat it alike. `file` is its file's name;
 * `asOf` dates it. Its evidence kind is `directory`: it names hospitals and never makes anything `met`.
 */
export const directorySource = (list: Readonly<{ slug: string; file: string; asOf: PartialDate }>): Source =>
  directorySourceOf(descriptorOf(list.slug, list.file, list.asOf));

/** A list with a heading and no rows: importing it under the name of another list removes all rows of that one. */
export const EMPTY_LIST = 'name_zh,province\n';
