/** What the package `licet-client` offers. */
export {
  type BadgeCheck,
  type BadgeClaims,
  type BadgeFault,
  type BadgeKeys,
  checkBadge,
} from './check-badge.ts';
export {
  type Batch,
  type BatchRow,
  type Change,
  Licet,
  type LicetOptions,
  type Question,
  type ResultFormat,
  type Verdict,
} from './client.ts';
export { LicetProblem, type Problem } from './problem.ts';
export type { components, operations, paths } from './schema.ts';
export { type Delivery, readDelivery, type WatchEvent } from './webhook.ts';
