import type { Registry } from '../../../jobs/data-folder.ts';
import type { CommonOptions, Context } from '../../context.ts';
import { withState } from '../../registry.ts';

/** More captures than ever wait at once. */
const ALL = 1_000_000;

/** The saved pages of captures that wait for a second person: no row rests on them yet, and they must stay until it is decided. */
export const waitingPages = async (
  context: Pick<Context, 'config'>,
  options: CommonOptions,
): Promise<readonly string[]> => {
  const waiting = await withState(context, options, ({ pendingCaptures }) => pendingCaptures.waiting(ALL));
  return waiting.flatMap(({ proof }) => (proof === null ? [] : [proof.sha256]));
};

/**
 * Pages that must be there: those the newest editions rest on, or every page the database knows. Where the registry was taken from
 * packs, pages whose rights let them not be handed on are at the publisher alone.
 */
export const knownPages = async ({ store }: Registry, all: boolean): Promise<readonly string[]> => {
  const sources = await store.sources();
  const follows = (await store.following()) !== null;
  const isHere = (source: string): boolean =>
    !follows || sources.get(source)?.descriptor.rights.redistribute === 'bytes';
  if (all)
    return (await store.snapshots()).filter(({ source }) => isHere(source)).map(({ sha256 }) => sha256);
  return [...sources].flatMap(([id, { editions }]) => (isHere(id) ? (editions.at(-1)?.snapshots ?? []) : []));
};
