import type { InstitutionQuestion } from '../../schema/question.ts';
import { reason } from '../../schema/reason.ts';
import type { Identification, Reason } from '../../schema/verdict.ts';
import { nameKeys } from '../name-keys/keys.ts';
import type { Reader } from '../store/registry-reader.ts';
import { placesAsked, statedPlace } from './asked-place.ts';
import { againstClauses } from './beside/against-clause.ts';
import { doubtIfOtherNumber, numbersBesideId, titleOf } from './beside/number-doubts.ts';
import { inPlaceBehind, placeBehind } from './beside/place-behind.ts';
import { takenApart, withTitleAside } from './beside/taken-apart.ts';
import { findByName } from './by-name.ts';
import { findNumbers, looksLikeNumber, type NumberFound, numberReasons } from './by-number.ts';
import { assessContextEvidence } from './context-evidence.ts';
import { byNameAndPlaces, unlessClause, unlessPlaces } from './in-places.ts';
import { withJudgements } from './judged.ts';
import { rememberingNames } from './known-answers.ts';
import { asPrinted } from './model/own-name.ts';
import { conflictingHolders, exactMatch, noMatch } from './results.ts';

/** The institution that bears the name with the campus behind it, where all else that was told fits it; null for none. */
const byCampus = async (
  { campus, ...question }: InstitutionQuestion,
  name: string,
  reader: Reader,
): Promise<Identification | null> => {
  const branch = await findByName(`${name}${campus ?? ''}`, statedPlace(question), reader);
  if (campus === undefined || branch.match !== 'strong') return null;
  const placed = await unlessPlaces(branch, placesAsked(question), reader);
  const found = await assessContextEvidence(question, placed, reader);
  return found.id === null ? null : found;
};

const byId = async (id: string, reader: Reader): Promise<Identification> => {
  if ((await reader.dossier(id)) !== undefined) return exactMatch(id, [reason('id.equal', { id })]);
  const now = await reader.redirect(id);
  if (now !== undefined && (await reader.dossier(now)) !== undefined)
    return exactMatch(now, [reason('id.redirected', { id })]);
  return noMatch([reason('id.not-found', { id })]);
};

/** A name typed beside a number: with a campus, the branch's own name is tried first. */
const byName = async (
  question: InstitutionQuestion,
  name: string,
  reader: Reader,
): Promise<Identification> => {
  const branch = question.campus === undefined ? null : await byCampus(question, name, reader);
  if (branch !== null) return branch;
  const found = await byNameAndPlaces(name, placesAsked(question), reader);
  return assessContextEvidence(question, found, reader);
};

/** Whether the name asked is a name of this institution: a whole name, a short form, or one that the other contains. */
const namesIt = async (name: string, id: string, reader: Reader): Promise<boolean> => {
  const dossier = await reader.dossier(id);
  // "Ruijin Hospital, Sydney" holds the name as well.
  if (dossier === undefined || againstClauses(name, dossier, []) !== null) return false;
  const asked = nameKeys(name);
  const keys = dossier.names.map((one) => nameKeys(one.value));
  return keys.some(
    (key) =>
      key.full === asked.full ||
      (asked.full === key.short && asked.short !== null) ||
      (asked.short !== null && asked.short === key.short && asked.full.startsWith(key.full)),
  );
};

const withName = async (
  question: InstitutionQuestion,
  id: string,
  value: string,
  reader: Reader,
  why: readonly Reason[],
): Promise<Identification> => {
  const { name } = question;
  if (name === undefined || looksLikeNumber(name))
    return assessContextEvidence(question, exactMatch(id, why), reader);
  if (await namesIt(name, id, reader))
    return assessContextEvidence(question, exactMatch(id, [...why, reason('name.agrees')]), reader);
  const registered = await titleOf(id, reader);
  const found = await findByName(name, statedPlace(question), reader);
  const named = found.id === null || found.id === id ? [] : [{ id: found.id, why: reason('number.named') }];
  return conflictingHolders(
    [...why, reason('number.name-contradicts', { registered, asked: name })],
    [{ id, why: reason('number.holder', { value }) }, ...named],
  );
};

const OTHERS: ReadonlySet<string> = new Set(['lookalike', 'branch-not-on-record']);

/** Whether a name may be that of this institution: it is found by it, or like it, and is not said to be of something else. */
const mayBe = (id: string, { id: found, match, why, candidates }: Identification): boolean =>
  found === id ||
  (candidates.some((one) => one.id === id) &&
    !OTHERS.has(match) &&
    !why.some(({ code }) => code === 'name.clause-unread' || code === 'name.words-unread'));

/** A registry id beside a name: the id settles who is meant, unless the name is that of somebody else, or of nobody like it. */
const withIdAndName = async (
  question: InstitutionQuestion,
  found: Identification,
  reader: Reader,
): Promise<Identification> => {
  const { id } = found;
  const { name } = question;
  if (id === null) return found;
  if (name !== undefined && !(await namesIt(name, id, reader))) {
    const named = await unlessClause(name, await findByName(name, statedPlace(question), reader), reader);
    if (!mayBe(id, named)) {
      const registered = await titleOf(id, reader);
      const holder = { id, why: reason('id.equal', { id }) };
      const other = named.id === null ? [] : [{ id: named.id, why: reason('number.named') }];
      const differs = reason('id.name-contradicts', { registered, asked: name });
      return conflictingHolders([...found.why, differs], [holder, ...other]);
    }
  }
  return assessContextEvidence(question, found, reader);
};

const byNumbers = async (
  question: InstitutionQuestion,
  numbers: readonly NumberFound[],
  reader: Reader,
): Promise<Identification | null> => {
  const known = numbers.filter((found) => found.institutions.length > 0);
  const others = numbers.filter((found) => found.institutions.length === 0);
  const why = known.flatMap(numberReasons);
  const holders = [...new Set(known.flatMap((found) => found.institutions))];
  const [id] = holders;
  if (id === undefined) return null;
  if (holders.length === 1) {
    const found = await withName(question, id, known[0]?.value ?? '', reader, why);
    return doubtIfOtherNumber(found, others, reader);
  }
  const shared = known.find((found) => found.institutions.length > 1);
  const said = shared
    ? reason('number.shared', { value: shared.value, count: shared.institutions.length })
    : reason('number.conflict');
  const all = known.flatMap((found) =>
    found.institutions.map((one) => ({ id: one, why: reason('number.holder', { value: found.value }) })),
  );
  return conflictingHolders([...numbers.flatMap(numberReasons), said], all.slice(0, 10));
};

const find = async (question: InstitutionQuestion, reader: Reader): Promise<Identification> => {
  const numbers = await findNumbers(question, reader);
  if (question.id !== undefined) {
    const found = await withIdAndName(question, await byId(question.id, reader), reader);
    return numbersBesideId(found, numbers, reader);
  }
  const numbered = await byNumbers(question, numbers, reader);
  if (numbered) return numbered;
  const { name } = question;
  if (name === undefined || looksLikeNumber(name)) {
    return noMatch(numbers.length > 0 ? numbers.flatMap(numberReasons) : [reason('question.nothing-asked')]);
  }
  const asTyped = await byName(question, name, reader);
  const behind = placeBehind(question);
  const found =
    behind?.name === undefined
      ? asTyped
      : inPlaceBehind(name, asTyped, await byName(behind, behind.name, reader));
  return numbers.length > 0 ? doubtIfOtherNumber(found, numbers, reader) : found;
};

/**
 * Who is meant (verdict.md §2, §4). `exact`: an official number or id agrees; `strong`: the name is exactly one institution's;
 * `ambiguous` and `lookalike`: candidates and how they differ; `none`: nobody in our lists. Point reads only; never throws on
 * any text; every step leaves a reason. `remembered`: src/identify/known-answers.ts.
 */
export const identify = rememberingNames(async (asked, reader) => {
  const printed = await asPrinted(asked, reader);
  if (printed !== null) return withJudgements(printed, reader);
  const { question, title } = takenApart(asked);
  const found = await withTitleAside(await find(question, reader), title, reader);
  return withJudgements(found, reader);
});
