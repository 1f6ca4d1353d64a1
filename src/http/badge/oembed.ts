import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { layouts } from '../../badge/sizes.ts';
import { LicetError } from '../../errors.ts';
import type { SiteDeps } from '../pages/deps.ts';
import { sendJson } from '../plugins/conditional.ts';
import { askFields, baseOf, domainOf } from './address.ts';
import { readBadgeAddress } from './badge-address.ts';
import { badgeOperation } from './described.ts';
import type { BadgeIssuer } from './issue.ts';
import { readParams } from './params.ts';
import { snippetOf } from './snippet.ts';

type Query = Readonly<{ Querystring: Readonly<Record<string, string | undefined>> }>;

const badUrl = (): LicetError =>
  new LicetError('LICET_BAD_QUESTION', 'url is not the address of a hospital page of this service.', [
    {
      field: '?url',
      problem: 'is not a hospital page of this service',
      expected: 'https://<this service>/hospitals/<id> or /check?id=<id>&service=<code>',
    },
  ]);

/** Whom and what a page of ours is about; throws for any other address. */
const askedIn = (url: string | undefined, base: string): Readonly<{ id: string; ask: string | null }> => {
  if (url === undefined || !URL.canParse(url) || new URL(url).origin !== new URL(base).origin) throw badUrl();
  const read = readBadgeAddress(url, base);
  if (typeof read === 'string') throw badUrl();
  return read;
};

/** From the size that is shown where nothing is said to the smaller ones. */
const OFFERED = ['medium', 'small', 'seal'] as const;

const pixels = (text: string | undefined, field: string): number => {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new LicetError('LICET_BAD_QUESTION', `${field} is no number of pixels.`, [
    { field: `?${field}`, problem: 'is no whole number', expected: 'pixels, e.g. 320' },
  ]);
};

/** The largest size that stays within `maxwidth` and `maxheight` (oEmbed §2.2). */
const sizeWithin = ({ maxwidth, maxheight }: Readonly<Record<string, string | undefined>>) => {
  const [width, height] = [pixels(maxwidth, 'maxwidth'), pixels(maxheight, 'maxheight')];
  const fitting = OFFERED.find((size) => layouts[size].width <= width && layouts[size].height <= height);
  if (fitting !== undefined) return fitting;
  const expected = OFFERED.map((size) => `${layouts[size].width} × ${layouts[size].height}`).join(', ');
  throw new LicetError('LICET_BAD_QUESTION', 'No badge is that small.', [
    {
      field: maxwidth === undefined ? '?maxheight' : '?maxwidth',
      problem: 'is smaller than any badge',
      expected: `room for ${expected}`,
    },
  ]);
};

const pixelsText = z.string().describe('Pixels, e.g. 320').optional();
const described = badgeOperation(
  { id: 'oembed', summary: 'oEmbed of a hospital’s page, or of an answer to one treatment or mark' },
  z.strictObject({
    version: z.literal('1.0'),
    type: z.literal('rich'),
    provider_name: z.string(),
    provider_url: z.string(),
    title: z.string(),
    html: z.string(),
    width: z.int(),
    height: z.int(),
    cache_age: z.int().describe('Seconds'),
  }),
  {
    querystring: z.strictObject({
      url: z.string().describe('https://<this service>/hospitals/<id> or /check?id=<id>&service=<code>'),
      format: z.enum(['json', 'xml']).describe('json is offered; xml is answered 501').optional(),
      maxwidth: pixelsText,
      maxheight: pixelsText,
    }),
  },
  [400, 404, 501],
);

/** oEmbed 1.0 (https://oembed.com): a pasted hospital address becomes a badge. */
export const registerOembed = (app: FastifyInstance, deps: SiteDeps, issuer: BadgeIssuer): void => {
  app.get<Query>('/oembed', described, async (request, reply) => {
    const base = baseOf(deps, request);
    const { url, format = 'json' } = request.query;
    if (format !== 'json') {
      const errors = [{ field: '?format', problem: 'is not offered', expected: 'json' }];
      throw new LicetError('LICET_FORMAT_NOT_OFFERED', 'Only format=json is offered.', errors);
    }
    const { id, ask } = askedIn(url, base);
    const read = readParams({ size: sizeWithin(request.query), ...askFields(ask) }, domainOf(base));
    if (!read.good) throw badUrl();
    const { model, status } = await issuer.issue(id, read.params, base);
    if (status === 404) throw new LicetError('LICET_UNKNOWN_INSTITUTION');
    const { width, height } = layouts[model.size];
    const html = snippetOf(base, id, model);
    const title = model.name.en ?? model.name.zh ?? id;
    const body = {
      version: '1.0',
      type: 'rich',
      provider_name: 'Licet',
      provider_url: base,
      title,
      html,
      width,
      height,
      cache_age: 300,
    };
    return sendJson(request, reply, body);
  });
};
