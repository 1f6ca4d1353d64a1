import { type Command, Option } from 'commander';

const CODES =
  'Exit codes: 0 confirmed or limited, 1 refuted, 3 unknown or ambiguous, 2 bad use, 4 a fault of ours.';
const QUIET = 'For machines: npm run -s licet -- … --json   (-s keeps npm’s own two lines out of the output)';

/** Adds what every command understands. */
export const common = (command: Command): Command =>
  command
    .addOption(new Option('--lang <language>', 'language of the words').choices(['en', 'zh']).default('en'))
    .option('--json', 'print JSON instead of words')
    .option('--data <folder>', 'data folder (default: LICET_DATA, else ./data)');

/** The end of a help page: examples, exit codes, and how to keep npm quiet. */
export const examples = (lines: readonly string[]): string =>
  [
    '',
    'Examples (as npm script: npm run licet -- …):',
    ...lines.map((line) => `  ${line}`),
    '',
    CODES,
    QUIET,
  ].join('\n');
