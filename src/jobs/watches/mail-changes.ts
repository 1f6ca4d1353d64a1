import type { Mailer } from '../../fetch/mail.ts';
import type { DueMail, WatchMailStore } from '../../store/service/watch-mail.ts';
import type { WatchStore } from '../../store/service/watches.ts';
import { shanghaiDay } from '../../text/dates.ts';
import { nextAttempt } from '../../watch/back-off.ts';
import { digestLetter, EVENTS_TOLD, questionLetter } from '../../watch/letters.ts';

/** Mails of one look; further ones wait for the next. */
const A_TIME = 20;
/** How long a mail is this process's alone: longer than any server takes to answer. One that was killed holds it no longer. */
const HELD_MS = 300_000;
const DAY_MS = 86_400_000;

type MailNeeds = Readonly<{
  mail: Pick<WatchMailStore, 'take' | 'settle'>;
  watches: Pick<WatchStore, 'events'>;
  send: Mailer['send'];
  clock: () => Date;
  /** The public address of this service. */
  base: string;
}>;

const letterOf = async ({ watches, base }: MailNeeds, due: DueMail) => {
  const { kind, watch, token, told } = due;
  const host = new URL(base).hostname;
  if (kind === 'question')
    return {
      ...questionLetter(watch, { base, token }),
      messageId: `<${watch.id}.ask.${token.slice(0, 8)}@${host}>`,
    };
  const events = await watches.events(watch.id, told, EVENTS_TOLD);
  const written = digestLetter(watch, events, watch.events - told, { base, token });
  return { ...written, messageId: `<${watch.id}.${watch.events}@${host}>` };
};

/**
 * Sends the mails whose time has come, each by one of several servers. What was handed over but not yet noted when the process ended is
 * sent again under the same Message-ID, five minutes after. A server that refuses is asked again after the waits of src/watch/back-off.ts, then once a day. Gives how many were taken.
 */
export const mailChanges = async (needs: MailNeeds): Promise<number> => {
  const { mail, send, clock } = needs;
  const now = clock();
  const today = shanghaiDay(now);
  let taken = 0;
  const held = new Date(now.getTime() + HELD_MS).toISOString();
  for (let sent = 0; sent < A_TIME; sent += 1) {
    const due = await mail.take(now.toISOString(), today, held);
    if (due === null) break;
    const { kind, watch, token, address, failed } = due;
    const why = await send({ ...(await letterOf(needs, due)), to: address });
    const daily = kind === 'digest' ? new Date(now.getTime() + DAY_MS).toISOString() : null;
    const again = why === null ? null : (nextAttempt(failed + 1, now) ?? daily);
    await mail.settle({
      watch: watch.id,
      token,
      kind,
      failed,
      told: why === null ? watch.events : null,
      again,
      today,
    });
    taken += why === null ? 1 : 0;
  }
  return taken;
};
