import { orgCodeCheck } from '../../src/identifiers/org-code.ts';
import { usccCheck } from '../../src/identifiers/uscc-check.ts';

/** Organisation codes PDY00001 to PDY99999 are nobody's: the standard leaves them to whoever assigns his own. */
const orgCode = (serial: number): string => {
  const first = `PDY${String(serial).padStart(5, '0')}`;
  return `${first}${orgCodeCheck(first)}`;
};

/** A licence number of no institution, well formed: division (6), class of WS 218 (4), management 1 or 2. */
export const madeUpLicence = (serial: number, division: string, kind = 'A100', management = '1'): string =>
  `${orgCode(serial)}${division}11${kind}${management}`;

/** A unified social credit code of nobody, with the right check character. */
export const madeUpUscc = (serial: number, division: string, holder = '12'): string => {
  const first = `${holder}${division}${String(serial).padStart(8, '0')}`;
  const org = orgCodeCheck(String(serial).padStart(8, '0'));
  return `${first}${org}${usccCheck(`${first}${org}`)}`;
};

/** Made-up numbers that agree with each other and with their check characters. */
export const madeUpNumbers = (body: string): Readonly<{ licence: string; uscc: string }> => {
  const org = `${body}${orgCodeCheck(body)}`;
  const first = `12310105${org}`;
  return { licence: `${org}31010511A1001`, uscc: `${first}${usccCheck(first)}` };
};
