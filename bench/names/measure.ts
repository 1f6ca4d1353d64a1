import type { InstitutionQuestion } from '../../schema/question.ts';
import type { Identification } from '../../schema/verdict.ts';
import { identify } from '../../src/identify/identify.ts';
import type { Reader } from '../../src/store/registry-reader.ts';
import type { MadeUp } from './made-up.ts';
import type { Labelled } from './rows.ts';
import type { Truth } from './truth.ts';

/** What one set of real questions measured. Shares are 0–1. */
export type Measured = Readonly<{
  asked: number;
  recallAt1: number;
  recallAt5: number;
  /** Questions whose name is exactly another record's registered name: counted in `asked`, left out of `fair`. */
  anothers: number;
  /** Recall over the other questions, as asked, and with province and city said beside the name. */
  fairAt1: number;
  fairAt5: number;
  placedAt1: number;
  strong: number;
  strongRight: number;
  fairStrong: number;
  fairStrongRight: number;
  /** Score and truth of each best answer to a fair question, for calibration. */
  scored: readonly (readonly [number, boolean])[];
  worst: readonly string[];
}>;

const ranked = (found: Identification): string[] =>
  found.id === null ? found.candidates.map((one) => one.id) : [found.id];

type Asked = Readonly<{ hit: number; strong: boolean; score: number | null; first: string }>;

const ask = async (
  question: InstitutionQuestion,
  wanted: ReadonlySet<string>,
  reader: Reader,
): Promise<Asked> => {
  const found = await identify(question, reader);
  const ids = ranked(found);
  const score = found.id === null ? (found.candidates[0]?.score ?? 0) : found.score;
  return {
    hit: ids.findIndex((id) => wanted.has(id)),
    strong: found.match === 'strong',
    score: ids.length > 0 ? score : null,
    first: ids[0] ?? '',
  };
};

type One = Asked & Readonly<{ fair: boolean; placed: boolean; line: string }>;

const askAll = async (cases: readonly Labelled[], reader: Reader, truth: Truth): Promise<One[]> => {
  const out: One[] = [];
  for (const one of cases) {
    const wanted = truth.meant(one);
    if (wanted.size === 0) continue;
    const name = one.query.slice(0, 300);
    const answer = await ask({ name }, wanted, reader);
    const placed = await ask({ name, ...truth.place(one) }, wanted, reader);
    const line = `${one.query} → ${answer.first} (meant: ${one.target})`;
    out.push({ ...answer, fair: !truth.anothers(one), placed: placed.hit === 0, line });
  }
  return out;
};

/** Asks every labelled question and counts. Questions whose target is not in the base list are left out. */
export const measureReal = async (
  cases: readonly Labelled[],
  reader: Reader,
  truth: Truth,
): Promise<Measured> => {
  const all = await askAll(cases, reader, truth);
  const fair = all.filter((one) => one.fair);
  const share = (part: readonly One[], test: (one: One) => boolean): number =>
    part.filter(test).length / Math.max(1, part.length);
  const first = (one: One): boolean => one.hit === 0;
  const five = (one: One): boolean => one.hit >= 0 && one.hit < 5;
  const strong = all.filter((one) => one.strong);
  const fairStrong = fair.filter((one) => one.strong);
  return {
    asked: all.length,
    recallAt1: share(all, first),
    recallAt5: share(all, five),
    anothers: all.length - fair.length,
    fairAt1: share(fair, first),
    fairAt5: share(fair, five),
    placedAt1: share(fair, (one) => one.placed),
    strong: strong.length,
    strongRight: strong.filter(first).length,
    fairStrong: fairStrong.length,
    fairStrongRight: fairStrong.filter(first).length,
    scored: fair.flatMap((one) => (one.score === null ? [] : [[one.score, first(one)] as const])),
    worst: fairStrong.filter((one) => !first(one)).map((one) => one.line),
  };
};

/** How many questions about nobody were taken for somebody, and which. */
export const measureMadeUp = async (
  cases: readonly MadeUp[],
  reader: Reader,
): Promise<Readonly<{ asked: number; accepted: readonly string[] }>> => {
  const accepted: string[] = [];
  for (const one of cases) {
    const found = await identify({ name: one.query }, reader);
    if (found.match === 'strong' || found.match === 'exact')
      accepted.push(`${one.query} → ${found.id} (${found.why.map((why) => why.code).join(', ')})`);
  }
  return { asked: cases.length, accepted };
};

/** Ten bands of score with the share that was right in each, and the expected calibration error. */
export const calibration = (scored: readonly (readonly [number, boolean])[]) => {
  const bands = Array.from({ length: 10 }, () => ({ count: 0, right: 0, sum: 0 }));
  for (const [score, ok] of scored) {
    const band = bands[Math.min(9, Math.floor(score * 10))];
    if (band === undefined) continue;
    band.count += 1;
    band.right += ok ? 1 : 0;
    band.sum += score;
  }
  const error =
    bands.reduce((sum, { right: ok, sum: total }) => sum + Math.abs(ok - total), 0) /
    Math.max(1, scored.length);
  return { bands, error };
};
