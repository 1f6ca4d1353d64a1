import { creditMonth as sqliteCreditMonth } from '../tables/credit-month.ts';
import {
  edition as sqliteEdition,
  editionSnapshot as sqliteEditionSnapshot,
  snapshot as sqliteSnapshot,
} from '../tables/edition.ts';
import { following as sqliteFollowing } from '../tables/following.ts';
import { dossier as sqliteDossier, generation as sqliteGeneration } from '../tables/generation.ts';
import {
  block as sqliteBlock,
  campus as sqliteCampus,
  credential as sqliteCredential,
  identifier as sqliteIdentifier,
  institution as sqliteInstitution,
  name as sqliteName,
  nameKey as sqliteNameKey,
} from '../tables/institution.ts';
import {
  judgement as sqliteJudgement,
  merger as sqliteMerger,
  reviewPair as sqliteReviewPair,
} from '../tables/judgement.ts';
import { lease as sqliteLease, night as sqliteNight, visit as sqliteVisit } from '../tables/night.ts';
import { record as sqliteRecord } from '../tables/record.ts';
import { rowList as sqliteRowList } from '../tables/row-list.ts';
import { auditEntry as sqliteAuditEntry } from '../tables/service/audit.ts';
import { batch as sqliteBatch, batchPart as sqliteBatchPart } from '../tables/service/batch.ts';
import { demand as sqliteDemand } from '../tables/service/demand.ts';
import {
  headline as sqliteHeadline,
  headlineBasis as sqliteHeadlineBasis,
  headlineChange as sqliteHeadlineChange,
} from '../tables/service/headline.ts';
import { logEntry as sqliteLogEntry } from '../tables/service/log-entry.ts';
import {
  operator as sqliteOperator,
  operatorAct as sqliteOperatorAct,
  operatorInvitation as sqliteOperatorInvitation,
  operatorPasskey as sqliteOperatorPasskey,
  operatorPassword as sqliteOperatorPassword,
  operatorSession as sqliteOperatorSession,
} from '../tables/service/operator.ts';
import {
  hotlink as sqliteHotlink,
  partnerKey as sqlitePartnerKey,
  partnerSession as sqlitePartnerSession,
  partnerSite as sqlitePartnerSite,
  partnerUsage as sqlitePartnerUsage,
  revokedKey as sqliteRevokedKey,
  signingKey as sqliteSigningKey,
  statusEntry as sqliteStatusEntry,
} from '../tables/service/partner.ts';
import { pendingCapture as sqlitePendingCapture } from '../tables/service/pending-capture.ts';
import { errorReport as sqliteErrorReport } from '../tables/service/report.ts';
import { rightsRequest as sqliteRightsRequest } from '../tables/service/rights-request.ts';
import { fileTakenOver as sqliteFileTakenOver } from '../tables/service/taken-over.ts';
import {
  watch as sqliteWatch,
  watchDelivery as sqliteWatchDelivery,
  watchEntry as sqliteWatchEntry,
  watchEvent as sqliteWatchEvent,
  watchFeed as sqliteWatchFeed,
  watchHook as sqliteWatchHook,
  watchMail as sqliteWatchMail,
} from '../tables/service/watch.ts';
import { issue as sqliteIssue, run as sqliteRun, source as sqliteSource } from '../tables/source.ts';
import { withdrawal as sqliteWithdrawal } from '../tables/withdrawal.ts';
import { asPostgres } from './as-postgres.ts';

/** Every table of the registry and of the service, as PostgreSQL keeps it; `npm run migration:postgres` writes migrations from them. */
export const creditMonth = asPostgres(sqliteCreditMonth);
export const snapshot = asPostgres(sqliteSnapshot);
export const edition = asPostgres(sqliteEdition);
export const editionSnapshot = asPostgres(sqliteEditionSnapshot);
export const following = asPostgres(sqliteFollowing);
export const generation = asPostgres(sqliteGeneration);
export const dossier = asPostgres(sqliteDossier);
export const institution = asPostgres(sqliteInstitution);
export const block = asPostgres(sqliteBlock);
export const campus = asPostgres(sqliteCampus);
export const name = asPostgres(sqliteName);
export const nameKey = asPostgres(sqliteNameKey);
export const identifier = asPostgres(sqliteIdentifier);
export const credential = asPostgres(sqliteCredential);
export const reviewPair = asPostgres(sqliteReviewPair);
export const judgement = asPostgres(sqliteJudgement);
export const merger = asPostgres(sqliteMerger);
export const night = asPostgres(sqliteNight);
export const lease = asPostgres(sqliteLease);
export const visit = asPostgres(sqliteVisit);
export const record = asPostgres(sqliteRecord);
export const rowList = asPostgres(sqliteRowList);
export const source = asPostgres(sqliteSource);
export const withdrawal = asPostgres(sqliteWithdrawal);
export const run = asPostgres(sqliteRun);
export const issue = asPostgres(sqliteIssue);
export const auditEntry = asPostgres(sqliteAuditEntry);
export const batch = asPostgres(sqliteBatch);
export const batchPart = asPostgres(sqliteBatchPart);
export const demand = asPostgres(sqliteDemand);
export const headline = asPostgres(sqliteHeadline);
export const headlineChange = asPostgres(sqliteHeadlineChange);
export const headlineBasis = asPostgres(sqliteHeadlineBasis);
export const logEntry = asPostgres(sqliteLogEntry);
export const operator = asPostgres(sqliteOperator);
export const operatorPassword = asPostgres(sqliteOperatorPassword);
export const operatorPasskey = asPostgres(sqliteOperatorPasskey);
export const operatorInvitation = asPostgres(sqliteOperatorInvitation);
export const operatorSession = asPostgres(sqliteOperatorSession);
export const operatorAct = asPostgres(sqliteOperatorAct);
export const partnerKey = asPostgres(sqlitePartnerKey);
export const partnerUsage = asPostgres(sqlitePartnerUsage);
export const partnerSession = asPostgres(sqlitePartnerSession);
export const partnerSite = asPostgres(sqlitePartnerSite);
export const signingKey = asPostgres(sqliteSigningKey);
export const revokedKey = asPostgres(sqliteRevokedKey);
export const statusEntry = asPostgres(sqliteStatusEntry);
export const hotlink = asPostgres(sqliteHotlink);
export const pendingCapture = asPostgres(sqlitePendingCapture);
export const errorReport = asPostgres(sqliteErrorReport);
export const rightsRequest = asPostgres(sqliteRightsRequest);
export const fileTakenOver = asPostgres(sqliteFileTakenOver);
export const watch = asPostgres(sqliteWatch);
export const watchEntry = asPostgres(sqliteWatchEntry);
export const watchEvent = asPostgres(sqliteWatchEvent);
export const watchHook = asPostgres(sqliteWatchHook);
export const watchFeed = asPostgres(sqliteWatchFeed);
export const watchMail = asPostgres(sqliteWatchMail);
export const watchDelivery = asPostgres(sqliteWatchDelivery);

export { licet } from './as-postgres.ts';
export { pageBytes } from './page-bytes.ts';
export { sharedFile, sharedPart } from './shared-files.ts';
