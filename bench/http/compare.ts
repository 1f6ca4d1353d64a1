import { type Load, loadSlot, median, type Slot } from './load.ts';

/** One case: how Licet and the bare route did, medians of neighbouring slots. */
export type Compared = Readonly<{
  name: string;
  goal: number | null;
  licet: Slot;
  bare: Slot;
  /** Median of the ratios of neighbouring slots: a machine that slows down slows both. */
  ratio: number;
}>;

export type Case = Readonly<{ name: string; goal: number | null; load: Load }>;
export type Plan = Readonly<{ rounds: number; seconds: number }>;

const middleSlot = (slots: readonly Slot[]): Slot => ({
  perSecond: median(slots.map((slot) => slot.perSecond)),
  p50: median(slots.map((slot) => slot.p50)),
  p99: median(slots.map((slot) => slot.p99)),
  wrong: slots.reduce((sum, slot) => sum + slot.wrong, 0),
});

const BARE: Load = { path: () => '/v1/verify', status: 200 };

/** Runs one case: bare, Licet, bare, Licet …; a first short slot warms both up. */
export const compare = async (of: Case, licet: string, bare: string, plan: Plan): Promise<Compared> => {
  // The bare route must be asked for addresses of the same length, so it gets the very same ones.
  const bareLoad = { ...BARE, path: of.load.path };
  const warm = Math.min(1, plan.seconds);
  await loadSlot(bare, bareLoad, warm);
  await loadSlot(licet, of.load, warm);
  const slots: { licet: Slot; bare: Slot }[] = [];
  for (let round = 0; round < plan.rounds; round += 1) {
    slots.push({
      bare: await loadSlot(bare, bareLoad, plan.seconds),
      licet: await loadSlot(licet, of.load, plan.seconds),
    });
  }
  return {
    name: of.name,
    goal: of.goal,
    licet: middleSlot(slots.map((one) => one.licet)),
    bare: middleSlot(slots.map((one) => one.bare)),
    ratio: median(slots.map((one) => one.licet.perSecond / one.bare.perSecond)),
  };
};

const two = (value: number): string => value.toFixed(2);

/** The cases as rows of a markdown table. */
export const tableRow = (registry: string, { name, goal, licet, bare, ratio }: Compared): string => {
  const cells = [
    registry,
    name,
    licet.perSecond.toFixed(0),
    bare.perSecond.toFixed(0),
    `**${two(ratio)}**`,
    goal === null ? '–' : `≥ ${two(goal)}`,
    `${licet.p50} / ${bare.p50}`,
    `${licet.p99} / ${bare.p99}`,
    String(licet.wrong),
  ];
  return `| ${cells.join(' | ')} |`;
};

export const TABLE_HEAD = [
  '| registry | question | Licet, req/s | bare route, req/s | ratio | goal | p50 ms, Licet / bare | p99 ms, Licet / bare | wrong answers |',
  '|---|---|---|---|---|---|---|---|---|',
].join('\n');
