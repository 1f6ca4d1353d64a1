import { setImmediate as turn } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import about from '../../../package.json' with { type: 'json' };
import { createAnswers } from '../../ask/answers.ts';
import { systemClock } from '../../clock.ts';
import type { MailAccount } from '../../config/mail.ts';
import { openMailer } from '../../fetch/mail.ts';
import { openPoster } from '../../fetch/post.ts';
import { userAgent } from '../../fetch/user-agent.ts';
import { openServiceState, openStore } from '../../store/open-store.ts';
import { compareWatches } from '../../watch/compare.ts';
import { stepBehindOthers } from '../behind-others.ts';
import { findNames } from '../names/find-names.ts';
import { serveWorker } from '../serve-worker.ts';
import { deliverDue } from './deliver.ts';
import { mailChanges } from './mail-changes.ts';

/** What the worker that compares watches is started with. */
export type WatchSettings = Readonly<{
  data: string;
  testInstitutions: boolean;
  /** The public address of this service, empty where it has none. */
  base: string;
  /** The present instant, where tests set the clock; null: the machine's. */
  now: string | null;
  /** Whether events may be sent to receivers, and who sends them. */
  fetch: boolean;
  contact: string | null;
  mail: MailAccount | null;
}>;

/** Compares all that is stale with the newest generation, and sends what is due. */
export type WatchCalls = Readonly<{ work: Readonly<{ given: null; answer: null }> }>;

const CACHE_BYTES = 1_048_576;

stepBehindOthers();
const { data, testInstitutions, base, now, fetch, contact, mail } = workerData as WatchSettings;
const store = await openStore({ data, alone: true });
const state = openServiceState(data);
const clock = () => (now === null ? systemClock() : new Date(now));
const answers = createAnswers(() => store.reader(), clock, { cacheBytes: CACHE_BYTES, testInstitutions });

const mailer = mail === null ? null : openMailer(mail);
const poster = openPoster(userAgent(about.version, contact));

/** How long settled deliveries and events are kept, in milliseconds: docs/partners.md says so. */
const DELIVERIES_KEPT_MS = 30 * 86_400_000;
const EVENTS_KEPT_MS = 400 * 86_400_000;
let pruned = '';

/** Forgets what is old, once a day. */
const prune = async (): Promise<void> => {
  const at = clock();
  const today = at.toISOString().slice(0, 10);
  if (pruned === today) return;
  const before = (ms: number): string => new Date(at.getTime() - ms).toISOString();
  await state.watches.prune({
    deliveriesBefore: before(DELIVERIES_KEPT_MS),
    eventsBefore: before(EVENTS_KEPT_MS),
  });
  pruned = today;
};

/** One process at a time compares: two would find each change twice. What another one leaves undone is done at the next look. */
const compare = async (): Promise<void> => {
  const endTurn = await state.turn('watches');
  if (endTurn === null) return;
  await compareWatches({ watches: state.watches, answers, clock, base, pause: () => turn() })
    .then(prune)
    .finally(endTurn);
};

const work = async (): Promise<null> => {
  await store.refresh();
  await findNames(data, store.reader());
  await compare();
  if (fetch) await deliverDue({ hooks: state.watchHooks, post: poster.post, clock, base });
  if (mailer !== null)
    await mailChanges({ mail: state.watchMail, watches: state.watches, send: mailer.send, clock, base });
  return null;
};

serveWorker<WatchCalls>({ work }, async () => {
  mailer?.close();
  await poster.close();
  await state.close();
  await store.close();
});
