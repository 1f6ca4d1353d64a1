import type { Credential } from '../../../schema/credential.ts';
import { reason } from '../../../schema/reason.ts';
import type { Reason } from '../../../schema/verdict.ts';
import { hasHan } from '../../text/han.ts';
import type { GateContext } from '../gate-context.ts';
import type { Row } from './assess-rows.ts';

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s,.，。、()（）-]/gu, '');

/** Addresses agree when one contains the other; house numbers are never guessed at. */
const sameAddress = (a: string, b: string): boolean => {
  const [left, right] = [plain(a), plain(b)];
  if (left === '' || right === '') return false;
  return left.includes(right) || right.includes(left);
};

/** What is asked about within the institution, if anything: a street address or a campus. */
const asked = (context: GateContext) => context.question.institution;

/** `elsewhere`: the approval is of another place than the one asked about, so it says nothing of this one. */
type ScopeReason = Readonly<{ reason: Reason; kind: 'said' | 'caveat' | 'elsewhere' }>;

/** Whether lists state other addresses of the institution: then which one the approval is of must be told first. */
const standsElsewhereToo = ({ dossier }: GateContext, approved: string): boolean =>
  (dossier?.addresses ?? []).some(({ address }) => !sameAddress(address, approved));

const addressReason = (context: GateContext, scope: Credential['scope']): ScopeReason[] => {
  if (scope.address === undefined) return [];
  const address = asked(context).address;
  if (address === undefined || sameAddress(address, scope.address))
    return [
      {
        reason: reason('approval.address', { address: scope.address }),
        kind: address === undefined && standsElsewhereToo(context, scope.address) ? 'caveat' : 'said',
      },
    ];
  const params = { listed: scope.address, asked: address };
  // A street in Latin letters is spelled in too many ways to be compared.
  return [
    { reason: reason('approval.address-differs', params), kind: hasHan(address) ? 'elsewhere' : 'caveat' },
  ];
};

const campusReason = (context: GateContext, scope: Credential['scope']): ScopeReason[] => {
  const campus = asked(context).campus;
  if (campus === undefined) return [];
  const text = `${scope.text ?? ''}${scope.address ?? ''}`;
  if (text !== '' && plain(text).includes(plain(campus))) return [];
  return [{ reason: reason('approval.campus-not-stated', { campus }), kind: 'elsewhere' }];
};

/** What the scope of an approval adds: its address, and whether that is where the reader wants to go. */
export const scopeReasons = (
  context: GateContext,
  { credential }: Row,
): Readonly<{ reasons: readonly Reason[]; caveats: readonly Reason[]; elsewhere: Reason | null }> => {
  const { scope } = credential;
  const found = [...addressReason(context, scope), ...campusReason(context, scope)];
  const part = scope.kind === 'department' || scope.kind === 'laboratory' || scope.kind === 'project';
  if (part)
    found.push({
      reason: reason('approval.scope-only', { scope: scope.text ?? scope.kind }),
      kind: 'caveat',
    });
  return {
    reasons: found.map((one) => one.reason),
    caveats: found.filter(({ kind }) => kind === 'caveat').map((one) => one.reason),
    elsewhere: found.find(({ kind }) => kind === 'elsewhere')?.reason ?? null,
  };
};

/** Rows whose address is the one asked about come first; otherwise the order stays. */
export const askedAddressFirst = (context: GateContext, rows: readonly Row[]): readonly Row[] => {
  const address = asked(context).address;
  if (address === undefined) return rows;
  const fits = ({ credential }: Row): boolean =>
    credential.scope.address !== undefined && sameAddress(address, credential.scope.address);
  return [...rows.filter(fits), ...rows.filter((row) => !fits(row))];
};
