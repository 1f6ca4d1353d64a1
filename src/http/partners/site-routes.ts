import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { LicetError } from '../../errors.ts';
import type { Site } from '../../store/service/sites.ts';
import { shanghaiDay } from '../../text/dates.ts';
import { badgeOperation } from '../badge/described.ts';
import { claimSite, readDomain, waitsUntil } from '../badge/sites.ts';
import type { SiteDeps } from '../pages/deps.ts';
import { answeringToo, removing } from '../shapes/operation.ts';
import { noteAct, partnerOf, requireScope } from './partner-of.ts';

type WithDomain = Readonly<{ Params: { domain: string } }>;

/** Where the proof may stand; one of the three is enough. */
export const proofPlaces = (domain: string, token: string) => ({
  dns: `_licet.${domain} TXT "${token}"`,
  file: `https://${domain}/.well-known/licet.txt holds the line ${token}`,
  meta: `<meta name="licet-site" content="${token}"> on https://${domain}/`,
});

const shown = ({ domain, provenOn, seenOn, token, waitingSince }: Site) => ({
  domain,
  bound: provenOn !== null,
  provenOn,
  seenOn,
  waitsUntil: waitsUntil({ waitingSince }),
  ...(token === null ? {} : { proof: proofPlaces(domain, token) }),
});

const domainIn = (given: string): string => {
  const domain = readDomain(given);
  if (domain !== null) return domain;
  const errors = [{ field: '/domain', problem: 'is not a domain name', expected: 'e.g. agency.example' }];
  throw new LicetError('LICET_BAD_QUESTION', '/domain is not a domain name.', errors);
};

const siteShape = z.strictObject({
  domain: z.string(),
  bound: z.boolean().describe('True once it is proven: badges are issued for it'),
  provenOn: z.string().nullable(),
  seenOn: z.string().nullable().describe('The day on which the proof was last found'),
  waitsUntil: z.string().nullable().describe('An unproven domain is taken off file then'),
  proof: z
    .strictObject({ dns: z.string(), file: z.string(), meta: z.string() })
    .optional()
    .describe('Where the proof may stand; one of the three is enough'),
});

const siteOperation = <Parts extends Readonly<Record<string, unknown>>>(
  id: string,
  summary: string,
  answer: z.ZodType,
  parts: Parts,
  refused: Parameters<typeof badgeOperation>[3] = [],
) => {
  const described = badgeOperation({ id, summary, tag: 'Domains' }, answer, parts, [401, 403, ...refused]);
  return {
    ...described,
    schema: { ...described.schema, security: [{ partner: [] }] },
    config: { scope: 'badge' as const },
    onRequest: requireScope,
  };
};

const byDomain = { params: z.strictObject({ domain: z.string().max(253) }) };
const listing = siteOperation(
  'sites',
  'The domains of a partner, and where each proof stands',
  z.strictObject({ partner: z.string(), sites: z.array(siteShape) }),
  {},
);
const putting = siteOperation(
  'putSite',
  'Put a domain on file; badges are issued for it once it is proven',
  siteShape.extend({ warnings: z.array(z.string()) }),
  byDomain,
  [400, 409],
);
const put = { ...putting, schema: answeringToo(putting.schema, { 201: 'Added' }) };
const removed = siteOperation(
  'removeSite',
  'Take a domain off file; no badge is issued for it from then on',
  z.null(),
  byDomain,
  [400, 404],
);
const taking = { ...removed, schema: removing(removed.schema) };

/**
 * What a partner does with its key: put a domain on file or take it off, see how its domains stand. The proof is looked for every night and
 * by `licet partner prove`.
 */
export const registerPartnerSites = (app: FastifyInstance, deps: SiteDeps): void => {
  app.get('/partner/sites', listing, async (request, reply) => {
    const partner = partnerOf(request);
    const sites = (await deps.state().sites.all()).filter((site) => site.partner === partner).map(shown);
    return reply.header('cache-control', 'no-store').send({ partner, sites });
  });
  app.put<WithDomain>('/partner/sites/:domain', put, async (request, reply) => {
    const partner = partnerOf(request);
    const domain = domainIn(request.params.domain);
    const today = shanghaiDay(deps.clock());
    await noteAct(deps, request, 'site.put', domain);
    const { site, added, warnings } = await claimSite(deps.state().sites, { domain, partner }, today);
    reply.code(added ? 201 : 200);
    return reply.header('cache-control', 'no-store').send({ ...shown(site), warnings });
  });
  app.delete<WithDomain>('/partner/sites/:domain', taking, async (request, reply) => {
    const partner = partnerOf(request);
    const domain = domainIn(request.params.domain);
    await noteAct(deps, request, 'site.remove', domain);
    if (!(await deps.state().sites.remove(domain, partner))) throw new LicetError('LICET_UNKNOWN_SITE');
    return reply.code(204).header('cache-control', 'no-store').send();
  });
};
