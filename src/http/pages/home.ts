import type { Verdict } from '../../../schema/verdict.ts';
import { ask } from '../../ask/ask.ts';
import { askedAbout } from '../../ask/asked-about.ts';
import { besideTreatment } from '../../ask/line/beside-treatment.ts';
import { parseQuestion } from '../../ask/parse-question.ts';
import { looksLikeNumber } from '../../identify/by-number.ts';
import { isForbiddenAsked } from '../../verdict/doubts.ts';
import { treatmentLine } from '../../verdict/offer/treatment-line.ts';
import { signOf } from '../../verdict/offer/unlawful.ts';
import { isNoHospital } from '../../verdict/place-words.ts';
import { namesHouse, treatmentNamed, treatmentOf } from '../../verdict/vocabulary/treatments.ts';
import { suggested } from '../suggested.ts';
import { addressWith } from './compare.ts';
import { type Html, html } from './html.ts';
import type { PageMeta } from './layout.ts';
import { readHeld } from './lists/held.ts';
import { heldPicture } from './lists/held-picture.ts';
import { type Page, queryValue } from './page.ts';
import { treatmentInPlace } from './treatments/in-province.ts';
import { treatmentLink, treatmentPath } from './treatments/treatment-link.ts';
import { answerOf } from './views/answer.ts';
import { bracketed } from './views/bracketed.ts';
import { suggestAttributes, suggestScript } from './views/choices.ts';
import { hiddenLanguageField } from './views/hidden-language.ts';
import { checkYourself, notices, searchedList } from './views/look-ups.ts';
import { problemList } from './views/problems-view.ts';
import { labelOf, limitOf } from './views/question-inputs.ts';

export const homeMeta = (page: Page): PageMeta => ({
  title: page.say('home.may-rely-hospital'),
  description: page.say('home.look-up-chinese-hospital'),
  index: queryValue(page.query, 'q') === undefined,
});

const searchForm = (page: Page, q: string | undefined): Html => {
  const { say } = page;
  return html`<form action="/" method="get" role="search"><label for="q">${labelOf(page, 'name')} <span class="fine">${say('home.chinese-english-licence-number')}</span></label>
<div class="search"><input id="q" name="q" type="search" ${limitOf('name')} required value="${q}" autocomplete="organization" ${suggestAttributes(page, 'go')}>${hiddenLanguageField(page)}<button>${say('common.look-up')}</button></div>${suggestScript}</form>`;
};

/** “CAR-T at West China Hospital” is answered for that treatment there: the way to ask more of it; of words that are no one treatment, to choose it, and of words that mean several, each of them. */
const moreOfTreatment = (page: Page, { identity, asked }: Verdict): Html | null => {
  const [about] = asked;
  const apart = besideTreatment(identity.why);
  const [only, ...others] = identity.candidates;
  const codes = identity.why.find(({ code }) => code === 'name.beside-several')?.params.codes;
  if (typeof codes === 'string' && only !== undefined && others.length === 0)
    return html`<h2>${page.say('home.choose-treatment')}</h2>
<ul>${codes.split(', ').map((code) => html`<li><a href="${page.to('/check', { id: only.id, service: code })}">${treatmentOf(code)?.name[page.lang] ?? code}</a></li>`)}</ul>`;
  if (apart !== null)
    return html`<p><a href="${page.to('/check', apart)}">${page.say('home.choose-treatment')}</a></p>`;
  return identity.institution === null || about === undefined
    ? null
    : html`<p><a href="${page.to('/check', { id: identity.institution.id, service: about.ask })}">${page.say('home.ask-more-of-treatment')}</a></p>`;
};

const result = (page: Page, q: string, verdict: Verdict): Html => {
  const { institution } = verdict.identity;
  const to = (id: string) => page.to(`/hospitals/${encodeURIComponent(id)}`);
  // What the first sentence says is not said again below it.
  const unsaid = verdict.notices.filter(({ text }) => !verdict.summary.includes(text));
  const more =
    institution === null
      ? html`${checkYourself(page, verdict)}${searchedList(page, verdict)}${notices(page, { ...verdict, notices: unsaid })}`
      : html`<p><a href="${to(institution.id)}">${page.say('home.rests-how-check-yourself')}</a></p>`;
  return html`${answerOf(page, verdict, { asked: q, link: to, again: to })}${moreOfTreatment(page, verdict)}${more}`;
};

/** Searches that lead somewhere, to be tried with one tap. */
const examples = ['Ruijin Hospital', '北医三院', 'CAR-T', 'proton therapy', '试管婴儿'] as const;

const tryThese = (page: Page): Html =>
  html`<p class="fine">${page.say('home.try')} ${examples.map((q, at) => html`${at === 0 ? null : ' · '}<a href="${page.to('/', { q })}">${q}</a>`)}</p>`;

/** The ways in, by what a reader holds in hand: a name, a treatment, an offer, a physician's name. */
const waysIn = (page: Page): Html => {
  const { say } = page;
  const ways = [
    ['/check', say('home.hospital-treatment'), say('home.may-hospital-offer')],
    ['/treatments', say('home.treatment'), say('home.needs-whom-lists-name')],
    ['/offer', say('home.offer-received'), say('home.paste-see-says-may')],
    ['/physician', say('home.physician'), say('home.registered-for-this')],
  ] as const;
  return html`<h2>${say('home.begin-with')}</h2><ul>${ways.map(([path, title, what]) => html`<li><a href="${page.to(path)}"><strong>${title}</strong></a><br><span class="soft">${what}</span></li>`)}</ul>`;
};

/** Where words typed as a name are those of a treatment, alone or with a place, the address of its page, or of a choice among several; null where they may name a hospital. */
export const movedFromHome = (page: Page): string | null => {
  const q = queryValue(page.query, 'q') ?? '';
  const named = treatmentNamed(q);
  if (named?.alone !== true) return namesHouse(q) ? null : treatmentInPlace(page, q);
  const [only, ...more] = named.treatments;
  return only === undefined || more.length > 0 ? page.to('/treatments', { q }) : page.to(treatmentPath(only));
};

/** Whether the first sentence speaks of a treatment already. */
const isTold = ({ identity: { why } }: Verdict): boolean => why.some(({ code }) => TOLD.has(code));
const TOLD: ReadonlySet<string> = new Set(['name.treatment-asked', 'name.operation-asked']);

/** Treatments that stand among the words typed, or are called by words that hold them; what is wrong with words that offer what nobody may. */
const perhapsTreatment = (page: Page, q: string, { identity: { why } }: Verdict): Html | null => {
  const named = treatmentNamed(q);
  if (named !== null)
    return html`<p class="inset">${page.say('home.do-mean-treatment')} ${named.treatments.map((one, at) => html`${at === 0 ? null : ' · '}${treatmentLink(page, one)}`)}${page.say('common.question-mark')}</p>`;
  const sign = why.some(isForbiddenAsked) ? null : signOf(q);
  return sign === null ? null : html`<p class="inset">${sign.why[page.lang]}</p>`;
};

/** Words that nobody is called by and that name no house may be a treatment without a list (chemotherapy, BNCT), or one in another language: said before the answer. */
const perhapsUnlisted = (page: Page, q: string, verdict: Verdict): Html | null =>
  verdict.identity.match !== 'none' ||
  isTold(verdict) ||
  verdict.identity.why.some(isNoHospital) ||
  namesHouse(q) ||
  looksLikeNumber(q) ||
  treatmentLine(q) !== null
    ? null
    : html`<p class="inset">${page.say('home.if-treatment')} <a href="${page.to('/treatments')}">${page.say('home.treatments-with-lists')}</a></p>`;

/** Nobody is called so, but names begin so: the type-ahead list, for those without JavaScript and for pinyin. */
const beginSo = async (page: Page, q: string, verdict: Verdict): Promise<Html | null> => {
  const { institution, candidates } = verdict.identity;
  if (institution !== null || candidates.length > 0) return null;
  const found = await suggested(q, page.reader, page.lang);
  if (found.length === 0) return null;
  return html`<h2>${page.say('home.hospitals-whose-name-begins')}</h2><ul>${found.map(
    ({ id, name, translation, city }) =>
      html`<li><a href="${page.to(`/hospitals/${encodeURIComponent(id)}`)}">${translation ?? name}</a>${translation === undefined ? null : bracketed(page, page.say('common.our-translation'))}${city === null || name.includes(city) ? null : html` <span class="soft">${city}</span>`}</li>`,
  )}</ul>`;
};

/** Several that one line names, each by a name of its own, side by side. */
const sideBySide = (page: Page, { identity: { why, candidates } }: Verdict): Html | null => {
  const named = why.find(({ code }) => code === 'name.names-several')?.params.count;
  if (named !== candidates.length || candidates.length > MOST_COMPARED) return null;
  const to = addressWith(
    page,
    candidates.map(({ id }) => id),
  );
  return html`<p><a href="${to}">${page.say('home.side-by-side')}</a></p>`;
};
const MOST_COMPARED = 4;

/** The first page: one field. With a name in the address, who that name means. */
export const homePage = async (page: Page): Promise<Html> => {
  const q = queryValue(page.query, 'q');
  const { say } = page;
  const form = searchForm(page, q);
  const title = html`<h1>${say('home.may-rely-hospital')}</h1>`;
  if (q === undefined)
    return html`${title}
<p class="soft">${say('home.authorities-published-about-hospitals')}</p>${form}${tryThese(page)}${waysIn(page)}${heldPicture(page, await readHeld(page))}`;
  const read = parseQuestion(
    { name: q, lang: page.lang },
    { now: page.now, lang: page.lang, via: 'query', pointer: '' },
  );
  if (!('question' in read)) return html`${title}${form}${problemList(page, read)}`;
  const verdict = await ask(read.question, page.reader, page.now);
  page.deps.demand.count(askedAbout(verdict));
  return html`${form}${verdict.asked.length > 0 || isTold(verdict) ? null : perhapsTreatment(page, q, verdict)}${perhapsUnlisted(page, q, verdict)}${result(page, q, verdict)}${sideBySide(page, verdict)}${await beginSo(page, q, verdict)}`;
};
