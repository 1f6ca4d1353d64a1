import type { Language } from '../../../schema/base.ts';
import type { Dossier } from '../../../schema/institution.ts';
import { narrowing, type ReconcileType, reconcileWords } from '../../../schema/lexicon/reconcile-words.ts';
import { parseQuestion } from '../../ask/parse-question.ts';
import { LicetError } from '../../errors.ts';
import { identify } from '../../identify/identify.ts';
import { placeTitle } from '../../places/english-title.ts';
import { scoreOffered } from '../../verdict/candidates.ts';
import type { ReconcileDeps } from './deps.ts';
import type { ReconcileQuery } from './sent.ts';

const USUAL = 5;
const MOST = 20;
/** Scores are shown as percentages. */
const PERCENT = 100;

type Candidate = Readonly<{
  id: string;
  name: string;
  description: string;
  score: number;
  match: boolean;
  type: readonly Readonly<{ id: string; name: string }>[];
  features: readonly Readonly<{ id: string; value: number }>[];
}>;

/** The value of a column as text: the first of several, the name of what was matched before. */
const textOf = (v: NonNullable<ReconcileQuery['properties']>[number]['v']): string => {
  const one = Array.isArray(v) ? v[0] : v;
  return typeof one === 'object' && one !== null ? (one.name ?? one.id) : String(one ?? '');
};

/** The question of a query: its name, narrowed by the columns that say something of a hospital; others are passed over. */
const questionOf = ({ query, properties = [] }: ReconcileQuery): Readonly<Record<string, string>> => {
  const asked: Record<string, string> = query === undefined || query.trim() === '' ? {} : { name: query };
  for (const { pid, v } of properties) {
    const text = textOf(v).trim();
    const field = narrowing.find((one) => one === pid);
    if (field !== undefined && text !== '') asked[field] = text;
  }
  return asked;
};

/** The name of a dossier as it is shown in a language: the English one on record, or the Chinese one with ours. */
const titleIn = ({ id, title }: Dossier, lang: Language): string =>
  (lang === 'en' ? (title.en ?? title.zh) : (title.zh ?? title.en)) ?? id;

export const placeIn = (place: string | undefined, lang: Language): string | null =>
  place === undefined ? null : lang === 'en' ? placeTitle(place) : place;

export const typeOf = ({ traits }: Dossier): ReconcileType => traits.body ?? 'hospital';

const describe = (dossier: Dossier, lang: Language): string => {
  const { place, title } = dossier;
  const other = lang === 'en' ? title.zh : title.en;
  const parts = [
    placeIn(place.city, lang),
    placeIn(place.province, lang),
    title.en === null && lang === 'en' ? title.translation : other,
  ];
  return [...new Set(parts.filter((part) => part !== null && part !== undefined))].join(' · ');
};

const wanted = ({ type }: ReconcileQuery): ReadonlySet<string> | null => {
  const types = type === undefined ? [] : [type].flat();
  return types.length === 0 || types.includes('institution') ? null : new Set(types);
};

const candidate = (dossier: Dossier, likely: number, match: boolean, lang: Language): Candidate => {
  const score = match ? likely : scoreOffered(likely);
  const type = typeOf(dossier);
  return {
    id: dossier.id,
    name: titleIn(dossier, lang),
    description: describe(dossier, lang),
    score: Math.round(score * PERCENT * 10) / 10,
    match,
    type: [{ id: type, name: reconcileWords.types[type][lang] }],
    features: [{ id: 'probability', value: score }],
  };
};

/**
 * Who a row of a table could mean, the likeliest first. `match` only where Licet settles: then it stands for the first candidate
 * alone. `score`: how likely it is that this one is meant, in per cent.
 */
export const reconcile = async (
  query: ReconcileQuery,
  { reader, clock }: Pick<ReconcileDeps, 'reader' | 'clock'>,
  lang: Language,
): Promise<Readonly<{ result: readonly Candidate[] }>> => {
  const asked = questionOf(query);
  if (asked.name === undefined && asked.uscc === undefined && asked.licenceNumber === undefined)
    return { result: [] };
  const parsed = parseQuestion(asked, { now: clock(), lang, via: 'body', pointer: '' });
  if (!('question' in parsed)) {
    if (parsed.code === 'LICET_PERSONAL_NUMBER') throw new LicetError(parsed.code, undefined, parsed.errors);
    // A cell that is no name (a line too long, signs alone) means nobody; its row must not cost the others theirs.
    return { result: [] };
  }
  const from = reader();
  const found = await identify(parsed.question.institution, from);
  const settled = found.id === null ? [] : [{ id: found.id, score: found.score }];
  const others = found.candidates.filter(({ id }) => id !== found.id);
  const types = wanted(query);
  const result: Candidate[] = [];
  for (const { id, score } of [...settled, ...others]) {
    const dossier = await from.dossier(id);
    if (dossier === undefined || types?.has(typeOf(dossier)) === false) continue;
    result.push(candidate(dossier, score, id === found.id, lang));
  }
  return { result: result.slice(0, Math.min(MOST, query.limit ?? USUAL)) };
};
