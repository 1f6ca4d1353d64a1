import type { Bilingual } from '../../../schema/base.ts';
import type { Gate } from '../../../schema/credential.ts';
import type { Verdict } from '../../../schema/verdict.ts';
import { type Desk, type Finding, words } from '../gate-context.ts';
import { officialLookups } from '../policy.ts';
import { findScheme } from '../vocabulary/schemes.ts';
import { listsFor } from './lists.ts';

type Searched = Verdict['searched'];
type CheckYourself = Verdict['checkYourself'];

const gatesOf = (findings: readonly Finding[]): readonly Gate[] => [
  ...new Set(findings.map(({ gate }) => gate)),
];

/** The sources that were looked at, each with its date and whether it may still decide on the day asked about. */
export const searchedFor = (desk: Desk, findings: readonly Finding[]): Searched =>
  listsFor(desk, gatesOf(findings)).searched;

const LIMIT = 8;

/** What to type, spelled out for the institution that is meant: nobody should have to look for its legal name. */
const typed = (desk: Desk, type: Bilingual, gate: Gate | null): string => {
  const { dossier, lang } = desk;
  const name = gate === null ? (dossier?.title.en ?? dossier?.title.zh) : dossier?.title.zh;
  if (dossier === null || name == null || gate === 'practitioner') return type[lang];
  const where =
    gate === 'practice-licence' ? [dossier.place.province] : gate === null ? [dossier.place.city] : [];
  const what = [...where, name].filter((part) => part !== undefined);
  return lang === 'zh' ? `${type.zh}：${what.join('，')}` : `${type.en}: ${what.join(', ')}`;
};

const ownDirectories = (desk: Desk): CheckYourself =>
  desk.question.claims.flatMap((code) => {
    const scheme = findScheme(code);
    if (scheme?.directory == null) return [];
    const type = {
      en: 'Look for the English name of the hospital and its city',
      zh: '查找医院的英文名称和所在城市',
    };
    return [{ authority: words(desk, scheme.issuer), url: scheme.directory, type: typed(desk, type, null) }];
  });

/** What to do at a list's own address, with the name that it prints. */
const sought = (desk: Desk, doing: string): string => {
  const name = desk.dossier?.title.zh;
  if (name == null) return doing;
  const bare = doing.replace(/[.。]$/u, '');
  return desk.lang === 'zh' ? `${bare}：${name}` : `${bare}: ${name}`;
};

/** Military hospitals are on no civil register: whoever looked there would take its silence for an answer. */
const military = (desk: Desk): boolean => desk.dossier?.traits.military === true;

const ownLists = (desk: Desk, gates: readonly Gate[]): CheckYourself =>
  listsFor(desk, military(desk) ? gates.filter((gate) => gate !== 'practice-licence') : gates).lookups.map(
    ({ authority, url, type }) => ({
      authority,
      url,
      type: sought(desk, type),
    }),
  );

/** Where the reader can look personally, most direct first, each address once. Mainland registers know nothing of Hong Kong. */
export const checkYourselfFor = (desk: Desk, findings: readonly Finding[]): CheckYourself => {
  const gates = gatesOf(findings);
  const official = gates.flatMap((gate) => {
    const look = officialLookups[gate];
    return look === undefined || (military(desk) && gate === 'practice-licence')
      ? []
      : [{ authority: words(desk, look.authority), url: look.url, type: typed(desk, look.type, gate) }];
  });
  const elsewhere = desk.dossier !== null && desk.dossier.place.region !== 'mainland';
  const mainland = elsewhere ? [] : [...official, ...ownLists(desk, gates)];
  const all = [...mainland, ...ownDirectories(desk)];
  const seen = new Set<string>();
  return all.filter(({ url }) => !seen.has(url) && seen.add(url)).slice(0, LIMIT);
};
