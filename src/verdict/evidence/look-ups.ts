import type { Gate } from '../../../schema/credential.ts';
import type { Verdict } from '../../../schema/verdict.ts';
import { placeTitle } from '../../places/english-title.ts';
import { hasHan } from '../../text/han.ts';
import { onceInARow, remembered } from '../../text/remembered.ts';
import { type Finding, type GateContext, localise } from '../gate-context.ts';
import { officialLookups } from '../policy.ts';
import { findScheme } from '../vocabulary/schemes.ts';
import { findService } from '../vocabulary/services.ts';
import { listsSearchedFor } from './lists-searched.ts';

type Searched = Verdict['searched'];
type LookUps = Verdict['checkYourself'];

/** The sources that were looked at, each with its date and whether it may still decide on the day asked about. */
export const searchedFor = (context: GateContext, findings: readonly Finding[]): Searched =>
  listsSearchedFor(context, [...new Set(findings.map(({ gate }) => gate))]).searched;

const LIMIT = 6;

/** What to do at an address, and what to type there: nobody should have to look for a legal name. */
const typed = (
  context: GateContext,
  doing: string,
  words: readonly (string | null | undefined)[],
): string => {
  const known = words.filter((word) => word !== null && word !== undefined && word !== '');
  if (known.length === 0) return doing;
  return context.lang === 'zh'
    ? `${unended(doing)}：${known.join('，')}`
    : `${unended(doing)}: ${known.join(', ')}`;
};

/** What to do at an address, without the stop behind it. There are as many as lists and registers. */
const unended = remembered(1_000, (doing) => doing.replace(/[.。]$/u, ''));

/** What a register of this kind is asked with: a product's name, nothing of a person, else the hospital's legal name. */
const subjectOf = (context: GateContext, gate: Gate, ask: string | null): string | null => {
  if (gate === 'practitioner') return null;
  if (gate !== 'cell-product') return context.dossier?.title.zh ?? null;
  const service = ask === null ? undefined : findService(ask);
  return service?.product?.name === undefined ? null : service.name.zh;
};

/** Military hospitals are on no civil register: whoever looked there would take its silence for an answer. */
const isHidden = (context: GateContext, gate: Gate): boolean =>
  gate === 'practice-licence' && context.dossier?.traits.military === true;

const official = (context: GateContext, { gate, ask }: Finding): LookUps => {
  const look = officialLookups[gate];
  if (look === undefined || isHidden(context, gate)) return [];
  const where = gate === 'practice-licence' ? context.dossier?.place.province : undefined;
  const type = typed(context, look.type[context.lang], [where, subjectOf(context, gate, ask)]);
  return [{ authority: localise(context, look.authority), url: look.url, type }];
};

/** The gates whose official query stands at an address. */
const gatesAt = Map.groupBy(Object.entries(officialLookups), ([, { url }]) => url);

/** The query of another gate: a list of one treatment also speaks of the licence, and would lead whoever did not ask about it astray. */
const isOtherQuery = (gate: Gate, address: string): boolean =>
  gatesAt.get(address)?.some(([other]) => other !== gate) === true;

/** The national register of practice licences, to be asked with the name as it was typed. */
export const licenceRegister = (context: GateContext): LookUps[number] | undefined => {
  const look = officialLookups['practice-licence'];
  const { name, province } = context.question.institution;
  if (look === undefined) return undefined;
  const type = typed(context, look.type[context.lang], [province, name]);
  return { authority: localise(context, look.authority), url: look.url, type };
};

/** The lists to be looked in for one gate, each address once. */
const atAddresses = (gate: Gate, lookups: LookUps): LookUps =>
  lookups
    .filter(({ url }, at) => lookups.findIndex((one) => one.url === url) === at && !isOtherQuery(gate, url))
    .slice(0, LIMIT);

/** The same few lists are looked in for thousands of hospitals. */
const places = new WeakMap<LookUps, LookUps>();

const placesOf = (gate: Gate, lookups: LookUps): LookUps => {
  const known = places.get(lookups);
  if (known !== undefined) return known;
  const made = atAddresses(gate, lookups);
  places.set(lookups, made);
  return made;
};

/** Lists of the hospital's own place first: its licensing authority knows it best. */
const ownLists = (context: GateContext, { gate, ask }: Finding): LookUps => {
  if (isHidden(context, gate)) return [];
  const subject = [subjectOf(context, gate, ask)];
  return placesOf(gate, listsSearchedFor(context, [gate]).lookups).map(({ authority, url, type }) => ({
    authority,
    url,
    type: typed(context, type, subject),
  }));
};

const inEnglish = {
  en: 'Look for the English name of the hospital and its city',
  zh: '查找医院的英文名称和所在城市',
};
const inChinese = { en: 'Look for the Chinese legal name of the hospital', zh: '查找医院的中文全称' };

/** The name that a directory in English is asked with: its own, the one that was typed, or our translation. */
const englishNameOf = ({ dossier, question }: GateContext): string | null => {
  const { name } = question.institution;
  const typedName = name === undefined || hasHan(name) ? null : name;
  return dossier?.title.en ?? typedName ?? dossier?.title.translation ?? dossier?.title.zh ?? null;
};

/** There are fewer marks. */
const isInChina = remembered(1_000, (address) => new URL(address).hostname.endsWith('.cn'));

/** The issuer's own directory of a mark. Those in China are asked in Chinese. */
const directory = (context: GateContext, { ask }: Finding): LookUps => {
  const scheme = ask === null ? undefined : findScheme(ask);
  if (scheme?.directory == null) return [];
  const { title, place } = context.dossier ?? { title: null, place: null };
  const city = place?.city ?? place?.province;
  const englishCity = city === undefined ? null : placeTitle(city);
  const type = isInChina(scheme.directory)
    ? typed(context, inChinese[context.lang], [title?.zh])
    : typed(context, inEnglish[context.lang], [englishNameOf(context), englishCity]);
  return [{ authority: localise(context, scheme.issuer), url: scheme.directory, type }];
};

/**
 * The next step and what to check oneself ask for the same findings of one answer after another. (A map held weakly by each finding would cost more
 * than it saves: the collector goes through all its entries.)
 */
const lookUpsOf = onceInARow((_: GateContext) => new Map<Finding, LookUps>());

/**
 * Where a reader can look up what one finding is about, most direct first. Mainland registers know nothing of Hong Kong, and a
 * list of another place is never named.
 */
export const lookupsFor = (context: GateContext, found: Finding): LookUps => {
  const known = lookUpsOf(context);
  const before = known.get(found);
  if (before !== undefined) return before;
  const lookups = makeLookups(context, found);
  known.set(found, lookups);
  return lookups;
};

const makeLookups = (context: GateContext, found: Finding): LookUps => {
  const elsewhere = context.dossier !== null && context.dossier.place.region !== 'mainland';
  const mainland = elsewhere ? [] : [...official(context, found), ...ownLists(context, found)];
  return found.gate === 'accreditation' ? directory(context, found) : mainland;
};

/** Each address once. */
const checkYourselfOf = (all: LookUps): LookUps => {
  const seen = new Set<string>();
  return all.filter(({ url }) => !seen.has(url) && seen.add(url)).slice(0, LIMIT);
};

/** The same for all findings: what was asked first, then the licence; each address once. */
export const checkYourselfFor = (context: GateContext, findings: readonly Finding[]): LookUps => {
  const [licence, ...asked] = findings;
  if (asked.length === 0 && licence !== undefined) return checkYourselfOf(lookupsFor(context, licence));
  const all = [...asked, ...(licence === undefined ? [] : [licence])].flatMap((found) =>
    lookupsFor(context, found),
  );
  return checkYourselfOf(all);
};
