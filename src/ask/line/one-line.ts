import type { Question } from '../../../schema/question.ts';
import { reason } from '../../../schema/reason.ts';
import { withoutAsking } from '../../identify/beside/taken-apart.ts';
import { identify } from '../../identify/identify.ts';
import { noMatch } from '../../identify/results.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { trimSigns } from '../../text/trim-signs.ts';
import { claimCode, treatmentCode } from '../../verdict/offer/code-of-words.ts';
import { markLine } from '../../verdict/offer/mark-line.ts';
import { bare, type TreatmentAt } from '../../verdict/offer/treatment-at.ts';
import { treatmentLine } from '../../verdict/offer/treatment-line.ts';
import { isAbroad, isNoHospital } from '../../verdict/place-words.ts';
import { findService } from '../../verdict/vocabulary/services.ts';
import { namesHouse } from '../../verdict/vocabulary/treatments.ts';
import { dossiers, type Facts, gatherFacts } from '../facts.ts';
import { bearsTheName, isCalled, SET_ASIDE } from './bears-name.ts';
import { BARE_HOUSE, besideUnread, withParts } from './beside-treatment.ts';
import { type Asked, offersOne, sentenceReading } from './sentence-reading.ts';

/** Whether a question may hold a treatment or a mark in its name: nothing is asked but who is meant. */
export const mayBeOneLine = ({ institution, service, practitioner }: Question): boolean =>
  institution.name !== undefined && service === undefined && practitioner === undefined;

/** The facts about a line that names a hospital beside a treatment that cannot be read as one; as they are for any other, and for a hospital that is called so. */
const offeredBeside = async (
  { institution: who, lang }: Question,
  facts: Facts,
  reader: Reader,
): Promise<Facts> => {
  const { name } = who;
  const { id, match, why } = facts.identification;
  if (name === undefined || match === 'ambiguous' || match === 'exact') return facts;
  if (why.some((one) => isAbroad(one) || isNoHospital(one))) return facts;
  if (facts.dossier !== null && isCalled(facts.dossier, name)) return facts;
  const meant = (alone: string) => identify({ ...who, name: alone }, reader, false);
  const identification = await besideUnread(withoutAsking(name), meant, { settled: id !== null, lang });
  if (identification === null) return facts;
  const named = identification.candidates.map((candidate) => candidate.id);
  return { ...facts, identification, dossier: null, candidates: await dossiers(named, reader) };
};

/** The mark that a title set aside before a name is (三甲医院华西医院), and the name without it; null for none. */
const markBefore = (name: string, { identification: { why } }: Facts) => {
  const title = String(why.find(({ code }) => code === 'name.title-aside')?.params.words ?? '');
  const claim = title === '' ? undefined : claimCode(title);
  return claim === undefined ? null : { claim, name: name.replace(title, ' ') };
};

/** The question without a mark that its line asks about beside a hospital (华山医院 三甲); null for a line without one. */
const withMark = (question: Question, name: string, facts: Facts): Question | null => {
  const line = facts.identification.id === null ? markLine(name) : markBefore(name, facts);
  if (line === null || question.claims.includes(line.claim)) return null;
  const institution = { ...question.institution, name: line.name };
  return { ...question, institution, claims: [...question.claims, line.claim] };
};

/** The words that were set aside beside a name that is settled on, as a department too; none for any other. */
const setAside = ({ identification: { id, why } }: Facts): readonly string[] =>
  id === null
    ? []
    : why.flatMap(({ code, params: { words } }) =>
        SET_ASIDE.test(code) && typeof words === 'string' ? words.split(ASIDE).map(bare) : [],
      );

/**
 * A treatment among words that were set aside beside a name, as the person is who does it or as what stands before another one (华西医院 肝移植 王医生, 华西医院肝移植和CAR-T), and
 * the line without it; null where none is.
 */
const treatmentAside = (name: string, facts: Facts): TreatmentAt | null => {
  for (const words of setAside(facts).flatMap(withParts)) {
    const service = words.length > 1 ? treatmentCode(words) : undefined;
    if (service !== undefined) return { service, name: trimSigns(name.replace(words, ' '), BETWEEN) };
  }
  return null;
};
const ASIDE = /[\s,，、;；/+&和及与或]+/u;
/** What stands between a name and a treatment, or between two treatments. */
const BETWEEN: ReadonlySet<string> = new Set(',，、;；/+&和及与或');

/** The treatment that a line asks for beside a name that nobody bears as it stands, and the line without it; null where none is. */
const treatmentBeside = (name: string, facts: Facts): TreatmentAt | null =>
  bearsTheName(facts) || facts.identification.match === 'exact'
    ? null
    : (treatmentLine(name) ?? treatmentAside(name, facts));

/** The question without a treatment that its line asks for (“Ruijin Hospital proton”); null for a line without one, and where one is asked already. */
const withTreatment = (question: Question, name: string, facts: Facts): Question | null => {
  const line = question.service === undefined ? treatmentBeside(name, facts) : null;
  if (line === null) return null;
  return { ...question, institution: { ...question.institution, name: line.name }, service: line.service };
};

/** How a treatment is asked for all the same, though it cannot be checked there. */
const UNSETTLED: ReadonlySet<string> = new Set(['ambiguous', 'branch-not-on-record']);

/** Most treatments and marks that are taken from one line. */
const MOST_ASKED = 3;

/** The reading of a line that takes all from it that is asked there, and whom the rest settles on; null where it settles on nobody. */
const settledReading = async (
  question: Question,
  facts: Facts,
  reader: Reader,
  remembered: boolean,
  left = MOST_ASKED,
): Promise<Asked | null> => {
  const { name } = question.institution;
  if (name === undefined || left === 0) return null;
  for (const about of [withTreatment(question, name, facts), withMark(question, name, facts)]) {
    if (about === null) continue;
    const alone = await gatherFacts(about.institution, reader, about.service !== undefined, remembered);
    const further = await settledReading(about, alone, reader, remembered, left - 1);
    if (further !== null) return further;
    if (alone.identification.id !== null) return { question: about, facts: alone };
  }
  return null;
};

/**
 * A question whose name is a hospital with a treatment, marks or both in one line (中信湘雅代孕, “Ruijin Hospital proton”, 瑞金医院 质子治疗 JCI) asks about these
 * there: in every form of the question, since all of them come here. A name that somebody bears as it stands is theirs, whatever treatment it says.
 */
const lineRead = async (
  question: Question,
  facts: Facts,
  reader: Reader,
  remembered: boolean,
): Promise<Asked> => {
  const { name } = question.institution;
  if (name === undefined || !mayBeOneLine(question)) return { question, facts };
  const settled = await settledReading(question, facts, reader, remembered);
  if (settled !== null) return settled;
  const about = withTreatment(question, name, facts);
  if (about === null) return { question, facts: await offeredBeside(question, facts, reader) };
  if (facts.identification.id !== null) return { question: { ...question, service: about.service }, facts };
  const without = await gatherFacts(about.institution, reader, true, remembered);
  if (UNSETTLED.has(without.identification.match)) return { question: about, facts: without };
  const second = withTreatment({ ...about, service: undefined }, about.institution.name ?? '', without);
  // “CAR-T at Qilu Hospital in Qingdao”: whoever is offered for the name alone is nearer than whom the whole line is like.
  const isOffered = offersOne(without) && !BARE_HOUSE.test(about.institution.name ?? '');
  if (second === null) return isOffered ? { question: about, facts: without } : { question, facts };
  const alone = await gatherFacts(second.institution, reader, true, remembered);
  return { question, facts: withAnother(about.institution.name ?? '', second, alone) ?? facts };
};

/** Nobody settled on, and the hospital offered, for a name beside which another treatment stands than the one asked; null for a word of the hospital's own names. */
const withAnother = (line: string, { institution, service, lang }: Question, alone: Facts): Facts | null => {
  const { identification, dossier } = alone;
  if (dossier === null) return null;
  const left = bare(trimSigns(line.replace(institution.name ?? '', ' '), BETWEEN));
  // Where the treatment stands in the middle of the line, the words around it are no name and no treatment.
  const isApart = !namesHouse(left);
  const name = isApart ? bare(institution.name ?? '') : (dossier.title[lang] ?? dossier.title.zh ?? '');
  const words = isApart ? left : (findService(service ?? '')?.name[lang] ?? left);
  if (dossier.names.some(({ value }) => value.toLowerCase().includes(words.toLowerCase()))) return null;
  const { id } = dossier;
  const why = [reason('name.beside-another', { name, words })];
  return {
    ...alone,
    identification: noMatch(why, [{ id, score: identification.score, why: [] }]),
    dossier: null,
    candidates: new Map([[id, dossier]]),
  };
};

/** Nobody is settled on for a name in which a treatment stands that is not the one asked about, so that none is passed over; the facts as they are for any other. */
export const withoutAnother = (question: Question, facts: Facts): Facts => {
  const { name } = question.institution;
  const { dossier, identification } = facts;
  // A number settles who is meant, whatever stands in the line.
  if (name === undefined || dossier === null || identification.match === 'exact') return facts;
  if (isCalled(dossier, name)) return facts;
  const other = withTreatment({ ...question, service: undefined }, name, facts);
  return other === null || other.service === question.service
    ? facts
    : (withAnother(name, other, facts) ?? facts);
};

/** What a line asks that names a hospital with more beside it, and where nobody is settled on, what it asks as a sentence in which one is named. */
export const askedInOneLine = async (
  question: Question,
  facts: Facts,
  reader: Reader,
  remembered: boolean,
): Promise<Asked> => {
  const read = await lineRead(question, facts, reader, remembered);
  if (read.facts.identification.id !== null || !mayBeOneLine(question)) return read;
  const askLine = async (about: Question): Promise<Asked> =>
    lineRead(about, await gatherFacts(about.institution, reader, true, remembered), reader, remembered);
  return (await sentenceReading(question, read.facts, reader, askLine, remembered)) ?? read;
};
