/** A register row of a physician counts for so many days after it was read; registrations change with every move. */
export const PRACTITIONER_FRESH_DAYS = 90;

/** Years since the first registration that a surgical service asks of the physician (verdict.md §3). */
export const SURGEON_YEARS = 5;

/** A foreign physician’s short-term licence runs for at most a year (外国医师来华短期行医暂行管理办法). */
export const SHORT_TERM_YEARS = 1;

/** Services that are operations: the physician’s years of registration are looked at. */
const surgical: readonly RegExp[] = [
  /^transplant\./,
  /^G(02|03|04|05|09|12)$/,
  /^T2017-(05|14|15)$/,
  /^surgical-robot$/,
];

/** Whether this service is an operation. */
export const isSurgical = (service: string): boolean => surgical.some((pattern) => pattern.test(service));
