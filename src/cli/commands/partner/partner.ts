import { readDomain } from '../../../http/badge/sites.ts';
import { addPartnerKey } from '../../../http/partners/partner-keys.ts';
import { shanghaiDay } from '../../../text/dates.ts';
import type { AddCommand, CommonOptions, Context } from '../../context.ts';
import { common, examples } from '../../help.ts';
import { UsageError } from '../../usage-error.ts';
import { printable } from '../../width.ts';
import { addKeyCommands, type KeyOptions, keyOptions, partnerName, termsIn, withAct } from './keys.ts';
import { addShowCommands } from './show.ts';
import { addSite, addSiteCommands } from './sites.ts';

type AddOptions = KeyOptions & Readonly<{ seen?: true }>;

const domainIn = (site: string | undefined): string | undefined => {
  const domain = site === undefined ? undefined : readDomain(site);
  if (domain !== null) return domain;
  throw new UsageError(`<domain> ${printable(site ?? '')} is not a domain; expected e.g. agency.example`);
};

const addOne =
  (context: Context) =>
  async (given: string, site: string | undefined, options: AddOptions): Promise<void> => {
    const domain = domainIn(site);
    const name = partnerName(given);
    const today = shanghaiDay(context.clock());
    const terms = termsIn(context, options);
    const about = domain === undefined ? name : `${name}, ${domain}`;
    const { key, text } = await withAct(
      context,
      options,
      'partner.add',
      about,
      async (state) => {
        const shown = await addPartnerKey(state.partnerKeys, name, today, terms);
        if (shown === null && domain === undefined)
          throw new UsageError(
            `<name> ${printable(name)} is on file; give a domain, or another key: licet partner rotate`,
          );
        const proof =
          domain === undefined ? '' : await addSite(context, state, name, domain, options.seen === true);
        return { key: shown, text: proof };
      },
      'made',
    );
    const ends = terms.expiresAt === null ? '' : `, good until ${terms.expiresAt}`;
    const words =
      key === null
        ? ''
        : `key of ${printable(name)} for ${terms.scopes.join(', ')}${ends}, shown this once: ${key}\n`;
    const json = JSON.stringify({
      partner: name,
      key,
      ...(key === null ? {} : terms),
      domain: domain ?? null,
    });
    context.terminal.out(options.json === true ? `${json}\n` : `${words}${text}`);
  };

const remove =
  (context: Context) =>
  async (given: string, options: CommonOptions): Promise<void> => {
    const domain = readDomain(given);
    const removed = await withAct(context, options, 'partner.remove', given, async (state) => {
      if (domain !== null && (await state.sites.remove(domain, null))) return { domain };
      const partner = given.normalize('NFC').trim();
      return (await state.partnerKeys.remove(partner)) ? { partner } : null;
    });
    if (removed === null)
      throw new UsageError(`<name> ${printable(given)} is neither a partner nor a domain on file`);
    const words =
      removed.domain === undefined
        ? `${printable(removed.partner)} is off file, with its keys, domains and lists\n`
        : `${removed.domain} is off file; no badge is issued for it from now on\n`;
    context.terminal.out(
      options.json === true ? `${JSON.stringify({ ...removed, removed: true })}\n` : words,
    );
  };

/** `licet partner`: partners, their keys and domains, and who shows badges without one. */
export const addPartner: AddCommand = (program, context) => {
  const partner = program
    .command('partner')
    .description('partners, their keys, and the domains badges are issued for');
  const add = keyOptions(partner.command('add'))
    .description('put a partner on file and show its key once; with a domain, put that on file as well')
    .argument('<name>', 'the partner')
    .argument('[domain]', 'its website, e.g. agency.example')
    .option('--seen', 'the operator has seen the proof: bind the domain at once');
  common(add).addHelpText(
    'after',
    examples([
      "licet partner add 'Example Agency' agency.example",
      "licet partner add 'Example Insurer' --scopes read,batch --days 90 --quota 1200",
    ]),
  );
  add.action(addOne(context));
  const removing = partner
    .command('remove')
    .description(
      'take a partner off file with its keys, domains and lists; or one domain, whoever put it there',
    )
    .argument('<name>', 'the partner, or a domain');
  common(removing).action(remove(context));
  addKeyCommands(partner, context);
  addShowCommands(partner, context);
  addSiteCommands(partner, context);
};
