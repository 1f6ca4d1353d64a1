import t from 'tap';
import type { Mailer } from '../../src/fetch/mail.ts';
import { deliverDue } from '../../src/jobs/watches/deliver.ts';
import { mailChanges } from '../../src/jobs/watches/mail-changes.ts';
import { openServiceState } from '../../src/store/open-store.ts';

const AT = '2026-11-21T09:00:00.000Z';
const clock = () => new Date(AT);
const base = 'https://licet.example';

t.test(
  'of two servers that look at once, one sends an event and a mail, and none sends it twice',
  async (t) => {
    const data = t.testdir();
    const servers = [openServiceState(data), openServiceState(data)] as const;
    t.teardown(() => Promise.all(servers.map((state) => state.close())));
    const [{ partnerKeys, watches, watchHooks, watchMail }] = servers;
    const partner = 'Made-up Agency';
    const terms = { scopes: ['watch' as const], perMinute: null, expiresAt: null };
    await partnerKeys.add({ partner, keyHash: 'k', since: '2026-11-21', ...terms });
    const entry = { question: { institution: { name: '编造甲医院' }, claims: [] }, reference: null };
    for (const id of ['w1', 'w2']) {
      const watch = { id, partner, name: 'made up', lang: 'en', tell: ['verdict'], createdAt: AT } as const;
      await watches.add(watch, [entry], 2);
      const secret = `whsec_${Buffer.alloc(32).toString('base64')}`;
      await watchHooks.put({ watch: id, url: `${base}/${id}`, secret, since: AT });
      await watchHooks.test(id, AT);
      await watchMail.ask(id, `${id}@agency.example`, `token-of-${id}`, AT);
    }
    const sent: string[] = [];
    const deliver = (at: 0 | 1) => deliverDue({ hooks: servers[at].watchHooks, post, clock, base });
    const mail = (at: 0 | 1) => mailChanges({ mail: servers[at].watchMail, watches, send, clock, base });
    const post = async (url: string) => {
      sent.push(url);
      if (sent.length === 1) t.equal(await deliver(1), 0, 'its receivers are held while it sends');
      return { status: 200 } as const;
    };
    const send: Mailer['send'] = async ({ to }) => {
      sent.push(to);
      if (sent.length === 3) t.equal(await mail(1), 1, 'the other one sends what is left');
      return null;
    };
    t.strictSame([await deliver(0), await mail(0)], [2, 1]);
    t.strictSame(
      sent.toSorted(),
      ['w1', 'w2'].flatMap((id) => [`${base}/${id}`, `${id}@agency.example`]).toSorted(),
    );
    t.strictSame([await deliver(1), await mail(1)], [0, 0]);
  },
);
