import type { FastifyInstance } from 'fastify';
import type { KeptAct } from '../../../store/operators.ts';
import { instantOf } from '../../pages/account/instant-of.ts';
import { type Html, html } from '../../pages/html.ts';
import { createPage, type Page, queryValue } from '../../pages/page.ts';
import type { ConsoleDeps } from '../deps.ts';
import { sendConsole } from '../frame.ts';

/** Acts on one page. */
const A_PAGE = 50;
const options = { schema: { hide: true }, config: { role: 'administrator' } } as const;

const row = (page: Page, { at, operator, act, about, outcome }: KeptAct): Html =>
  html`<tr><td>${instantOf(at)}</td><th scope="row">${operator}</th><td>${act}</td><td>${about}</td><td>${outcome ?? page.say('console.never-ended')}</td></tr>`;

const table = (page: Page, acts: readonly KeptAct[]): Html => {
  const { say } = page;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${say('console.acts')}"><table><thead><tr><th scope="col">${say('watch-view.when')}</th><th scope="col">${say('console.name')}</th><th scope="col">${say('console.act')}</th><th scope="col">${say('console.about')}</th><th scope="col">${say('console.outcome')}</th></tr></thead>
<tbody lang="en">${acts.map((one) => row(page, one))}</tbody></table></div>`;
};

/** `/console/operators/acts`: what operators did, on the command line, by token and here, newest first. */
export const registerActs = (app: FastifyInstance, deps: ConsoleDeps): void => {
  app.get('/console/operators/acts', options, async (request, reply) => {
    const page = createPage(deps, request);
    const before = Number(queryValue(page.query, 'before') ?? Number.NaN);
    const acts = await deps.state().operators.log(A_PAGE, Number.isSafeInteger(before) ? before : undefined);
    const last = acts.length === A_PAGE ? acts.at(-1) : undefined;
    const older =
      last === undefined
        ? null
        : html`<p><a href="${page.to(page.path, { before: String(last.id) })}">${page.say('console.older')}</a></p>`;
    return sendConsole(
      reply,
      page,
      request.operator,
      page.say('console.acts'),
      html`${table(page, acts)}${older}`,
    );
  });
};
