import type { FastifyReply, FastifyRequest } from 'fastify';
import { readPlaceAsked } from '../../ask/place-asked.ts';
import type { FieldError } from '../../errors.ts';
import type { ListedInstitution } from '../../store/registry-reader.ts';
import { addDays, shanghaiDay } from '../../text/dates.ts';
import { summariseInstitution } from '../../verdict/summary.ts';
import type { Deps } from '../deps.ts';
import { linkNext } from '../next-link.ts';
import { sendJson } from '../plugins/conditional.ts';
import { refuse } from '../refuse.ts';
import { DEFAULT_LISTED, type InstitutionsQuery, LIST_CURSOR } from '../shapes/institution-queries.ts';

const refuseFields = (errors: readonly FieldError[]): never =>
  refuse([{ code: 'LICET_BAD_QUESTION', errors }]);

/** Where the list goes on. All its pages are of one generation, so that none leaves out what the next night moves. */
const pointOf = (after: string | undefined, newest: number) => {
  const [, generation, id] = LIST_CURSOR.exec(after ?? '') ?? [];
  if (generation === undefined || id === undefined) return { generation: newest, id: '' };
  if (Number(generation) < 1 || Number(generation) > newest)
    return refuseFields([
      {
        field: '?after',
        problem: 'is of a generation that was never published here',
        expected: `at most ${newest}; leave it out to begin anew`,
      },
    ]);
  return { generation: Number(generation), id };
};

const shown = ({ dossier, changed }: ListedInstitution) => ({
  ...summariseInstitution(dossier),
  district: dossier.place.district ?? null,
  type: dossier.traits.body ?? 'hospital',
  updated: { generation: changed.generation, on: shanghaiDay(new Date(changed.at)) },
});

/** Midnight in Asia/Shanghai at which a day begins. */
const beginOf = (day: string): string => `${addDays(day, -1)}T16:00:00.000Z`;

/** Sends one page of institutions by place, type and time of their last change, in the order of their ids. */
export const sendInstitutionList = async (
  request: FastifyRequest,
  reply: FastifyReply,
  asked: InstitutionsQuery,
  deps: Deps,
): Promise<FastifyReply> => {
  const { type, updatedSince, limit = DEFAULT_LISTED } = asked;
  const place = readPlaceAsked(asked);
  if ('errors' in place) return refuseFields(place.errors);
  const reader = deps.reader();
  const { generation, id: after } = pointOf(asked.after, reader.generation);
  const changedFrom = updatedSince === undefined ? undefined : beginOf(updatedSince);
  const found =
    (await reader.listInstitutions?.({
      generation,
      after,
      limit: limit + 1,
      ...place,
      type,
      changedFrom,
    })) ?? [];
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const next = found.length > limit && last !== undefined ? `${generation}.${last.dossier.id}` : null;
  linkNext(request, reply, 'after', next);
  const { province = null, city = null } = place;
  return sendJson(request, reply, {
    institutions: page.map(shown),
    place: { province, city },
    next,
    generation,
  });
};
