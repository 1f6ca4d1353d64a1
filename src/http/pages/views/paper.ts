import type { Evidence, Verdict } from '../../../../schema/verdict.ts';
import { qrPath } from '../../badge/qr.ts';
import { pathIn } from '../address-in.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../page.ts';
import { bracketed } from './bracketed.ts';
import { datedText } from './dated-text.ts';
import { listDate } from './evidence-view.ts';
import { stepOf } from './next-step.ts';

/** Lines of evidence that leave room for the rest of one A4 page. */
const MOST = 6;

/** An address longer than this makes a code that no telephone reads off paper. */
const LONGEST = 400;

/** A code that leads to the page as it stands when it is scanned: paper cannot be taken back when an answer changes. */
const code = async (page: Page, address: string): Promise<Html | null> => {
  if (address.length > LONGEST) return null;
  const { size, path } = await qrPath(address);
  return html`<svg class="qr" viewBox="-2 -2 ${size + 4} ${size + 4}" role="img" aria-label="${page.say('paper.code-leads-page')}"><path d="${path}" shape-rendering="crispEdges"/></svg>`;
};

const rests = (page: Page, { title, authority, asOf, sha256, row }: Evidence & { title: string }): Html =>
  html`<li>${title}${bracketed(page, authority)}${page.say('common.stop')}${listDate(page, asOf)}${row > 0 ? page.say('paper.row', { row }) : null}${page.say('common.stop')}<span class="hash">${sha256.slice(0, 16)}</span></li>`;

/** What an answer rests on, each list once. */
const evidenceOf = (page: Page, { checks }: Verdict): readonly (Evidence & { title: string })[] => {
  const all = checks.flatMap(({ evidence }) => evidence);
  return all
    .filter(({ url }, at) => all.findIndex((one) => one.url === url) === at)
    .slice(0, MOST)
    .map((one) => {
      const source = page.reader.reference.sources.get(one.source);
      return { ...one, title: source?.descriptor.title[page.lang] ?? one.source };
    });
};

/** What a printed answer needs besides: the sentence for the desk, the evidence in short, the address and its code. Shown on paper only. */
export const paper = async (page: Page, verdict: Verdict): Promise<Html> => {
  const { say } = page;
  const address = `${page.base}${pathIn(page, page.lang)}`;
  const show = stepOf(page, verdict)?.show ?? null;
  const evidence = evidenceOf(page, verdict);
  return html`<section class="paper">${show === null ? null : html`<p class="show" lang="zh-Hans">${show}</p>`}
${evidence.length === 0 ? null : html`<h2>${say('paper.rests')}</h2><ul>${evidence.map((one) => rests(page, one))}</ul>`}
<div class="scan">${await code(page, address)}<p>${datedText(page, say('paper.printed-answers-grow-old', { asOf: verdict.asOf }))}<br><span class="hash">${address}</span></p></div></section>`;
};
