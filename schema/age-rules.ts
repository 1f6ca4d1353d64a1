/** What the time for which a list may decide rests on (verdict.md §6). */
export const ageRules = [
  'register',
  'licensees',
  'presupposes',
  'approval',
  'filing',
  'term',
  'decision',
  'zone',
  'physician',
  'law',
  'report',
] as const;
