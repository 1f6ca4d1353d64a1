import { existsSync } from 'node:fs';
import { z } from 'zod';
import { baseUrl } from './config/base-url.ts';
import { companyIds } from './config/company-ids.ts';
import { databaseUrl } from './config/database-url.ts';
import { DEFAULT_DATA } from './config/default-data.ts';
import { type MailAccount, mailAccount, mailSettings, missingForMail } from './config/mail.ts';
import { type MetricsAccess, metricsAccess, metricsSettings } from './config/metrics.ts';
import { contact, flag, logLevel, whole } from './config/plain-values.ts';
import { type TracesTarget, tracesSettings, tracesTarget } from './config/traces.ts';
import { type TrustProxy, trustProxy } from './config/trust-proxy.ts';
import type { CreditKeys } from './harvest/obtain/credits.ts';
import { suggestByEditDistance } from './text/edit-distance.ts';

/** Settings that are secrets, and what is said of a bad one: no message repeats it. */
const secrets: Readonly<Record<string, string>> = {
  LICET_IAF_KEY: 'is not a key: 8 to 500 printable characters without a space are expected',
  LICET_SMTP_URL: 'is no mail server: expected e.g. smtps://name:password@mail.example:465',
  LICET_METRICS_TOKEN: 'is no token: 16 to 500 printable characters without a space are expected',
};

/** Every setting of the service, read from the environment; nothing else is configured anywhere. */
const settings = z.object({
  LICET_HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on'),
  LICET_PORT: whole(0, 65_535).default(8080).describe('Port to listen on; 0 takes a free one'),
  LICET_DATA: z.string().min(1).default(DEFAULT_DATA).describe('Folder of the database and the archive'),
  LICET_DATABASE_URL: databaseUrl
    .optional()
    .describe(
      'PostgreSQL database that keeps the state, for several machines; without it the data folder does. Over a network: ?sslmode=verify-full',
    ),
  LICET_LOG: logLevel.default('info').describe('Least level that is logged'),
  LICET_RATE_LIMIT: whole(0, 1_000_000).default(600).describe('Requests a minute and client; 0 = no limit'),
  LICET_PARTNER_RATE_LIMIT: whole(0, 10_000_000)
    .default(6000)
    .describe('Requests a minute and partner’s key, where the key says nothing else; 0 = no limit'),
  LICET_TRUST_PROXY: trustProxy
    .default(false)
    .describe(
      'Proxies that may say who the client is (X-Forwarded-For): how many, or their addresses; off: none',
    ),
  LICET_BASE_URL: baseUrl
    .optional()
    .describe('Public address of this service: in links, and who signs; without it nothing is signed'),
  LICET_CONTACT: contact.optional().describe('Who runs this service: mail or web address'),
  LICET_TEST_INSTITUTIONS: flag.default(true).describe('on: the made-up institutions for integrators answer'),
  LICET_PACKS: flag
    .default(true)
    .describe('off: packs are made by hand alone; on: of each generation, where LICET_BASE_URL is set'),
  LICET_NIGHTLY: flag.default(true).describe('on: the service reads its sources when they are due'),
  LICET_FETCH: flag
    .default(true)
    .describe('off: no address outside is ever opened; on: only once LICET_CONTACT is set'),
  LICET_IAF_KEY: z
    .string()
    .min(8)
    .max(500)
    .regex(/^[\x21-\x7E]+$/)
    .optional()
    .describe('Key of IAF CertSearch, from the operator’s own account; without it the source is off'),
  LICET_IAF_COMPANIES: companyIds
    .default([])
    .describe('What to ask IAF CertSearch for: ce_… ids, separated by commas'),
  LICET_IAF_CREDITS: whole(1, 1_000_000)
    .optional()
    .describe('Most credits of IAF CertSearch a calendar month in Asia/Shanghai'),
  ...mailSettings,
  ...metricsSettings,
  ...tracesSettings,
  LICET_CACHE_MB: whole(1, 4096).default(64).describe('Memory for finished answers, in MB'),
});

export type Config = Readonly<{
  host: string;
  port: number;
  data: string;
  /** The PostgreSQL database that keeps the state of the data folder; null where its files do. */
  database: string | null;
  log: z.infer<typeof settings>['LICET_LOG'];
  /** Requests a minute and client; 0 = no limit. */
  rateLimit: number;
  /** Requests a minute and partner's key; 0 = no limit. */
  partnerRateLimit: number;
  /** Proxies whose X-Forwarded-For is believed: hops, addresses, or none. */
  trustProxy: TrustProxy;
  baseUrl: string | null;
  contact: string | null;
  testInstitutions: boolean;
  /** Whether the service reads its sources when they are due. */
  nightly: boolean;
  /** Whether the service makes packs of each generation. */
  packs: boolean;
  /** Whether addresses outside may be opened: only where the operator says who is asking. */
  fetch: boolean;
  /** What keeps addresses outside closed, in words; null where they may be opened. */
  whyNoFetch: string | null;
  /** What mails are sent with; null where none are, as where no address outside may be opened. */
  mail: MailAccount | null;
  /** Who may read what is measured. */
  metrics: MetricsAccess;
  /** Where traces are sent; null where there are none. */
  traces: TracesTarget | null;
  /** Keys of interfaces that want one, by their setting; they are handed to the fetch room alone. */
  keys: CreditKeys;
  cacheBytes: number;
}>;

/** A site that is read must be able to complain to somebody: nobody is asked anonymously. */
const closedBecause = (on: boolean, contact: string | undefined): string | null =>
  !on
    ? 'LICET_FETCH is off'
    : contact === undefined
      ? 'LICET_CONTACT is not set (a mail or web address, so that the sites that are read know who asks)'
      : null;

/** Takes up a `.env` file in the working folder, if there is one; what the environment already says stays. */
export const loadDotEnv = (): void => {
  if (existsSync('.env')) process.loadEnvFile('.env');
};

/** A setting that cannot be used; the message is one line that names it and says what would be right. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const keysOf = (data: z.infer<typeof settings>): CreditKeys => {
  const { LICET_IAF_KEY: key, LICET_IAF_COMPANIES: companies, LICET_IAF_CREDITS: credits = null } = data;
  return key === undefined ? {} : { LICET_IAF_KEY: { key, ids: companies, credits } };
};

const known = Object.keys(settings.shape);

const refuseUnknown = (env: Readonly<Record<string, string | undefined>>): void => {
  for (const name of Object.keys(env)) {
    // LICET_PREPARE is read by an installation alone (package.json), and may stand where all settings do.
    if (!name.startsWith('LICET_') || [...known, 'LICET_PREPARE'].includes(name)) continue;
    const [like] = suggestByEditDistance(name, known, 1);
    throw new ConfigError(
      `${name} is not a setting of Licet${like === undefined ? '' : `; did you mean ${like}?`}`,
    );
  }
};

/**
 * Reads the settings from an environment (default: the process's). An empty value counts as not given.
 * Throws ConfigError with one clear line on the first bad or unknown LICET_ variable.
 */
export const readConfig = (env: Readonly<Record<string, string | undefined>> = process.env): Config => {
  refuseUnknown(env);
  const given = Object.fromEntries(known.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  const read = settings.safeParse(given);
  if (!read.success) {
    const [issue] = read.error.issues;
    const name = String(issue?.path[0] ?? 'LICET_');
    const secret = secrets[name];
    if (secret !== undefined) throw new ConfigError(`${name} ${secret}`);
    // What is wrong with the address of a database is said in words of ours alone: it holds a password.
    if (name === 'LICET_DATABASE_URL') throw new ConfigError(`${name} ${issue?.message}`);
    throw new ConfigError(`${name}=${given[name]}: ${issue?.message ?? 'cannot be read'}`);
  }
  const { data } = read;
  const missing = missingForMail(data);
  if (missing !== null) throw new ConfigError(missing);
  const whyNoFetch = closedBecause(data.LICET_FETCH, data.LICET_CONTACT);
  return {
    host: data.LICET_HOST,
    port: data.LICET_PORT,
    data: data.LICET_DATA,
    database: data.LICET_DATABASE_URL ?? null,
    log: data.LICET_LOG,
    rateLimit: data.LICET_RATE_LIMIT,
    partnerRateLimit: data.LICET_PARTNER_RATE_LIMIT,
    trustProxy: data.LICET_TRUST_PROXY,
    baseUrl: data.LICET_BASE_URL ?? null,
    contact: data.LICET_CONTACT ?? null,
    testInstitutions: data.LICET_TEST_INSTITUTIONS,
    nightly: data.LICET_NIGHTLY,
    packs: data.LICET_PACKS && data.LICET_BASE_URL !== undefined,
    fetch: whyNoFetch === null,
    whyNoFetch,
    mail: whyNoFetch === null ? mailAccount(data) : null,
    metrics: metricsAccess(data),
    traces: tracesTarget(data),
    keys: keysOf(data),
    cacheBytes: data.LICET_CACHE_MB * 1_048_576,
  };
};
