import { reason } from '../../schema/reason.ts';
import type { Identification } from '../../schema/verdict.ts';
import { nameKeys } from '../name-keys/keys.ts';
import type { NameHit } from '../store/registry-reader.ts';
import { extraWords, genuineHolders, isImitation, sharesCore } from './famous.ts';
import { gatherCandidates, type NameCandidate, narrowByPlace } from './name-candidate.ts';
import { ambiguousMatch, strongMatch } from './results.ts';
import { officialOfDuplicates } from './same-record.ts';
import { decideByPlace, type Search, strongWithCaution } from './search.ts';

const unionById = (first: readonly NameCandidate[], second: readonly NameCandidate[]): NameCandidate[] => {
  const seen = new Set(first.map((one) => one.id));
  return [...first, ...second.filter((one) => !seen.has(one.id))];
};

/** A bare core (瑞金医院, "Zhongshan Hospital"): whole names and short forms count alike. A famous word that several
 * hospitals hold gives candidates, unless only one of them has exactly this short name. */
export const byCore = async (search: Search, hits: readonly NameHit[]): Promise<Identification | null> => {
  const bearers = gatherCandidates(hits, search.place);
  const { use } = search;
  if (use === null || use.word.genuine.length === 1 || isImitation(search.name, use))
    return decideByPlace(search, bearers);
  const genuine = await genuineHolders(use, search.place, search.reader);
  const own = bearers.filter((one) => one.hit.form === 'full' && one.hit.nameKind === 'legal');
  // 湘雅博爱康复医院: registered under this very name, which says more than the famous word.
  const [itself] = narrowByPlace(own);
  if (itself !== undefined && own.length === 1 && extraWords(search.name, use) !== '')
    return strongWithCaution(itself, search);
  const possible = narrowByPlace(unionById(genuine.length > 0 ? genuine : bearers, own));
  const shortest = narrowByPlace(bearers);
  const only = shortest.length === 1 ? shortest[0] : await officialOfDuplicates(shortest, search.reader);
  // 华西医院, 湘雅医院: the word has several holders, but only one has exactly this short name. 协和医院 and 同济医院 belong to several
  // holders of the catalogue, even where the registry knows only one of them.
  const everywhere = new Set(hits.map((hit) => hit.institution)).size === shortest.length;
  if (only && everywhere && !sharesCore(use, only.names) && genuine.some((one) => one.id === only.id))
    return strongMatch(only);
  const listed = use.word.genuine.map((name) => nameKeys(name).full);
  const rank = (one: NameCandidate): number => (listed.indexOf(nameKeys(one.hit.name).full) + 99) % 99;
  const order = possible.toSorted((a, b) => rank(a) - rank(b));
  return ambiguousMatch([reason('name.famous-word', { word: use.word.zh })], order);
};
