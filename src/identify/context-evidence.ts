import type { Dossier } from '../../schema/institution.ts';
import type { InstitutionQuestion } from '../../schema/question.ts';
import { reason } from '../../schema/reason.ts';
import type { Identification, Reason } from '../../schema/verdict.ts';
import { namesCampus } from '../names/campus-named.ts';
import { houseNumbersInDigits } from '../places/address-key.ts';
import { leadingPlace } from '../places/place-names.ts';
import { placeOf } from '../places/place-of.ts';
import { statedPlaces } from '../places/stated-places.ts';
import type { Reader } from '../store/registry-reader.ts';
import { foldText, hasHan, simplify } from '../text/han.ts';
import { addressAbroad } from './address/address-abroad.ts';
import { latinElsewhere } from './address/latin-address.ts';
import { onOtherRoad } from './address/latin-road.ts';
import { recordSpeaksOf } from './address/record-speaks.ts';
import { sameRoad } from './address/same-road.ts';
import { shortPlaceOf } from './address/short-place.ts';
import { type AskedPlace, placeFit, placeText } from './asked-place.ts';
import { CHOSEN, noMatch, strongMatch, unmatched } from './results.ts';
import { type WebFit, webFit } from './web-address.ts';

/** What website, address and campus say of one institution. `elsewhere`: the address stands in another city. */
type ContextEvidence = Readonly<{
  web: WebFit | null;
  address: boolean | null;
  elsewhere: boolean;
  why: readonly Reason[];
}>;

const addressReason = (asked: string, dossier: Dossier): [boolean | null, Reason[]] => {
  const registered = dossier.addresses.map((one) => one.address);
  if (!hasHan(asked)) {
    const differs = latinElsewhere(asked, dossier)?.level === 'district' || onOtherRoad(asked, dossier);
    const shown = registered.slice(0, 3).join('；') || placeText(placeIn(dossier));
    return differs ? [false, [reason('address.differs', { registered: shown })]] : [null, []];
  }
  const same = sameRoad(asked, registered);
  if (same === null) return [null, []];
  if (same) return [true, [reason('address.agrees')]];
  return [false, [reason('address.differs', { registered: registered.slice(0, 3).join('；') })]];
};

/** The place an address begins with in full: 上海市…, but not 南京路…. */
const placeOfAddress = (address: string): AskedPlace => {
  const { province = null, city = null } = placeOf({ address });
  const head = leadingPlace(simplify(foldText(address)))?.place;
  return province === null && head?.full === true
    ? { province: head.province, city: head.city }
    : { province, city };
};

const placeIn = ({ place }: Dossier): AskedPlace => ({
  province: place.province ?? null,
  city: place.city ?? null,
});

/** An address in another city than the one on record; null when one of them states none. */
const otherCity = (asked: string, dossier: Dossier): Reason | null => {
  const known = placeIn(dossier);
  const latin = hasHan(asked) ? null : latinElsewhere(asked, dossier);
  if (latin?.level === 'city')
    return reason('address.other-city', { asked: latin.asked, registered: placeText(known) });
  const printed = placeOfAddress(asked);
  const none = printed.province === null && printed.city === null;
  const where = (none ? shortPlaceOf(asked, dossier) : null) ?? printed;
  if (placeFit(where, known) !== 'differs') return null;
  return reason('address.other-city', {
    asked: placeText(where),
    registered: placeText(known),
  });
};

const campusReason = (campus: string, dossier: Dossier): Reason =>
  reason(namesCampus(campus, dossier) ? 'campus.listed' : 'campus.unlisted', { campus });

const contextEvidenceOf = (question: InstitutionQuestion, dossier: Dossier): ContextEvidence => {
  const why: Reason[] = [];
  const web = question.website === undefined ? null : webFit(question.website, dossier.traits.website);
  if (web) why.push(web.why);
  const asked = question.address === undefined ? undefined : houseNumbersInDigits(question.address);
  const [address, words] = asked === undefined ? [null, []] : addressReason(asked, dossier);
  const elsewhere =
    asked === undefined
      ? null
      : (otherCity(asked, dossier) ?? addressAbroad(asked, statedPlaces(question).places, dossier));
  why.push(...words, ...(elsewhere === null ? [] : [elsewhere]));
  if (question.campus !== undefined) why.push(campusReason(question.campus, dossier));
  return { web: web?.fit ?? null, address, elsewhere: elsewhere !== null, why };
};

const statesContext = (question: InstitutionQuestion): boolean =>
  question.website !== undefined || question.address !== undefined || question.campus !== undefined;

/** That the province and city told beside an official number or an id are not those of its holder: whoever borrows one stands elsewhere. */
const placeBesideNumber = ({ province, city }: InstitutionQuestion, dossier: Dossier): readonly Reason[] => {
  const { places, unread, apart } = statedPlaces({ province, city });
  const known = placeIn(dossier);
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
