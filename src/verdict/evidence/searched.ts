import type { Bilingual } from '../../../schema/base.ts';
import type { Gate } from '../../../schema/credential.ts';
import type { Verdict } from '../../../schema/verdict.ts';
import { type Finding, type GateContext, localise } from '../gate-context.ts';
import { officialLookups } from '../policy.ts';
import { findScheme } from '../vocabulary/schemes.ts';
import { listsSearchedFor } from './lists-searched.ts';

type Searched = Verdict['searched'];
type CheckYourself = Verdict['checkYourself'];

const gatesOf = (findings: readonly Finding[]): readonly Gate[] => [
  ...new Set(findings.map(({ gate }) => gate)),
];

/** The sources that were looked at, each with its date and whether it may still decide on the day asked about. */
export const searchedFor = (context: GateContext, findings: readonly Finding[]): Searched =>
  listsSearchedFor(context, gatesOf(findings)).searched;

const LIMIT = 8;

/** What to type, spelled out for the institution that is meant: nobody should have to look for its legal name. */
const typed = (context: GateContext, type: Bilingual, gate: Gate | null): string => {
  const { dossier, lang } = context;
  const name = gate === null ? (dossier?.title.en ?? dossier?.title.zh) : dossier?.title.zh;
  if (dossier === null || name == null || gate === 'practitioner') return type[lang];
  const where =
    gate === 'practice-licence' ? [dossier.place.province] : gate === null ? [dossier.place.city] : [];
  const what = [...where, name].filter((part) => part !== undefined);
  return lang === 'zh' ? `${type.zh}：${what.join('，')}` : `${type.en}: ${what.join(', ')}`;
};

const ownDirectories = (context: GateContext): CheckYourself =>
  context.question.claims.flatMap((code) => {
    const scheme = findScheme(code);
    if (scheme?.directory == null) return [];
    const type = {
      en: 'Look for the English name of the hospital and its city',
      zh: '查找医院的英文名称和所在城市',
    };
    return [
      {
        authority: localise(context, scheme.issuer),
        url: scheme.directory,
        type: typed(context, type, null),
      },
    ];
  });

/** What to do at a list's own address, with the name that it prints. */
const sought = (context: GateContext, doing: string): string => {
  const name = context.dossier?.title.zh;
  if (name == null) return doing;
  const bare = doing.replace(/[.。]$/u, '');
  return context.lang === 'zh' ? `${bare}：${name}` : `${bare}: ${name}`;
};

/** Military hospitals are on no civil register: whoever looked there would take its silence for an answer. */
const military = (context: GateContext): boolean => context.dossier?.traits.military === true;

const ownLists = (context: GateContext, gates: readonly Gate[]): CheckYourself =>
  listsSearchedFor(
    context,
    military(context) ? gates.filter((gate) => gate !== 'practice-licence') : gates,
  ).lookups.map(({ authority, url, type }) => ({
    authority,
    url,
    type: sought(context, type),
  }));

/** Where the reader can look personally, most direct first, each address once. Mainland registers know nothing of Hong Kong. */
export const checkYourselfFor = (context: GateContext, findings: readonly Finding[]): CheckYourself => {
  const gates = gatesOf(findings);
  const official = gates.flatMap((gate) => {
    const look = officialLookups[gate];
    return look === undefined || (military(context) && gate === 'practice-licence')
      ? []
      : [
          {
            authority: localise(context, look.authority),
            url: look.url,
            type: typed(context, look.type, gate),
          },
        ];
  });
  const elsewhere = context.dossier !== null && context.dossier.place.region !== 'mainland';
  const mainland = elsewhere ? [] : [...official, ...ownLists(context, gates)];
  const all = [...mainland, ...ownDirectories(context)];
  const seen = new Set<string>();
  return all.filter(({ url }) => !seen.has(url) && seen.add(url)).slice(0, LIMIT);
};
