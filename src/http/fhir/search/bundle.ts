import type { Bundle, BundleEntry, FhirResource, OperationOutcome } from 'fhir/r4.js';
import { fhirWords } from '../../../../schema/lexicon/fhir-words.ts';
import type { Way } from '../deps.ts';
import { remark } from '../outcome.ts';
import { includes } from './include.ts';
import type { Parameters } from './parameters.ts';

/** What was found: resources with how likely each is meant, where that is a question; how many in all, where that is known. */
export type Found = Readonly<{
  resources: readonly FhirResource[];
  scores?: readonly number[];
  total?: number | undefined;
  next?: string | null;
  said?: readonly OperationOutcome[];
  /** What is brought along by `_include`. */
  included?: readonly BundleEntry[];
}>;

/** The address of the search as it was understood: what was left out of account does not stand in it (search.html#conformance of R4). */
const selfOf = (
  type: string,
  { values, changed, count, cursor, countOnly, withOwners }: Parameters,
  way: Way,
): URL => {
  const self = new URL(`${way.root}/${type}`);
  for (const [name, value] of Object.entries(values)) self.searchParams.set(name, value);
  for (const value of changed) self.searchParams.append('_lastUpdated', value);
  if (withOwners) self.searchParams.set('_include', includes[type] ?? '');
  if (countOnly) self.searchParams.set('_summary', 'count');
  else self.searchParams.set('_count', String(count));
  if (cursor !== undefined) self.searchParams.set('_cursor', cursor);
  return self;
};

const remarks = (
  { ignored, totalAsked }: Parameters,
  { total, said = [] }: Found,
): readonly OperationOutcome[] => [
  ...said,
  ...(ignored.length === 0
    ? []
    : [remark('warning', 'not-supported', fhirWords.ignored.replace('{names}', ignored.join(', ')))]),
  ...(totalAsked && total === undefined ? [remark('information', 'incomplete', fhirWords.noTotal)] : []),
];

/** What was found as a Bundle: links to itself and on, matches first, and what is to be said of the search last. */
export const bundleOf = (type: string, asked: Parameters, found: Found, way: Way): Bundle => {
  const { resources, scores, total, next = null, included = [] } = found;
  const self = selfOf(type, asked, way);
  const link = [{ relation: 'self', url: self.href }];
  if (next !== null) {
    self.searchParams.set('_cursor', next);
    link.push({ relation: 'next', url: self.href });
  }
  const matches = resources.map((resource, at): BundleEntry => {
    const score = scores?.[at];
    return {
      fullUrl: `${way.root}/${resource.resourceType}/${resource.id}`,
      resource,
      search: { mode: 'match', ...(score === undefined ? {} : { score }) },
    };
  });
  const said = remarks(asked, found).map(
    (resource): BundleEntry => ({ resource, search: { mode: 'outcome' } }),
  );
  const entry = asked.countOnly ? [] : [...matches, ...included, ...said];
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    ...(total === undefined || !(asked.total || asked.countOnly) ? {} : { total }),
    link,
    ...(entry.length === 0 ? {} : { entry }),
  };
};
