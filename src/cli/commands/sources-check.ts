import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { openFetcher } from '../../fetch/open-fetcher.ts';
import { loadCatalogue, type Source } from '../../harvest/catalogue.ts';
import { obtainFetched } from '../../harvest/obtain/obtain-fetched.ts';
import { type Contact, firstContact } from '../../harvest/source-tools/first-contact.ts';
import type { CommonOptions, Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { common, examples } from '../help.ts';
import { pickSources } from '../pick-sources.ts';
import { UsageError } from '../usage-error.ts';
import { printable } from '../width.ts';

type CheckOptions = CommonOptions & Readonly<{ live?: true; writeFixture?: true }>;

/** True for pages that can be asked for without a key or a name. */
const canBeMet = ({ descriptor: { how, key, pages } }: Source): boolean =>
  how === 'fetched' && key === undefined && pages[0]?.askFor === undefined;

const show = (one: Contact, { terminal: { paint } }: Context): string => {
  const colour = one.state === 'agrees' ? 'green' : one.state === 'differs' ? 'yellow' : 'red';
  const rows = one.rows === null ? '' : `  ${one.rows} rows, dated ${one.asOf ?? 'by no date'}`;
  const { fixture, live } = one.headings;
  const heads =
    fixture.join('\n') === live.join('\n')
      ? []
      : [
          ...fixture.map((line) => `     fixture  ${printable(line)}`),
          ...live.map((line) => `     live     ${printable(line)}`),
        ];
  return [
    ` ${paint(colour, one.state)}  ${one.source}${rows}`,
    `     ${printable(one.url)}`,
    ...(one.sha256 === null ? [] : [`     kept ${one.sha256}`]),
    ...one.findings.map((finding) => `   ! ${printable(finding)}`),
    ...(one.state === 'agrees' ? [] : heads),
    '',
  ].join('\n');
};

const writeFixture = async ({ dir, descriptor }: Source, { page, body }: Contact): Promise<string | null> => {
  if (body === null) return null;
  const file = join(dir, 'fixtures', `${page}-live.${descriptor.format}`);
  await mkdir(join(dir, 'fixtures'), { recursive: true });
  await writeFile(file, body);
  return file;
};

const check =
  (context: Context) =>
  async (ids: string[], _: unknown, command: Command): Promise<void> => {
    const options = command.optsWithGlobals<CheckOptions>();
    const { terminal, clock, config, overrides } = context;
    if (options.live !== true)
      throw new UsageError('--live is missing; the command opens the pages of the authorities');
    if (config.whyNoFetch !== null) throw new UsageError(`--live cannot be done: ${config.whyNoFetch}`);
    const picked =
      ids.length > 0 ? await pickSources(context, ids) : await loadCatalogue(overrides.catalogue);
    const sources = picked.filter(canBeMet);
    if (sources.length === 0)
      throw new UsageError('[source...] none of these is fetched without a key or a name');
    const { archive } = await context.open(options, 'as-it-is');
    const fetcher = openFetcher({ contact: config.contact, clock, settings: overrides.fetchSettings });
    // What was seen last time is nobody's business here: every page is asked for anew, and no visit is written down.
    const store = { visit: async () => undefined, saveVisit: async () => undefined };
    const seen: Omit<Contact, 'body'>[] = [];
    try {
      for (const source of sources) {
        const contact = await firstContact(source, obtainFetched({ fetcher, archive, store }), clock());
        const { body: _body, ...rest } = contact;
        seen.push(rest);
        if (options.json !== true) terminal.out(show(contact, context));
        const file = options.writeFixture === true ? await writeFixture(source, contact) : null;
        if (file !== null) terminal.err(`wrote ${file}: take personal data out, then say npm run expect\n`);
      }
    } finally {
      await fetcher.close();
    }
    if (options.json === true) terminal.out(`${JSON.stringify({ sources: seen })}\n`);
    if (seen.some(({ state }) => state !== 'agrees')) context.finish(exitCodes.undecided);
  };

/** `licet sources check --live`: the first operator with a network confirms the source folders in minutes. */
export const addSourcesCheck = (sources: Command, context: Context): void => {
  const command = sources
    .command('check')
    .description('compare live pages with what their source folders promise; changes nothing but the archive')
    .argument('[source...]', 'ids of fetched sources; all of them when left out')
    .option('--live', 'open the pages of the authorities, at their pace')
    .option('--write-fixture', 'put the page seen into the folder of its source');
  common(command).addHelpText(
    'after',
    examples(['licet sources check --live', 'licet sources check --live cn-nanjing-institutions']),
  );
  command.action(check(context));
};
