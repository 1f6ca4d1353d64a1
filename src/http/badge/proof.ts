import type { Fetcher } from '../../fetch/fetcher.ts';
import type { LookUpTxt } from '../../fetch/txt.ts';
import type { Site, SiteStore } from '../../store/service/sites.ts';
import { daysBetween, shanghaiDay } from '../../text/dates.ts';

/** `proven`: the token is there · `absent`: the pages are there without it · `unreachable`: nothing can be said. */
export type ProofState = 'proven' | 'absent' | 'unreachable';

/** A proven domain that cannot be reached keeps its badges this long. */
const GRACE_DAYS = 7;

/** Where on the website a proof may stand: a file of its own, or a meta tag of the front page. */
const places = (domain: string): readonly string[] => [
  `https://${domain}/.well-known/licet.txt`,
  `https://${domain}/`,
];

const shows = (text: string, token: string, file: boolean): boolean => {
  if (file) return text.split('\n').some((line) => line.trim() === token);
  const tags = text.match(/<meta\s[^>]*/gi) ?? [];
  return tags.some((tag) => /\bname=["']?licet-site\b/i.test(tag) && tag.includes(token));
};

/** What a look is made with: pages through the fetch room and its manners, and TXT records of the domain. */
type Prover = Readonly<{ get: Fetcher['get']; txt: LookUpTxt }>;

/** A name server that knows no such record says nothing against a file on the website. */
const inDns = async (domain: string, token: string, txt: LookUpTxt): Promise<boolean> => {
  const answer = await txt(`_licet.${domain}`);
  return answer.state === 'found' && answer.records.some((record) => record.trim() === token);
};

/** Looks for the token on the domain itself: DNS first, then the file, then the front page. */
export const lookForToken = async (
  { domain, token }: Readonly<{ domain: string; token: string }>,
  { get, txt }: Prover,
): Promise<ProofState> => {
  if (await inDns(domain, token, txt)) return 'proven';
  let state: ProofState = 'unreachable';
  for (const [at, url] of places(domain).entries()) {
    const found = await get({ url, source: 'badge-site-proof' });
    if (found.state !== 'fetched') continue;
    // A redirect to another host would let a link shortener prove a domain.
    if (new URL(found.url).hostname.replace(/^www\./, '') !== domain) continue;
    if (shows(new TextDecoder().decode(found.bytes), token, at === 0)) return 'proven';
    state = 'absent';
  }
  return state;
};

/** What follows from a look: proven again, lost, or left as it is for a week. */
const judged = (site: Site, state: ProofState, today: string): Site => {
  if (state === 'proven') return { ...site, provenOn: site.provenOn ?? today, seenOn: today };
  const seen = site.seenOn ?? site.provenOn;
  const inGrace = state === 'unreachable' && seen !== null && daysBetween(seen, today) <= GRACE_DAYS;
  return inGrace ? site : { ...site, provenOn: null };
};

/**
 * Looks at every domain that has a token (or the one named) and binds or unbinds it. For a nightly run and for
 * `licet partner prove`. Domains bound by the operator's own word (no token) are left alone.
 */
export const proveSites = async (
  store: Pick<SiteStore, 'all' | 'noteLook'>,
  prover: Prover,
  now: Date,
  only?: string,
): Promise<readonly Readonly<{ domain: string; state: ProofState; bound: boolean }>[]> => {
  const today = shanghaiDay(now);
  const sites = (await store.all()).filter(
    ({ domain, token }) => token !== null && (only === undefined || domain === only),
  );
  const looks = [];
  for (const site of sites) {
    const { domain, token } = site;
    const state = token === null ? 'unreachable' : await lookForToken({ domain, token }, prover);
    const { provenOn, seenOn } = judged(site, state, today);
    // One that was put on file anew while it was looked at is left to the next look.
    if (token !== null && (await store.noteLook({ domain, token, provenOn, seenOn }, today)))
      looks.push({ domain, state, bound: provenOn !== null });
  }
  return looks;
};
