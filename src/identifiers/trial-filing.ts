import { malformed, type Parsed, part } from './identifier.ts';

/** Filing number of a drug-trial institution, 药临床机构备字 + year + six digits (药物临床试验机构管理规定). No check digit. */
export const parseTrialFiling = (value: string): Parsed => {
  const found = value.match(/^药临床机构备字((?:19|20)\d{2})(\d{6})号?$/);
  if (found === null) {
    return malformed(
      'trial-filing',
      'malformed.shape',
      'It reads 药临床机构备字, then four digits for the year and six more.',
      '应为“药临床机构备字”加4位年份和6位序号。',
    );
  }
  const [, year = '', serial = ''] = found;
  return {
    kind: 'trial-filing',
    normalised: `药临床机构备字${year}${serial}`,
    wellFormed: true,
    checkDigit: 'none',
    parts: [
      part('word', '药临床机构备字', {
        en: 'filing of a drug-trial institution',
        zh: '药物临床试验机构备案',
      }),
      part('year', year, { en: `year of filing ${year}`, zh: `备案年份${year}年` }),
      part('serial', serial),
    ],
    warnings: [],
  };
};
