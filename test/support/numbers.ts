import { explainIdentifier } from '../../src/identifiers/explain-identifier.ts';
import { orgCodeCheck } from '../../src/identifiers/org-code.ts';
import { USCC_ALPHABET, usccCheck } from '../../src/identifiers/uscc-check.ts';
import { fc } from './draws.ts';

/** Made-up numbers: bodies from the generator, check characters computed. */
export const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const orgCode = fc
  .string({ unit: fc.constantFrom(...letters), minLength: 8, maxLength: 8 })
  .map((body) => body + orgCodeCheck(body));
export const uscc = fc
  .tuple(
    fc.constantFrom('12', '52', '91', '11'),
    fc.constantFrom('430105', '110000', '330682'),
    fc.string({ unit: fc.constantFrom(...USCC_ALPHABET), minLength: 7, maxLength: 7 }),
  )
  .map(([holder, division, body]) => {
    const org = `M${body}`;
    const first = `${holder}${division}${org}${orgCodeCheck(org)}`;
    return first + usccCheck(first);
  });

/** The explanation of a number that must have one. */
export const explained = (value: string) => {
  const found = explainIdentifier(value);
  if (found.state !== 'explained') throw new Error(`${value} was not explained: ${JSON.stringify(found)}`);
  return found;
};
/** The same in short: each part as its value and its Chinese meaning. */
export const shown = (value: string) => {
  const { kind, checkDigit, parts, warnings } = explained(value);
  const meanings = Object.fromEntries(
    parts.map((one) => [one.name, `${one.value} ${one.meaning?.zh ?? ''}`.trim()]),
  );
  return { kind, checkDigit, ...meanings, warnings: warnings.map((one) => one.code) };
};
