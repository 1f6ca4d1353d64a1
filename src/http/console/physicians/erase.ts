import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { html } from '../../pages/html.ts';
import { createPage, type Page, type Query, queryValue } from '../../pages/page.ts';
import type { ConsoleDeps } from '../deps.ts';
import { onRecord } from '../on-record.ts';
import { requestOf, sendRequest, type WithRequest, wrongNote } from './send-request.ts';

const options = { schema: { hide: true }, config: { role: 'administrator' } } as const;
const LONGEST_NUMBER = 40;
const LONGEST_NAME = 100;

/** Who is erased: by certificate, or by name at an institution, since several bear one name. */
type Subject = Readonly<{ certificateNumber: string }> | Readonly<{ name: string; institution: string }>;

/** Reads who is meant off the form; a sentence on what is wrong with it otherwise. */
const subjectIn = async (page: Page, sent: Query): Promise<Subject | string> => {
  const { say } = page;
  const certificateNumber = queryValue(sent, 'certificateNumber') ?? '';
  const name = queryValue(sent, 'name') ?? '';
  const institution = queryValue(sent, 'institution') ?? '';
  if (certificateNumber.length > LONGEST_NUMBER || name.length > LONGEST_NAME)
    return say('console-physicians.who-missing');
  if (certificateNumber !== '') return { certificateNumber };
  if (name === '' || institution === '') return say('console-physicians.who-missing');
  const known = (await page.reader.dossier(institution)) !== undefined;
  return known ? { name, institution } : say('console-physicians.no-institution');
};

const erase =
  (deps: ConsoleDeps) =>
  async (request: FastifyRequest<WithRequest>, reply: FastifyReply): Promise<FastifyReply> => {
    const page = createPage(deps, request);
    const { id, state } = await requestOf(deps, request);
    if (state !== 'waiting')
      return sendRequest(deps, request, reply, wrongNote(page.say('console-physicians.closed-already')), 409);
    const who = await subjectIn(page, request.body ?? {});
    if (typeof who === 'string') return sendRequest(deps, request, reply, wrongNote(who), 400);
    const institution = 'institution' in who ? who.institution : null;
    const why = `request ${id}`;
    // On record stands the number of the request: whom it is about is known to whoever holds the proof, and to nobody by this service.
    const rows = await onRecord(deps, request, 'physician.erase', why, () =>
      deps.physicians().erase(who, institution, why, deps.clock()),
    );
    const words =
      rows === 0
        ? page.say('console-physicians.nothing-held')
        : page.say('console-physicians.erased', { rows });
    return sendRequest(deps, request, reply, html`<p class="inset" role="status">${words}</p>`);
  };

/** Deletes all that is held of the physician who asked for it; what was typed is used for this and kept nowhere. */
export const registerErasing = (app: FastifyInstance, deps: ConsoleDeps): void => {
  app.post<WithRequest>('/console/physicians/:id/erase', options, erase(deps));
};
