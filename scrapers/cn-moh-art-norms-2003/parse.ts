import { parseForbidden } from '../presets/prohibitions.ts';

/** What the code of conduct of the norms forbids that patients are offered. Reported as in force in November 2003; the day itself is not held. */
export const parse = parseForbidden({
  items: {
    无医学指征的性别选择: 'sex-selection',
    胚胎赠送: 'embryo-donation',
    '以生殖为目的对人类配子、合子和胚胎进行基因操作': 'embryo-gene-editing',
    克隆人: 'human-cloning',
  },
  validFrom: '2003-11',
});
