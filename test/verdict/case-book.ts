import type { Credential } from '../../schema/credential.ts';
import type { Dossier, Fact } from '../../schema/institution.ts';
import type { Place, Traits } from '../../schema/record.ts';
import type { Identification, Match, Verdict } from '../../schema/verdict.ts';
import { type AnswerInput, answer } from '../../src/verdict/answer.ts';
import { referenceOf } from './fixed-law.ts';
import type { ListWord } from './lists.ts';
import { type Known, option, readKnown, readPossible } from './read-known.ts';

/** One case as a person wrote it: see cases/README.md for the words. */
export type Case = Readonly<{ title: string; lines: ReadonlyMap<string, readonly string[]> }>;

/** Reads one file of the case book. A line that is no `Word: text` is prose and is passed over. */
export const readCases = (text: string): readonly Case[] =>
  text
    .split(/^## /m)
    .slice(1)
    .map((block) => {
      const [title = '', ...rest] = block.split('\n');
      const pairs = rest.flatMap((line) => {
        const found = /^([A-Z][a-z]+): (.*)$/.exec(line.trim());
        return found === null ? [] : [[found[1] ?? '', found[2] ?? ''] as const];
      });
      const lines = Map.groupBy(pairs, ([word]) => word);
      return {
        title: title.trim(),
        lines: new Map([...lines].map(([word, all]) => [word, all.map(([, value]) => value)])),
      };
    });

const one = ({ title, lines }: Case, word: string): string => {
  const [value] = lines.get(word) ?? [];
  if (value === undefined) throw new Error(`case “${title}” has no line “${word}:”`);
  return value;
};

const traitWords: Readonly<Record<string, Traits>> = {
  military: { military: true },
  lecheng: { lecheng: true },
  'wholly foreign-owned': { foreignCapital: 'wholly' },
  'disease-control': { body: 'disease-control' },
};
const regionWords = ['hong-kong', 'macau', 'taiwan'] as const;

/** `[in 福建省 漳州市]`: where the hospital stands; Shanghai unless said. */
const placeOf = (marks: readonly string[]): Place => {
  const [, province = '上海市', city] =
    /^in (\S+)(?: (\S+))?$/.exec(marks.find((mark) => mark.startsWith('in ')) ?? '') ?? [];
  const region = regionWords.find((word) => marks.includes(word)) ?? 'mainland';
  return { region, province, ...(city === undefined ? {} : { city }) };
};

const dossierOf = (id: string, text: string, known: readonly Known[], test = false): Dossier => {
  const marks = [...text.matchAll(/\[([^\]]+)\]/g)].map(([, mark]) => mark ?? '');
  const name = text.replace(/\[[^\]]+\]/g, '').trim();
  const evidence = known.map(({ ref }) => ref);
  const names: Dossier['names'] = [
    {
      value: name,
      kind: 'legal',
      language: /\p{Script=Han}/u.test(name) ? 'zh' : 'en',
      evidence: evidence.map((_, at) => at),
    },
  ];
  return {
    id,
    test,
    names,
    title: { zh: /\p{Script=Han}/u.test(name) ? name : null, en: /\p{Script=Han}/u.test(name) ? null : name },
    place: placeOf(marks),
    addresses: [],
    identifiers: [],
    credentials: known.flatMap(({ credential }, at): Fact<Credential>[] =>
      credential === null ? [] : [{ ...credential, evidence: [at] }],
    ),
    traits: Object.assign({}, ...marks.map((mark) => traitWords[mark] ?? {})) as Traits,
    evidence,
  };
};

const editionsOf = (of: Case, known: readonly Known[]): ReadonlyMap<ListWord, readonly string[]> => {
  const named = (of.lines.get('List') ?? []).map((text) => readKnown(text, 1));
  const editions = new Map<ListWord, string[]>();
  for (const { word, edition } of [...known, ...named])
    editions.set(word, [...(editions.get(word) ?? []), ...(edition === null ? [] : [edition])]);
  return editions;
};

/** The verdict's input that a case describes. */
export const inputOf = (of: Case): AnswerInput => {
  const known = (of.lines.get('Known') ?? []).map((text, at) => readKnown(text, at + 1));
  const asked = one(of, 'Asked');
  const match = (option(asked, 'identity') ?? 'strong') as Match;
  const settled = match === 'strong' || match === 'exact';
  const similar = (of.lines.get('Similar') ?? []).map((text) => {
    const [name = '', row = ''] = text.split(' | ');
    return dossierOf('cnsimilar', name, [readKnown(row, 90)]);
  });
  const possiblyListed = (of.lines.get('Possibly') ?? []).map(readPossible);
  const dossier = { ...dossierOf('cnhospital', one(of, 'Hospital'), known), possiblyListed };
  const identification: Identification = {
    match,
    score: settled ? 0.99 : 0.4,
    why: [],
    id: settled ? dossier.id : null,
    candidates: similar.map(({ id }) => ({ id, score: 0.5, why: [] })),
  };
  const [service, asOf] = [option(asked, 'service'), option(asked, 'as-of')];
  const [address, campus] = [option(asked, 'address'), option(asked, 'campus')];
  const claims = [...asked.matchAll(/\bclaim (\S+)/g)].map(([, claim]) => claim ?? '');
  return {
    question: {
      institution: {
        name: dossier.names[0]?.value ?? '',
        ...(address === undefined ? {} : { address }),
        ...(campus === undefined ? {} : { campus }),
      },
      claims,
      lang: 'en',
      ...(service === undefined ? {} : { service }),
      ...(asOf === undefined ? {} : { asOf }),
    },
    identification,
    dossier: settled ? dossier : null,
    candidates: new Map(similar.map((candidate) => [candidate.id, candidate])),
    spellingsSearched: asked.includes('spellings searched'),
    reference: referenceOf(editionsOf(of, known)),
    now: new Date(`${option(asked, 'today') ?? '2026-11-21'}T04:00:00.000Z`),
  };
};

/** `licence implied`, `asked jci unknown`, `caveat approval.trial`, `last known cn-…`; null for any other part. */
const lineMisses = (part: string, verdict: Verdict): readonly string[] | null => {
  const [word, first = '', second] = part.split(' ');
  if (word === 'licence' && second === undefined)
    return verdict.licence.result === first ? [] : [`the licence is ${verdict.licence.result}, not ${first}`];
  if (word === 'asked') {
    const line = verdict.asked.find(({ ask }) => ask === first);
    return line?.result === second ? [] : [`${first} is ${line?.result}, not ${second}`];
  }
  if (word === 'caveat')
    return verdict.caveats.some(({ code }) => code === first) ? [] : [`no caveat ${first}`];
  if (word !== 'last') return null;
  const source = verdict.lastKnown?.source ?? 'nothing';
  return source === second ? [] : [`last known is ${source}, not ${second}`];
};

/** What the case expects and does not find in the verdict: empty when all holds. */
export const misses = (of: Case, verdict: Verdict): readonly string[] => {
  const [outcome, ...rest] = one(of, 'Answer')
    .split(';')
    .map((part) => part.trim());
  const wrong = verdict.outcome === outcome ? [] : [`outcome is ${verdict.outcome}, not ${outcome}`];
  const checks = rest
    .filter((part) => part !== '')
    .flatMap((part) => {
      const line = lineMisses(part, verdict);
      if (line !== null) return line;
      if (part.startsWith('notice ')) {
        const code = part.slice(7);
        return verdict.notices.some((notice) => notice.code === code) ? [] : [`no notice ${code}`];
      }
      const found = /^([\w-]+)(?: \(([^)]+)\))? (met|not-met|unknown)(?: as ([\w-]+))?(?:: (.*))?$/.exec(
        part,
      );
      if (found === null) return [`cannot read “${part}”`];
      const [, gate, ask, result, status, codes = ''] = found;
      const check = verdict.checks.find((one) => one.gate === gate && (ask === undefined || one.ask === ask));
      if (check === undefined) return [`no check of ${gate}`];
      const have = check.reasons.map(({ code }) => code);
      return [
        ...(check.result === result ? [] : [`${gate} is ${check.result}, not ${result} (${have.join(' ')})`]),
        ...(status === undefined || check.status === status
          ? []
          : [`${gate} has status ${check.status}, not ${status}`]),
        ...codes
          .split(/,\s*/)
          .filter((code) => code !== '')
          .flatMap((code) =>
            code.startsWith('not ')
              ? have.includes(code.slice(4))
                ? [`${gate} gives ${code.slice(4)}`]
                : []
              : have.includes(code)
                ? []
                : [`${gate} does not give ${code} (but ${have.join(' ')})`],
          ),
      ];
    });
  return [...wrong, ...checks];
};

/** Asks the question of a case. */
export const ask = (of: Case): Verdict => answer(inputOf(of));
