import { setTimeout as sleep } from 'node:timers/promises';
import { createFetcher, FETCH_DEFAULTS } from '../../fetch/fetcher.ts';
import { type ProofState, proveSites } from '../../http/badge/proof.ts';
import { bindSite, newToken, readDomain } from '../../http/badge/sites.ts';
import { shanghaiDay } from '../../kit/dates.ts';
import { BadUse } from '../bad-use.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { common, examples } from '../help.ts';
import { printable } from '../width.ts';

const folderOf = (context: Context, options: CommonOptions): string => options.data ?? context.config.data;

type PartnerOptions = CommonOptions & Readonly<{ seen?: true }>;

const addOne =
  (context: Context) =>
  async (name: string, site: string, options: PartnerOptions): Promise<void> => {
    const domain = readDomain(site);
    if (domain === null)
      throw new BadUse(`<domain> ${printable(site)} is not a domain; expected e.g. agency.example`);
    const token = newToken();
    const provenOn = options.seen === true ? shanghaiDay(context.clock()) : null;
    const row = { domain, partner: name, provenOn, ...(options.seen === true ? {} : { token }) };
    const alike = await bindSite(folderOf(context, options), row);
    for (const other of alike)
      context.terminal.err(`licet: ${domain} can be mistaken for ${other}, which is bound already\n`);
    if (domain.includes('xn--'))
      context.terminal.err(`licet: ${domain} holds letters outside ASCII; look at it closely\n`);
    const todo = `put this line into https://${domain}/.well-known/licet.txt, then: licet partner prove ${domain}\n${token}\n`;
    context.terminal.out(options.seen === true ? `${domain} is bound to ${printable(name)}\n` : todo);
  };

const stateWords: Readonly<Record<ProofState, string>> = {
  proven: 'the proof is there',
  absent: 'the pages are there, the proof is not',
  unreachable: 'could not be reached',
};

const prove =
  (context: Context) =>
  async (site: string | undefined, options: CommonOptions): Promise<void> => {
    const { terminal, clock, config } = context;
    const fetcher = createFetcher(
      { ...FETCH_DEFAULTS, contact: config.contact, version: '0.1.0' },
      {
        now: clock,
        sleep: async (milliseconds) => void (await sleep(milliseconds)),
        random: Math.random,
        log: () => undefined,
      },
    );
    const looks = await proveSites(folderOf(context, options), fetcher, clock(), site).finally(fetcher.close);
    if (looks.length === 0)
      throw new BadUse('<domain> no such domain waits for a proof; licet partner add puts one on file');
    const lines = looks.map(
      ({ domain, state, bound }) => `${bound ? 'bound    ' : 'not bound'}  ${domain}  ${stateWords[state]}`,
    );
    terminal.out(options.json === true ? `${JSON.stringify(looks)}\n` : `${lines.join('\n')}\n`);
    if (looks.some(({ bound }) => !bound)) context.finish(exitCodes.undecided);
  };

/** `licet partner add` and `prove`: puts a partner's domain on file, and looks for its proof there. */
export const addPartner: AddCommand = (program, context) => {
  const partner = program.command('partner').description('partners and the domains badges are issued for');
  const add = partner
    .command('add')
    .description('put a domain on file; badges for it are issued once it is proven')
    .argument('<name>', 'the partner')
    .argument('<domain>', 'its website, e.g. agency.example')
    .option('--seen', 'the operator has seen the proof: bind at once');
  common(add).addHelpText('after', examples(["licet partner add 'Example Agency' agency.example"]));
  add.action(addOne(context));
  const again = partner
    .command('prove')
    .description('look for the proof on the domain itself; without a domain, on all (for a nightly run)')
    .argument('[domain]', 'one domain');
  common(again).action(prove(context));
};
