import type { FastifyInstance } from 'fastify';
import { createPage, queryValue } from '../../pages/page.ts';
import { rotatePartnerKey } from '../../partners/partner-keys.ts';
import type { ConsoleDeps } from '../deps.ts';
import { onRecord } from '../on-record.ts';
import { administering, doneNote, keyNote, nameIn, sentIn, wrongNote } from './notes.ts';
import { sendPartner } from './one-partner.ts';
import { termsIn } from './terms.ts';

/** Another key for a partner, and the end of one key or of all. */
export const registerKeyActs = (app: FastifyInstance, deps: ConsoleDeps): void => {
  const keys = () => deps.state().partnerKeys;
  app.post('/console/partners/rotate', administering, async (request, reply) => {
    const page = createPage(deps, request);
    const name = nameIn(request);
    const newest = (await keys().list()).filter(({ partner }) => partner === name).at(-1) ?? null;
    const read = termsIn(sentIn(request), newest, page.now);
    if (newest !== null && 'wrong' in read) {
      const words =
        read.wrong === 'scope' ? page.say('console.no-scope') : page.say('console-partners.bad-number');
      return sendPartner(deps, request, reply, name, wrongNote(words), 400);
    }
    if (newest === null || 'wrong' in read) return sendPartner(deps, request, reply, name);
    const overlap = { today: page.today, at: page.now.toISOString(), oldUntil: read.oldUntil };
    const key = await onRecord(deps, request, 'partner.rotate', name, () =>
      rotatePartnerKey(keys(), name, overlap, read.terms),
    );
    const note = key === null ? null : keyNote(page, name, key);
    return sendPartner(deps, request, reply, name, note, 201);
  });
  app.post('/console/partners/revoke', administering, async (request, reply) => {
    const page = createPage(deps, request);
    const name = nameIn(request);
    const one = queryValue(sentIn(request), 'key');
    const at = page.now.toISOString();
    const about = one === undefined ? name : `${name}, key ${Number(one)}`;
    const ended = await onRecord(deps, request, 'partner.revoke', about, async () =>
      one === undefined ? keys().revoke(name, at) : Number(await keys().revokeOne(name, Number(one), at)),
    );
    const note =
      ended === 0 ? wrongNote(page.say('console-partners.no-live-key')) : doneNote(page.say('console.done'));
    return sendPartner(deps, request, reply, name, note, ended === 0 ? 404 : 200);
  });
};
