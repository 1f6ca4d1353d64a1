import type { FastifyInstance } from 'fastify';
import { html } from '../../pages/html.ts';
import { createPage } from '../../pages/page.ts';
import type { ConsoleDeps } from '../deps.ts';
import { sendConsole } from '../frame.ts';
import { ageingSection } from './ageing.ts';
import { askedSection } from './asked.ts';
import { failedSection, failedSources } from './failed.ts';
import { runningSection } from './running.ts';
import { waitingSection } from './waiting.ts';

const options = { schema: { hide: true }, config: { role: 'clerk' } } as const;

/** `/console`: what failed, what waits, who writes now, whom partners ask for most, and what is or soon will be stale, first thing in the morning. */
export const registerToday = (app: FastifyInstance, deps: ConsoleDeps): void => {
  app.get('/console', options, async (request, reply) => {
    const page = createPage(deps, request);
    const failed = await failedSources(page);
    const waiting = await waitingSection(page, failed);
    const now = await runningSection(page);
    const body = html`${failedSection(page, failed)}${waiting}${now}${await askedSection(page)}${await ageingSection(page)}`;
    return sendConsole(reply, page, request.operator, page.say('console.today'), body);
  });
};
