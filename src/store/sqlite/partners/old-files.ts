import { z } from 'zod';
import type { Day } from '../../../../schema/base.ts';
import type { Connection } from '../connect.ts';

/** Takes the content of an old file over; `day`: when the file was last written. */
type Take = (db: Connection, text: string, day: Day) => void;

const site = z.object({
  domain: z.string(),
  partner: z.string(),
  token: z.string().optional(),
  provenOn: z.iso.date().nullable(),
  seenOn: z.iso.date().optional(),
});

const takeSites: Take = (db, text, day) => {
  const add = db.prepare(
    `INSERT INTO partner_site (domain, partner, token, proven_on, seen_on, waiting_since) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  for (const { domain, partner, token = null, provenOn, seenOn = null } of z
    .object({ sites: z.array(site) })
    .parse(JSON.parse(text)).sites)
    add.run(domain, partner, token, provenOn, seenOn, provenOn === null ? day : null);
};

const partner = z.object({
  name: z.string(),
  keyHash: z.string().regex(/^[0-9a-f]{64}$/),
  since: z.iso.date(),
});

const takePartners: Take = (db, text) => {
  const add = db.prepare(
    `INSERT INTO partner_key (partner, key_hash, since) SELECT :name, :keyHash, :since
     WHERE NOT EXISTS (SELECT 1 FROM partner_key WHERE partner = :name) ON CONFLICT DO NOTHING`,
  );
  for (const { name, keyHash, since } of z.object({ partners: z.array(partner) }).parse(JSON.parse(text))
    .partners)
    add.run({ name, keyHash, since });
};

const key = z.object({
  kid: z.string(),
  role: z.enum(['next', 'current', 'past']),
  since: z.iso.date(),
  jwk: z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string() }),
});

/** Where keys were made here already, those of the file become past ones: what they signed stays checkable. */
const takeKeys =
  (purpose: string): Take =>
  (db, text, day) => {
    const { keys } = z.object({ keys: z.array(key) }).parse(JSON.parse(text));
    const begun = db.prepare('SELECT 1 FROM signing_key WHERE purpose = ?').get(purpose) !== undefined;
    const add = db.prepare(
      'INSERT INTO signing_key (purpose, kid, role, since, jwk) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    );
    for (const { kid, role, since, jwk } of keys)
      add.run(purpose, kid, begun ? 'past' : role, begun ? day : since, JSON.stringify(jwk));
  };

/** A last line cut off by a crash was never told to anybody. */
const wholeLines = (text: string): readonly unknown[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

const stated = z.object({
  institution: z.string(),
  site: z.string(),
  campus: z.string().nullable(),
  state: z.string(),
  index: z.number().int().min(0),
  day: z.iso.date(),
});

/** Of a list that grew without a bound, the newest statements are taken; credentials of older ones have ended. */
const MOST_STATED = 100_000;

const takeStatus: Take = (db, text) => {
  const newest = new Map(
    wholeLines(text)
      .map((line) => stated.parse(line))
      .map((one) => [one.index, one]),
  );
  const add = db.prepare(
    `INSERT INTO status_entry (place, institution_id, site, campus, state, day) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  const lines = [...newest.values()].sort((a, b) => (a.day < b.day ? 1 : -1)).slice(0, MOST_STATED);
  for (const { index, institution, site: domain, campus, state, day } of lines)
    add.run(index, institution, domain, campus ?? '', state, day);
};

const hotlinks = z.object({
  hotlinks: z.array(
    z.object({
      host: z.string(),
      site: z.string(),
      count: z.number().int(),
      first: z.string(),
      last: z.string(),
    }),
  ),
  others: z.number().int(),
});

const takeHotlinks: Take = (db, text) => {
  const counted = hotlinks.parse(JSON.parse(text));
  const add = db.prepare(
    `INSERT INTO hotlink (host, site, count, first_on, last_on) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (host, site) DO UPDATE SET count = count + excluded.count`,
  );
  for (const { host, site: domain, count, first, last } of counted.hotlinks)
    add.run(host, domain, count, first, last);
  if (counted.others > 0) add.run('', '', counted.others, '', '');
};

const report = z.object({
  at: z.string(),
  about: z.string(),
  text: z.string(),
  lang: z.string(),
  generation: z.number().int(),
});

const takeReports: Take = (db, text) => {
  const add = db.prepare(
    'INSERT INTO error_report (at, about, text, lang, generation) VALUES (?, ?, ?, ?, ?)',
  );
  for (const { at, about, text: words, lang, generation } of wholeLines(text).map((line) =>
    report.parse(line),
  ))
    add.run(at, about, words, lang, generation);
};

/** A file in which an earlier version kept what is in the database now; one that holds secrets is removed once it is copied. */
export type OldFile = Readonly<{ file: string; take: Take; secret: boolean }>;

export const oldFiles: readonly OldFile[] = [
  { file: 'badge-sites.json', take: takeSites, secret: false },
  { file: 'badge-partners.json', take: takePartners, secret: false },
  { file: 'badge-keys.json', take: takeKeys('badge'), secret: true },
  { file: 'receipt-keys/badge-keys.json', take: takeKeys('receipt'), secret: true },
  { file: 'badge-status.jsonl', take: takeStatus, secret: false },
  { file: 'badge-hotlinks.json', take: takeHotlinks, secret: false },
  { file: 'reports.jsonl', take: takeReports, secret: false },
];
