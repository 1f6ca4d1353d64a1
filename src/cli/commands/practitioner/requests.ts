import type { Command } from 'commander';
import { type RightsKind, rightsBasis, rightsKind, rightsKinds } from '../../../../schema/rights-request.ts';
import { requestToken } from '../../../http/pages/physician/rights-register.ts';
import { dueStateOf, MOST_WAITING_REQUESTS, newRightsRequest } from '../../../registry/rights-requests.ts';
import type { RightsRequest } from '../../../store/service/rights-requests.ts';
import { shanghaiDay } from '../../../text/dates.ts';
import type { CommonOptions, Context } from '../../context.ts';
import { common, examples } from '../../help.ts';
import { withState } from '../../registry.ts';
import { UsageError } from '../../usage-error.ts';
import { printable } from '../../width.ts';
import { say } from '../operator/acting.ts';
import { type Decision, deciding } from './request-decisions.ts';

const MOST_SHOWN = 100_000;

type ListOptions = CommonOptions & Readonly<{ closed?: true }>;
type AddOptions = CommonOptions & Readonly<{ kind?: string; receivedOn?: string }>;

const dueWords = { overdue: ', OVERDUE', soon: ', soon due', 'in-time': '' } as const;

const lineOf = (request: RightsRequest, now: Date): string => {
  const { id, at, kind, dueOn, state, text, extendedBecause, answer, closedAt, closedBy } = request;
  const due = state === 'waiting' ? dueWords[dueStateOf(dueOn, now)] : '';
  const lines = [
    `${id}  ${kind} (${rightsBasis(kind).join(', ')})  received ${shanghaiDay(new Date(at))}, due ${dueOn}${due}`,
    ...(text === '' ? [] : [`  ${printable(text)}`]),
    ...(extendedBecause === null ? [] : [`  put off: ${printable(extendedBecause)}`]),
    ...(answer === null
      ? []
      : [`  ${state} ${closedAt} by ${printable(closedBy ?? '')}: ${printable(answer)}`]),
  ];
  return lines.map((line) => `${line}\n`).join('');
};

const list = (context: Context) => async (options: ListOptions) => {
  const found = await withState(context, options, ({ rightsRequests }) =>
    options.closed === true ? rightsRequests.closed(MOST_SHOWN) : rightsRequests.waiting(MOST_SHOWN),
  );
  const { terminal } = context;
  if (options.json === true) return terminal.out(found.map((one) => `${JSON.stringify(one)}\n`).join(''));
  const none = options.closed === true ? 'none is closed\n' : 'no request waits\n';
  terminal.out(found.map((one) => lineOf(one, context.clock())).join('') || none);
};

const kindIn = (given: string | undefined): RightsKind => {
  const read = rightsKind.safeParse(given);
  if (read.success) return read.data;
  throw new UsageError(
    `--kind ${printable(given ?? '')} is no kind of request; expected ${rightsKinds.join(', ')}`,
  );
};

const add = (context: Context) => async (options: AddOptions) => {
  const kind = kindIn(options.kind);
  const now = context.clock();
  const made = newRightsRequest(options.receivedOn ?? shanghaiDay(now), now);
  if (made === null)
    throw new UsageError(
      '--received-on is no day as YYYY-MM-DD, or lies in the future; when did it come in?',
    );
  const { token, tokenHash: statusHash } = requestToken.make();
  const wish = { ...made, kind, text: '', lang: options.lang, statusHash };
  const id = await withState(context, options, (state) =>
    state.rightsRequests.add(wish, MOST_WAITING_REQUESTS),
  );
  if (id === null) throw new UsageError(`${MOST_WAITING_REQUESTS} requests wait; answer some first`);
  const path = `/physician/request/${token}`;
  const words = `request ${id} is due on ${made.dueOn}; hand this address on, it is shown once:\n${context.config.baseUrl ?? ''}${path}\n`;
  say(context, options, { id, dueOn: made.dueOn, path }, words);
};

const deciders = [
  ['answer', 'answer a request; whoever asked reads it at the address that was given', 'what is read'],
  ['refuse', 'refuse a request; whoever asked reads why, and where to complain', 'why'],
  ['extend', 'put its last day off, once, before it is over', 'why it takes longer'],
] as const satisfies readonly (readonly [Decision, string, string])[];

/** `licet practitioner requests list|add|answer|refuse|extend`: what physicians ask about what is held of them, and by when it is due. */
export const addRequests = (group: Command, context: Context): void => {
  const requests = group
    .command('requests')
    .description('what physicians ask by law about what is held of them, with its last day');
  const listing = requests
    .command('list', { isDefault: true })
    .description('those that wait, soonest due first');
  common(listing.option('--closed', 'those that are closed, newest first')).action(list(context));
  const adding = requests
    .command('add')
    .description('enter one that came by letter, mail or telephone')
    .option('--kind <kind>', rightsKinds.join(', '))
    .option('--received-on <day>', 'when it came in; today, where it is left out');
  common(adding).action(add(context));
  for (const [decision, description, text] of deciders) {
    const command = requests
      .command(decision)
      .description(description)
      .argument('<number>', 'its number')
      .option('--text <text>', text)
      .option('--by <who>', 'who decides; kept, and not shown to the sender');
    common(command).action(deciding(context, decision));
  }
  requests.addHelpText(
    'after',
    examples(["licet practitioner requests answer 3 --by 'Made-up Name' --text 'It is erased.'"]),
  );
};
