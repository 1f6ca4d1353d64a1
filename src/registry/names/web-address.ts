import { reason } from '../../../schema/reason.ts';
import type { Reason } from '../../../schema/verdict.ts';

/** Host of a website as people write it, lower case, IDN as punycode, without www; null when it is none. */
export const hostOf = (website: string): string | null => {
  const text = website.trim();
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:\/\//iu.test(text) ? text : `http://${text}`);
    return url.hostname.toLowerCase().replace(/^www\./u, '') || null;
  } catch {
    return null;
  }
};

const LOOKS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  i: 'l',
  '5': 's',
  '8': 'b',
  vv: 'w',
  rn: 'm',
};

/** What a hurried eye sees: rn → m, 0 → o, hyphens gone. */
const skeleton = (host: string): string => {
  const [label = ''] = host.split('.');
  return label.replace(/rn|vv|[01i58]/gu, (part) => LOOKS[part] ?? part).replace(/-/gu, '');
};

const sameSite = (a: string, b: string): boolean => a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);

/** Whether a host is written to be mistaken for another. Non-Latin domains (xn--) never pass as a Latin one. */
export const imitates = (asked: string, registered: string): boolean => {
  if (sameSite(asked, registered)) return false;
  return skeleton(asked) === skeleton(registered) || asked.startsWith('xn--');
};

export type WebFit = 'agrees' | 'differs' | 'imitates' | 'unknown';

/** Compares the website asked for with the one on record. */
export const webFit = (asked: string, registered: string | undefined): { fit: WebFit; why: Reason } => {
  const mine = hostOf(asked);
  const theirs = registered === undefined ? null : hostOf(registered);
  if (mine === null || theirs === null) return { fit: 'unknown', why: reason('website.unknown', { asked }) };
  if (sameSite(mine, theirs)) return { fit: 'agrees', why: reason('website.agrees', { host: theirs }) };
  const fit = imitates(mine, theirs) ? 'imitates' : 'differs';
  return { fit, why: reason(`website.${fit}`, { asked: mine, registered: theirs }) };
};
