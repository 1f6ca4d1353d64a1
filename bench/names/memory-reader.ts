import { nameKeys } from '../../src/name-keys/keys.ts';
import type { NameHit, NameRow, Reader } from '../../src/store/registry-reader.ts';

/** A reader over names alone: what `identify` needs when no numbers, websites or addresses are asked. */
export const memoryReader = (rows: readonly NameRow[]): Reader => {
  const keys = new Map<string, NameHit[]>();
  const put = (key: string | null, form: NameHit['form'], row: NameRow): void => {
    if (key === null) return;
    const { institution, kind, value, province, city } = row;
    const hits = keys.get(key) ?? [];
    hits.push({ institution, form, nameKind: kind, name: value, province, city });
    keys.set(key, hits);
  };
  for (const row of rows) {
    const { full, short } = nameKeys(row.value);
    put(full, 'full', row);
    put(short, 'short', row);
  }
  const reference = { generation: 1, registryHash: '', sources: new Map(), facts: [] };
  return {
    generation: 1,
    reference,
    findIdentifier: async () => [],
    findNameKey: async (key, limit = 50) => (keys.get(key) ?? []).slice(0, limit),
    dossier: async () => undefined,
    redirect: async () => undefined,
    snapshot: async () => undefined,
    keptRow: async () => undefined,
    institutionIds: async () => [],
    async *names() {
      yield* rows;
    },
    institutionCount: async () => 0,
    counts: async () => ({ institutions: 0, names: rows.length, credentials: 0, records: 0 }),
  };
};
