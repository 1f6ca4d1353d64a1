import type { Command } from 'commander';
import type { ServiceState } from '../../../store/service/service-state.ts';
import { addDays, shanghaiDay } from '../../../text/dates.ts';
import type { CommonOptions, Context } from '../../context.ts';
import { common, examples } from '../../help.ts';
import { withState } from '../../registry.ts';
import { tableLines } from '../../table.ts';
import { countIn } from '../../token-holder.ts';
import { UsageError } from '../../usage-error.ts';
import { printable } from '../../width.ts';
import { keyLine, unknownPartner, withAct } from './keys.ts';

const WEEK = 7;
const MOST_SHOWN = 200;

const show =
  (context: Context) =>
  async (name: string, options: CommonOptions): Promise<void> => {
    const today = shanghaiDay(context.clock());
    const found = await withState(context, options, async ({ partnerKeys, sites, partnerUsage }) => {
      const keys = (await partnerKeys.list()).filter(({ partner }) => partner === name);
      const ids = keys.map(({ id }) => id);
      return {
        keys,
        sites: (await sites.all()).filter(({ partner }) => partner === name),
        usage: (await partnerUsage.since(addDays(today, 1 - WEEK))).filter(({ key }) => ids.includes(key)),
      };
    });
    if (found.keys.length + found.sites.length === 0) throw unknownPartner(name);
    const now = context.clock().toISOString();
    const sites = found.sites.map(({ domain, provenOn }) => [
      `  ${domain}`,
      provenOn === null ? 'not proven' : `proven ${provenOn}`,
    ]);
    const usage = found.usage.map(({ key, day, requests, refused }) => [
      `  key ${key}`,
      day === today ? 'today' : day,
      `${requests} requests`,
      refused === 0 ? '' : `${refused} refused by its quota`,
    ]);
    const keys = found.keys.map((key) => keyLine(key, now));
    const words = [...tableLines(keys), ...tableLines(sites), ...tableLines(usage)];
    const json = JSON.stringify({ partner: name, ...found });
    context.terminal.out(options.json === true ? `${json}\n` : `${words.join('\n')}\n`);
  };

const deliveries =
  (context: Context) =>
  async (name: string, options: CommonOptions): Promise<void> => {
    const outs = await withState(context, options, async ({ watches, watchHooks, watchMail }) =>
      Promise.all(
        (await watches.all(name)).map(async ({ id, name: title, events }) => {
          const hook = await watchHooks.of(id);
          const receiver = hook === null ? null : { host: new URL(hook.url).host, stopped: hook.stopped };
          const mail = await watchMail.standing(id);
          return {
            watch: id,
            name: title,
            events,
            receiver,
            mail,
            deliveries: await watchHooks.log(id, MOST_SHOWN),
          };
        }),
      ),
    );
    const lines = outs.flatMap(({ watch, name: title, events, receiver, mail, deliveries: sent }) => [
      `${watch}  ${printable(title)}, ${events} events`,
      ...(receiver === null
        ? []
        : [
            `  to ${receiver.host}${receiver.stopped === null ? '' : `, stopped: ${printable(receiver.stopped)}`}`,
          ]),
      ...(mail === null
        ? []
        : [
            `  by mail, ${mail.confirmedAt === null ? 'not confirmed' : `last ${mail.lastOn ?? 'never'}`}, refused ${mail.failed} times`,
          ]),
      ...tableLines(
        sent.map(({ event, state, attempts, nextAt, lastAt, last }) => [
          `    ${event === 0 ? 'test' : `event ${event}`}`,
          state,
          `${attempts} tries`,
          state === 'waiting' ? `next ${nextAt}` : (lastAt ?? ''),
          printable(last ?? ''),
        ]),
      ),
    ]);
    const words = lines.length === 0 ? 'no watch\n' : `${lines.join('\n')}\n`;
    context.terminal.out(options.json === true ? `${JSON.stringify(outs)}\n` : words);
  };

/** Refuses an id that is no watch of this partner, or one whose events are sent nowhere. */
const checkReceiver = async (state: ServiceState, name: string, watch: string): Promise<void> => {
  if ((await state.watches.one(name, watch)) === null)
    throw new UsageError(`<watch> ${printable(watch)} is no watch of this partner; licet partner deliveries`);
  if ((await state.watchHooks.of(watch)) === null)
    throw new UsageError(`<watch> ${printable(watch)} has no receiver; its partner names one`);
};

const start =
  (context: Context) =>
  async (name: string, watch: string, options: CommonOptions): Promise<void> => {
    await withAct(context, options, 'webhook.start', `${name}, ${watch}`, async (state) => {
      await checkReceiver(state, name, watch);
      await state.watchHooks.start(watch, context.clock().toISOString());
    });
    const json = JSON.stringify({ partner: name, watch, started: true });
    context.terminal.out(options.json === true ? `${json}\n` : 'its receiver is sent to again\n');
  };

type ReplayOptions = CommonOptions & Readonly<{ after?: string }>;

const replay =
  (context: Context) =>
  async (name: string, watch: string, options: ReplayOptions): Promise<void> => {
    const after = countIn('--after', options.after ?? '', { least: 0, most: 1e9, of: 'an event' });
    const count = await withAct(context, options, 'webhook.replay', `${name}, ${watch}`, async (state) => {
      await checkReceiver(state, name, watch);
      return state.watchHooks.replay(watch, after, context.clock().toISOString());
    });
    const json = JSON.stringify({ partner: name, watch, queued: count });
    context.terminal.out(options.json === true ? `${json}\n` : `${count} events are sent again\n`);
  };

/** `licet partner show`, `deliveries`, `start` and `replay`: how one partner stands, and what went out to it. */
export const addShowCommands = (partner: Command, context: Context): void => {
  const one = (name: string, description: string): Command =>
    partner.command(name).description(description).argument('<name>', 'the partner');
  common(one('show', 'the keys and domains of one partner, and what it used in the last seven days')).action(
    show(context),
  );
  common(one('deliveries', 'what goes out to a partner, and what became of it')).action(deliveries(context));
  const anew = one('start', 'send to a receiver again that had answered 410 Gone').argument(
    '<watch>',
    'its id, as licet partner deliveries shows it',
  );
  common(anew).addHelpText('after', examples(["licet partner start 'Example Agency' wat_…"]));
  anew.action(start(context));
  const again = one('replay', 'send the events of a watch again, under the ids they had')
    .argument('<watch>', 'its id, as licet partner deliveries shows it')
    .option('--after <n>', 'the number of the event after which all are sent');
  common(again).addHelpText('after', examples(["licet partner replay 'Example Agency' wat_… --after 12"]));
  again.action(replay(context));
};
