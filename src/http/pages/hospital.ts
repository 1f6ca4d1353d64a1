import type { Dossier } from '../../../schema/institution.ts';
import { MAX_CLAIMS, type Question } from '../../../schema/question.ts';
import type { Verdict } from '../../../schema/verdict.ts';
import { ask, askAbout } from '../../ask/ask.ts';
import { readerFor } from '../../ask/test-institutions.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { isClaim } from '../../verdict/vocabulary/claims.ts';
import { findService } from '../../verdict/vocabulary/services.ts';
import { badgeUrl } from '../badge/address.ts';
import { displayContext, showEvidence } from '../shapes/show-evidence.ts';
import { type Html, html } from './html.ts';
import type { PageMeta } from './layout.ts';
import type { Page } from './page.ts';
import { type BadgeReferral, badgeReferralNote } from './views/badge-referral.ts';
import { type Candidate, sameNamed } from './views/candidates.ts';
import { candidateList } from './views/choices.ts';
import { evidenceTable } from './views/evidence-view.ts';
import { addressList, nameList } from './views/facts-view.ts';
import { englishName, placeLine } from './views/institution-line.ts';
import { timeline } from './views/timeline.ts';
import {
  checksOf,
  checkYourself,
  heldTable,
  notices,
  searchedList,
  verdictCard,
} from './views/verdict-view.ts';

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

/** The institution under an id; the id it was merged into; or nothing. */
export const findHospital = async (
  page: Page,
  id: string,
): Promise<Hospital | Readonly<{ merged: string }> | null> => {
  const reader = readerFor(id, page.reader, page.deps.config.testInstitutions, page.now);
  const merged = await reader.redirect(id);
  if (merged !== undefined) return { merged };
  const dossier = await reader.dossier(id);
  if (dossier === undefined) return null;
  const question: Question = { institution: { id }, claims: [], lang: page.lang };
  const verdict = askAbout(dossier, page.lang, reader.reference, page.now);
  const held = await heldChecks(page, reader, dossier, question);
  return {
    dossier,
    verdict,
    held,
    similar: dossier.test ? [] : await sameNamed({ ...page, reader }, dossier),
  };
};

const titleOf = ({ title, id }: Dossier): string => title.zh ?? title.en ?? id;

export const hospitalMeta = (page: Page, { dossier, verdict }: Hospital): PageMeta => {
  const { zh, en } = dossier.title;
  const name = page.lang === 'zh' ? (zh ?? en) : (en ?? zh);
  const here = `${page.base}/hospitals/${encodeURIComponent(dossier.id)}`;
  return {
    title: name ?? dossier.id,
    description: verdict.summary,
    index: !dossier.test,
    image: badgeUrl(page.base, dossier.id, { size: 'large', lang: page.lang, theme: 'light' }),
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

const head = (page: Page, { dossier }: Hospital, referral: BadgeReferral | null): Html => {
  const { zh } = dossier.title;
  const where = placeLine(page, dossier.place);
  return html`${dossier.test ? html`<p class="note"><strong>${page.say('Made up for tests: no such hospital exists.', '测试用虚构机构，并不存在。')}</strong></p>` : null}
<h1 lang="${zh === null ? 'en' : 'zh-Hans'}">${titleOf(dossier)}</h1>${englishName(page, dossier.title)}
${where === '' ? null : html`<p class="where">${where}</p>`}${badgeReferralNote(page, referral)}`;
};

const treatmentLinks = (page: Page, dossier: Dossier): Html => {
  const codes = [...new Set(dossier.credentials.map(({ code }) => code))];
  const known = codes.flatMap((code) => findService(code) ?? []).slice(0, MAX_SERVICES);
  const { id } = dossier;
  return html`<h2 class="no-print">${page.say('A certain treatment?', '想查某项治疗？')}</h2>
<p class="no-print">${known.map(({ code, name }) => html`<a href="${page.to('/check', { id, service: code })}">${name[page.lang]}</a> · `)}<a href="${page.to('/check', { id })}">${page.say('Ask about any treatment or mark here', '查询本院的任何治疗项目或认证')}</a></p>`;
};

const evidence = (page: Page, { dossier }: Hospital): Html => {
  const reader = readerFor(dossier.id, page.reader, page.deps.config.testInstitutions, page.now);
  const context = displayContext(reader.reference, page.today, page.lang, dossier);
  const items = dossier.evidence.map((ref) => {
    const source = reader.reference.sources.get(ref.source);
    return { ...showEvidence(context, ref), title: source?.descriptor.title[page.lang] ?? ref.source };
  });
  return html`<h2>${page.say('Evidence', '依据')}</h2>${items.length === 0 ? html`<p>${page.say('None on file.', '暂无。')}</p>` : evidenceTable(page, items)}`;
};

const beware = (page: Page, { similar }: Hospital): Html | null =>
  similar.length === 0
    ? null
    : html`<h2>${page.say('Not to be confused with', '请勿混淆')}</h2>
<p>${page.say('These share a name or a short name with it and are other institutions.', '以下机构与其同名或简称相同，但并非同一机构。')}</p>
${candidateList(page, similar, (id) => page.to(`/hospitals/${encodeURIComponent(id)}`))}`;

/** One institution: the sentence, what it rests on, its terms, names, places, doubles, and how to look it up oneself. */
export const hospitalPage = (page: Page, hospital: Hospital, referral: BadgeReferral | null): Html => {
  const { dossier, verdict, held } = hospital;
  const { say } = page;
  return html`${head(page, hospital, referral)}${verdictCard(page, verdict)}
${checksOf(page, verdict.checks)}
${heldTable(page, held)}
${notices(verdict)}${checkYourself(page, verdict)}${treatmentLinks(page, dossier)}
${dossier.credentials.length === 0 ? null : html`<h2>${say('What the lists say, and for how long', '名单所载内容与期限')}</h2>${timeline(page, dossier.credentials)}`}
${nameList(page, dossier)}${addressList(page, dossier)}${beware(page, hospital)}${evidence(page, hospital)}${searchedList(page, verdict)}
<p class="no-print"><a href="${page.to('/partners', { id: dossier.id })}">${say('Badge for a website', '网站徽章')}</a> · <a href="${page.to('/compare', { id: dossier.id })}">${say('Compare with others', '与其他医院比较')}</a> · <a href="${page.to('/report', { about: `/hospitals/${dossier.id}` })}">${say('Something is wrong here', '此处信息有误')}</a></p>`;
};
