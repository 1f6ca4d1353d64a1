import { z } from 'zod';

/** on or off, in the words that people write for it. */
export const flag = z
  .enum(['on', 'off', 'true', 'false', '1', '0'], { error: 'must be on or off' })
  .transform((word) => word === 'on' || word === 'true' || word === '1');

/** A whole number between two others, both included. */
export const whole = (min: number, max: number) => {
  const error = `must be a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, error)
    .transform(Number)
    .pipe(z.number({ error }).min(min, error).max(max, error));
};

/** Least level that is logged. */
export const logLevel = z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
  error: 'must be trace, debug, info, warn, error or silent',
});

/** No web address with a password before its host. */
const MAIL = /^[^\s@:/]+@[^\s@:/?.]+(?:\.[^\s@:/?.]+)+$/;

const isWeb = (text: string): boolean => {
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  return url?.hostname.includes('.') === true && url.username === '' && !/\s/.test(text);
};

/**
 * Who runs a service: a mail or web address, with or without its scheme. The sites that are read are told it, and people are
 * sent there, so that a word that leads nowhere is refused.
 */
export const contact = z
  .string()
  .max(200, 'must be at most 200 characters long')
  .refine((text) => MAIL.test(text.replace(/^mailto:/i, '')) || isWeb(text), {
    error: 'must be a mail or web address, e.g. desk@licet.example or https://licet.example/about',
  });
