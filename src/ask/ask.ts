import type { Bilingual, Day, Language } from '../../schema/base.ts';
import type { Dossier } from '../../schema/institution.ts';
import type { Question } from '../../schema/question.ts';
import { reason } from '../../schema/reason.ts';
import type { Reference } from '../../schema/reference.ts';
import type { Identification, Verdict } from '../../schema/verdict.ts';
import { isAnsweredAhead } from '../identify/kept-index/answered-ahead.ts';
import { exactMatch } from '../identify/results.ts';
import type { Practitioners } from '../registry/practitioners.ts';
import type { Reader } from '../store/registry-reader.ts';
import { shanghaiDay } from '../text/dates.ts';
import { type AnswerInput, answer } from '../verdict/answer.ts';
import { dossiers, type Facts, gatherFacts } from './facts.ts';
import { detailsApart, withDetails } from './line/details-apart.ts';
import { withForbiddenAsked } from './line/forbidden-asked.ts';
import { withNamed } from './line/named-in-line.ts';
import { withNoHospital } from './line/no-hospital.ts';
import { askedInOneLine, mayBeOneLine, withoutAnother } from './line/one-line.ts';
import type { Asked } from './line/sentence-reading.ts';
import { withToldBesides } from './line/told-besides.ts';
import { withTreatmentTold } from './line/treatment-told.ts';

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

/** What is asked and known once the line of a name was read for what it asks besides, for what nobody may offer, and for a hospital that it does not name. */
export const lineFacts = async (
  question: Question,
  told: Facts,
  reader: Reader,
  remembered: boolean,
): Promise<Asked> => {
  const { question: asked, facts: read } = mayBeOneLine(question)
    ? await askedInOneLine(question, told, reader, remembered)
    : { question, facts: told };
  const { name } = question.institution;
  const alone = { question: asked, facts: withoutAnother(asked, read) };
  const found = await withNamed(question, alone, reader, remembered);
  const named = withNoHospital(name, question.lang, found);
  const warned = withForbiddenAsked(question, asked, withToldBesides(name, question.lang, named));
  const facts = question.service === undefined ? withTreatmentTold(name, asked, warned) : warned;
  return { question: asked, facts };
};

/** Whether a line is a number on record and nothing else. */
const isNumberAlone = (name: string | undefined, { why: [first] }: Identification): boolean =>
  first?.code === 'number.equal' && first.params.value === name;

/** Whether it is known that a line says no more than whom it names, which is so of names that were answered ahead too (answer-names.ts). */
const saysNoMore = async (question: Question, { identification }: Facts, reader: Reader): Promise<boolean> =>
  isNumberAlone(question.institution.name, identification) || isAnsweredAhead(question.institution, reader);

/**
 * One question in, one verdict out: identify, read the dossiers, answer. `now` is the present instant; only its day in
 * Asia/Shanghai and the registry generation move the answer. Throws only on a fault of ours. `remembered`: whether who was found to be meant is kept for
 * the next question of the same name; nothing of the answer depends on it.
 */
export const ask = async (
  question: Question,
  reader: Reader,
  now: Date,
  people?: PractitionerLookup,
  remembered = true,
): Promise<Verdict> => {
  const { question: about, told } = detailsApart(question);
  const found = await gatherFacts(about.institution, reader, about.service !== undefined, remembered);
  const isRead = mayBeOneLine(about) && (await saysNoMore(about, found, reader));
  const read = isRead ? { question: about, facts: found } : await lineFacts(about, found, reader, remembered);
  const asked = read.question;
  const facts = withDetails(read.facts, told);
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
