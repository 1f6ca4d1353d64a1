import { testIds } from '../../ask/test-institutions.ts';
import type { ListAsked, ListedInstitution, Reader } from '../../store/registry-reader.ts';
import type { Asking } from './kinds/kind.ts';
import { lookUp } from './look-up.ts';
import { bodyOf } from './resources/organization.ts';
import { isWithin } from './search/changed.ts';

/** The made-up institutions that a list asks for by their ids; no other list finds them, as no name does. */
const askedFor = async (asked: ListAsked, { deps, epoch }: Asking): Promise<readonly ListedInstitution[]> => {
  const { ids = [], after, type, province, city } = asked;
  const listed: ListedInstitution[] = [];
  for (const id of testIds.filter((one) => one > after && ids.includes(one))) {
    const { found } = await lookUp(id, deps, epoch.reader);
    if (found === null || !isWithin(found.changed.at, asked)) continue;
    // They lie nowhere, so that a search by place finds none.
    if (province !== undefined || city !== undefined) continue;
    if (type === undefined || bodyOf(found.dossier) === type) listed.push(found);
  }
  return listed;
};

/** The lists of the registry, in which the made-up institutions for integrators are found by their ids, as they are read by them. */
export const listsWithMadeUp = (asking: Asking): Reader => {
  const { reader } = asking.epoch;
  return {
    ...reader,
    listInstitutions: async (asked) =>
      [...((await reader.listInstitutions?.(asked)) ?? []), ...(await askedFor(asked, asking))]
        .sort((one, other) => (one.dossier.id < other.dossier.id ? -1 : 1))
        .slice(0, asked.limit),
    countInstitutions: async (asked) => {
      const madeUp = await askedFor({ ...asked, after: '', limit: testIds.length }, asking);
      return ((await reader.countInstitutions?.(asked)) ?? 0) + madeUp.length;
    },
  };
};
