import { InvalidArgumentError } from 'commander';
import { removedText } from '../../http/kept-page.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { common, examples } from '../help.ts';
import { addressOf, httpAnswer } from '../http-answer.ts';
import { print } from '../print-answer.ts';
import { type KeptPage, showKept } from '../show/evidence.ts';
import { UsageError } from '../usage-error.ts';

type EvidenceOptions = CommonOptions & Readonly<{ row?: number }>;

const rowNumber = (text: string): number => {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('Expected a row number, 1 or more.');
  return Number(text);
};

const evidence =
  (context: Context) =>
  async (sha256: string, options: EvidenceOptions): Promise<void> => {
    const wanted = sha256.toLowerCase();
    if (!/^[0-9a-f]{64}$/.test(wanted)) {
      const length = `has ${sha256.length} characters`;
      throw new UsageError(
        `<sha256> ${length}; expected the 64 hexadecimal digits an answer prints for its evidence`,
      );
    }
    const { row, lang } = options;
    const body = await httpAnswer(context, options, addressOf(`/v1/evidence/${wanted}`, { row, lang }));
    if (body !== null) {
      print<KeptPage>(context, options, body, (kept) => showKept(kept, context.terminal));
      return;
    }
    const { archive } = await context.open(options, 'ready');
    const tombstone = await archive.tombstone(wanted);
    context.terminal.err(
      tombstone === undefined
        ? `licet evidence: no such page${row === undefined ? '' : ' or row'} was kept\n`
        : `licet evidence: ${removedText(tombstone, lang)}\n`,
    );
    context.finish(exitCodes.undecided);
  };

/** `licet evidence`: what was kept, down to the row a statement rests on. */
export const addEvidence: AddCommand = (program, context) => {
  const command = program
    .command('evidence')
    .description('show a kept page, or one row of it')
    .argument('<sha256>', 'SHA-256 of the page, as an answer prints it')
    .option('--row <number>', 'the row a statement rests on', rowNumber);
  common(command).addHelpText('after', examples(['licet evidence <sha256> --row 17']));
  command.action(evidence(context));
};
