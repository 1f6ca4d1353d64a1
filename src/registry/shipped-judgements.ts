import type { NewJudgement } from '../../schema/judgement.ts';
import type { JudgedSide, ShippedJudgement } from '../../schema/shipped-judgement.ts';
import { nameKeys } from '../name-keys/keys.ts';
import type { MergeWriter, SideFinder } from '../store/registry-writer.ts';
import { onceEach } from '../text/remembered.ts';
import { contradictedJudgements, pairKey } from './judgements.ts';

/** Who judged, as the history shows it. */
export const SHIPPED_BY = 'Licet, shipped with the lists';

type NamedSide = Extract<JudgedSide, Readonly<{ name: string }>>;

/** What ships is the same every night of a process: a key costs more than looking it up. */
const keyOf = onceEach(({ name }: NamedSide): string => nameKeys(name).full);

/** The record a side names; of several that bear its name in its place the best evidenced, since the list means that hospital. */
const recordOf = async (side: JudgedSide, find: SideFinder): Promise<string | null> => {
  const ids =
    'source' in side
      ? await find.recordsOfRow(side.source, side.key)
      : await find.recordsNamed(keyOf(side), side.province, side.city ?? null);
  return ids[0] ?? null;
};

const judgementOf = async (
  { one, other, decision, because, cite, on }: ShippedJudgement,
  find: SideFinder,
): Promise<NewJudgement | null> => {
  const a = await recordOf(one, find);
  const b = a === null ? null : await recordOf(other, find);
  if (a === null || b === null || a === b) return null;
  const at = `${on}T00:00:00.000Z`;
  return {
    one: a,
    other: b,
    decision,
    by: SHIPPED_BY,
    because: `${because} (${cite.join(', ')})`.slice(0, 600),
    at,
  };
};

/**
 * Keeps the shipped judgements whose two records are on file and of which nobody has judged the pair yet, nor anything that
 * contradicts them: what an operator said stands, and what was kept once is not kept again.
 */
export const keepShippedJudgements = async (
  shipped: readonly ShippedJudgement[],
  registry: SideFinder & Pick<MergeWriter, 'judgements' | 'keepJudgement'>,
): Promise<void> => {
  const given: NewJudgement[] = [...(await registry.judgements())];
  const judged = new Set(given.map(({ one, other }) => pairKey(one, other)));
  for (const entry of shipped) {
    const fresh = await judgementOf(entry, registry);
    if (fresh === null || judged.has(pairKey(fresh.one, fresh.other))) continue;
    if (contradictedJudgements(given, fresh) !== null) continue;
    await registry.keepJudgement(fresh);
    given.push(fresh);
    judged.add(pairKey(fresh.one, fresh.other));
  }
};
