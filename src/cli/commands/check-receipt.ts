import { z } from 'zod';
import type { KeySet } from '../../badge/key-set.ts';
import { checkReceipt, type ReceiptCheck } from '../../badge/receipt.ts';
import { openKeys } from '../../http/badge/keys.ts';
import { logKeys } from '../../http/log/keep-log.ts';
import type { ServiceState } from '../../store/service/service-state.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { common, examples } from '../help.ts';
import { readInputJson } from '../read-input.ts';
import { withState } from '../registry.ts';
import { UsageError } from '../usage-error.ts';
import { printable } from '../width.ts';

type CheckOptions = CommonOptions & Readonly<{ keys?: string }>;

const keySet = async (file: string): Promise<KeySet> => {
  const expected = 'a copy of /v1/receipts/keys';
  const value = await readInputJson({ option: '--keys', file, expected });
  if (typeof value === 'object' && value !== null && 'keys' in value) return value as KeySet;
  throw new UsageError(`--keys ${printable(file)} is no key set; expected ${expected}`);
};

/** The keys of the data folder; those of its log under the name that the receipt's issuer has. */
const ownKeys = async (
  signingKeys: ServiceState['signingKeys'],
  { clock }: Context,
  saved: unknown,
): Promise<KeySet> => {
  const keys = await openKeys(() => signingKeys, 'receipt', clock).jwks();
  const issuer = z.object({ receipt: z.object({ issuer: z.url() }) }).safeParse(saved).data?.receipt.issuer;
  if (issuer === undefined) return keys;
  return {
    ...keys,
    log: await logKeys(
      openKeys(() => signingKeys, 'log', clock),
      issuer,
    ),
  };
};

const inLog = {
  proven: 'the public log held that generation when it answered',
  'not-proven':
    'that the public log held that generation is NOT proven: the proof does not hold, or its key is not among these keys',
} as const;

const faults = {
  'not-a-receipt': 'not a receipt of Licet',
  'unknown-key': 'signed with a key that is not among these keys',
  'revoked-key': 'signed with a key that was revoked: whoever made it may not have been us',
  altered: 'ALTERED: the seal does not fit what the file says',
} as const;

const show = ({ fault, receipt, log }: ReceiptCheck): string => {
  if (fault !== null) return `${faults[fault]}\n`;
  if (receipt === null) return 'genuine, of another version than this program can show\n';
  const { verdict, issuer, issuedAt, rows } = receipt;
  return [
    `genuine: answered by ${printable(issuer)} at ${issuedAt}, generation ${verdict.generation}, policy ${verdict.policyVersion}`,
    `${verdict.outcome}: ${printable(verdict.summary)}`,
    ...(log === null ? [] : [inLog[log]]),
    ...rows.map(({ source, page, row }) => `  ${source} row ${row}, page ${page}`),
    '',
  ].join('\n');
};

const check =
  (context: Context) =>
  async (file: string, options: CheckOptions): Promise<void> => {
    const saved = await readInputJson({ option: '<file>', file, expected: 'a receipt, a JSON file' });
    const keys =
      options.keys === undefined
        ? await withState(context, options, ({ signingKeys }) => ownKeys(signingKeys, context, saved))
        : await keySet(options.keys);
    const result = await checkReceipt(saved, keys);
    context.terminal.out(options.json === true ? `${JSON.stringify(result)}\n` : show(result));
    if (result.fault !== null) context.finish(exitCodes.refuted);
  };

/** `licet check-receipt`: is a saved answer ours and untouched? Works offline. */
export const addCheckReceipt: AddCommand = (program, context) => {
  const command = program
    .command('check-receipt')
    .description('check a saved receipt of POST /v1/receipts offline: ours, untouched?')
    .argument('<file>', 'the receipt, a JSON file')
    .option('--keys <file>', 'a kept copy of /v1/receipts/keys (default: the keys of the data folder)');
  common(command).addHelpText('after', examples(['licet check-receipt receipt.json --keys keys.json']));
  command.action(check(context));
};
