import { reason } from '../../../schema/reason.ts';
import type { ReferenceFact } from '../../../schema/reference.ts';
import type { Evidence, Reason } from '../../../schema/verdict.ts';
import { latest } from '../../text/dates.ts';
import { assessEvidence } from '../evidence/assess-evidence.ts';
import { cite } from '../evidence/cite.ts';
import { referenceFacts } from '../evidence/facts.ts';
import { type Finding, finding, type GateContext, localise } from '../gate-context.ts';
import type { Service } from '../vocabulary/services.ts';
import { findService, services } from '../vocabulary/services.ts';

/**
 * Cell products (药品管理法): the approval is the product's. It says nothing of the hospital, and no public register says
 * which hospitals may give it: the check is never met, whatever is known of the product.
 */
const SHOWN = 3;

const named = (context: GateContext, service: Service): readonly ReferenceFact[] => {
  const { product } = service;
  const byCode = referenceFacts(context.reference, 'product', service.code);
  if (byCode.length > 0 || product?.name === undefined) return byCode;
  return referenceFacts(context.reference, 'product', product.name);
};

/** Products a question can mean: one by name, or all of a type. */
const products = (context: GateContext, service: Service): readonly ReferenceFact[] => {
  const own = named(context, service);
  if (own.length > 0 || service.product?.name !== undefined) return own;
  return services
    .filter(({ product }) => product?.type === service.product?.type && product?.name !== undefined)
    .flatMap((one) => named(context, one));
};

const titleOf = (context: GateContext, { title, code }: ReferenceFact): string =>
  (context.lang === 'zh' ? (title.zh ?? title.en) : (title.en ?? title.zh)) ?? code;

const approvedThen = (context: GateContext, fact: ReferenceFact): boolean =>
  fact.validFrom === undefined || latest(fact.validFrom) <= context.day;

const tell = (
  context: GateContext,
  fact: ReferenceFact,
): Readonly<{ reason: Reason; evidence: Evidence }> => {
  const weight = assessEvidence(context, fact.evidence);
  const indication = findService(fact.code)?.product?.indication;
  const params = {
    product: titleOf(context, fact),
    from: fact.validFrom ?? null,
    indication: indication === undefined ? (fact.detail.indication ?? null) : localise(context, indication),
  };
  const reported = fact.validFrom === undefined ? 'product.reported-undated' : 'product.reported-approved';
  const code = weight.decides ? 'product.approved' : reported;
  const said = approvedThen(context, fact)
    ? reason(code, params)
    : reason('product.not-approved-then', { ...params, date: context.day });
  return { reason: said, evidence: cite(context, weight) };
};

/** The check of a cell product: what is approved, for what, and that the hospital is on no register. */
export const productGate = (context: GateContext, service: Service): Finding => {
  const all = products(context, service);
  const approved = all.filter((fact) => approvedThen(context, fact));
  const shown = (approved.length > 0 ? approved : all).slice(0, SHOWN).map((fact) => tell(context, fact));
  const rest = approved.slice(SHOWN).map((fact) => titleOf(context, fact));
  const more =
    rest.length === 0
      ? []
      : [
          reason('product.more', {
            count: rest.length,
            names: rest.join(context.lang === 'zh' ? '、' : ', '),
          }),
        ];
  const foreign =
    context.dossier?.traits.foreignCapital === 'wholly'
      ? [reason('product.foreign-bar', { service: localise(context, service.name) })]
      : [];
  return finding('cell-product', service.code, {
    reasons: [
      reason('product.no-hospital-register'),
      ...(all.length === 0
        ? [reason('product.not-known', { service: localise(context, service.name) })]
        : []),
      ...shown.map((one) => one.reason),
      ...more,
      ...foreign,
    ],
    evidence: shown.map(({ evidence }) => evidence),
  });
};
