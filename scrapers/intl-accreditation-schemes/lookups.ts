/** Scheme as printed → code of the scheme vocabulary. */
export const schemes: Readonly<Record<string, string>> = {
  CIHA: 'ciha',
  'IAF CertSearch': 'iaf-certsearch',
  CAP: 'cap',
  Temos: 'temos',
  GHA: 'gha',
  'ACHS International': 'achsi',
  DNV: 'dnv',
  KTQ: 'ktq',
  'HIMSS EMRAM': 'himss',
  'ISQua EEA': 'isqua',
  IMTA: 'imta',
  'FDA registration': 'fda',
  'Chinese hospital grade (三级甲等 etc.)': 'hospital-grade',
};
