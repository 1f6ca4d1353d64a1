import { openFetcher } from '../../fetch/open-fetcher.ts';
import { createTxtLookup } from '../../fetch/txt.ts';
import { addPartnerKey } from '../../http/badge/partner-keys.ts';
import { proofPlaces } from '../../http/badge/partner-routes.ts';
import { type ProofState, proveSites } from '../../http/badge/proof.ts';
import { newToken, putSite, readDomain } from '../../http/badge/sites.ts';
import type { ServiceState } from '../../store/service/service-state.ts';
import { shanghaiDay } from '../../text/dates.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { common, examples } from '../help.ts';
import { withState } from '../registry.ts';
import { UsageError } from '../usage-error.ts';
import { printable } from '../width.ts';

type PartnerOptions = CommonOptions & Readonly<{ seen?: true; newKey?: true }>;

/** Puts the partner on file; its key is shown here and never again. */
const showKey = async (
  context: Context,
  state: ServiceState,
  name: string,
  options: PartnerOptions,
): Promise<string | null> =>
  addPartnerKey(state.partnerKeys, name, shanghaiDay(context.clock()), options.newKey === true);

const todoFor = (domain: string, token: string): string => {
  const { dns, file, meta } = proofPlaces(domain, token);
  return `prove ${domain} in one of three ways, then: licet partner prove ${domain}\n  ${dns}\n  ${file}\n  ${meta}\n`;
};

/** Puts a domain on file for a partner; gives the lines that say what to do next. */
const addSite = async (
  context: Context,
  state: ServiceState,
  name: string,
  domain: string,
  options: PartnerOptions,
): Promise<string> => {
  const token = newToken();
  const seen = options.seen === true;
  const today = shanghaiDay(context.clock());
  const site = { domain, partner: name, seenOn: null };
  const row = seen ? { ...site, token: null, provenOn: today } : { ...site, token, provenOn: null };
  const warnings = await putSite(state.sites, row, today);
  for (const warning of warnings) context.terminal.err(`licet: ${domain} ${warning}\n`);
  return seen ? `${domain} is bound to ${printable(name)}\n` : todoFor(domain, token);
};

const addOne =
  (context: Context) =>
  async (name: string, site: string | undefined, options: PartnerOptions): Promise<void> => {
    const domain = site === undefined ? undefined : readDomain(site);
    if (domain === null)
      throw new UsageError(`<domain> ${printable(site ?? '')} is not a domain; expected e.g. agency.example`);
    const { key, text } = await withState(context, options, async (state) => {
      const shown = await showKey(context, state, name, options);
      if (shown === null && domain === undefined)
        throw new UsageError(
          `<name> ${printable(name)} is on file; give a domain, or --new-key for another key`,
        );
      const instructions = domain === undefined ? '' : await addSite(context, state, name, domain, options);
      return { key: shown, text: instructions };
    });
    const words = key === null ? '' : `key of ${printable(name)}, shown this once: ${key}\n`;
    const json = JSON.stringify({ partner: name, key, domain: domain ?? null });
    context.terminal.out(options.json === true ? `${json}\n` : `${words}${text}`);
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

const remove =
  (context: Context) =>
  async (site: string, options: CommonOptions): Promise<void> => {
    const domain = readDomain(site);
    const removed =
      domain !== null && (await withState(context, options, ({ sites }) => sites.remove(domain, null)));
    if (!removed) throw new UsageError(`<domain> ${printable(site)} is not on file`);
    const words = `${domain} is off file; no badge is issued for it from now on\n`;
    context.terminal.out(options.json === true ? `${JSON.stringify({ domain, removed })}\n` : words);
  };

/** `licet partner add`, `remove`, `prove` and `hotlinks`: partners, their keys and domains, and who shows badges without one. */
export const addPartner: AddCommand = (program, context) => {
  const partner = program.command('partner').description('partners and the domains badges are issued for');
  const add = partner
    .command('add')
    .description('put a partner on file and show its key once; with a domain, put that on file as well')
    .argument('<name>', 'the partner')
    .argument('[domain]', 'its website, e.g. agency.example')
    .option('--new-key', 'give another key; the old one is worth nothing from now on')
    .option('--seen', 'the operator has seen the proof: bind the domain at once');
  common(add).addHelpText('after', examples(["licet partner add 'Example Agency' agency.example"]));
  add.action(addOne(context));
  const removing = partner
    .command('remove')
    .description('take a domain off file, whoever put it there')
    .argument('<domain>', 'its website, e.g. agency.example');
  common(removing).action(remove(context));
  const again = partner
    .command('prove')
    .description('look for the proof on the domain itself; without a domain, on all, as every night does')
    .argument('[domain]', 'one domain');
  common(again).action(prove(context));
  const links = partner.command('hotlinks').description('hosts that load badges issued for another domain');
  common(links).action(hotlinks(context));
};
