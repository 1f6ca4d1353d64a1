import { reason } from '../../../schema/reason.ts';
import type { ReferenceFact } from '../../../schema/reference.ts';
import type { Evidence, Reason } from '../../../schema/verdict.ts';
import { latest } from '../../text/dates.ts';
import { weigh } from '../evidence/assess-evidence.ts';
import { cite } from '../evidence/cite.ts';
import { factsOf } from '../evidence/facts.ts';
import { type Desk, type Finding, finding, words } from '../gate-context.ts';
import type { Service } from '../vocabulary/services.ts';
import { services } from '../vocabulary/services.ts';

/**
 * Cell products (药品管理法): the approval is the product's. It says nothing of the hospital, and no public register says
 * which hospitals may give it: the check is never met, whatever is known of the product.
 */
const SHOWN = 3;

const named = (desk: Desk, service: Service): readonly ReferenceFact[] => {
  const { product } = service;
  const byCode = factsOf(desk.reference, 'product', service.code);
  if (byCode.length > 0 || product?.name === undefined) return byCode;
  return factsOf(desk.reference, 'product', product.name);
};

/** Products a question can mean: one by name, or all of a type. */
const products = (desk: Desk, service: Service): readonly ReferenceFact[] => {
  const own = named(desk, service);
  if (own.length > 0 || service.product?.name !== undefined) return own;
  return services
    .filter(({ product }) => product?.type === service.product?.type && product?.name !== undefined)
    .flatMap((one) => named(desk, one));
};

const titleOf = (desk: Desk, { title, code }: ReferenceFact): string =>
  (desk.lang === 'zh' ? (title.zh ?? title.en) : (title.en ?? title.zh)) ?? code;

const approvedThen = (desk: Desk, fact: ReferenceFact): boolean =>
  fact.validFrom === undefined || latest(fact.validFrom) <= desk.day;

const tell = (desk: Desk, fact: ReferenceFact): Readonly<{ reason: Reason; evidence: Evidence }> => {
  const standing = weigh(desk, fact.evidence);
  const params = {
    product: titleOf(desk, fact),
    from: fact.validFrom ?? null,
    indication: fact.detail.indication ?? null,
  };
  const code = standing.decides ? 'product.approved' : 'product.reported-approved';
  const said = approvedThen(desk, fact)
    ? reason(code, params)
    : reason('product.not-approved-then', { ...params, date: desk.day });
  return { reason: said, evidence: cite(desk, standing) };
};

/** The check of a cell product: what is approved, for what, and that the hospital is on no register. */
export const productGate = (desk: Desk, service: Service): Finding => {
  const all = products(desk, service);
  const approved = all.filter((fact) => approvedThen(desk, fact));
  const shown = (approved.length > 0 ? approved : all).slice(0, SHOWN).map((fact) => tell(desk, fact));
  const rest = approved.slice(SHOWN).map((fact) => titleOf(desk, fact));
  const more =
    rest.length === 0
      ? []
      : [reason('product.more', { count: rest.length, names: rest.join(desk.lang === 'zh' ? '、' : ', ') })];
  return finding('cell-product', service.code, {
    reasons: [
      ...(all.length === 0 ? [reason('product.not-known', { service: words(desk, service.name) })] : []),
      ...shown.map((one) => one.reason),
      ...more,
      reason('product.no-hospital-register'),
    ],
    evidence: shown.map(({ evidence }) => evidence),
  });
};
