import type { AnswerChange } from '../../../../schema/answer-change.ts';
import { pageWords } from '../../../../schema/lexicon/page-words.ts';
import { askedTitle } from '../../../verdict/vocabulary/asked-title.ts';
import { findService } from '../../../verdict/vocabulary/services.ts';
import { type Html, html } from '../../pages/html.ts';
import type { Page } from '../../pages/page.ts';
import { outcomeWord } from '../../pages/views/answer-words.ts';

const told = (page: Page, one: AnswerChange['after'], service: string | null): string => {
  const { say, lang } = page;
  if (one === null) return say('capture.not-on-record');
  const forbidden = service !== null && findService(service)?.kind === 'prohibited';
  const outcome =
    one.outcome === 'ambiguous'
      ? say('answer-words.hospital-do-mean')
      : outcomeWord(page, one.outcome, forbidden);
  return say('capture.told', { outcome, licence: pageWords.licence[one.licence][lang] });
};

/** The answers that become others: of which hospital, about what, before and after; what becomes a no first. */
export const answersTable = (page: Page, answers: readonly AnswerChange[]): Html => {
  const { say, lang } = page;
  if (answers.length === 0) return html`<p>${say('capture.no-answer-changes')}</p>`;
  const ordered = [...answers].sort((a, b) => Number(b.negative) - Number(a.negative));
  const rows = ordered.map(({ institution, title, service, before, after, negative }) => {
    const name = title[lang] ?? title.zh ?? title.en ?? institution;
    const about = service === null ? say('capture.about-hospital') : (askedTitle(service)?.[lang] ?? service);
    const is = told(page, after, service);
    return html`<tr><th scope="row">${name}</th><td>${about}</td><td>${told(page, before, service)}</td><td>${negative ? html`<strong>${is}</strong>` : is}</td></tr>`;
  });
  return html`<div class="wide" tabindex="0" role="region" aria-label="${say('capture.answers')}"><table><thead><tr><th scope="col">${say('capture.head-hospital')}</th><th scope="col">${say('capture.head-about')}</th><th scope="col">${say('capture.head-before')}</th><th scope="col">${say('capture.head-after')}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
};
