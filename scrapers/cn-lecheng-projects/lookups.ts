import type { CredentialStatus } from '../../schema/credential.ts';

/** Project as reported → code of the service vocabulary. */
export const projects: Readonly<Record<string, string>> = {
  'Stem cell therapy for knee osteoarthritis': 'lecheng.knee-stem-cell',
  'Autologous lung cell transplantation': 'lecheng.lung-cell',
  'Stem cell therapy for ischaemic heart disease': 'lecheng.heart-stem-cell',
  自体NK细胞辅助免疫药物治疗实体瘤技术: 'lecheng.nk',
  'Autologous NK cell therapy': 'lecheng.nk',
  'Umbilical-cord MSC for type 2 diabetes': 'lecheng.diabetes-msc',
  'KSD-101 dendritic cell therapy (EBV-related haematological malignancy)': 'lecheng.dc-ksd101',
  'German DC immunotherapy technology': 'lecheng.dc-german',
};

/** State as reported → ours. */
export const states: Readonly<Record<string, CredentialStatus>> = {
  'approved for clinical application, in use': 'operating',
  approved: 'approved',
  'first batch, priced': 'approved',
};
