import { loadCatalogue, type Source } from '../harvest/catalogue.ts';
import { suggestByEditDistance } from '../text/edit-distance.ts';
import { BadUse } from './bad-use.ts';
import type { Context } from './context.ts';
import { printable } from './width.ts';

/** The sources with these ids. An id that no source has is refused with the nearest ones. */
export const pickSources = async (
  { doors }: Pick<Context, 'doors'>,
  ids: readonly string[],
): Promise<readonly Source[]> => {
  const all = await loadCatalogue(doors.catalogue);
  const known = all.map(({ descriptor }) => descriptor.id);
  return ids.map((id) => {
    const source = all.find(({ descriptor }) => descriptor.id === id);
    if (source !== undefined) return source;
    const near = suggestByEditDistance(id, known);
    const hint = near.length === 0 ? 'licet sources lists them' : `nearest: ${near.join(', ')}`;
    throw new BadUse(`[source...] ${printable(id)} is not a source; ${hint}`);
  });
};

/** One source by its id. */
export const pickSource = async (context: Pick<Context, 'doors'>, id: string): Promise<Source> => {
  const [source] = await pickSources(context, [id]);
  if (source === undefined) throw new BadUse('<source> is missing');
  return source;
};
