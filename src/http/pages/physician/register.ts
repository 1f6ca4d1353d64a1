import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Question } from '../../../../schema/question.ts';
import type { Verdict } from '../../../../schema/verdict.ts';
import { parseQuestion } from '../../../ask/parse-question.ts';
import type { Deps } from '../../deps.ts';
import { ownReader } from '../../read-question.ts';
import { type Html, html } from '../html.ts';
import { createPage, type Page, type Query, queryValue, sendUnkept } from '../page.ts';
import { answerOf } from '../views/answer.ts';
import { checksOf } from '../views/checks-view.ts';
import { checkYourself, notices, searchedList } from '../views/look-ups.ts';
import { problemList } from '../views/problems-view.ts';
import { physicianForm, physicianMeta, physicianTitle } from './physician.ts';

/** What the form asks. */
const asks = ['id', 'name', 'practitioner', 'certificateNumber', 'service', 'purpose'] as const;

const rawOf = (page: Page, sent: Query): Record<string, unknown> => {
  const raw: Record<string, unknown> = { lang: page.lang };
  for (const field of asks) {
    const value = queryValue(sent, field);
    if (value !== undefined) raw[field] = value;
  }
  return raw;
};

const answered = (page: Page, { institution, service }: Question, verdict: Verdict): Html => {
  const about = {
    asked: institution.name ?? institution.id ?? page.say('register.certificate-number'),
    link: (id: string) => page.to(`/hospitals/${encodeURIComponent(id)}`),
    // Who is meant is asked for again: no physician stands in an address.
    again: (id: string) => page.to('/physician', { id, service }),
  };
  return html`${answerOf(page, verdict, about)}${checksOf(page, verdict)}
${checkYourself(page, verdict)}${searchedList(page, verdict)}${notices(page, verdict)}
<p class="no-print"><a href="${page.to('/physician')}">${page.say('register.ask-about-another-physician')}</a></p>`;
};

type PersonDeps = Pick<Deps, 'answers' | 'questionQuota'>;

const receive = async (
  page: Page,
  { answers, questionQuota }: PersonDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Readonly<{ status: number; body: Html }>> => {
  const sent = (request.body ?? {}) as Query;
  const raw = rawOf(page, sent);
  const context = { now: page.now, lang: page.lang, via: 'body', pointer: '' } as const;
  const read = parseQuestion(raw, context);
  if (!('question' in read)) {
    const hospital = { id: sent.id, name: sent.name };
    const again = read.code === 'LICET_PERSONAL_NUMBER' ? {} : hospital;
    return {
      status: 400,
      body: html`${physicianTitle(page)}${problemList(page, read)}${physicianForm(page, again)}`,
    };
  }
  await questionQuota(read.question, request, reply, page.now);
  const verdict = await answers.verdict(answers.epoch(), read.question);
  return { status: 200, body: answered(page, read.question, verdict) };
};

/**
 * The question about a physician, as a form: counted and written down like `POST /v1/verify` (docs/data-protection.md), shown
 * once, kept nowhere. Called in the scope that reads form bodies.
 */
export const registerPhysicianForm = (
  scope: FastifyInstance,
  deps: PersonDeps & Parameters<typeof createPage>[0],
): void => {
  scope.post('/physician', { schema: { hide: true }, ...ownReader }, async (request, reply) => {
    const page = createPage(deps, request);
    const { status, body } = await receive(page, deps, request, reply);
    return sendUnkept(reply, page, physicianMeta(page), body, status);
  });
};
