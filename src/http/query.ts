import { LicetError } from '../errors.ts';

const decode = (part: string): string => {
  if (!part.includes('%') && !part.includes('+')) return part;
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch (cause) {
    if (cause instanceof URIError) throw new LicetError('LICET_BAD_ADDRESS');
    throw cause;
  }
};

/**
 * The query of an address: name → value, or values where a name is repeated. Stricter than the framework's reader: what is
 * not UTF-8 in percent-encoding is refused, not passed on as raw signs.
 */
export const readQuery = (url: string): Record<string, string | string[]> => {
  const found: Record<string, string | string[]> = Object.create(null);
  const start = url.indexOf('?');
  if (start === -1) return found;
  for (const pair of url.slice(start + 1).split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decode(equals === -1 ? pair : pair.slice(0, equals));
    const value = equals === -1 ? '' : decode(pair.slice(equals + 1));
    const before = found[name];
    if (Array.isArray(before)) before.push(value);
    else found[name] = before === undefined ? value : [before, value];
  }
  return found;
};
