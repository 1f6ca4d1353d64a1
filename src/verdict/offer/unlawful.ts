import { remembered } from '../../text/remembered.ts';
import { findService } from '../vocabulary/services.ts';
import { readOffer } from './read-offer.ts';
import { rules, type Sign, signs } from './rules.ts';

/** Before every scheme of marks: only what is said of treatments is looked for. */
const ANY_DAY = '0001-01-01';

/** The warning sign that these words would be in an offer (buy a kidney, 选男孩), whether or not a treatment has such a name; null for none. */
export const signOf = remembered(1_000, (text): Sign | null => {
  const [first] = readOffer(text, { day: ANY_DAY, region: null }).warnings;
  return signs.find(({ code }) => code === first?.sign) ?? null;
});

/** The code of the one prohibited service whose offer these words are (bought eggs); undefined where they are none, or of several. */
export const codeOfOffer = (text: string): string | undefined => {
  const sign = signOf(text);
  return findService(rules.find(({ code }) => code === sign?.code)?.services ?? '')?.code;
};
