import { inSentence } from '../../schema/lexicon/in-sentence.ts';
import { reason, renderReason } from '../../schema/reason.ts';
import type { Identification, Outcome, Reason } from '../../schema/verdict.ts';
import type { AskedLine, LastKnown, LicenceLine } from '../../schema/verdict-lines.ts';
import { firstCaveats, withDoubts } from './doubts.ts';
import type { Finding, GateContext } from './gate-context.ts';
import { PERHAPS_ABROAD } from './gates/prohibited.ts';
import { renderIdentityReason, saidOfPlace, saidOfWords } from './place-words.ts';
import { askedTitle } from './vocabulary/asked-title.ts';

/** What the first sentence is made of. */
type Said = Readonly<{
  identification: Identification;
  outcome: Outcome;
  licence: LicenceLine;
  asked: readonly AskedLine[];
  caveats: readonly Reason[];
  lastKnown: LastKnown | null;
  findings: readonly Finding[];
}>;

const nameOf = (context: GateContext, dossier = context.dossier): string => {
  const title = dossier?.title;
  const own = context.lang === 'zh' ? (title?.zh ?? title?.en) : (title?.en ?? title?.zh);
  const name = own ?? context.question.institution.name ?? '–';
  const translation = context.lang === 'en' ? title?.translation : undefined;
  return translation === undefined ? name : `${name} (${translation}, our translation)`;
};

const physician = { en: 'the physician', zh: '所问医师' } as const;
const licenceWord = { en: 'the practice licence', zh: '执业许可证' } as const;

/** What was asked, as a person would say it. */
const titleOf = (context: GateContext, ask: string): string => {
  if (ask === 'practitioner') return physician[context.lang];
  if (ask === 'licence') return licenceWord[context.lang];
  return askedTitle(ask)?.[context.lang] ?? ask;
};

const titles = (context: GateContext, asked: readonly AskedLine[]): string =>
  asked
    .map(({ ask }) => titleOf(context, ask))
    .map((title, at) => (at === 0 ? title : inSentence(title)))
    .join(context.lang === 'zh' ? '、' : ', ');

type Codes = Readonly<{ named: string; said: string }>;
const no: Codes = { named: 'summary.refuted', said: 'summary.refuted-said' };
const open: Codes = { named: 'summary.unknown-asked', said: 'summary.unknown-asked-said' };

/** The things of a like answer, and the sentence of the first; a sentence that names the only one is enough by itself. */
const naming = (context: GateContext, codes: Codes, name: string, lines: readonly AskedLine[]): Reason => {
  const asks = titles(context, lines);
  const sentence = lines[0]?.sentence ?? '';
  return lines.length === 1 && (sentence.includes(asks) || sentence.includes(inSentence(asks)))
    ? reason(codes.said, { name, sentence })
    : reason(codes.named, { name, asks, sentence });
};

const refuted = (context: GateContext, { findings, asked, licence }: Said): Reason => {
  const name = nameOf(context);
  const barred = findings.find(
    ({ gate, result }) => gate === 'prohibited-technology' && result === 'not-met',
  )?.ask;
  if (barred != null) return reason('summary.refuted-prohibited', { ask: titleOf(context, barred) });
  if (licence.result === 'not-met')
    return reason('summary.refuted-licence', { name, sentence: licence.sentence });
  return naming(
    context,
    no,
    name,
    asked.filter(({ result }) => result === 'not-met'),
  );
};

const limited = (context: GateContext, { identification, asked, caveats }: Said): Reason => {
  const name = nameOf(context);
  const caveat = firstCaveats(context, identification, caveats);
  return asked.length === 0
    ? reason('summary.limited', { name, caveat })
    : reason('summary.limited-asked', { name, asks: titles(context, asked), caveat });
};

/** What speaks against whoever is found, whether it bears the very name or one like it. */
const AGAINST_ANYONE: ReadonlySet<string> = new Set([
  'place.apart',
  'place.not-understood',
  'name.clause-unread',
  'number.differs',
  'number.malformed',
  'number.check-digit',
  'number.other-province',
]);

const CONTRADICTS: ReadonlySet<string> = new Set([
  ...AGAINST_ANYONE,
  'website.differs',
  'website.imitates',
  'address.other-city',
  'place.differs',
  'address.not-understood',
  'address.next-door',
]);

/** A hospital that bears the very name, and what was told besides that does not fit it; null where there is none. */
const doesNotFit = (context: GateContext, { why, candidates }: Identification): Reason | null => {
  const [first] = candidates;
  const offered = first === undefined ? undefined : context.candidates.get(first.id);
  if (first === undefined || offered === undefined) return null;
  const all = [...why, ...first.why];
  const against = all.find(({ code }) => CONTRADICTS.has(code));
  const bears = all.some(({ code }) =>
    /^(?:name\.[a-z]+\.equal|number\.equal|id\.equal|id\.redirected)$/.test(code),
  );
  if (against === undefined || !(bears || AGAINST_ANYONE.has(against.code))) return null;
  const sentence = renderIdentityReason(against, context.lang).text;
  return reason('summary.does-not-fit', { known: nameOf(context, offered), sentence });
};

/** Nobody is found by a number or a registry id alone, or by a number typed as a name: what is wrong with it. */
const byNumber = (context: GateContext, { why }: Identification): Reason | null => {
  const typed = context.question.institution.name !== undefined;
  const said = why.findLast(({ code }) =>
    typed ? code === 'number.not-on-record' : code.startsWith('number.') || code === 'id.not-found',
  );
  return said === undefined
    ? null
    : reason('summary.number', { sentence: renderReason(said, context.lang).text });
};

/** Nobody is settled on: says whom the name may have meant, where identification offers somebody. */
const nobody = (context: GateContext, identification: Identification): Reason => {
  const { why } = identification;
  const { name } = context.question.institution;
  const words = name === undefined ? null : saidOfWords(why);
  if (words !== null) return words;
  const number = byNumber(context, identification);
  if (number !== null) return number;
  const place = saidOfPlace(why, context.lang);
  if (place !== null) return place;
  const id = why.find(({ code }) => code === 'name.nearest')?.params.id;
  const offered = typeof id === 'string' ? context.candidates.get(id) : undefined;
  if (offered !== undefined)
    return reason('summary.suggestion', { known: nameOf(context, offered), id: offered.id });
  const listed = name !== undefined && identification.candidates.length > 0;
  return reason(listed ? 'summary.similar' : 'summary.unknown-nobody');
};

const notSettled = (context: GateContext, { identification, findings }: Said): Reason => {
  const { match, candidates } = identification;
  const ask = findings.find(({ status }) => status === PERHAPS_ABROAD)?.ask ?? null;
  if (ask !== null) return reason('summary.prohibited-perhaps-abroad', { ask: titleOf(context, ask) });
  if (match === 'branch-not-on-record') {
    const [parent] = candidates;
    const leased = identification.why.some(({ code }) => code === 'name.leased-out');
    return reason(leased ? 'summary.leased-out' : 'summary.branch', {
      known: nameOf(context, (parent && context.candidates.get(parent.id)) ?? null),
    });
  }
  if (match === 'lookalike') return reason('summary.lookalike');
  const several = identification.why.find(({ code }) => code === 'name.names-several');
  return match === 'ambiguous'
    ? reason(several?.code ?? 'summary.ambiguous', several?.params ?? { count: candidates.length })
    : (doesNotFit(context, identification) ?? nobody(context, identification));
};

const unknown = (context: GateContext, { asked, licence, lastKnown }: Said): Reason => {
  const name = nameOf(context);
  const unanswered = asked.filter(({ result }) => result === 'unknown');
  if (unanswered.length > 0) return naming(context, open, name, unanswered);
  const then = context.question.asOf !== undefined;
  if (asked.length > 0)
    return reason(then ? 'summary.unknown-licence-only-then' : 'summary.unknown-licence-only', {
      name,
      asks: titles(context, asked),
    });
  return reason(then ? 'summary.unknown-then' : 'summary.unknown', {
    name,
    sentence: lastKnown?.sentence ?? licence.sentence,
  });
};

const confirmed = (context: GateContext, { asked }: Said): Reason =>
  asked.length === 0
    ? reason('summary.confirmed', { name: nameOf(context) })
    : reason('summary.confirmed-asked', { name: nameOf(context), asks: titles(context, asked) });

/** The verdict in one or two plain sentences, in the language of the question: what was asked first. */
export const sentenceFor = (context: GateContext, said: Said): string => {
  const pick = (): Reason => {
    if (said.outcome === 'refuted') return refuted(context, said);
    if (said.outcome === 'confirmed') return confirmed(context, said);
    if (said.outcome === 'limited') return limited(context, said);
    return context.dossier === null ? notSettled(context, said) : unknown(context, said);
  };
  const text = withDoubts(context, said, renderReason(pick(), context.lang).text);
  const { asOf } = context.question;
  return asOf === undefined
    ? text
    : renderReason(reason('summary.on-day', { day: asOf, sentence: text }), context.lang).text;
};
