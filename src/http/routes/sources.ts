import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Day, Language } from '../../../schema/base.ts';
import { ageNotes } from '../../../schema/lexicon/source-notes.ts';
import type { Reference, SourceState } from '../../../schema/reference.ts';
import { type AgeingList, ageingLists } from '../../ask/ageing-lists.ts';
import { LicetError } from '../../errors.ts';
import { type CreditKeys, whyKeyOff } from '../../harvest/obtain/credits.ts';
import { daysBetween, earliest, shanghaiDay } from '../../text/dates.ts';
import { suggestByEditDistance } from '../../text/edit-distance.ts';
import { editionAt } from '../../verdict/evidence/edition-at.ts';
import type { Deps } from '../deps.ts';
import { languageOf } from '../language.ts';
import { sendJson } from '../plugins/conditional.ts';
import { langQuery, sourceDetail, sourcesAnswer } from '../shapes/lookups.ts';
import { operation } from '../shapes/operation.ts';

type Told = Readonly<{
  reference: Reference;
  today: Day;
  language: Language;
  keys: CreditKeys;
  ageing: readonly AgeingList[];
}>;

const ageingOf = (ageing: readonly AgeingList[], id: string) => {
  const found = ageing.find(({ source }) => source === id);
  if (found === undefined) return null;
  const { source: _, ...rest } = found;
  return rest;
};

const show = (state: SourceState, { reference, today, language, keys, ageing }: Told) => {
  const { descriptor } = state;
  const at = editionAt(reference, descriptor.id, today);
  const asOf = at?.date ?? null;
  return {
    id: descriptor.id,
    title: descriptor.title[language],
    authority: descriptor.authority[language],
    state: at?.state ?? 'unavailable',
    evidenceKind: descriptor.evidenceKind,
    how: descriptor.how,
    completeness: descriptor.completeness,
    absence: descriptor.absence,
    absenceNote: descriptor.absenceNote[language],
    gates: descriptor.gates,
    asOf,
    ageDays: asOf === null ? null : daysBetween(earliest(asOf), today),
    freshnessDays: descriptor.freshnessDays,
    freshnessBecause: descriptor.agesBy === undefined ? null : ageNotes[descriptor.agesBy][language],
    ageing: ageingOf(ageing, descriptor.id),
    rows: at?.edition?.rows ?? null,
    lastRunAt: state.lastRunAt,
    lastRun: state.lastRun,
    lastIssue: state.lastIssue,
    off: whyKeyOff(descriptor, keys),
    rights: descriptor.rights,
    pages: descriptor.pages.map(({ url }) => url),
  };
};

const detail = (state: SourceState, told: Told) => ({
  ...show(state, told),
  editions: state.editions.map(({ asOf, acceptedAt, rows, snapshots }) => ({
    asOf,
    acceptedAt,
    rows,
    snapshots,
  })),
  confirmedLive: state.descriptor.confirmedLive,
  notes: state.descriptor.notes?.[told.language] ?? null,
});

const listSchema = operation(
  {
    tag: 'Sources',
    id: 'sources',
    summary: 'Every list Licet reads: its state, edition, age, rights and last trouble',
    examples: [{ path: '/v1/sources' }, { path: '/v1/sources?lang=zh' }],
  },
  sourcesAnswer,
  { querystring: langQuery },
  [400],
);

const detailSchema = operation(
  { tag: 'Sources', id: 'source', summary: 'One list with all its accepted editions', examples: [] },
  sourceDetail,
  { params: z.strictObject({ id: z.string().min(1).max(100) }), querystring: langQuery },
  [400, 404],
);

const unknownSource = (id: string, reference: Reference): LicetError => {
  const like = suggestByEditDistance(id, [...reference.sources.keys()]);
  const field = { field: '/id', problem: 'is not the id of a source', expected: 'an id of /v1/sources' };
  return new LicetError('LICET_UNKNOWN_SOURCE', undefined, [
    like.length === 0 ? field : { ...field, nearest: like },
  ]);
};

/** What is read, how old it is, and what may be shown again. */
export const registerSources = (app: FastifyInstance, deps: Deps): void => {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const toldBy = async (language: Language): Promise<Told> => {
    const [reader, now] = [deps.reader(), deps.clock()];
    return {
      reference: reader.reference,
      today: shanghaiDay(now),
      keys: deps.config.keys,
      language,
      ageing: await ageingLists(reader, now),
    };
  };
  typed.get('/v1/sources', { schema: listSchema }, async (request, reply) => {
    const { reference, generation } = deps.reader();
    const told = await toldBy(languageOf(request, request.query.lang));
    const sources = [...reference.sources.values()]
      .map((state) => show(state, told))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    return sendJson(request, reply, { generation, registryHash: reference.registryHash, sources });
  });
  typed.get('/v1/sources/:id', { schema: detailSchema }, async (request, reply) => {
    const { reference } = deps.reader();
    const state = reference.sources.get(request.params.id);
    if (state === undefined) throw unknownSource(request.params.id, reference);
    const told = await toldBy(languageOf(request, request.query.lang));
    return sendJson(request, reply, detail(state, told));
  });
};
