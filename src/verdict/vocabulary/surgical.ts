/** Services that are operations: the physician’s years of registration are looked at. */
const surgical: readonly RegExp[] = [
  /^transplant\./,
  /^G(02|03|04|05|09|12)$/,
  /^T2017-(05|14|15)$/,
  /^surgical-robot$/,
];

/** Whether this service is an operation. */
export const isSurgical = (service: string): boolean => surgical.some((pattern) => pattern.test(service));
