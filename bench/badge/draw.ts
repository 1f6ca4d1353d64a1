import { badgeStates } from '../../schema/badge.ts';
import type { BadgeModel } from '../../src/badge/badge-model.ts';
import { checkBadge } from '../../src/badge/check-badge.ts';
import { drawBadge } from '../../src/badge/draw.ts';
import { sealBadge } from '../../src/badge/seal.ts';
import { badgeSizes } from '../../src/badge/sizes.ts';
import { badgeLanguages } from '../../src/badge/words.ts';
import type { SigningKeys } from '../../src/http/badge/keys.ts';
import { plainVerdict } from '../../test/support/plain-verdict.ts';

/** A model nobody has asked for before: every call another name, so that nothing but the letters' widths is known. */
const modelAt = (at: number): BadgeModel => ({
  state: badgeStates[at % badgeStates.length] ?? 'unknown',
  note: null,
  name: { zh: `编造第${at}示例医院`, en: `Made-up Example Hospital No. ${at}` },
  campus: at % 3 === 0 ? '南院区' : null,
  ask: at % 2 === 0 ? 'art.ivf' : null,
  checkedOn: '2026-11-20',
  site: `agency-${at % 1000}.example`,
  test: false,
  lang: badgeLanguages[at % badgeLanguages.length] ?? 'en',
  size: badgeSizes[at % badgeSizes.length] ?? 'medium',
  theme: 'auto',
});

/** Processor time of this process so far, in seconds: what one core would have needed, however busy the machine is. */
const spent = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

const perSecond = (count: number, begun: number): number => Math.round(count / (spent() - begun));

/** Different badges drawn one after the other on one core, a second. */
export const drawnCold = (count: number): number => {
  const begun = spent();
  let bytes = 0;
  for (let at = 0; at < count; at += 1) bytes += drawBadge(modelAt(at)).length;
  if (bytes === 0) throw new Error('nothing was drawn');
  return perSecond(count, begun);
};

/** Badges drawn, signed and then checked offline: bytes of the largest, signed a second, checked a second. */
export const sealedAndChecked = async (count: number, keys: SigningKeys, now: Date) => {
  const [key, set] = [await keys.signing(), await keys.jwks()];
  const begunSigning = spent();
  const badges: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const { site, campus, ask, state } = modelAt(at);
    const input = {
      issuer: 'https://licet.example',
      institution: `made-up-${at}`,
      site,
      campus,
      ask,
      state,
      verdict: plainVerdict,
    };
    badges.push(await sealBadge(drawBadge(modelAt(at)), input, key, now));
  }
  const sealed = perSecond(count, begunSigning);
  const begun = spent();
  for (const svg of badges) {
    const { valid } = await checkBadge(svg, set, now);
    if (!valid) throw new Error('a badge of the bench does not hold');
  }
  const checked = perSecond(count, begun);
  return {
    sealed,
    checked,
    seconds: spent() - begun,
    sizes: badges.map((svg) => Buffer.byteLength(svg)),
  };
};
