/** Brackets, codes and a closing 临床应用 mean nothing. */
export const plainTechnology = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s“”"']+/gu, '')
    .replace(/^G\d{2}[_.、:-]?/iu, '')
    .replace(/\(ECMO\)/iu, '')
    .replace(/(临床应用)?(管理规范)?$/u, '')
    .replace(/技术$/u, '');

/** Technology of the national catalogue of 2022, without its closing 技术 → code of the service vocabulary. */
export const technologies: Readonly<Record<string, string>> = {
  异基因造血干细胞移植: 'G01',
  同种胰岛移植: 'G02',
  同种异体运动系统结构性组织移植: 'G03',
  同种异体角膜移植: 'G04',
  性别重置: 'G05',
  质子和重离子加速器放射治疗: 'G06',
  放射性粒子植入治疗: 'G07',
  肿瘤消融治疗: 'G08',
  心室辅助: 'G09',
  人工智能辅助治疗: 'G10',
  体外膜肺氧合: 'G11',
  自体器官移植: 'G12',
};
