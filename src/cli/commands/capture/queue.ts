import { loadCatalogue } from '../../../harvest/catalogue.ts';
import type { QueueItem } from '../../../http/operator/queue-item.ts';
import { captureQueue } from '../../../jobs/captures/capture-queue.ts';
import type { Context } from '../../context.ts';
import { withState } from '../../registry.ts';
import { UsageError } from '../../usage-error.ts';
import { printable } from '../../width.ts';
import type { CaptureOptions } from './options.ts';

/** What speaks for looking a hospital up. */
const whyWords: Readonly<Record<QueueItem['why'][number], string>> = {
  watched: 'watched by a partner',
  'asked-for': 'asked for',
  'too-old': 'its captured row is too old to decide',
  'soon-too-old': 'its captured row soon is too old to decide',
  'well-known': 'well known, and its licence not read in the register',
};

const limitIn = (given: string | undefined): number => {
  const limit = Number(given ?? '20');
  if (Number.isInteger(limit) && limit >= 1 && limit <= 500) return limit;
  throw new UsageError(`--limit ${printable(given ?? '')} is no number from 1 to 500`);
};

/** `licet capture --queue`: whom to look up next, most urgent first, with the exact words to copy. */
export const showQueue = async (context: Context, options: CaptureOptions): Promise<void> => {
  const limit = limitIn(options.limit);
  const { store } = await context.open(options, 'as-it-is');
  const sources = await loadCatalogue(context.overrides.catalogue);
  const queue = await withState(context, options, ({ watches, demand }) =>
    captureQueue({ reader: store.reader(), watches, demand, sources, now: context.clock() }, limit),
  );
  const lines = queue.map(
    ({ source, title, open, words, why, due, asked }, at) =>
      ` ${at + 1}. ${printable(title.zh ?? title.en ?? '')}  (why: ${[...why.map((code) => whyWords[code]), ...(asked === 0 ? [] : [`${asked} questions`]), ...(due === null ? [] : [`decides until ${due}`])].join(', ')})\n    ${source}: ${open}\n${words
        .map(({ kind, value }) => `    ${kind}  ${printable(value)}\n`)
        .join('')}`,
  );
  const json = queue.map((one) => `${JSON.stringify(one)}\n`).join('');
  const none = 'nobody has to be looked up now\n';
  context.terminal.out(options.json === true ? json : lines.join('') || none);
};
