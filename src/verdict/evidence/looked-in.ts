import { reason } from '../../../schema/reason.ts';
import { authoritativeKinds } from '../../../schema/source.ts';
import type { Reason } from '../../../schema/verdict.ts';
import { type Finding, type GateContext, localise } from '../gate-context.ts';
import type { EditionAt } from './edition-at.ts';
import { listsSpeaking } from './lists-searched.ts';

/** Lists named in one sentence; the rest is counted. */
const NAMED = 3;

/** Directories of marks bear the scheme's code in their id; those of other marks say nothing of it. */
const isAbout = ({ gate, ask }: Finding, id: string): boolean =>
  gate !== 'accreditation' || ask === null || id.split('-').includes(ask.split('-')[0] ?? ask);

/** Authorities' lists about the finding's gate that could name the hospital, each in the edition of the day. */
const listsFor = (context: GateContext, found: Finding): readonly EditionAt[] => {
  // Mainland lists know nothing of Hong Kong, Macau and Taiwan.
  if (context.dossier?.place.region !== 'mainland' && found.gate !== 'accreditation') return [];
  return listsSpeaking(context, found.gate).filter((at) => isAbout(found, at.source.descriptor.id));
};

const gapOf = (lists: readonly EditionAt[]): 'complete' | 'partial' =>
  lists.every(({ source }) => source.descriptor.completeness === 'complete') ? 'complete' : 'partial';

/** True for a finding that nothing about the hospital was found for. */
const foundNothing = ({ result, evidence }: Finding): boolean =>
  result === 'unknown' && evidence.every(({ kind }) => kind === 'law' || !authoritativeKinds.includes(kind));

/**
 * What “not found” means: which lists were looked in, of which date, and that they have gaps; or that no list is held. Null for a
 * finding that rests on an authority's row, and while nobody is settled.
 */
export const lookedIn = (context: GateContext, found: Finding): Reason | null => {
  if (context.dossier === null || !foundNothing(found)) return null;
  const lists = listsFor(context, found);
  if (lists.length === 0) return reason('searched.no-list');
  const named = lists
    .slice(0, NAMED)
    .map(({ source, date }) => `${localise(context, source.descriptor.title)} (${date ?? '–'})`)
    .join(context.lang === 'zh' ? '；' : '; ');
  const more = lists.length - NAMED;
  const rest = more > 0 ? (context.lang === 'zh' ? `等${lists.length}份` : ` and ${more} more`) : '';
  const code = gapOf(lists) === 'complete' ? 'searched.complete-lists' : 'searched.lists';
  return reason(code, { lists: `${named}${rest}` });
};
