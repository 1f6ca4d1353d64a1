import { join } from 'node:path';
import type { SourceRecord } from '../../schema/record.ts';
import type { DescriptorInput } from '../../schema/source.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { publishPack } from '../../src/jobs/packs/publish-pack.ts';
import { shelfFolder } from '../../src/packs/pack-shelf.ts';
import { applyPack } from '../../src/packs/take-pack.ts';
import { openServiceState } from '../../src/store/open-store.ts';
import { openToy, type Toy, toySource } from './toy-night.ts';

export const NOW = new Date('2026-02-10T08:00:00Z');

/** A list of a night: its records, and what differs in its descriptor. */
type List = Readonly<{ id: string; records: readonly SourceRecord[]; over?: Partial<DescriptorInput> }>;

/** An installation in a folder of its own that reads made-up lists and publishes packs. */
export const openPublisher = async (root: string) => {
  const toy = await openToy(root);
  const state = openServiceState(root);
  const known = new Map<string, ReturnType<typeof toySource>>();
  const publish = (archive: Archive = toy.archive) =>
    publishPack({
      registry: { store: toy.store, archive },
      state,
      sources: async () => [...known.values()],
      data: root,
      clock: () => NOW,
      publisher: 'https://publisher.example',
    });
  return {
    ...toy,
    state,
    publish,
    /** One night that reads these lists and publishes a generation of them. */
    read: async (day: string, ...lists: readonly List[]) => {
      for (const { id, records, over } of lists)
        known.set(id, toySource(join(root, day), records, { id, asOf: day, ...over }));
      await toy.night(
        lists.flatMap(({ id }) => known.get(id) ?? []),
        `${day}T06:00:00.000Z`,
      );
    },
    file: (name: string) => join(shelfFolder(root), name),
    close: async () => {
      await state.close();
      await toy.store.close();
    },
  };
};

/** Applies a pack to a folder that is open. */
export const applyTo = (toy: Toy, file: string, thumbprint?: string) =>
  applyPack(file, { ...toy, shelf: shelfFolder(toy.root), now: NOW, thumbprint });
