import { LIST_LIFE_S, signStatusList, signTokenStatusList } from '../../badge/credential.ts';
import { encodeStatusList, encodeTokenStatusList } from '../../badge/status-list.ts';
import type { StatusEntry } from '../../store/service/status-places.ts';
import type { SiteDeps } from '../pages/deps.ts';
import { domainOf } from './address.ts';
import type { BadgeIssuer } from './issue.ts';
import type { SigningKeys } from './keys.ts';
import { liveStatements } from './status-book.ts';

/** Entries looked at between two pauses, so that no visitor waits behind a long list. */
const AT_ONCE = 25;

/** What is stated by credentials in force and is no longer so, or was signed with a key that is revoked (`bad`). */
const revokedOf = async (
  live: readonly StatusEntry[],
  issuer: BadgeIssuer,
  own: string,
  bad: ReadonlySet<string>,
): Promise<readonly number[]> => {
  const revoked: number[] = [];
  for (const [at, one] of live.entries()) {
    const now = bad.has(one.kid) ? null : await issuer.stateNow(one, one.site === own);
    if (now !== one.state) revoked.push(one.place);
    if (at % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  return revoked;
};

/** A list is signed anew after this long, or with a new generation at once. */
const KEEP_MS = 60_000;
/** A minute less than the list lives, so that a copy out of a cache still holds. */
export const LIST_CACHE = `public, max-age=${LIST_LIFE_S - 60}, must-revalidate`;

type Lists = Readonly<{ bitstring: string; token: string }>;

/** The one truth about credentials that no longer hold, in both forms that verifiers read; made once a minute, when somebody asks. */
export const keepLists = (
  deps: SiteDeps,
  issuer: BadgeIssuer,
  keys: SigningKeys,
): ((base: string) => Promise<Lists>) => {
  let kept: { epoch: string; made: Promise<Lists> } | null = null;
  const revokedKeys = async (): Promise<ReadonlySet<string>> => {
    const { signingKeys } = deps.state();
    const all = await Promise.all([signingKeys.revoked('badge'), signingKeys.revoked('credential')]);
    return new Set(all.flat().map(({ kid }) => kid));
  };
  const make = async (base: string): Promise<Lists> => {
    const revoked = await revokedOf(await liveStatements(deps), issuer, domainOf(base), await revokedKeys());
    const key = await keys.signing();
    const now = deps.clock();
    const [bitstring, token] = await Promise.all([
      signStatusList(base, encodeStatusList(revoked), key, now),
      signTokenStatusList(base, encodeTokenStatusList(revoked), key, now),
    ]);
    return { bitstring, token };
  };
  return async (base) => {
    const minute = Math.floor(deps.clock().getTime() / KEEP_MS);
    // A key that was revoked counts at once.
    const { kid } = await keys.signing();
    const { generation, reference } = deps.reader();
    const epoch = `${generation} ${reference.registryHash} ${minute} ${base} ${kid} ${(await revokedKeys()).size}`;
    if (kept?.epoch !== epoch) kept = { epoch, made: make(base) };
    return kept.made.catch((fault: unknown) => {
      kept = null;
      throw fault;
    });
  };
};
