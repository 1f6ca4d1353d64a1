import { institutionAsks, namingFields, type Question, repeatedFields } from '../../../schema/question.ts';
import type { Verdict } from '../../../schema/verdict.ts';
import { ask } from '../../ask/ask.ts';
import { askedAbout } from '../../ask/asked-about.ts';
import { knownBesidesOf } from '../../ask/known-besides.ts';
import { besideTreatment } from '../../ask/line/beside-treatment.ts';
import { parseQuestion } from '../../ask/parse-question.ts';
import type { Refused } from '../../ask/question-context.ts';
import { readerFor } from '../../ask/test-institutions.ts';
import { shanghaiDay } from '../../text/dates.ts';
import { type Html, html } from './html.ts';
import type { PageMeta } from './layout.ts';
import { type Page, queryValue, queryValues } from './page.ts';
import { answerTitle, type Card, cardImage, cardOfAnswer, cardOfPage } from './preview/card.ts';
import { answerOf } from './views/answer.ts';
import { type BadgeReferral, badgeReferralNote } from './views/badge-referral.ts';
import { checksOf } from './views/checks-view.ts';
import { claimSelect, serviceSelect, suggestAttributes, suggestScript } from './views/choices.ts';
import { hiddenLanguageField } from './views/hidden-language.ts';
import { checkYourself, notices, searchedList } from './views/look-ups.ts';
import { paper } from './views/paper.ts';
import { problemList } from './views/problems-view.ts';
import { labelOf, limitOf } from './views/question-inputs.ts';

const about = (page: Page) => ({
  title: page.say('check.may-hospital-offer-treatment'),
  description: page.say('check.ask-about-one-hospital'),
});

/** All that the form asks and a link may narrow an institution by, as the question reads it; empty fields of the form count as not asked. */
const rawOf = (page: Page): Record<string, unknown> => {
  const raw: Record<string, unknown> = { lang: page.lang };
  for (const field of institutionAsks) {
    const all = queryValues(page.query, field);
    if (all.length > 0) raw[field] = repeatedFields.includes(field) ? all : all[0];
  }
  return raw;
};

const form = (page: Page): Html => {
  const { say, query } = page;
  const id = queryValue(query, 'id');
  return html`<form action="/check" method="get">
${
  id === undefined
    ? html`<label for="name">${labelOf(page, 'name')}</label><div class="search"><input id="name" name="name" ${limitOf('name')} required value="${queryValue(query, 'name')}" ${suggestAttributes(page, 'choose')}></div>${suggestScript}
<label for="city">${labelOf(page, 'city')} <span class="fine">${say('common.if-know')}</span></label><input id="city" name="city" ${limitOf('city')} value="${queryValue(query, 'city')}">`
    : html`<input type="hidden" name="id" value="${id}">`
}
<div class="pair"><div><label for="service">${labelOf(page, 'service')}</label>${serviceSelect(page, queryValue(query, 'service'))}<p class="fine"><a href="${page.to('/treatments')}">${say('check.find-own-words')}</a></p></div>
<div><label for="claim">${labelOf(page, 'claim')}</label>${claimSelect(page, queryValues(query, 'claim'))}</div></div>
<label for="asOf">${labelOf(page, 'asOf')} <span class="fine">${say('check.today-if-empty')}</span></label><input id="asOf" name="asOf" type="date" max="${shanghaiDay(page.now)}" value="${queryValue(query, 'asOf')}">
${hiddenLanguageField(page)}<button>${say('common.check')}</button></form>`;
};

/** The same question about one of those who could be meant. */
const again =
  (page: Page) =>
  (id: string): string =>
    page.to('/check', {
      id,
      service: queryValue(page.query, 'service'),
      claim: queryValue(page.query, 'claim'),
    });

const answered = async (
  page: Page,
  question: Question,
  verdict: Verdict,
  referral: BadgeReferral | null,
): Promise<Html> => {
  const { say } = page;
  page.deps.demand.count(askedAbout(verdict));
  const about = {
    asked: question.institution.name ?? question.institution.id ?? '',
    link: (id: string) => page.to(`/hospitals/${encodeURIComponent(id)}`),
    again: again(page),
    between: badgeReferralNote(page, referral),
  };
  return html`${answerOf(page, verdict, about)}${checksOf(page, verdict)}
${checkYourself(page, verdict)}${searchedList(page, verdict)}${notices(page, verdict)}${await paper(page, verdict)}
<details class="no-print"><summary>${say('check.ask-something-else')}</summary>${form(page)}</details>`;
};

type Read = ReturnType<typeof parseQuestion>;

/** What a request for the page has in it: an answered question, one that cannot be read, or none. */
type Checked =
  | Readonly<{ question: Question; verdict: Verdict }>
  | Exclude<Read, Readonly<{ question: Question }>>
  | null;

/** Reads the question out of the address and answers it. */
export const readCheck = async (page: Page): Promise<Checked> => {
  const raw = rawOf(page);
  if (namingFields.every((field) => raw[field] === undefined)) return null;
  const read = parseQuestion(raw, { now: page.now, lang: page.lang, via: 'query', pointer: '' });
  if (!('question' in read)) return read;
  const { question } = read;
  const { testInstitutions } = page.deps.config;
  const reader = readerFor(question.institution.id, page.reader, testInstitutions, page.now);
  return { question, verdict: await ask(question, reader, page.now) };
};

/**
 * Where one line held a hospital and words of a treatment that cannot be read as one: the address that asks for both apart. Where it held a treatment and no hospital: that of the
 * treatment's page. Null elsewhere.
 */
export const movedFromCheck = (page: Page, checked: Checked): string | null => {
  if (checked === null || !('verdict' in checked)) return null;
  const alone = checked.verdict.identity.why.find(({ code }) => code === 'name.treatment-alone');
  if (alone !== undefined) return page.to(`/treatments/${encodeURIComponent(String(alone.params.code))}`);
  const apart = besideTreatment(checked.verdict.identity.why);
  const asked = Object.fromEntries(institutionAsks.map((field) => [field, queryValue(page.query, field)]));
  return apart === null ? null : page.to('/check', { ...asked, ...apart });
};

/** The picture of the page: of the answer, or of what can be asked. */
export const checkCard = (page: Page, checked: Checked): Card =>
  checked !== null && 'verdict' in checked
    ? cardOfAnswer(page, checked.verdict)
    : cardOfPage(page, about(page));

export const checkMeta = (page: Page, checked: Checked): PageMeta => {
  const card = checkCard(page, checked);
  const answer = checked !== null && 'verdict' in checked;
  const asked = institutionAsks.flatMap((field) =>
    queryValues(page.query, field).map((one) => [field, one] as const),
  );
  return {
    ...(answer ? { title: answerTitle(card), description: checked.verdict.summary } : about(page)),
    index: Object.keys(page.query).length === 0,
    image: cardImage(page, '/check', card, answer ? asked : []),
  };
};

/** Who is meant and whether they are licensed, and what is known of the marks that could be read, where the treatment or a mark cannot be; null where it is anything else. */
const aboutHospital = async (page: Page, refused: Refused): Promise<Html | null> => {
  const context = { now: page.now, lang: page.lang, via: 'query', pointer: '' } as const;
  const known = await knownBesidesOf(rawOf(page), refused, context, (question) => {
    const { testInstitutions } = page.deps.config;
    const reader = readerFor(question.institution.id, page.reader, testInstitutions, page.now);
    return ask(question, reader, page.now);
  });
  if (known === null || known.institution === null) return null;
  const { id, name } = known.institution;
  const title = page.lang === 'zh' ? (name.zh ?? name.en) : (name.en ?? name.zh);
  return html`<div class="inset"><p><a href="${page.to(`/hospitals/${encodeURIComponent(id)}`)}"><strong>${title}</strong></a>${page.say('common.colon')}${known.sentence}</p>${known.asked.map(({ sentence }) => html`<p>${sentence}</p>`)}</div>`;
};

/** The treatment question: who, which treatment, which mark; candidates to choose from when the name is not enough. */
export const checkPage = async (
  page: Page,
  checked: Checked,
  referral: BadgeReferral | null,
): Promise<Html> => {
  if (checked !== null && 'verdict' in checked)
    return answered(page, checked.question, checked.verdict, referral);
  return html`<h1>${about(page).title}</h1>${checked === null ? null : html`${await aboutHospital(page, checked)}${problemList(page, checked)}`}${form(page)}`;
};
