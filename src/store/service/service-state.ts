import type { OperatorBook } from '../operators.ts';
import type { AuditLog } from './audit-log.ts';
import type { BatchStore } from './batches.ts';
import type { DemandStore } from './demand.ts';
import type { ErrorReportStore } from './error-reports.ts';
import type { HeadlineStore } from './headlines.ts';
import type { HotlinkStore } from './hotlinks.ts';
import type { KeyLimits } from './key-limits.ts';
import type { LogEntries } from './log-entries.ts';
import type { OperatorAccess } from './operator-access.ts';
import type { OperatorPasskeys } from './operator-passkeys.ts';
import type { PartnerKeyStore } from './partner-keys.ts';
import type { PartnerSessionStore } from './partner-sessions.ts';
import type { PartnerUsageStore } from './partner-usage.ts';
import type { PendingCaptureStore } from './pending-captures.ts';
import type { RightsRequestStore } from './rights-requests.ts';
import type { SigningKeyStore } from './signing-keys.ts';
import type { SiteStore } from './sites.ts';
import type { StatusPlaces } from './status-places.ts';
import type { CountWaiting } from './waiting.ts';
import type { WatchFeedStore } from './watch-feeds.ts';
import type { WatchHookStore } from './watch-hooks.ts';
import type { WatchMailStore } from './watch-mail.ts';
import type { WatchStore } from './watches.ts';

/**
 * What the service itself records, beside the registry: partners, their domains, what signs and was signed, what was counted and
 * reported. Each write is one transaction, on the disk before it is told of; each read sees what any process has written.
 * Where another process writes for longer than ten seconds, a write is refused with a fault of kind `busy`.
 */
export type ServiceState = Readonly<{
  sites: SiteStore;
  logEntries: LogEntries;
  partnerKeys: PartnerKeyStore;
  partnerSessions: PartnerSessionStore;
  partnerUsage: PartnerUsageStore;
  pendingCaptures: PendingCaptureStore;
  signingKeys: SigningKeyStore;
  statusPlaces: StatusPlaces;
  hotlinks: HotlinkStore;
  errorReports: ErrorReportStore;
  rightsRequests: RightsRequestStore;
  audit: AuditLog;
  operators: OperatorBook;
  operatorAccess: OperatorAccess;
  operatorPasskeys: OperatorPasskeys;
  batches: BatchStore;
  watches: WatchStore;
  watchHooks: WatchHookStore;
  watchFeeds: WatchFeedStore;
  headlines: HeadlineStore;
  demand: DemandStore;
  watchMail: WatchMailStore;
  waiting: CountWaiting;
  /** Counts requests of keys for all servers together; null where one server counts for itself. */
  keyLimits: KeyLimits | null;
  /**
   * Takes the turn for what only one process does at a time; gives the function that ends it, null while another has it. It ends with
   * the process as well.
   */
  turn(name: 'watches' | 'headlines'): Promise<(() => Promise<void>) | null>;
  /** Waits for writes under way. */
  close(): Promise<void>;
}>;
