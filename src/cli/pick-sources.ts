import { loadCatalogue, type Source } from '../harvest/catalogue.ts';
import { suggestByEditDistance } from '../text/edit-distance.ts';
import type { Context } from './context.ts';
import { UsageError } from './usage-error.ts';
import { printable } from './width.ts';

/** The sources with these ids. An id that no source has is refused with the nearest ones. */
export const pickSources = async (
  { overrides }: Pick<Context, 'overrides'>,
  ids: readonly string[],
): Promise<readonly Source[]> => {
  const all = await loadCatalogue(overrides.catalogue);
  const known = all.map(({ descriptor }) => descriptor.id);
  return ids.map((id) => {
    const source = all.find(({ descriptor }) => descriptor.id === id);
    if (source !== undefined) return source;
    const near = suggestByEditDistance(id, known);
    const hint = near.length === 0 ? 'licet sources lists them' : `nearest: ${near.join(', ')}`;
    throw new UsageError(`[source...] ${printable(id)} is not a source; ${hint}`);
  });
};

/** One source by its id. */
export const pickSource = async (context: Pick<Context, 'overrides'>, id: string): Promise<Source> => {
  const [source] = await pickSources(context, [id]);
  if (source === undefined) throw new UsageError('<source> is missing');
  return source;
};
