import { hash } from 'node:crypto';
import { officialSchemes } from '../../../schema/record.ts';
import { nodeKey } from '../../names/link/node-key.ts';
import type { PendingRecord, RegistryWriter } from '../../store/registry-writer.ts';
import { institutionId } from '../institution-id.ts';

/** The record a row was placed in; `founded`: it is the first of that record. */
type Placed = Readonly<{ id: string; founded: boolean }>;

const known = (id: string | null): Placed | null => (id === null ? null : { id, founded: false });

type Placer = Pick<RegistryWriter, 'recordOfNode' | 'bearersOf' | 'hasInstitution' | 'addInstitution'>;

const found = async (
  { record: { names, place } }: PendingRecord,
  node: string,
  registry: Placer,
): Promise<string> => {
  const first = names.find(({ kind }) => kind === 'legal') ?? names[0];
  const id = await institutionId(place?.province ?? '', first?.value ?? '', (taken) =>
    registry.hasInstitution(taken),
  );
  await registry.addInstitution(id, { province: place?.province ?? null, city: place?.city ?? null, node });
  return id;
};

/** A row without a name of its own belongs to whoever bears its number, an authority's before a directory's; null while nobody does. */
const byNumber = async ({ record }: PendingRecord, registry: Placer): Promise<string | null> => {
  const official = (scheme: string): number => (officialSchemes.some((one) => one === scheme) ? 0 : 1);
  for (const { scheme, value } of record.identifiers.toSorted(
    (a, b) => official(a.scheme) - official(b.scheme),
  )) {
    const [bearer] = await registry.bearersOf(scheme, value);
    if (bearer !== undefined) return bearer;
  }
  return null;
};

/**
 * The record a row belongs to: rows that state the same name, place and numbers share one, and no other row has a say in it. Which
 * records are one institution is decided afterwards. A row that was placed before stays where it was; one
 * that we had misread leaves it only for a record that states the same.
 */
export const placeRow = async (pending: PendingRecord, registry: Placer): Promise<Placed | null> => {
  const { previous, misread, source, record } = pending;
  if (previous !== null && !misread) return known(previous);
  const key = nodeKey(record, `${source} ${record.key}`);
  if (key === null) return known((await byNumber(pending, registry)) ?? previous);
  const node = hash('sha256', key, 'base64url').slice(0, 20);
  return (
    known((await registry.recordOfNode(node)) ?? previous) ?? {
      id: await found(pending, node, registry),
      founded: true,
    }
  );
};
