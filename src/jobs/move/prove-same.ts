import { hash } from 'node:crypto';
import type { Generations } from '../../store/generations.ts';
import type { Integrity } from '../../store/integrity/integrity.ts';
import type { Reader } from '../../store/registry-reader.ts';

type Registry = Generations & Readonly<{ integrity: Integrity }>;

/** What two registries were found to have in common. */
export type Same = Readonly<{ generation: number; registryHash: string; institutions: number }>;

/** Two registries that should say the same do not; the message says where. */
export class NotTheSame extends Error {
  override readonly name = 'NotTheSame';
}

/** Institutions compared at a time. */
const PAGE = 500;

const must = (same: boolean, what: string): void => {
  if (!same) throw new NotTheSame(`${what} differs between the folder and the database`);
};

const plain = (value: unknown): string =>
  JSON.stringify(value, (_, one) => (one instanceof Map ? [...one] : one));

const namesOf = async (reader: Reader): Promise<string> => {
  let sum = '';
  for await (const name of reader.names()) sum = hash('sha256', sum + JSON.stringify(name), 'hex');
  return sum;
};

const compareInstitutions = async (one: Reader, other: Reader): Promise<number> => {
  let count = 0;
  let after: string | null = null;
  for (;;) {
    const ids: readonly string[] = await one.institutionIds(after, PAGE);
    must(plain(ids) === plain(await other.institutionIds(after, PAGE)), 'which institutions there are');
    for (const id of ids)
      must(plain(await one.dossier(id)) === plain(await other.dossier(id)), `the record of ${id}`);
    count += ids.length;
    after = ids.at(-1) ?? null;
    if (after === null) return count;
  }
};

/**
 * Compares two registries: generation, registry hash (worked out anew from the rows of the second), sources, facts, names, and the
 * record of every institution. An answer is made of nothing else and the question, so that equal ones give equal answers.
 * Throws NotTheSame.
 */
export const proveSame = async (one: Registry, other: Registry): Promise<Same> => {
  const [from, to] = [one.reader(), other.reader()];
  must(from.generation === to.generation, 'the generation');
  const { registryHash } = from.reference;
  must(registryHash === to.reference.registryHash, 'the published registry hash');
  const [was, is] = [await one.integrity.registryHash(), await other.integrity.registryHash()];
  must(
    was === is && (was === null || from.generation === 0 || was === registryHash),
    'the registry hash of all rows',
  );
  must(plain(from.reference) === plain(to.reference), 'what is known of the sources');
  must((await namesOf(from)) === (await namesOf(to)), 'a name');
  must(plain((await other.integrity.chain()).faults) === '[]', 'the chain of generations');
  return { generation: from.generation, registryHash, institutions: await compareInstitutions(from, to) };
};
