import type { Dossier } from '../../../schema/institution.ts';
import {
  answering,
  type ReconcileProperty,
  reconcileProperties,
  reconcileWords,
} from '../../../schema/lexicon/reconcile-words.ts';
import type { Question } from '../../../schema/question.ts';
import type { Verdict } from '../../../schema/verdict.ts';
import { parseQuestion } from '../../ask/parse-question.ts';
import { readerFor } from '../../ask/test-institutions.ts';
import { LicetError } from '../../errors.ts';
import { suggestByEditDistance } from '../../text/edit-distance.ts';
import { answerPage } from '../mcp/short/links.ts';
import type { ReconcileDeps, Way } from './deps.ts';
import { placeIn, typeOf } from './queries.ts';
import type { Extension } from './sent.ts';

type Column = Readonly<{ id: ReconcileProperty; at: string; settings: Readonly<Record<string, string>> }>;
type Cell = Readonly<{ str: string } | { id: string; name: string } | { date: string }>;

const texts = (values: readonly (string | null | undefined)[]): readonly Cell[] =>
  [...new Set(values)]
    .filter((one) => one !== null && one !== undefined && one !== '')
    .map((str) => ({ str: str as string }));

const numberOf = ({ identifiers }: Dossier, scheme: string): readonly Cell[] =>
  texts(identifiers.filter((one) => one.scheme === scheme).map(({ value }) => value));

/** What stands on record, by column. */
const recorded = (dossier: Dossier, id: ReconcileProperty, { lang }: Way): readonly Cell[] => {
  const { title, names, place, addresses, traits } = dossier;
  const type = typeOf(dossier);
  const cells: Readonly<Partial<Record<ReconcileProperty, () => readonly Cell[]>>> = {
    nameZh: () => texts([title.zh]),
    nameEn: () => texts([title.en]),
    names: () => texts(names.filter(({ uncited }) => uncited !== true).map(({ value }) => value)),
    type: () => [{ id: type, name: reconcileWords.types[type][lang] }],
    province: () => texts([placeIn(place.province, lang)]),
    city: () => texts([placeIn(place.city, lang)]),
    address: () => texts(addresses.map(({ address }) => address)),
    website: () => texts([traits.website]),
    licenceNumber: () => numberOf(dossier, 'licence-number'),
    uscc: () => numberOf(dossier, 'uscc'),
  };
  return cells[id]?.() ?? [];
};

const midnight = (day: string): Cell => ({ date: `${day}T00:00:00+08:00` });

/** What is answered today, by column. */
const answered = (
  verdict: Verdict,
  question: Question,
  id: ReconcileProperty,
  { base }: Way,
): readonly Cell[] => {
  const { outcome, summary, licence, asOf, nextDue } = verdict;
  const cells: Readonly<Partial<Record<ReconcileProperty, readonly Cell[]>>> = {
    outcome: texts([outcome]),
    sentence: texts([summary]),
    licence: texts([licence.sentence]),
    asOf: [midnight(asOf)],
    nextDue: nextDue === null ? [] : [midnight(nextDue)],
    page: texts([answerPage(base, question)]),
  };
  return cells[id] ?? [];
};

const columnOf = ({ id, settings = {} }: Extension['properties'][number], at: number): Column => {
  const known = reconcileProperties.find((one) => one === id);
  if (known === undefined)
    throw new LicetError('LICET_BAD_QUESTION', 'A property of extend is not one of this service.', [
      {
        field: `/extend/properties/${at}/id`,
        problem: 'is not a property of this service',
        expected: `one of ${reconcileProperties.join(', ')}`,
        nearest: suggestByEditDistance(id, reconcileProperties),
      },
    ]);
  const filled = Object.entries(settings).filter(([, value]) => value?.trim());
  return {
    id: known,
    at: `/extend/properties/${at}/settings`,
    settings: Object.fromEntries(filled) as Record<string, string>,
  };
};

/** Rows hold one cell a property (§7): of two columns of one property, asked with other settings, the last would fill both. */
const refuseTwice = (columns: readonly Column[]): void => {
  const ids = columns.map(({ id }) => id);
  const at = ids.findIndex((id, place) => ids.indexOf(id) !== place);
  if (at < 0) return;
  throw new LicetError('LICET_BAD_QUESTION', 'A property of extend is asked for twice.', [
    {
      field: `/extend/properties/${at}/id`,
      problem: 'is asked for a second time; an answer has one column of each property',
      expected: 'each property once, and a second request for other settings',
    },
  ]);
};

/** Fetches columns for hospitals that were matched (§7): what is on record, and what is answered today. */
export const extend = async (sent: Extension, deps: ReconcileDeps, way: Way) => {
  const { reader, answers, clock, config } = deps;
  const from = reader();
  const now = clock();
  const epoch = answers.epoch();
  const question = (id: string, { at, settings }: Column): Question => {
    const parsed = parseQuestion({ id, ...settings }, { now, lang: way.lang, via: 'body', pointer: at });
    if ('question' in parsed) return parsed.question;
    throw new LicetError('LICET_BAD_QUESTION', 'A setting of extend cannot be read.', parsed.errors);
  };
  const columns = sent.properties.map(columnOf);
  refuseTwice(columns);
  // A setting that cannot be read is refused, whoever the hospitals are.
  for (const column of columns) question('nobody', column);
  const verdicts = new Map<string, Promise<Verdict>>();
  const verdictOf = (asked: Question): Promise<Verdict> => {
    const key = answers.questionKey(asked);
    const verdict = verdicts.get(key) ?? answers.verdict(epoch, asked);
    verdicts.set(key, verdict);
    return verdict;
  };
  const cell = async (dossier: Dossier, column: Column): Promise<readonly Cell[]> => {
    if (!(answering as readonly string[]).includes(column.id)) return recorded(dossier, column.id, way);
    const asked = question(dossier.id, column);
    return answered(await verdictOf(asked), asked, column.id, way);
  };
  const dossierOf = async (id: string): Promise<Dossier | undefined> => {
    const told = readerFor(id, from, config.testInstitutions, now);
    return (await told.dossier(id)) ?? (await told.dossier((await told.redirect(id)) ?? ''));
  };
  const rows = new Map<string, Readonly<Record<string, readonly Cell[]>>>();
  for (const id of sent.ids) {
    const dossier = await dossierOf(id);
    const cells: Record<string, readonly Cell[]> = {};
    for (const column of columns) cells[column.id] = dossier === undefined ? [] : await cell(dossier, column);
    rows.set(id, cells);
  }
  const meta = columns.map(({ id }) => ({ id, name: reconcileWords.properties[id][way.lang] }));
  return { meta, rows: Object.fromEntries(rows) };
};
