import type { Credential, CredentialStatus } from '../../../schema/credential.ts';
import type { SourceIssue } from '../../../schema/record.ts';
import { cellText } from './cell-text.ts';
import type { TableRow } from './headings.ts';
import { dateIn } from './printed-date.ts';
import { issue } from './row-reader.ts';

/** Decisions that take a licence away or do not give one yet: a permission to set up (设置) is no licence. */
const STRONG: readonly (readonly [RegExp, CredentialStatus])[] = [
  [/吊销/u, 'revoked'],
  [/注销|撤销|撤回/u, 'cancelled'],
  [/停业|暂停|暂扣/u, 'suspended'],
  [/暂缓校验/u, 'deferred'],
  [/设置(?!.*执业登记)/u, 'planned'],
];
/** Decisions that leave a licence behind. */
const GRANTED = /变更|延续|换证|换发|校验|核发/u;
const LICENSED = /执业登记|执业许可|准予/u;
/** What is only asked for, taken in or announced: nothing was decided yet. 依申请 stands before decisions that were. */
const PENDING = /受理|申请|拟|听证|告知|征求|补正|公示期/u;
const REFUSED = /不予|不合格|未通过|驳回|恢复/u;

/**
 * The status a decision (许可项目, 事项, a notice's title) leaves. Undefined for words that are not known, that refuse something,
 * that announce a loss not yet decided (拟注销), or that speak of two decisions at once (注销和变更): nothing is guessed of them.
 */
export const decisionStatus = (words: string): CredentialStatus | undefined => {
  if (REFUSED.test(words)) return undefined;
  const strong = STRONG.filter(([pattern]) => pattern.test(words)).map(([, status]) => status);
  if (strong.length > 1) return undefined;
  const granted = GRANTED.test(words.replace('暂缓校验', ''));
  const [only] = strong;
  if (PENDING.test(words.replace(/依[^，。]{0,4}申请/u, '')))
    return only === undefined ? 'applicant' : undefined;
  if (only !== undefined) return granted ? undefined : only;
  return granted || LICENSED.test(words) ? 'listed' : undefined;
};

/** True for decisions that take something away. */
const TAKEN: readonly CredentialStatus[] = ['revoked', 'cancelled', 'suspended', 'deferred'];

/**
 * The licence as a decision of its authority leaves it. `title` is the notice's own, where the rows do not say what was
 * decided. A row whose decision or date cannot be read is an issue: it must never pass for a licence.
 */
export const permitOf = (
  { cells, row }: TableRow,
  issuer: string,
  title = '',
  number?: string,
): readonly Credential[] | SourceIssue => {
  const words = cellText(cells.许可项目) || title;
  const status = decisionStatus(words);
  if (status === undefined)
    return issue('unknown-word', row, '许可项目', `"${words}" is no known decision on a licence`);
  const printed = [cellText(cells.批准时间), cellText(cells.有效期自), cellText(cells.有效期至)];
  const [eventDate, validFrom, validUntil] = printed.map(dateIn);
  const odd = printed.find((text, at) => text !== '' && [eventDate, validFrom, validUntil][at] === null);
  if (odd !== undefined) return issue('bad-date', row, '批准时间', `"${odd}" is no date`);
  const taken = TAKEN.includes(status);
  return [
    {
      gate: 'practice-licence',
      code: 'licence',
      status,
      scope: { kind: 'institution' },
      issuer: cellText(cells.登记发证机关) || issuer,
      ...(number !== undefined && { number }),
      ...(eventDate && { eventDate }),
      ...(validFrom && !taken && { validFrom }),
      ...(validUntil && !taken && { validUntil }),
      note: words,
    },
  ];
};

/** Decisions after which there is a licence. A bare 校验 is none of them: it may have been failed. */
const LEAVES_LICENCE = /执业登记|执业许可证|变更|延续|换证|换发|核发|补发|校验(?:合格|通过)|予以校验/u;

/** Other permits and registrations that the same authorities decide on: they are no practice licence, whoever holds them. */
const OTHER_PERMIT =
  /备案|放射|母婴|计划生育|医师|护士|药师|印鉴|麻醉|精神药品|大型|设备|技术|公共场所|饮用水|供水|消毒|职业病|职业健康|干细胞|实验室|采供血|广告|名称核准/u;

/**
 * True when a row read by `permitOf` records that there is a licence: its words say so without doubt and it carries the
 * licence's number or the day of the decision. An application, a permission to set up or a loss records none.
 */
export const permitRecordsLicence = (credentials: readonly Credential[]): boolean =>
  credentials.some(
    ({ code, status, note = '', number, eventDate, validFrom }) =>
      code === 'licence' &&
      status === 'listed' &&
      LEAVES_LICENCE.test(note) &&
      !OTHER_PERMIT.test(note) &&
      !/公示/u.test(note.replace(/结果公示/u, '')) &&
      (number ?? eventDate ?? validFrom) !== undefined,
  );
