import type { Command } from 'commander';
import { openFetcher } from '../../../fetch/open-fetcher.ts';
import { createTxtLookup } from '../../../fetch/txt.ts';
import { type ProofState, proveSites } from '../../../http/badge/proof.ts';
import { newToken, putSite } from '../../../http/badge/sites.ts';
import { proofPlaces } from '../../../http/partners/site-routes.ts';
import type { ServiceState } from '../../../store/service/service-state.ts';
import { shanghaiDay } from '../../../text/dates.ts';
import type { CommonOptions, Context } from '../../context.ts';
import { exitCodes } from '../../exit-codes.ts';
import { common } from '../../help.ts';
import { withState } from '../../registry.ts';
import { UsageError } from '../../usage-error.ts';
import { printable } from '../../width.ts';

const todoFor = (domain: string, token: string): string => {
  const { dns, file, meta } = proofPlaces(domain, token);
  return `prove ${domain} in one of three ways, then: licet partner prove ${domain}\n  ${dns}\n  ${file}\n  ${meta}\n`;
};

/** Puts a domain on file for a partner; gives the lines that say what to do next. */
export const addSite = async (
  context: Context,
  state: ServiceState,
  name: string,
  domain: string,
  seen: boolean,
): Promise<string> => {
  const token = newToken();
  const today = shanghaiDay(context.clock());
  const site = { domain, partner: name, seenOn: null };
  const row = seen ? { ...site, token: null, provenOn: today } : { ...site, token, provenOn: null };
  const warnings = await putSite(state.sites, row, today);
  for (const warning of warnings) context.terminal.err(`licet: ${domain} ${warning}\n`);
  return seen ? `${domain} is bound to ${printable(name)}\n` : todoFor(domain, token);
};

const hotlinks =
  (context: Context) =>
  async (options: CommonOptions): Promise<void> => {
    const book = await withState(context, options, (state) => state.hotlinks.counts());
    const lines = book.hotlinks.map(
      ({ host, site, count, first, last }) =>
        `${String(count).padStart(8)}  ${host} shows badges of ${site}  ${first} to ${last}`,
    );
    const rest = book.others > 0 ? [`${String(book.others).padStart(8)}  on other hosts`] : [];
    const words = [...lines, ...rest].join('\n') || 'no badge was loaded elsewhere';
    context.terminal.out(options.json === true ? `${JSON.stringify(book)}\n` : `${words}\n`);
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
    if (config.whyNoFetch !== null)
      throw new UsageError(`no address outside may be opened: ${config.whyNoFetch}`);
    const fetcher = openFetcher({ contact: config.contact, clock });
    const prover = { get: fetcher.get, txt: createTxtLookup() };
    const looks = await withState(context, options, ({ sites }) =>
      proveSites(sites, prover, clock(), site),
    ).finally(fetcher.close);
    if (looks.length === 0)
      throw new UsageError('<domain> no such domain waits for a proof; licet partner add puts one on file');
    const lines = looks.map(
      ({ domain, state, bound }) => `${bound ? 'bound    ' : 'not bound'}  ${domain}  ${stateWords[state]}`,
    );
    terminal.out(options.json === true ? `${JSON.stringify(looks)}\n` : `${lines.join('\n')}\n`);
    if (looks.some(({ bound }) => !bound)) context.finish(exitCodes.undecided);
  };

/** `licet partner prove` and `hotlinks`: proofs of domains, and who shows badges without one. */
export const addSiteCommands = (partner: Command, context: Context): void => {
  const again = partner
    .command('prove')
    .description('look for the proof on the domain itself; without a domain, on all, as every night does')
    .argument('[domain]', 'one domain');
  common(again).action(prove(context));
  const links = partner.command('hotlinks').description('hosts that load badges issued for another domain');
  common(links).action(hotlinks(context));
};
