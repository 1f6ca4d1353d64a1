import ipaddr from 'ipaddr.js';
import { z } from 'zod';

/** How many proxies stand before the service, their addresses, or none. */
export type TrustProxy = false | number | string[];

const RANGES: readonly string[] = ['loopback', 'linklocal', 'uniquelocal'];
const isRange = (text: string): boolean =>
  RANGES.includes(text) ||
  ipaddr.isValid(text) ||
  (/^[^/]+\/\d{1,3}$/.test(text) && ipaddr.isValidCIDR(text));

/**
 * Which proxies may say who the client is. Whoever is trusted blindly lets every client choose its own address, so `on` is
 * refused: their number (the hops before this service) or their addresses must be named.
 */
export const trustProxy = z
  .string()
  .transform((text) => text.trim())
  .transform((text, context): TrustProxy => {
    if (/^(off|false|0)$/.test(text)) return false;
    if (/^[1-9]$/.test(text)) return Number(text);
    const named = text.split(',').map((one) => one.trim());
    if (named.every(isRange)) return named;
    context.addIssue({
      code: 'custom',
      message:
        'must name the proxies: how many stand before this service (1 to 9), or their addresses (10.0.0.0/8, 192.0.2.7, loopback); or off',
    });
    return false;
  });
