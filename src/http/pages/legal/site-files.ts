import type { FastifyInstance } from 'fastify';
import { assistantWords } from '../../../../schema/lexicon/assistant-words.ts';
import { treatments } from '../../../../schema/lexicon/treatments.ts';
import { escapeXml } from '../../../badge/text.ts';
import { baseOf } from '../../badge/address.ts';
import type { SiteDeps } from '../deps.ts';
import { treatmentPath } from '../treatments/treatment-link.ts';
import { contactAddress } from './contact.ts';
import { faviconIco } from './favicon.ts';

const hidden = { schema: { hide: true } } as const;
const DAY_MS = 86_400_000;
const A_DAY = 'public, max-age=86400';

/** Pages that are the same for everybody; answers to one person’s question are not among them. */
const lasting = [
  '/',
  '/check',
  '/treatments',
  '/offer',
  '/physician',
  '/sources',
  '/how-we-decide',
  '/verify-badge',
  '/partners',
  '/contact',
  '/privacy',
  '/terms',
] as const;

/** What programs may read unasked: pages and packs, not the rest of the interface, and no question with its answer. */
const robots = (base: string): string =>
  `User-agent: *\nAllow: /v1/packs\nDisallow: /v1/\nDisallow: /check?\nDisallow: /compare?\nDisallow: /*?q=\nSitemap: ${base}/sitemap.xml\n`;

const sitemap = (base: string): string => {
  const paths = [...lasting, ...treatments.map(treatmentPath)];
  const urls = paths.map((path) => `<url><loc>${escapeXml(base + path)}</loc></url>`).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}\n</urlset>\n`;
};

/** What an assistant that reads this site should know and where to ask (llmstxt.org). */
const llmsText = (base: string): string => {
  const { summary, instructions, addresses } = assistantWords;
  const links = Object.entries(addresses).map(([path, what]) => `- [${path}](${base}${path}): ${what}`);
  return `# Licet\n\n> ${summary}\n\n${instructions}\n\n## Addresses\n\n${links.join('\n')}\n`;
};

/** How long a copy of security.txt may be believed: RFC 9116 wants less than a year. */
const SECURITY_DAYS = 180;

const securityText = (base: string, contact: string, now: Date): string => {
  const expires = new Date(now.getTime() + SECURITY_DAYS * DAY_MS).toISOString();
  return `Contact: ${contact}\nExpires: ${expires}\nPreferred-Languages: en, zh\nCanonical: ${base}/.well-known/security.txt\nPolicy: ${base}/contact\n`;
};

/** The files that browsers, crawlers and whoever finds a fault look for at fixed addresses. */
export const registerSiteFiles = (app: FastifyInstance, deps: SiteDeps): void => {
  const icon = faviconIco();
  app.get('/robots.txt', hidden, async (request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', A_DAY)
      .send(robots(baseOf(deps, request))),
  );
  app.get('/llms.txt', hidden, async (request, reply) =>
    reply
      .type('text/markdown; charset=utf-8')
      .header('cache-control', A_DAY)
      .send(llmsText(baseOf(deps, request))),
  );
  app.get('/sitemap.xml', hidden, async (request, reply) =>
    reply
      .type('application/xml; charset=utf-8')
      .header('cache-control', A_DAY)
      .send(sitemap(baseOf(deps, request))),
  );
  app.get('/favicon.ico', hidden, async (_request, reply) =>
    reply.type('image/x-icon').header('cache-control', A_DAY).send(icon),
  );
  const { contact } = deps.config;
  if (contact === null) return;
  app.get('/.well-known/security.txt', hidden, async (request, reply) => {
    const text = securityText(baseOf(deps, request), contactAddress(contact), deps.clock());
    return reply.type('text/plain; charset=utf-8').header('cache-control', A_DAY).send(text);
  });
};
