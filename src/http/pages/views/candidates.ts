import type { Dossier } from '../../../../schema/institution.ts';
import type { Verdict } from '../../../../schema/verdict.ts';
import { nameKeys } from '../../../name-keys/keys.ts';
import { isForbidden } from '../../../verdict/kind-of-no.ts';
import { summariseInstitution } from '../../../verdict/summary.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../page.ts';
import { licenceWord, tag } from './answer-lines.ts';
import { outcomeWord } from './answer-words.ts';
import { datedText } from './dated-text.ts';
import { bothNames, placeLine } from './institution-line.ts';

type Identity = Verdict['identity'];
export type Candidate = Identity['candidates'][number];

/** Reasons that tell of a hospital that the line names. */
const NAMED = /^name\.(?:beside-|named-beside|names-several|words-unread)/u;

/** What stands over the institutions of an answer that settles on none. */
const titleOf = ({ say }: Page, { match, why }: Identity): string => {
  if (match === 'lookalike') return say('candidates.record-but-not-shown');
  if (match === 'branch-not-on-record') return say('candidates.record-institution-itself');
  if (why.some(({ code }) => NAMED.test(code))) return say('candidates.named');
  if (match === 'ambiguous') return say('candidates.choose-one-mean');
  return why.some(({ code }) => code === 'name.nearest')
    ? say('candidates.did-mean')
    : say('candidates.similar-names');
};

/** What the answer would be, were it this one. */
const ownAnswer = (page: Page, { outcome, licence }: Candidate, forbidden: boolean): Html | null =>
  outcome === undefined || outcome === 'ambiguous' || licence === undefined
    ? null
    : html`<p class="${outcome}">${tag(outcomeWord(page, outcome, forbidden))} <span class="fine">${page.say('candidates.practice-licence')} ${licenceWord(page, licence.result)}</span></p>`;

const where = (page: Page, { province, city, address, licenceNumber }: Candidate): Html => {
  const place = placeLine(page, { province, city }) || page.say('candidates.place-not-stated');
  return html`<p class="fine">${place}${address == null ? null : html` · <span lang="zh-Hans">${address}</span>`}${
    licenceNumber === null ? null : ` · ${page.say('candidates.licence-no')} ${licenceNumber}`
  }</p>`;
};

/** One institution to choose: its names, its place, what tells it apart, and its own answer. */
const candidateCard = (page: Page, one: Candidate, to: string, forbidden: boolean): Html => {
  const [first, second] = bothNames(page, one.name, one.id);
  return html`<li class="card"><h3><a href="${to}">${first}</a></h3>${second === null ? null : html`<p class="where">${second}</p>`}
${where(page, one)}${(one.apart ?? []).map(({ text }) => html`<p><strong>${text}</strong></p>`)}${ownAnswer(page, one, forbidden)}</li>`;
};

/** Institutions to choose from; `forbidden`: what was asked is prohibited, whichever it is. */
export const candidateList = (
  page: Page,
  candidates: readonly Candidate[],
  to: (id: string) => string,
  forbidden = false,
): Html =>
  html`<ul class="plain">${candidates.map((one) => candidateCard(page, one, to(one.id), forbidden))}</ul>`;

/** How the name that was asked compares with each name on record, folded below all of them. */
const comparedNames = (page: Page, candidates: readonly Candidate[]): Html | null => {
  const compared = candidates.filter(({ why }) => why.length > 0);
  const each = compared.map(
    ({ id, name, why }) =>
      html`<dt>${bothNames(page, name, id)[0]}</dt>${why.map(({ text }) => html`<dd>${datedText(page, text)}</dd>`)}`,
  );
  return compared.length === 0
    ? null
    : html`<details><summary>${page.say('candidates.how-names-compare')}</summary><dl>${each}</dl></details>`;
};

/** Answers about something that is only called after an institution on record: a yes of that one, beside it, would be read as the answer. */
const CALLED_AFTER: ReadonlySet<string> = new Set(['lookalike', 'branch-not-on-record']);

const withoutAnswer = ({ outcome: _, licence: __, ...one }: Candidate): Candidate => one;

/** Who else could be meant; null where nobody else could be. */
export const candidateCards = (page: Page, verdict: Verdict, to: (id: string) => string): Html | null => {
  const { identity } = verdict;
  if (identity.candidates.length === 0) return null;
  const cards = CALLED_AFTER.has(identity.match)
    ? identity.candidates.map(withoutAnswer)
    : identity.candidates;
  return html`<h2>${titleOf(page, identity)}</h2>
${candidateList(page, cards, to, isForbidden(verdict))}${comparedNames(page, identity.candidates)}`;
};

const MOST = 8;

const keysOf = (dossier: Dossier): readonly string[] => [
  ...new Set(
    dossier.names.flatMap(({ value }) => {
      const { full, short } = nameKeys(value);
      return short === null ? [full] : [full, short];
    }),
  ),
];

/**
 * Other institutions that share a name or a short name with this one: whoever reads the name alone could mean them.
 * At most eight, in the registry's stable order.
 */
export const sameNamed = async (page: Page, dossier: Dossier): Promise<readonly Candidate[]> => {
  const ids = new Set<string>();
  for (const key of keysOf(dossier))
    for (const hit of await page.reader.findNameKey(key, MOST + 1))
      if (hit.institution !== dossier.id && ids.size < MOST) ids.add(hit.institution);
  const found = await Promise.all([...ids].map((id) => page.reader.dossier(id)));
  return found.flatMap((other) =>
    other === undefined ? [] : [{ ...summariseInstitution(other), score: 0, why: [] }],
  );
};
