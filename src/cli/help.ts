import { EventEmitter } from 'node:events';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { z } from 'zod';
import { repeatedFields } from '../../schema/question.ts';
import type { CommonOptions } from './context.ts';
import { here, optionOf } from './usage-error.ts';

const CODES =
  'Exit codes: 0 confirmed or limited, 1 refuted, 3 unknown or ambiguous (of harvest: lists were not reached), 2 bad use, 4 a fault of ours.';
const QUIET = 'For machines: npm run -s licet -- … --json   (-s keeps npm’s own two lines out of the output)';

/** Adds what every command understands. */
export const common = (command: Command): Command =>
  command
    .addOption(new Option('--lang <language>', 'language of the words').choices(['en', 'zh']).default('en'))
    .option('--json', 'print JSON instead of words')
    .option('--data <folder>', 'data folder (default: LICET_DATA, else ./data)');

const collect = (value: string, before: readonly string[] = []): readonly string[] => {
  if (value.trim() === '') throw new InvalidArgumentError('It is empty.');
  return [...before, value];
};

/** Gives a command an option for each of these fields, as schema/question.ts declares them: `licenceNumber` → `--licence-number`. */
export const addFields = (
  command: Command,
  fields: Readonly<Record<string, z.ZodType>>,
  without: readonly string[] = [],
): Command => {
  const optionIn = (quoted: string, word: string): string => (word in fields ? optionOf(word) : quoted);
  for (const [name, { description = '' }] of Object.entries(fields)) {
    if (without.includes(name)) continue;
    const option = new Option(`${optionOf(name)} <${name}>`, here(description).replace(/`(\w+)`/g, optionIn));
    command.addOption(repeatedFields.includes(name) ? option.argParser(collect) : option);
  }
  return command;
};

/** What was asked by these options, under the names of the fields. */
export const fieldsIn = ({
  json: _json,
  data: _data,
  ...fields
}: CommonOptions): Readonly<Record<string, unknown>> => fields;

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

/** How a command is called at the least: its words, and what it cannot do without. */
const calledAs = (command: Command, path: string): string =>
  [
    path,
    ...command.registeredArguments.filter(({ required }) => required).map((one) => `<${one.name()}>`),
    ...command.options.filter(({ mandatory }) => mandatory).map(({ flags }) => flags.replace(/^-\w, /, '')),
  ].join(' ');

/** Gives every command that has no examples of its own those of how it, or each command below it, is called; so that every help page ends with them and the exit codes. */
export const completeHelp = (command: Command, above: string): void => {
  const path = `${above} ${command.name()}`;
  for (const one of command.commands) completeHelp(one, path);
  if (command instanceof EventEmitter && command.listenerCount('afterHelp') > 0) return;
  const below = command.commands.map((one) => calledAs(one, `${path} ${one.name()}`));
  command.addHelpText('after', examples(below.length > 0 ? below : [calledAs(command, path)]));
};
