import type { CredentialStatus } from '../../schema/credential.ts';

/** Words of a project's title → its code of the service vocabulary; all of them must stand there. */
const projects: readonly (readonly [readonly RegExp[], string])[] = [
  [[/膝/u, /干细胞/u], 'lecheng.knee-stem-cell'],
  [[/自体/u, /肺|支气管基底层/u], 'lecheng.lung-cell'],
  [[/缺血性心脏病/u, /干细胞/u], 'lecheng.heart-stem-cell'],
  [[/自体/u, /NK细胞/u], 'lecheng.nk'],
  [[/脐带/u, /2型糖尿病/u], 'lecheng.diabetes-msc'],
  [[/KSD-101/u], 'lecheng.dc-ksd101'],
  [[/溶瘤病毒/u, /M1|VRT106/u], 'lecheng.oncolytic-m1'],
  [[/地中海贫血/u, /基因/u], 'lecheng.thalassaemia-gene'],
];

/** The code of a project; undefined for one that is not in the vocabulary, or could be two of it. */
export const projectCode = (title: string): string | undefined => {
  const plain = title.normalize('NFKC').replace(/\s+/gu, '');
  const fitting = projects.filter(([words]) => words.every((word) => word.test(plain)));
  return fitting.length === 1 ? fitting[0]?.[1] : undefined;
};

/** State as printed → ours. Approved under conditions and not begun is not a yes. */
export const states: Readonly<Record<string, CredentialStatus>> = {
  已开展: 'operating',
  已批准: 'approved',
  '附条件审批、暂未开展': 'approved-not-started',
  '附条件审批，暂未开展': 'approved-not-started',
  暂未开展: 'approved-not-started',
  已终止: 'ended',
  暂停: 'suspended',
};
