import type { Language } from '../../../schema/base.ts';
import { reason } from '../../../schema/reason.ts';
import type { Identification, Reason } from '../../../schema/verdict.ts';
import { noMatch } from '../../identify/results.ts';
import { hasHan } from '../../text/han.ts';
import { treatmentCode } from '../../verdict/offer/code-of-words.ts';
import { isProhibited } from '../../verdict/offer/forbidden.ts';
import { bare } from '../../verdict/offer/treatment-at.ts';
import { type UnreadTreatment, unreadTreatments } from '../../verdict/offer/treatment-line.ts';
import { isIllness } from '../../verdict/vocabulary/illness.ts';
import { treatmentMistyped } from '../../verdict/vocabulary/mistyped.ts';
import { treatmentOf } from '../../verdict/vocabulary/treatments.ts';

/** Most readings of a line that are looked up: each is a name to be identified. */
const MOST_READ = 3;

/** Departments are called after what is done there. */
const DEPARTMENT = /surgery$/iu;

/** “Tumor Hospital of Jiangsu Province”: what stands before a bare house is of its name. */
export const BARE_HOUSE = /^(?:(?:hospital|cent(?:er|re)|clinic)\b|医院|中心)/iu;

/** What stands between several treatments of a line. */
const TOGETHER = /[\s,，、;；/+&和及与或]+/u;

/** A department: 心脏移植科. */
const UNIT = /(?:科室?|中心|病区|门诊|[部室组区楼])$/u;
/** Fewest characters of a treatment, and most of several that stand together. */
const [FEWEST, MOST] = [2, 16];

/** Words, and what they begin and end with: two treatments are written without a sign between (肾移植人工耳蜗). */
export const withParts = (words: string): readonly string[] =>
  !hasHan(words) || words.length > MOST || UNIT.test(words)
    ? [words]
    : [
        words,
        ...Array.from({ length: Math.max(0, words.length + 1 - 2 * FEWEST) }, (_, at) => [
          words.slice(0, at + FEWEST),
          words.slice(at + FEWEST),
        ]).flat(),
      ];

/** What stands between names of treatments, which may hold commas. */
const BETWEEN: Readonly<Record<Language, string>> = { en: '; ', zh: '；' };

/** Why nobody is settled on: beside the name stands a treatment that cannot be read as one. */
const whyNot = ({ name, words, several }: UnreadTreatment, lang: Language): readonly Reason[] => {
  if (several.length > 1) {
    const treatments = several.map((code) => treatmentOf(code)?.name[lang] ?? code).join(BETWEEN[lang]);
    return [reason('name.beside-several', { name, words, treatments, codes: several.join(', ') })];
  }
  const parts = words.split(TOGETHER);
  if (parts.length > 1 && parts.some((part) => treatmentCode(part) !== undefined))
    return [reason('name.beside-together', { name, words })];
  const meant = treatmentMistyped(words);
  if (meant === undefined)
    return [reason(isIllness(words) ? 'name.beside-illness' : 'name.beside-unlisted', { name, words })];
  const service = meant.name[lang];
  const told = isProhibited(meant.code) ? [reason('name.forbidden-asked', { services: service })] : [];
  return [reason('name.beside-mistyped', { name, words, meant: service }), ...told];
};

/** What a verdict says of words beside a name that are a treatment and cannot be read as one: the name and these words; null where it says nothing of the kind. */
export const besideTreatment = (
  why: readonly Readonly<{ code: string; params: Readonly<Record<string, unknown>> }>[],
): Readonly<{ name: string; service: string }> | null => {
  const said = why.find(({ code }) => code.startsWith('name.beside-'));
  return said === undefined ? null : { name: String(said.params.name), service: String(said.params.words) };
};

/** A name without the person beside it that was set aside: 天坛医院 of 天坛医院的编造院士. */
const withoutAside = (name: string, why: readonly Reason[]): string => {
  const words = why.find(({ code }) => code === 'name.words-aside')?.params.words;
  return typeof words === 'string' ? bare(name.replace(words, '')) : name;
};

/**
 * Nobody settled on, for a line that holds a hospital on record and a treatment that cannot be read as one (“Ruijin Hospital stem cells”): says so and
 * offers the hospital. Null where no reading of the line is that. `identify`: who is meant by the name alone. `settled`: the line as a whole settles on somebody,
 * as a name with a department behind it does: words that may be a department (neurosurgery) are then none of a treatment.
 */
export const besideUnread = async (
  line: string,
  identify: (name: string) => Promise<Identification>,
  { settled, lang }: Readonly<{ settled: boolean; lang: Language }>,
): Promise<Identification | null> => {
  const reads = unreadTreatments(line, settled).filter(
    ({ name, words }) => !BARE_HOUSE.test(name) && !(settled && DEPARTMENT.test(words)),
  );
  for (const read of reads.slice(0, MOST_READ)) {
    const { id, match, score, candidates, why } = await identify(read.name);
    const named = { ...read, name: withoutAside(read.name, why) };
    if (id !== null) return noMatch(whyNot(named, lang), [{ id, score, why: [] }]);
    if (match === 'ambiguous') return noMatch(whyNot(named, lang), candidates);
  }
  return null;
};
