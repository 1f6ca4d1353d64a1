import { createHash } from 'node:crypto';
import type { BadgeState } from '../../../schema/badge.ts';
import type { Dossier } from '../../../schema/institution.ts';
import type { Verdict } from '../../../schema/verdict.ts';
import { readerFor } from '../../ask/test-institutions.ts';
import { type BadgeModel, badgeModelOf, noteModel } from '../../badge/badge-model.ts';
import { drawBadge } from '../../badge/draw.ts';
import { sealBadge } from '../../badge/seal.ts';
import { stateOf } from '../../badge/state.ts';
import type { SiteStore } from '../../store/service/sites.ts';
import type { Stated } from '../../store/service/status-places.ts';
import { shanghaiDay } from '../../text/dates.ts';
import { grownCache } from '../../text/grown-cache.ts';
import type { SiteDeps } from '../pages/deps.ts';
import { badgeVerdict } from './badge-question.ts';
import type { SigningKeys } from './keys.ts';
import type { BadgeParams } from './params.ts';

/** What of a verdict a credential repeats; the rest is not kept with the picture. */
type StatedBy = Readonly<Pick<Verdict, 'asOf' | 'generation' | 'policyVersion' | 'nextDue'>>;

/** A badge ready to be sent: its model, the picture with its seal, and the HTTP status that says the same. */
export type IssuedBadge = Readonly<{
  status: 200 | 403 | 404;
  model: BadgeModel;
  svg: string;
  etag: string;
  /** Registry id, after a merge the new one. */
  institution: string;
  /** Null where it is about no hospital. */
  verdict: StatedBy | null;
}>;

export type BadgeIssuer = Readonly<{
  issue(id: string, params: BadgeParams, issuer: string): Promise<IssuedBadge>;
  /** What a badge would say now; null for none (no such hospital or campus, a domain that is not proven). */
  stateNow(
    stated: Pick<Stated, 'institution' | 'site' | 'campus' | 'ask'>,
    ownSite: boolean,
  ): Promise<BadgeState | null>;
}>;

/** The campuses an institution is known to have: addresses of its rows and campus scopes of its credentials. */
const campusesOf = (dossier: Dossier): readonly string[] => [
  ...new Set([
    ...dossier.addresses.map(({ address }) => address),
    ...dossier.credentials.flatMap(({ scope }) =>
      scope.kind === 'campus' && scope.text !== undefined ? [scope.text] : [],
    ),
  ]),
];

const MAX_KEPT = 5000;
/** States of a generation and day: the status list asks for all it holds once a minute, which costs half a millisecond each. */
const MAX_STATES = 100_000;
const HOUR_MS = 3_600_000;

type Found = Readonly<{ verdict: Verdict; dossier: Dossier }>;

const find = async (
  deps: SiteDeps,
  id: string,
  { lang, ask }: Pick<BadgeModel, 'lang' | 'ask'>,
): Promise<Found | null> => {
  const now = deps.clock();
  const reader = readerFor(id, deps.reader(), deps.config.testInstitutions, now);
  const known = (await reader.redirect(id)) ?? id;
  const dossier = await reader.dossier(known);
  if (dossier === undefined) return null;
  // Verdicts speak two languages; the badge's own words speak the others.
  const spoken = lang === 'zh' ? 'zh' : 'en';
  const verdict = await badgeVerdict(dossier, ask, spoken, reader, now);
  return { verdict, dossier };
};

const note = (code: 'no-institution' | 'no-campus', { options }: BadgeParams, etag: string): IssuedBadge => {
  const model = noteModel(code, { ...options, campus: null });
  return { status: 404, model, svg: drawBadge(model), etag, institution: '', verdict: null };
};

/** Without an address of its own the service signs nothing: a picture says so, and states nothing of the hospital. */
const preview = ({ options }: BadgeParams, etag: string): IssuedBadge => {
  const model = noteModel('not-configured', { ...options, campus: null });
  return { status: 200, model, svg: drawBadge(model), etag, institution: '', verdict: null };
};

const statedBy = ({ asOf, generation, policyVersion, nextDue }: Verdict): StatedBy => ({
  asOf,
  generation,
  policyVersion,
  nextDue,
});

type Order = Readonly<{ id: string; params: BadgeParams; forSite: boolean; issuer: string; etag: string }>;

const make = async (deps: SiteDeps, order: Order, keys: SigningKeys): Promise<IssuedBadge> => {
  const { params, forSite, issuer, etag } = order;
  const found = await find(deps, order.id, params.options);
  if (found === null) return note('no-institution', params, etag);
  const { verdict, dossier } = found;
  const { campus, site, ask } = params.options;
  if (campus !== null && !campusesOf(dossier).includes(campus)) return note('no-campus', params, etag);
  const model = badgeModelOf(verdict, params.options, forSite);
  const seal = { issuer, institution: dossier.id, site, campus, ask, state: model.state, verdict };
  const svg = await sealBadge(drawBadge(model), seal, await keys.signing(), deps.clock());
  return {
    status: forSite ? 200 : 403,
    model,
    svg,
    etag,
    institution: dossier.id,
    verdict: statedBy(verdict),
  };
};

/** The time within which the same badge has the same bytes: one hour of one generation under one key. */
const epochOf = (generation: number, now: Date, kid: string): string =>
  `${generation}-${shanghaiDay(now)}-${Math.floor(now.getTime() / HOUR_MS) % 24}-${kid}`;

/**
 * Issues badges: asks for today's verdict, draws it, seals it. A finished badge is kept for its generation and hour,
 * so a new generation shows on the very next request.
 */
export const openBadgeIssuer = (deps: SiteDeps, keys: SigningKeys): BadgeIssuer => {
  const isBound: SiteStore['isBound'] = (domain) => deps.state().sites.isBound(domain);
  const kept = grownCache<IssuedBadge>(MAX_KEPT);
  const states = grownCache<Readonly<{ state: BadgeState | null }>>(MAX_STATES);
  const issue: BadgeIssuer['issue'] = async (id, params, issuer) => {
    const { kid } = await keys.signing();
    const forSite = params.ownSite || (await isBound(params.options.site));
    const { generation, reference } = deps.reader();
    const epoch = epochOf(generation, deps.clock(), kid);
    const variant = JSON.stringify([
      reference.registryHash,
      id,
      forSite,
      issuer,
      Object.entries(params.options).sort(),
    ]);
    const etag = `"${epoch}-${createHash('sha256').update(variant).digest('base64url').slice(0, 16)}"`;
    const known = kept.get(etag);
    if (known !== undefined) return known;
    const signs = deps.config.baseUrl !== null;
    const made = signs
      ? await make(deps, { id, params, forSite, issuer, etag }, keys)
      : preview(params, etag);
    kept.set(etag, made);
    return made;
  };
  const stateNow: BadgeIssuer['stateNow'] = async ({ institution, site, campus, ask }, ownSite) => {
    if (!ownSite && !(await isBound(site))) return null;
    const { generation, reference } = deps.reader();
    const epoch = `${generation} ${reference.registryHash} ${shanghaiDay(deps.clock())}`;
    const key = JSON.stringify([epoch, institution, campus, ask]);
    const known = states.get(key);
    if (known !== undefined) return known.state;
    const found = await find(deps, institution, { lang: 'en', ask });
    const none = found === null || (campus !== null && !campusesOf(found.dossier).includes(campus));
    const state = none ? null : stateOf(found.verdict);
    states.set(key, { state });
    return state;
  };
  return { issue, stateNow };
};
