import { parseForbidden } from '../presets/prohibitions.ts';

/** What article 3 forbids. The Measures took effect in August 2001. */
export const parse = parseForbidden({
  items: { 代孕技术: 'surrogacy', '买卖配子、合子、胚胎': 'gamete-trade' },
  validFrom: '2001-08',
});
