import type { FastifyRequest } from 'fastify';
import { type Html, html } from '../../pages/html.ts';
import { type Page, type Query, queryValue } from '../../pages/page.ts';
import { copyAttributes, copyScript } from '../../pages/views/next-step.ts';

/** Every act about partners is an administrator's. */
export const administering = { schema: { hide: true }, config: { role: 'administrator' } } as const;

/** The fields of a form that was sent. */
export const sentIn = ({ body }: FastifyRequest): Query => (body ?? {}) as Query;

/** The partner that a form is about. */
export const nameIn = (request: FastifyRequest): string => queryValue(sentIn(request), 'name') ?? '';

/** What was wrong with what was sent. */
export const wrongNote = (words: string): Html => html`<p class="note" role="alert">${words}</p>`;

/** What was done. */
export const doneNote = (words: string): Html => html`<p class="inset" role="status">${words}</p>`;

/** A new key, shown this once. */
export const keyNote = (page: Page, name: string, key: string): Html =>
  html`<div class="inset" role="status"><p>${page.say('console.key-once', { name })}</p><pre tabindex="0" ${copyAttributes(page)}>${key}</pre></div>${copyScript}`;
