import type { Bilingual, Day, Language } from '../../schema/base.ts';
import type { Dossier } from '../../schema/institution.ts';
import type { InstitutionQuestion, Question } from '../../schema/question.ts';
import { reason } from '../../schema/reason.ts';
import type { Reference } from '../../schema/reference.ts';
import type { Verdict } from '../../schema/verdict.ts';
import { identify } from '../identify/identify.ts';
import { exactMatch } from '../identify/results.ts';
import { nameKeys } from '../name-keys/keys.ts';
import type { Practitioners } from '../registry/practitioners.ts';
import type { Reader } from '../store/registry-reader.ts';
import { shanghaiDay } from '../text/dates.ts';
import { type AnswerInput, answer } from '../verdict/answer.ts';
import { treatmentLine } from '../verdict/offer/treatment-line.ts';
import { isAbroad } from '../verdict/place-words.ts';
import { otherSpellings } from '../verdict/vocabulary/other-spellings.ts';
import { besideUnread, isCalled } from './beside-treatment.ts';

const instants = new WeakMap<Reference, Readonly<{ day: Day; instant: Date }>>();

const instantOf = (reference: Reference, day: Day, now: Date): Date => {
  let newest = Date.parse(`${day}T00:00:00+08:00`);
  for (const { editions } of reference.sources.values()) {
    const accepted = Date.parse(editions.at(-1)?.acceptedAt ?? '');
    if (accepted > newest && accepted <= now.getTime()) newest = accepted;
  }
  return new Date(newest);
};

/**
 * The instant an answer counts from: the start of the day in Asia/Shanghai, or the acceptance of the newest edition if
 * that came later. It depends on the generation and the day alone, so that the same question gets the same bytes all day.
 */
export const answerInstant = (reference: Reference, now: Date): Date => {
  const day = shanghaiDay(now);
  const known = instants.get(reference);
  if (known?.day === day) return known.instant;
  const instant = instantOf(reference, day, now);
  instants.set(reference, { day, instant });
  return instant;
};

const NONE: ReadonlyMap<string, Dossier> = new Map();

const dossiers = async (ids: readonly string[], reader: Reader): Promise<ReadonlyMap<string, Dossier>> => {
  const found = await Promise.all(ids.map((id) => reader.dossier(id)));
  return new Map(found.flatMap((dossier) => (dossier === undefined ? [] : [[dossier.id, dossier] as const])));
};

/**
 * Institutions that bear another spelling of this one's name: absence from a list may count as a no only after these were
 * looked for on it too (src/verdict/vocabulary/other-spellings.ts).
 */
const bearersOfOtherSpellings = async (dossier: Dossier, reader: Reader): Promise<readonly string[]> => {
  const keys = otherSpellings(dossier).map((spelling) => nameKeys(spelling).full);
  const hits = await Promise.all(keys.map((key) => reader.findNameKey(key)));
  return [...new Set(hits.flat().map(({ institution }) => institution))].filter((id) => id !== dossier.id);
};

/**
 * Who is meant, and all that is known of them: what every answer about one institution starts from. Other spellings are
 * looked up where a treatment is asked about, because only there can absence from a list mean no. `ranked`: src/identify/identify.ts.
 */
export const gatherFacts = async (
  who: InstitutionQuestion,
  reader: Reader,
  aboutService = true,
  ranked = true,
): Promise<Pick<AnswerInput, 'identification' | 'dossier' | 'candidates' | 'spellingsSearched'>> => {
  const identification = await identify(who, reader, ranked);
  const { id } = identification;
  const dossier = id === null ? null : ((await reader.dossier(id)) ?? null);
  const named = identification.candidates.map((candidate) => candidate.id);
  const spelled = dossier === null || !aboutService ? [] : await bearersOfOtherSpellings(dossier, reader);
  const others = [...new Set([...named, ...spelled])];
  const candidates = others.length === 0 ? NONE : await dossiers(others, reader);
  return { identification, dossier, candidates, spellingsSearched: aboutService };
};

/**
 * The verdict about an institution whose dossier is at hand, when nothing but the institution is asked: what a badge states. The
 * id settles who is meant, so nobody is looked for again.
 */
export const askAbout = (dossier: Dossier, lang: Language, reference: Reference, now: Date): Verdict => {
  const { id } = dossier;
  return answer({
    question: { institution: { id }, claims: [], lang },
    identification: exactMatch(id, [reason('id.equal', { id })]),
    dossier,
    candidates: new Map(),
    reference,
    now: answerInstant(reference, now),
  });
};

/** Where register rows of physicians are looked up; without it none is held. */
export type PractitionerLookup = Pick<Practitioners, 'find'>;

/** Register rows of the physician asked about, and what the institutions that they name are called. */
const rowsOf = async (
  { practitioner }: Question,
  institution: string | null,
  reader: Reader,
  people: PractitionerLookup | undefined,
): Promise<Pick<AnswerInput, 'practitioners' | 'siteNames'>> => {
  if (practitioner === undefined || people === undefined) return {};
  const practitioners = await people.find(practitioner, institution);
  const ids = practitioners.flatMap(({ sites }) => sites.flatMap((site) => site.institution ?? []));
  const siteNames = new Map<string, Bilingual>();
  for (const [id, { title }] of await dossiers([...new Set(ids)], reader)) {
    const name = title.zh ?? title.en ?? id;
    siteNames.set(id, { zh: name, en: title.en ?? name });
  }
  return { practitioners, siteNames };
};

type Facts = Awaited<ReturnType<typeof gatherFacts>>;

const bearsTheName = ({ identification }: Facts): boolean =>
  identification.id !== null && identification.why.some(({ code }) => /^name\.[a-z]+\.equal$/u.test(code));

const mayBeOneLine = ({ institution, service, practitioner }: Question): boolean =>
  institution.name !== undefined && service === undefined && practitioner === undefined;

/** The facts about a line that names a hospital beside a treatment that cannot be read as one; as they are for any other, and for a hospital that is called so. */
const offeredBeside = async (
  { institution: who }: Question,
  facts: Facts,
  reader: Reader,
): Promise<Facts> => {
  const { name } = who;
  const { id, match, why } = facts.identification;
  if (name === undefined || match === 'ambiguous' || match === 'exact' || why.some(isAbroad)) return facts;
  if (facts.dossier !== null && isCalled(facts.dossier, name)) return facts;
  const meant = (alone: string) => identify({ ...who, name: alone }, reader, false);
  const identification = await besideUnread(name, meant, id !== null);
  if (identification === null) return facts;
  const named = identification.candidates.map((candidate) => candidate.id);
  return { ...facts, identification, dossier: null, candidates: await dossiers(named, reader) };
};

/**
 * A question whose name is a hospital and a treatment in one line (中信湘雅代孕, “Ruijin Hospital proton”) asks about that treatment there: in every form
 * of the question, since all of them come here. A name that somebody bears as it stands is theirs, whatever treatment it says.
 */
const askedInOneLine = async (
  question: Question,
  facts: Facts,
  reader: Reader,
  ranked: boolean,
): Promise<Readonly<{ question: Question; facts: Facts }>> => {
  const { institution: who } = question;
  const asIs = { question, facts };
  if (who.name === undefined || !mayBeOneLine(question)) return asIs;
  const line = bearsTheName(facts) || facts.identification.match === 'exact' ? null : treatmentLine(who.name);
  if (line === null) return { question, facts: await offeredBeside(question, facts, reader) };
  const about = { ...question, institution: { ...who, name: line.name }, service: line.service };
  const without = await gatherFacts(about.institution, reader, true, ranked);
  const { match, id } = without.identification;
  if (id !== null || (match === 'ambiguous' && facts.identification.id === null))
    return { question: about, facts: without };
  return facts.identification.id === null
    ? asIs
    : { question: { ...question, service: line.service }, facts };
};

/**
 * One question in, one verdict out: identify, read the dossiers, answer. `now` is the present instant; only its day in
 * Asia/Shanghai and the registry generation move the answer. Throws only on a fault of ours. `ranked`: whether `identity.score` is to tell how likely
 * the institution is among all others; nothing else of the answer depends on it.
 */
export const ask = async (
  question: Question,
  reader: Reader,
  now: Date,
  people?: PractitionerLookup,
  ranked = true,
): Promise<Verdict> => {
  const told = await gatherFacts(question.institution, reader, question.service !== undefined, ranked);
  const { question: asked, facts } = mayBeOneLine(question)
    ? await askedInOneLine(question, told, reader, ranked)
    : { question, facts: told };
  const rows =
    asked.practitioner === undefined ? {} : await rowsOf(asked, facts.identification.id, reader, people);
  return answer({
    question: asked,
    ...facts,
    ...rows,
    reference: reader.reference,
    now: answerInstant(reader.reference, now),
  });
};
