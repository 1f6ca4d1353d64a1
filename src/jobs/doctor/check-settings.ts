import ipaddr from 'ipaddr.js';
import type { Config } from '../../config.ts';
import { type Finding, note, warning } from './finding.ts';

type Settings = Pick<
  Config,
  'baseUrl' | 'contact' | 'host' | 'metrics' | 'nightly' | 'rateLimit' | 'trustProxy' | 'whyNoFetch'
>;

/** Whether only this machine reaches an address to listen on. */
const isLoopback = (host: string): boolean =>
  host === 'localhost' || (ipaddr.isValid(host) && ipaddr.parse(host).range() === 'loopback');

const identity = ({ baseUrl, contact }: Settings): readonly Finding[] => [
  ...(baseUrl === null
    ? [
        warning(
          'no-base-url',
          'LICET_BASE_URL is not set, so nothing is signed and no link leads here',
          'set LICET_BASE_URL to the public address, e.g. https://licet.example',
        ),
      ]
    : []),
  ...(contact === null
    ? [
        warning(
          'no-contact',
          'LICET_CONTACT is not set, so no address outside is read and nobody can be asked',
          'set LICET_CONTACT to a mail or web address',
        ),
      ]
    : []),
];

/** Passwords and tokens of the console, and every answer, must travel over TLS, which a proxy brings. */
const transport = ({ baseUrl, host, trustProxy }: Settings): readonly Finding[] => {
  const url = baseUrl === null ? null : new URL(baseUrl);
  const found: Finding[] = [];
  if (url?.protocol === 'http:' && !isLoopback(url.hostname))
    found.push(
      warning(
        'console-without-tls',
        `LICET_BASE_URL is ${baseUrl}: passwords and tokens of the console travel in the clear, and there are no passkeys`,
        'put a proxy with a certificate before the service (docs/operate/Caddyfile) and set LICET_BASE_URL to https://…',
      ),
    );
  if (!isLoopback(host) && trustProxy === false)
    found.push(
      warning(
        'listens-in-the-clear',
        `LICET_HOST is ${host} and no proxy is named: others reach the service, and its console, without TLS`,
        'set LICET_HOST to 127.0.0.1 behind a proxy on this machine, or LICET_TRUST_PROXY where the proxy is elsewhere',
      ),
    );
  if (url?.protocol === 'https:' && isLoopback(host) && trustProxy === false)
    found.push(
      warning(
        'proxy-not-named',
        'LICET_BASE_URL is https, which a proxy brings, and LICET_TRUST_PROXY is off: all clients share the limits of one',
        'set LICET_TRUST_PROXY to loopback, or to how many proxies stand before the service',
      ),
    );
  return found;
};

const opened = ({ metrics, rateLimit }: Settings): readonly Finding[] => [
  ...(metrics.listener !== null && !isLoopback(metrics.listener.host)
    ? [
        warning(
          'metrics-open',
          `what is measured is read without a token at ${metrics.listener.host}, port ${metrics.listener.port}`,
          'set LICET_METRICS_HOST to 127.0.0.1, or let nobody but the monitoring machine reach that port (compose.yaml does)',
        ),
      ]
    : []),
  ...(rateLimit === 0
    ? [
        warning(
          'no-rate-limit',
          'LICET_RATE_LIMIT is 0: one client may take all there is',
          'set LICET_RATE_LIMIT, e.g. to 600 requests a minute',
        ),
      ]
    : []),
];

/** Settings without which the service does less, or opens more, than its operator may think. */
export const checkSettings = (config: Settings): readonly Finding[] => [
  ...identity(config),
  ...transport(config),
  ...opened(config),
  ...(config.nightly
    ? []
    : [
        note(
          'no-nights',
          'LICET_NIGHTLY is off: no source is read by itself',
          'set LICET_NIGHTLY to on, or run licet harvest --all by a timer of your own',
        ),
      ]),
];
