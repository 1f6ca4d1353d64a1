import { parseForbidden } from '../presets/prohibitions.ts';

/** What the code of conduct of the norms forbids that patients are offered. Reported as in force in November 2003; the day itself is not held. */
export const parse = parseForbidden({
  items: {
    无医学指征的性别选择: 'sex-selection',
    胚胎赠送: 'embryo-donation',
    '以生殖为目的对人类配子、合子和胚胎进行基因操作': 'embryo-gene-editing',
    克隆人: 'human-cloning',
    以治疗不育为目的的人卵胞浆移植及核移植技术: 'egg-nuclear-transfer',
    给单身妇女实施人类辅助生殖技术: 'single-woman-art',
  },
  validFrom: '2003-11',
});
