import { InvalidArgumentError } from 'commander';
import { BadUse } from '../bad-use.ts';
import { type AddCommand, type CommonOptions, type Context, printJson } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { common, examples } from '../help.ts';
import { showKept } from '../show-evidence.ts';

type EvidenceOptions = CommonOptions & Readonly<{ row?: number }>;

const rowNumber = (text: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Expected a row number, 1 or more.');
  return Number(text);
};

const evidence =
  ({ terminal, registry, finish }: Context) =>
  async (sha256: string, options: EvidenceOptions): Promise<void> => {
    const wanted = sha256.toLowerCase();
    if (!/^[0-9a-f]{64}$/.test(wanted)) {
      throw new BadUse(
        `<sha256> has ${sha256.length} characters; expected the 64 hexadecimal digits of a kept page`,
      );
    }
    const { reader } = await registry(options);
    const snapshot = await reader.snapshot(wanted);
    if (snapshot === undefined) {
      terminal.err(`licet evidence: no kept page has the SHA-256 ${wanted}\n`);
      return finish(exitCodes.undecided);
    }
    const kept = options.row === undefined ? null : ((await reader.keptRow(wanted, options.row)) ?? null);
    if (options.row !== undefined && kept === null) {
      terminal.err(`licet evidence: this page has no row ${options.row} that was kept\n`);
      finish(exitCodes.undecided);
    }
    if (options.json === true)
      printJson(terminal, { snapshot, row: kept?.row ?? null, raw: kept?.raw ?? null });
    else terminal.out(showKept(snapshot, kept, terminal));
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
