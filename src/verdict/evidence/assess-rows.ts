import type { Day } from '../../../schema/base.ts';
import type { Credential } from '../../../schema/credential.ts';
import type { Fact } from '../../../schema/institution.ts';
import { earliest, latest } from '../../text/dates.ts';
import type { GateContext } from '../gate-context.ts';
import { assessEvidence, type EvidenceWeight } from './assess-evidence.ts';

/** A credential as one row states it, with the worth of that row. */
export type Row = Readonly<{ credential: Fact<Credential>; weight: EvidenceWeight }>;

/** What a row says on the day: it holds · an authority ended it · its term is over · it waits · it says nothing. */
type CredentialState = 'yes' | 'no' | 'over' | 'hold' | 'none';

const HOLDS = new Set<string>([
  'listed',
  'formal',
  'trial',
  'some-trial',
  'filed',
  'approved',
  'operating',
  'accredited',
  'reaccredited',
  'certified',
  'achieved',
  'active',
]);
const ENDED = new Set<string>(['suspended', 'withdrawn', 'revoked', 'cancelled']);

/** Whether the term is over, not over, or cannot be told because only a month or a year is printed. */
const termAt = (credential: Credential, day: Day): 'inside' | 'over' | 'unclear' | 'before' => {
  const { validFrom, validUntil } = credential;
  if (validFrom !== undefined && latest(validFrom) > day)
    return earliest(validFrom) > day ? 'before' : 'unclear';
  if (validUntil === undefined || day <= earliest(validUntil)) return 'inside';
  return day > latest(validUntil) ? 'over' : 'unclear';
};

/**
 * What a credential states for a day, whatever source it comes from. After the last day of its term (Asia/Shanghai) it no
 * longer counts.
 */
export const credentialStateAt = (credential: Credential, day: Day): CredentialState => {
  if (ENDED.has(credential.status)) return 'no';
  const term = termAt(credential, day);
  if (credential.status === 'expired' || credential.status === 'ended' || term === 'over') return 'over';
  if (!HOLDS.has(credential.status))
    return credential.status === 'deferred' || credential.status === 'approved-not-started' ? 'hold' : 'none';
  return term === 'inside' ? 'yes' : 'hold';
};

/** Every (credential, evidence) pair, with what its evidence is worth on the day asked about. */
export const rowsOf = (context: GateContext, credentials: readonly Fact<Credential>[]): readonly Row[] => {
  const evidence = context.dossier?.evidence ?? [];
  return credentials.flatMap((credential) =>
    credential.evidence.flatMap((index) => {
      const ref = evidence[index];
      return ref === undefined ? [] : [{ credential, weight: assessEvidence(context, ref) }];
    }),
  );
};

/** What authorities' rows say together. `other` is the row that contradicts. */
export type Judged = Readonly<{
  verdict: 'yes' | 'no' | 'over' | 'hold' | 'stale' | 'disagree' | 'none';
  row: Row | null;
  other: Row | null;
}>;

const judged = (verdict: Judged['verdict'], row: Row | null = null, other: Row | null = null): Judged => ({
  verdict,
  row,
  other,
});

const dateOf = (row: Row): string => (row.weight.date === null ? '' : latest(row.weight.date));

/**
 * Compares authorities’ rows so that age can only move the answer towards unknown:
 * the newest row that covers the day sets the state, even when it has grown too old to decide itself. An older `no`
 * of an authority against a newer `yes` of another is a disagreement, not a choice; an older term that ended is a renewal.
 */
export const assessRows = (rows: readonly Row[], day: Day): Judged => {
  const known = rows
    .filter(({ weight }) => weight.authority && weight.covers)
    .map((row) => ({ row, state: credentialStateAt(row.credential, day), date: dateOf(row) }))
    .filter(({ row, state }) => state !== 'none' && (row.weight.eligible || state === 'no'))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  const newest = known[0];
  if (newest === undefined) return judged('none');
  const top = known.filter(({ date }) => date === newest.date);
  const against = top.find(({ state }) => state === 'no') ?? top.find(({ state }) => state === 'over');
  const decided = (states: readonly CredentialState[]) =>
    known.find(({ row, state }) => states.includes(state) && row.weight.decides);
  if (against !== undefined) {
    const deciding = decided(['no', 'over']);
    if (deciding === undefined) return judged('stale', against.row);
    return judged(deciding.state === 'no' ? 'no' : 'over', deciding.row);
  }
  const ended = known.find(({ state }) => state === 'no');
  if (ended !== undefined) return judged('disagree', newest.row, ended.row);
  const waiting = top.find(({ state }) => state === 'hold');
  if (waiting !== undefined) return judged('hold', waiting.row);
  const holding = decided(['yes']);
  return holding === undefined ? judged('stale', newest.row) : judged('yes', holding.row);
};
