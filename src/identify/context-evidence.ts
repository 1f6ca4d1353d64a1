import type { Dossier } from '../../schema/institution.ts';
import type { InstitutionQuestion } from '../../schema/question.ts';
import { reason } from '../../schema/reason.ts';
import type { Identification, Reason } from '../../schema/verdict.ts';
import { namesCampus } from '../names/campus-named.ts';
import { statedPlaces } from '../places/stated-places.ts';
import type { Reader } from '../store/registry-reader.ts';
import { addressEvidence } from './address/address-evidence.ts';
import { placeFit, placeText } from './asked-place.ts';
import { knownPlace, recordSpeaksOf } from './beside/read-words.ts';
import { CHOSEN, noMatch, strongMatch, unmatched } from './results.ts';
import { type WebFit, webFit } from './web-address.ts';

/** What website, address and campus say of one institution. `elsewhere`: the address is that of another house. */
type ContextEvidence = Readonly<{
  web: WebFit | null;
  address: boolean | null;
  elsewhere: boolean;
  why: readonly Reason[];
}>;

const campusReason = (campus: string, dossier: Dossier): Reason =>
  reason(namesCampus(campus, dossier) ? 'campus.listed' : 'campus.unlisted', { campus });

const contextEvidenceOf = (question: InstitutionQuestion, dossier: Dossier): ContextEvidence => {
  const why: Reason[] = [];
  const web = question.website === undefined ? null : webFit(question.website, dossier.traits.website);
  if (web) why.push(web.why);
  const address =
    question.address === undefined ? null : addressEvidence(question, question.address, dossier);
  why.push(...(address?.why ?? []));
  if (question.campus !== undefined) why.push(campusReason(question.campus, dossier));
  return {
    web: web?.fit ?? null,
    address: address?.agrees ?? null,
    elsewhere: address?.elsewhere ?? false,
    why,
  };
};

const statesContext = (question: InstitutionQuestion): boolean =>
  question.website !== undefined || question.address !== undefined || question.campus !== undefined;

/** That the province and city told beside an official number or an id are not those of its holder: whoever borrows one stands elsewhere. */
const placeBesideNumber = ({ province, city }: InstitutionQuestion, dossier: Dossier): readonly Reason[] => {
  const { places, unread, apart } = statedPlaces({ province, city });
  const known = knownPlace(dossier);
  const [first] = places;
  const other = first !== undefined && places.every((place) => placeFit(place, known) === 'differs');
  const isOther = apart !== null || other || (unread !== null && !recordSpeaksOf(dossier, unread));
  const asked = other ? placeText(first) : [province, city].filter((one) => one !== undefined).join(' ');
  return isOther ? [reason('place.differs', { asked, registered: placeText(known) })] : [];
};

const confirmOrDoubt = async (
  question: InstitutionQuestion,
  found: Identification,
  id: string,
  reader: Reader,
): Promise<Identification> => {
  const dossier = await reader.dossier(id);
  if (dossier === undefined) return found;
  const beside = contextEvidenceOf(question, dossier);
  const place = found.match === 'exact' ? placeBesideNumber(question, dossier) : [];
  const why = [...found.why, ...place, ...beside.why];
  const webFits = beside.web === null || beside.web === 'agrees' || beside.web === 'unknown';
  if (place.length === 0 && webFits && !beside.elsewhere) return { ...found, why };
  const candidates = [{ id, score: 0, why: found.why }];
  return beside.web === 'imitates' ? unmatched('lookalike', why, candidates) : noMatch(why, candidates);
};

/** The address is no place of China that we know. */
const ABROAD = 'address.not-understood';

const contradicts = ({ web, address, elsewhere }: ContextEvidence): boolean =>
  web === 'differs' || web === 'imitates' || address === false || elsewhere;

/** Nobody is offered as what may have been meant whose website or address says otherwise. */
const withoutOffer = ({ why, ...found }: Identification): Identification => ({
  ...found,
  why: why.filter(({ code }) => code !== 'name.nearest'),
});

/** Among candidates, the only one whose website or address agrees is the one that is meant. */
const chooseByContext = async (
  question: InstitutionQuestion,
  found: Identification,
  reader: Reader,
): Promise<Identification> => {
  const agreeing: { id: string; why: readonly Reason[] }[] = [];
  const against = new Set<string>();
  const abroad: Reason[] = [];
  for (const candidate of found.candidates) {
    const dossier = await reader.dossier(candidate.id);
    if (dossier === undefined) continue;
    const beside = contextEvidenceOf(question, dossier);
    abroad.push(...beside.why.filter(({ code }) => code === ABROAD));
    if (contradicts(beside)) against.add(candidate.id);
    else if (beside.web === 'agrees' || beside.address === true)
      agreeing.push({ id: candidate.id, why: [...candidate.why, ...beside.why] });
  }
  const [only] = agreeing;
  // No place of China and on nobody's record: it is none of those who are called so, and a city would not choose one.
  const [nowhere] = abroad;
  if (found.match === 'ambiguous' && nowhere !== undefined && abroad.length === found.candidates.length)
    return noMatch([nowhere], found.candidates);
  const offered = found.candidates[0]?.id ?? '';
  if (only === undefined || agreeing.length > 1) return against.has(offered) ? withoutOffer(found) : found;
  return strongMatch(only.id, CHOSEN, only.why);
};

/** A lookalike, where the website asked with imitates the website of a candidate. */
const imitatedByWebsite = async (
  question: InstitutionQuestion,
  found: Identification,
  reader: Reader,
): Promise<Identification | null> => {
  if (question.website === undefined) return null;
  for (const { id } of found.candidates) {
    const registered = (await reader.dossier(id))?.traits.website;
    const { fit, why } = webFit(question.website, registered);
    if (fit === 'agrees') return null;
    if (fit === 'imitates') return { ...found, match: 'lookalike', score: 0, why: [...found.why, why] };
  }
  return null;
};

/**
 * Confirms, picks or doubts what the name found by the website, address and campus stated beside it. Reads dossiers only where
 * one is stated.
 */
export const assessContextEvidence = async (
  question: InstitutionQuestion,
  found: Identification,
  reader: Reader,
): Promise<Identification> => {
  const { province, city } = question;
  const placed = found.match === 'exact' && (province !== undefined || city !== undefined);
  if (!placed && !statesContext(question)) return found;
  if (found.id !== null) return confirmOrDoubt(question, found, found.id, reader);
  const chosen = found.candidates.length > 0 ? await chooseByContext(question, found, reader) : found;
  return chosen.id === null ? ((await imitatedByWebsite(question, chosen, reader)) ?? chosen) : chosen;
};
