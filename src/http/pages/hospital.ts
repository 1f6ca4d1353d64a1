import type { Dossier } from '../../../schema/institution.ts';
import { MAX_CLAIMS, type Question } from '../../../schema/question.ts';
import type { Verdict } from '../../../schema/verdict.ts';
import { ask, askAbout } from '../../ask/ask.ts';
import { readerFor } from '../../ask/test-institutions.ts';
import { sameAsOf } from '../../identifiers/directory-id.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { isClaim } from '../../verdict/vocabulary/claims.ts';
import { findService } from '../../verdict/vocabulary/services.ts';
import { displayContext, showEvidence } from '../shapes/show-evidence.ts';
import { type Html, html } from './html.ts';
import type { PageMeta } from './layout.ts';
import type { Page } from './page.ts';
import { type Card, cardImage, cardOfAnswer } from './preview/card.ts';
import { answerOf } from './views/answer.ts';
import { type BadgeReferral, badgeReferralNote } from './views/badge-referral.ts';
import { type Candidate, candidateList, sameNamed } from './views/candidates.ts';
import { checksOf, heldTable } from './views/checks-view.ts';
import { serviceSelect } from './views/choices.ts';
import { evidenceTable } from './views/evidence-view.ts';
import { addressList, nameList } from './views/facts-view.ts';
import { hiddenLanguageField } from './views/hidden-language.ts';
import { checkYourself, notices, searchedList } from './views/look-ups.ts';
import { paper } from './views/paper.ts';
import { timeline } from './views/timeline.ts';

const MAX_SERVICES = 12;

/** All that the page of one institution shows. */
export type Hospital = Readonly<{
  dossier: Dossier;
  verdict: Verdict;
  /** Checks of what the lists hold on this institution besides the licence. */
  held: Verdict['checks'];
  similar: readonly Candidate[];
}>;

/** What the rules say of everything the lists name for this institution: each mark and each treatment asked on its own. */
const heldChecks = async (
  page: Page,
  reader: Reader,
  dossier: Dossier,
  question: Question,
): Promise<Verdict['checks']> => {
  const codes = [...new Set(dossier.credentials.map(({ code }) => code))].filter(
    (code) => code !== 'licence',
  );
  const claims = codes.filter(isClaim).slice(0, MAX_CLAIMS);
  const treatments = codes.filter((code) => findService(code) !== undefined).slice(0, MAX_SERVICES);
  const questions = [
    ...(claims.length > 0 ? [{ ...question, claims }] : []),
    ...treatments.map((service) => ({ ...question, service })),
  ];
  const verdicts = await Promise.all(questions.map((one) => ask(one, reader, page.now)));
  const asked = new Set<string>([...claims, ...treatments]);
  return verdicts.flatMap(({ checks }) =>
    checks.filter((check) => check.ask !== null && asked.has(check.ask)),
  );
};

type Merged = Readonly<{ merged: string }>;

const readerOf = (page: Page, id: string): Reader =>
  readerFor(id, page.reader, page.deps.config.testInstitutions, page.now);

/** What is answered of the institution under an id; the id it was merged into; or nothing. */
const findAnswer = async (
  page: Page,
  id: string,
): Promise<Pick<Hospital, 'dossier' | 'verdict'> | Merged | null> => {
  const reader = readerOf(page, id);
  const merged = await reader.redirect(id);
  if (merged !== undefined) return { merged };
  const dossier = await reader.dossier(id);
  if (dossier === undefined) return null;
  return { dossier, verdict: askAbout(dossier, page.lang, reader.reference, page.now) };
};

/** The picture of an institution's page; the id it was merged into; or nothing. */
export const findHospitalCard = async (
  page: Page,
  id: string,
): Promise<Readonly<{ card: Card }> | Merged | null> => {
  const found = await findAnswer(page, id);
  return found === null || 'merged' in found ? found : { card: cardOfAnswer(page, found.verdict) };
};

/** The institution under an id with all that its page shows; the id it was merged into; or nothing. */
export const findHospital = async (page: Page, id: string): Promise<Hospital | Merged | null> => {
  const found = await findAnswer(page, id);
  if (found === null || 'merged' in found) return found;
  const { dossier } = found;
  const reader = readerOf(page, id);
  const question: Question = { institution: { id }, claims: [], lang: page.lang };
  const held = await heldChecks(page, reader, dossier, question);
  const similar = dossier.test ? [] : await sameNamed({ ...page, reader }, dossier);
  return { ...found, held, similar };
};

/** The same hospital in open registries of organisations (ROR, ISNI, Wikidata), where a list gives its ROR number. */
const sameAs = ({ identifiers }: Dossier): readonly string[] =>
  identifiers.filter(({ scheme }) => scheme === 'ror').flatMap(({ value }) => sameAsOf(value));

export const hospitalMeta = (page: Page, { dossier, verdict }: Hospital): PageMeta => {
  const { zh, en } = dossier.title;
  const name = page.lang === 'zh' ? (zh ?? en) : (en ?? zh);
  const here = `${page.base}/hospitals/${encodeURIComponent(dossier.id)}`;
  return {
    title: name ?? dossier.id,
    description: verdict.summary,
    index: !dossier.test,
    image: cardImage(page, `/hospitals/${encodeURIComponent(dossier.id)}`, cardOfAnswer(page, verdict)),
    head: html`<link rel="alternate" type="application/json+oembed" href="${page.base}/oembed?url=${encodeURIComponent(here)}" title="Licet">`,
    // The name and place on record only: search engines must not be handed a verdict that ages in their index.
    ...(dossier.test
      ? {}
      : {
          data: {
            '@context': 'https://schema.org',
            '@type': dossier.traits.body === 'clinic' ? 'MedicalClinic' : 'Hospital',
            '@id': here,
            name: name ?? dossier.id,
            alternateName: dossier.names
              .filter(({ uncited }) => uncited === undefined)
              .map(({ value }) => value)
              .filter((value) => value !== name),
            ...(sameAs(dossier).length === 0 ? {} : { sameAs: sameAs(dossier) }),
            address: {
              '@type': 'PostalAddress',
              addressCountry: 'CN',
              addressRegion: dossier.place.province,
              addressLocality: dossier.place.city,
            },
          },
        }),
  };
};

/** One treatment asked about here, chosen from all. */
const askForm = (page: Page, { id }: Dossier): Html => {
  const { say } = page;
  return html`<form class="no-print" action="/check" method="get"><input type="hidden" name="id" value="${id}">${hiddenLanguageField(page)}
<label for="service">${say('hospital.may-offer-certain-treatment')}</label><div class="search">${serviceSelect(page, undefined)}<button>${say('common.check')}</button></div></form>`;
};

/** Where a treatment or a mark of this hospital is asked about by itself. */
const askAt =
  (page: Page, id: string) =>
  (code: string): string =>
    page.to('/check', findService(code) === undefined ? { id, claim: code } : { id, service: code });

const evidence = (page: Page, { dossier }: Hospital): Html | null => {
  const reader = readerOf(page, dossier.id);
  const context = displayContext(reader.reference, page.today, page.lang, dossier);
  const items = dossier.evidence.map((ref) => {
    const source = reader.reference.sources.get(ref.source);
    return { ...showEvidence(context, ref), title: source?.descriptor.title[page.lang] ?? ref.source };
  });
  return items.length === 0
    ? null
    : html`<details><summary>${page.say('hospital.every-list-names', { count: items.length })}</summary>${evidenceTable(page, items)}</details>`;
};

const beware = (page: Page, { similar }: Hospital): Html | null =>
  similar.length === 0
    ? null
    : html`<details><summary>${page.say('hospital.not-confused-with', { count: similar.length })}</summary>
<p>${page.say('hospital.share-name-short-name')}</p>
${candidateList(page, similar, (id) => page.to(`/hospitals/${encodeURIComponent(id)}`))}</details>`;

const terms = (page: Page, { credentials }: Dossier): Html | null =>
  credentials.length === 0
    ? null
    : html`<details><summary>${page.say('hospital.dates-terms-lists')}</summary>${timeline(page, credentials)}</details>`;

/** One institution: the answer on one screen, then a treatment to ask about; all else is folded. */
export const hospitalPage = async (
  page: Page,
  hospital: Hospital,
  referral: BadgeReferral | null,
): Promise<Html> => {
  const { dossier, verdict, held } = hospital;
  const { say } = page;
  const about = {
    asked: dossier.id,
    again: (id: string) => page.to(`/hospitals/${encodeURIComponent(id)}`),
    between: badgeReferralNote(page, referral),
  };
  return html`${answerOf(page, verdict, about)}${askForm(page, dossier)}
${checksOf(page, verdict)}${heldTable(page, held, askAt(page, dossier.id))}${checkYourself(page, verdict)}${nameList(page, dossier)}${addressList(page, dossier)}
${terms(page, dossier)}${beware(page, hospital)}${evidence(page, hospital)}${searchedList(page, verdict)}${notices(page, verdict)}${await paper(page, verdict)}
<p class="no-print"><a href="${page.to('/compare', { id: dossier.id })}">${say('hospital.compare-with-others')}</a> · <a href="${page.to('/report', { about: `/hospitals/${dossier.id}` })}">${say('hospital.something-wrong-here')}</a> · <a href="${page.to('/partners', { id: dossier.id })}">${say('hospital.badge-website')}</a></p>`;
};
