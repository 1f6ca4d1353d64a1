import type { Question } from '../../schema/question.ts';
import { reason } from '../../schema/reason.ts';
import { identify } from '../identify/identify.ts';
import type { Reader } from '../store/registry-reader.ts';
import { claimCode, treatmentCode } from '../verdict/offer/code-of-words.ts';
import { forbiddenIn } from '../verdict/offer/forbidden.ts';
import { markLine } from '../verdict/offer/mark-line.ts';
import type { TreatmentAt } from '../verdict/offer/treatment-at.ts';
import { treatmentLine } from '../verdict/offer/treatment-line.ts';
import { isAbroad } from '../verdict/place-words.ts';
import { besideUnread, isCalled } from './beside-treatment.ts';
import { dossiers, type Facts, gatherFacts } from './facts.ts';

/** Words beside the name were set aside: it is not the whole line that somebody bears. */
const SET_ASIDE = /^name\.(?:department|words)-aside$/u;

const bearsTheName = ({ identification: { id, why } }: Facts): boolean =>
  id !== null &&
  why.some(({ code }) => /^name\.[a-z]+\.equal$/u.test(code)) &&
  !why.some(({ code }) => SET_ASIDE.test(code));

/**
 * The facts about a line that asks for what nobody may offer (代孕医院, “organ purchase Tianjin”), with that said; as they are for any other line, and
 * for a hospital that bears the name as it was typed.
 */
export const withForbiddenAsked = ({ institution, service, lang }: Question, facts: Facts): Facts => {
  const { name } = institution;
  const { identification } = facts;
  if (name === undefined || service !== undefined || bearsTheName(facts) || identification.match === 'exact')
    return facts;
  const found = forbiddenIn(name);
  if (found === null) return facts;
  const services = found.names.map((one) => one[lang]).join(lang === 'zh' ? '”“' : '”, “');
  const told =
    found.sign === null
      ? reason('name.forbidden-asked', { services })
      : reason('name.warned-asked', { why: found.sign.why[lang] });
  return { ...facts, identification: { ...identification, why: [...identification.why, told] } };
};

/** Whether a question may hold a treatment or a mark in its name: nothing is asked but who is meant. */
export const mayBeOneLine = ({ institution, service, practitioner }: Question): boolean =>
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

type Asked = Readonly<{ question: Question; facts: Facts }>;

/** The mark that a title set aside before a name is (三甲医院华西医院), and the name without it; null for none. */
const markBefore = (name: string, { identification: { why } }: Facts) => {
  const title = String(why.find(({ code }) => code === 'name.title-aside')?.params.words ?? '');
  const claim = title === '' ? undefined : claimCode(title);
  return claim === undefined ? null : { claim, name: name.replace(title, ' ') };
};

/** A question whose name is a hospital and a mark in one line (华山医院 三甲), where that hospital is settled on; null for any other. */
const markedInOneLine = async (
  question: Question,
  before: Facts,
  reader: Reader,
  ranked: boolean,
): Promise<Asked | null> => {
  const { institution: who, claims } = question;
  if (who.name === undefined || claims.length > 0) return null;
  const line = before.identification.id === null ? markLine(who.name) : markBefore(who.name, before);
  if (line === null) return null;
  const about = { ...question, institution: { ...who, name: line.name }, claims: [line.claim] };
  const facts = await gatherFacts(about.institution, reader, false, ranked);
  return facts.identification.id === null ? null : { question: about, facts };
};

/** A name that is settled on, with the words beside it that were set aside; null for any other. */
const setAside = ({ identification: { id, why } }: Facts): string | null => {
  const words = why.find(({ code }) => code === 'name.words-aside')?.params.words;
  return id === null || typeof words !== 'string' ? null : words;
};

/** A treatment among words that were set aside beside a name, as the person is who does it (华西医院 肝移植 王医生), and the line without it; null where none is. */
const treatmentAside = (name: string, facts: Facts): TreatmentAt | null => {
  for (const words of setAside(facts)?.split(ASIDE) ?? []) {
    const service = words.length > 1 ? treatmentCode(words) : undefined;
    if (service !== undefined) return { service, name: name.replace(words, ' ') };
  }
  return null;
};
const ASIDE = /[\s,，、;；]+/u;

/**
 * A question whose name is a hospital and a treatment in one line (中信湘雅代孕, “Ruijin Hospital proton”) asks about that treatment there: in every form
 * of the question, since all of them come here. A name that somebody bears as it stands is theirs, whatever treatment it says.
 */
export const askedInOneLine = async (
  question: Question,
  facts: Facts,
  reader: Reader,
  ranked: boolean,
): Promise<Asked> => {
  const { institution: who } = question;
  const asIs = { question, facts };
  if (who.name === undefined || !mayBeOneLine(question)) return asIs;
  const line =
    bearsTheName(facts) || facts.identification.match === 'exact'
      ? null
      : (treatmentLine(who.name) ?? treatmentAside(who.name, facts));
  if (line === null) {
    const marked = await markedInOneLine(question, facts, reader, ranked);
    return marked ?? { question, facts: await offeredBeside(question, facts, reader) };
  }
  const about = { ...question, institution: { ...who, name: line.name }, service: line.service };
  const without = await gatherFacts(about.institution, reader, true, ranked);
  const { match, id } = without.identification;
  if (id !== null || (match === 'ambiguous' && facts.identification.id === null))
    return { question: about, facts: without };
  return facts.identification.id === null
    ? asIs
    : { question: { ...question, service: line.service }, facts };
};
