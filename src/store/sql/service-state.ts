import type { ServiceState } from '../service/service-state.ts';
import { auditLogIn } from './audit/audit-log.ts';
import { batchesIn } from './batches/batches.ts';
import { demandIn } from './demand/demand.ts';
import type { Durable } from './durable.ts';
import { headlinesIn } from './headlines/headlines.ts';
import { logEntriesIn } from './log/log-entries.ts';
import { operatorAccessIn } from './operators/operator-access.ts';
import { operatorPasskeysIn } from './operators/operator-passkeys.ts';
import { operatorsIn } from './operators/operators.ts';
import { pendingCapturesIn } from './operators/pending-captures.ts';
import { hotlinksIn } from './partners/hotlinks.ts';
import { partnerKeysIn } from './partners/partner-keys.ts';
import { partnerSessionsIn } from './partners/partner-sessions.ts';
import { signingKeysIn } from './partners/signing-keys.ts';
import { sitesIn } from './partners/sites.ts';
import { statusPlacesIn } from './partners/status-places.ts';
import { partnerUsageIn } from './partners/usage.ts';
import { errorReportsIn } from './reports/error-reports.ts';
import { rightsRequestsIn } from './reports/rights-requests.ts';
import { waitingIn } from './reports/waiting.ts';
import { watchFeedsIn } from './watches/feeds.ts';
import { watchHooksIn } from './watches/hooks.ts';
import { watchMailIn } from './watches/mail.ts';
import { watchesIn } from './watches/watches.ts';

/** What the service records, wherever that is kept. */
export const serviceStateIn = (durable: Durable, keyLimits: ServiceState['keyLimits']): ServiceState => ({
  sites: sitesIn(durable),
  logEntries: logEntriesIn(durable),
  partnerKeys: partnerKeysIn(durable),
  partnerSessions: partnerSessionsIn(durable),
  partnerUsage: partnerUsageIn(durable),
  pendingCaptures: pendingCapturesIn(durable),
  signingKeys: signingKeysIn(durable),
  statusPlaces: statusPlacesIn(durable),
  hotlinks: hotlinksIn(durable),
  errorReports: errorReportsIn(durable),
  rightsRequests: rightsRequestsIn(durable),
  audit: auditLogIn(durable),
  operators: operatorsIn(durable),
  operatorAccess: operatorAccessIn(durable),
  operatorPasskeys: operatorPasskeysIn(durable),
  batches: batchesIn(durable),
  watches: watchesIn(durable),
  watchHooks: watchHooksIn(durable),
  watchFeeds: watchFeedsIn(durable),
  headlines: headlinesIn(durable),
  demand: demandIn(durable),
  watchMail: watchMailIn(durable),
  waiting: waitingIn(durable),
  keyLimits,
  turn: durable.turn,
  close: durable.close,
});
