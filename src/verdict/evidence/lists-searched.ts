import type { Day, Language } from '../../../schema/base.ts';
import type { Gate } from '../../../schema/credential.ts';
import type { Reference } from '../../../schema/reference.ts';
import { authoritativeKinds } from '../../../schema/source.ts';
import type { Verdict } from '../../../schema/verdict.ts';
import { onceEach } from '../../text/remembered.ts';
import type { GateContext } from '../gate-context.ts';
import { type EditionAt, editionAt } from './edition-at.ts';
import { coversPlace, localListsAt, sameTestStatus, sourcesFor } from './sources-for.ts';

/** What an answer says of the lists about some gates: which they are, and where to look in them oneself. */
type ListsSearched = Readonly<{ searched: Verdict['searched']; lookups: Verdict['checkYourself'] }>;

/** The lists of some gates on one day; `speaking` are those whose silence is worth a word, `byPlace` what is said of them by the lists of one place that are about it. */
type OfDay = Readonly<{
  all: readonly EditionAt[];
  speaking: readonly EditionAt[];
  byPlace: Readonly<Record<Language, Map<string, ListsSearched>>>;
}>;

/** By day, and on it by gates; apart for made-up institutions. */
type Memo = Readonly<Record<'real' | 'test', Map<Day, Map<string, OfDay>>>>;

const MEMO_DAYS = 300;
const memoFor = onceEach((_: Reference): Memo => ({ real: new Map(), test: new Map() }));

/** An authority's list that is held and not history; a text of law names no hospital. */
const speaks = ({ edition, superseded, source }: EditionAt): boolean => {
  const { evidenceKind } = source.descriptor;
  return (
    edition !== null && !superseded && evidenceKind !== 'law' && authoritativeKinds.includes(evidenceKind)
  );
};

const gather = (context: GateContext, gates: readonly Gate[]): OfDay => {
  const ids = new Set(gates.flatMap((gate) => sourcesFor(context.reference, gate)));
  const all = [...ids].flatMap((id) => {
    const at = editionAt(context.reference, id, context.day);
    return at === undefined || !sameTestStatus(context, id) ? [] : [at];
  });
  return { all, speaking: all.filter(speaks), byPlace: { en: new Map(), zh: new Map() } };
};

const memoOf = ({ reference, day, dossier }: GateContext): Map<string, OfDay> => {
  const memo = memoFor(reference);
  const days = dossier?.test === true ? memo.test : memo.real;
  let found = days.get(day);
  if (found === undefined) {
    if (days.size >= MEMO_DAYS) days.clear();
    found = new Map();
    days.set(day, found);
  }
  return found;
};

const ofDay = (context: GateContext, gates: readonly Gate[]): OfDay => {
  const memo = memoOf(context);
  const key = gates.length === 1 ? (gates[0] ?? '') : gates.join(' ');
  let found = memo.get(key);
  if (found === undefined) {
    found = gather(context, gates);
    memo.set(key, found);
  }
  return found;
};

/** Authorities' lists about a gate that could name the institution, each in the edition of the day. */
export const listsSpeaking = (context: GateContext, gate: Gate): readonly EditionAt[] =>
  ofDay(context, [gate]).speaking.filter((at) => coversPlace(context, at));

const searchedIn = (
  { source, date, state }: EditionAt,
  lang: Language,
): ListsSearched['searched'][number] => {
  const { id, title, authority, completeness } = source.descriptor;
  return { source: id, title: title[lang], authority: authority[lang], asOf: date, state, completeness };
};

const aboutHospital: readonly string[] = ['practice-licence', 'grade'];

/**
 * True when the reader asked about what the list is of. A list of one treatment also speaks of the practice licence, but
 * it would lead whoever did not ask about that treatment astray.
 */
const wasAsked = (own: readonly string[], gates: readonly string[]): boolean =>
  own.every((gate) => aboutHospital.includes(gate)) ||
  own.some((gate) => gates.includes(gate) && !aboutHospital.includes(gate));

const lookupIn = (
  { source }: EditionAt,
  gates: readonly Gate[],
  lang: Language,
): ListsSearched['lookups'] => {
  const { checkYourself, authority, evidenceKind } = source.descriptor;
  const official = evidenceKind === 'primary-register' || evidenceKind === 'official-list';
  if (checkYourself === null || !official || !wasAsked(source.descriptor.gates, gates)) return [];
  return [{ authority: authority[lang], url: checkYourself.url, type: checkYourself.type[lang] }];
};

/** The place of nobody: the lists of every place may be about it. */
const NOWHERE = '*';

/**
 * The lists looked at for these gates. They depend on the day, the language and the place alone, so thousands of answers share
 * them: put together once a generation, they are not to be changed.
 */
export const listsSearchedFor = (context: GateContext, gates: readonly Gate[]): ListsSearched => {
  const { all, byPlace } = ofDay(context, gates);
  const key = context.dossier === null ? NOWHERE : localListsAt(context.reference, context.dossier.place);
  const known = byPlace[context.lang].get(key);
  if (known !== undefined) return known;
  const isHere = (at: EditionAt): boolean => context.dossier === null || coversPlace(context, at);
  const relevant = all.filter((at) => at.source.descriptor.coversOnly === undefined || isHere(at));
  const lists = {
    searched: relevant.map((at) => searchedIn(at, context.lang)),
    // Where nobody is settled the place is not known: no list of one place is named to look in.
    lookups: relevant
      .filter((at) => coversPlace(context, at))
      .flatMap((at) => lookupIn(at, gates, context.lang)),
  };
  byPlace[context.lang].set(key, lists);
  return lists;
};
