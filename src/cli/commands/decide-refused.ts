import type { Command } from 'commander';
import { acceptRefused, CannotAccept, upholdRefused } from '../../harvest/gate/accept-refused.ts';
import { inNight, type NightReport } from '../../jobs/night.ts';
import type { CommonOptions, Context } from '../context.ts';
import { withCommandLease } from '../harvesting.ts';
import { common } from '../help.ts';
import { pickSource } from '../pick-sources.ts';
import { UsageError } from '../usage-error.ts';

type Options = CommonOptions & Readonly<{ by?: string; reason?: string }>;
/** How a command that publishes prints what it did. */
type Tell<O> = (context: Context, options: O, report: NightReport) => void;

const said = (name: string, text: string | undefined): string => {
  if (text === undefined || text.trim().length < 3)
    throw new UsageError(`--${name} is missing; it is kept on record`);
  return text.trim();
};

/** Who decides and why, of which source; the commands above hand their own options down. */
const given = async (context: Context, id: string, command: Command) => {
  const options = command.optsWithGlobals<Options>();
  const decision = { by: said('by', options.by), reason: said('reason', options.reason) };
  const source = await pickSource(context, id);
  return { options, decision, source, registry: await context.open(options, 'as-it-is') };
};

const asUsage = (cause: unknown): never => {
  throw cause instanceof CannotAccept ? new UsageError(`<source> ${cause.message}`) : cause;
};

const accept =
  <O extends Options>(context: Context, tell: Tell<O>) =>
  async (id: string, _options: unknown, command: Command): Promise<void> => {
    const { decision, source, registry } = await given(context, id, command);
    const { store, archive } = registry;
    const night = { store, archive, now: context.clock(), clock: context.clock, kind: 'accept' as const };
    const report = await withCommandLease(context, registry, () =>
      inNight(night, async (number) => [await acceptRefused(source, { ...night, night: number }, decision)]),
    ).catch(asUsage);
    tell(context, command.optsWithGlobals<O>(), report);
  };

const uphold =
  (context: Context) =>
  async (id: string, _options: unknown, command: Command): Promise<void> => {
    const { options, decision, source, registry } = await given(context, id, command);
    const { store } = registry;
    await withCommandLease(context, registry, () => upholdRefused(source, { store }, decision)).catch(
      asUsage,
    );
    const done = { source: id, decision: 'refuse', ...decision };
    const words = `${id}: the refusal stands; the last accepted edition answers on`;
    context.terminal.out(`${options.json === true ? JSON.stringify(done) : words}\n`);
  };

/** `licet harvest accept` and `uphold`: what the gate refused is the edition after all, or a person looked and the refusal stands. */
export const addDecisions = <O extends Options>(harvest: Command, context: Context, tell: Tell<O>): void => {
  const add = (name: string, about: string, why: string): Command =>
    common(
      harvest
        .command(name)
        .description(about)
        .argument('<source>', 'id of the source')
        .option('--by <who>', 'who looked at the page')
        .option('--reason <text>', why),
    );
  add(
    'accept',
    'accept the newest refused pages of a source; who and why are kept on record',
    'why it is right all the same',
  ).action(accept(context, tell));
  add(
    'uphold',
    'put on record that a person looked and the refusal stands; it waits no more',
    'why it stays refused',
  ).action(uphold(context));
};
