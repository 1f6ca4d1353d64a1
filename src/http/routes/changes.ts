import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { day } from '../../../schema/base.ts';
import { institutionSummary } from '../../../schema/verdict.ts';
import { LicetError } from '../../errors.ts';
import { diffDossiers, statementKinds } from '../../registry/dossier-diff.ts';
import type { ChangePoint, DossierChange } from '../../store/registry-reader.ts';
import { shanghaiDay } from '../../text/dates.ts';
import { summariseInstitution } from '../../verdict/summary.ts';
import type { Deps } from '../deps.ts';
import { linkNext } from '../next-link.ts';
import { sendJson } from '../plugins/conditional.ts';
import { operation } from '../shapes/operation.ts';
import { sendVerdictChanges, verdictChangesAnswer } from './verdict-changes.ts';

const MOST = 500;
const CURSOR = /^(\d{1,9})(?:\.([a-z0-9-]{1,40}))?$/;

const statement = z.strictObject({
  about: z.enum(statementKinds),
  value: z.record(z.string(), z.unknown()).describe('The words of the lists'),
  sources: z.array(z.string()).describe('Sources that state it now; none for what is compiled from several'),
});

export const changesAnswer = z.strictObject({
  changes: z.array(
    z.strictObject({
      generation: z.number().int(),
      id: z.string(),
      institution: institutionSummary
        .nullable()
        .describe('As it is from that generation on; null: not on record'),
      change: z.enum(['new', 'changed', 'merged', 'gone']),
      mergedInto: z.string().nullable(),
      added: z.array(statement),
      removed: z.array(statement),
    }),
  ),
  next: z.string().describe('Ask on with `since`: at once where `more` is true, else after the next night'),
  more: z.boolean(),
  asOf: day,
  generation: z.number().int(),
});

const changesQuery = z.strictObject({
  level: z.enum(['statement', 'verdict']).default('statement').meta({
    description:
      '`statement`: what lists state. `verdict`: what is told of an institution when nothing but it is asked – outcome and licence line – on the day each generation was published',
  }),
  since: z.string().max(60).default('0').meta({
    description: 'What was handled already: `next` of the last answer, or the number of a generation',
  }),
  limit: z.coerce.number().int().min(1).max(MOST).default(100),
});

const schema = operation(
  {
    tag: 'Evidence',
    id: 'changes',
    summary:
      'What changed since: institution by institution, statement by statement or verdict by verdict, without gaps',
    description:
      'Changes stand in the order of generations and, within one, of ids. Keep `next` and ask on with it: nothing is left out and nothing told twice. `Link: rel="next"` leads to the next page while there is one. A statement that was corrected both goes and comes; a list that says the same again is no change. With `level=verdict`, every institution is asked about anew in each generation and whenever the rules change (no treatment, no mark: what its badge states), and those whose outcome or licence line became another are told with before, after and why.',
    examples: [{ path: '/v1/changes?since=0&limit=2' }, { path: '/v1/changes?level=verdict&limit=2' }],
  },
  z.union([changesAnswer, verdictChangesAnswer]),
  { querystring: changesQuery },
  [400],
);

const noCursor = (): LicetError => {
  const problem = 'is neither a number of a generation nor `next` of an answer of this level';
  return new LicetError('LICET_BAD_QUESTION', `?since ${problem}.`, [{ field: '?since', problem }]);
};

/** Reads a cursor; a generation alone means: all of it was handled. */
const pointOf = (since: string): ChangePoint => {
  const found = CURSOR.exec(since);
  if (found === null) throw noCursor();
  const [, generation = '0', institution] = found;
  return institution === undefined
    ? { generation: Number(generation) + 1, institution: '' }
    : { generation: Number(generation), institution };
};

const kindOf = ({ before, after, mergedInto }: DossierChange) => {
  if (after === null) return mergedInto === null ? 'gone' : 'merged';
  return before === null ? 'new' : 'changed';
};

const shown = (change: DossierChange): z.infer<typeof changesAnswer>['changes'][number] => {
  const { generation, institution: id, before, after, mergedInto } = change;
  const { added, removed } = diffDossiers(before, after);
  return {
    generation,
    id,
    institution: after === null ? null : summariseInstitution(after),
    change: kindOf(change),
    mergedInto,
    added: [...added].map((one) => ({ ...one, sources: [...one.sources] })),
    removed: [...removed].map((one) => ({ ...one, sources: [...one.sources] })),
  };
};

/** False for a dossier that was compiled anew by other code and states the same. */
const saysSomething = ({ change, added, removed }: ReturnType<typeof shown>): boolean =>
  change !== 'changed' || added.length + removed.length > 0;

/** A cursor from the future comes from another registry: going on from it would leave out what happened here. */
const notYet = (newest: number): LicetError =>
  new LicetError('LICET_BAD_QUESTION', '?since is later than anything published here.', [
    {
      field: '?since',
      problem: 'is later than the newest generation',
      expected: `at most ${newest}; start anew with 0 where the registry was built anew`,
    },
  ]);

/** What changed in the registry, for whoever keeps a copy or a list of it. */
export const registerChanges = (app: FastifyInstance, deps: Deps): void => {
  app.withTypeProvider<ZodTypeProvider>().get('/v1/changes', { schema }, async (request, reply) => {
    const reader = deps.reader();
    const { since, limit, level } = request.query;
    if (level === 'verdict') return sendVerdictChanges(request, reply, { since, limit }, deps);
    const point = pointOf(since);
    if (point.generation > reader.generation + 1) throw notYet(reader.generation);
    const found = (await reader.changesAfter?.(point, limit + 1)) ?? [];
    const page = found.slice(0, limit);
    const more = found.length > limit;
    const last = page.at(-1);
    // At the end the cursor covers the whole generation, so that a later one is not asked for what it has told.
    const next =
      more && last !== undefined ? `${last.generation}.${last.institution}` : String(reader.generation);
    linkNext(request, reply, 'since', more ? next : null);
    return sendJson(request, reply, {
      changes: page.map(shown).filter(saysSomething),
      next,
      more,
      asOf: shanghaiDay(deps.clock()),
      generation: reader.generation,
    });
  });
};
