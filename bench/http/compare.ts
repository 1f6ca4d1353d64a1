import type { Server } from './child.ts';
import { type Load, loadSlot, median, type Slot } from './load.ts';

/** A slot, and the processor time that the server used for each answer in it. */
type Measured = Slot & Readonly<{ cpuUs: number }>;

/** One case: how Licet and the bare route did, medians of neighbouring slots. */
export type Compared = Readonly<{
  name: string;
  goal: number | null;
  licet: Measured;
  bare: Measured;
  /** Median of the ratios of neighbouring slots: a machine that slows down slows both. */
  ratio: number;
}>;

/** `barePath`: what the bare route is asked for, where that must not be what Licet is asked for next. */
export type Case = Readonly<{ name: string; goal: number | null; load: Load; barePath?: () => string }>;
/** `until`: no further round begins after this instant (ms since 1970), so that a busy machine does not stretch the whole. */
export type Plan = Readonly<{ rounds: number; seconds: number; until: number }>;

const middle = (slots: readonly Measured[]): Measured => ({
  perSecond: median(slots.map((slot) => slot.perSecond)),
  p50: median(slots.map((slot) => slot.p50)),
  p99: median(slots.map((slot) => slot.p99)),
  answers: slots.reduce((sum, slot) => sum + slot.answers, 0),
  wrong: slots.reduce((sum, slot) => sum + slot.wrong, 0),
  cpuUs: median(slots.map((slot) => slot.cpuUs)),
});

const measured = async (server: Server, load: Load, seconds: number): Promise<Measured> => {
  const before = await server.state();
  const slot = await loadSlot(server.url, load, seconds);
  const after = await server.state();
  return { ...slot, cpuUs: (after.cpuUs - before.cpuUs) / Math.max(1, slot.answers + slot.wrong) };
};

const BARE: Load = { path: () => '/v1/verify', status: 200 };

/** Runs one case: bare, Licet, bare, Licet …; a first short slot warms both up. */
export const compare = async (of: Case, licet: Server, bare: Server, plan: Plan): Promise<Compared> => {
  // The bare route must be asked for addresses of the same length, so it gets the very same ones or others like them.
  const bareLoad = { ...BARE, path: of.barePath ?? of.load.path };
  const warm = Math.min(1, plan.seconds);
  await loadSlot(bare.url, bareLoad, warm);
  await loadSlot(licet.url, of.load, warm);
  const slots: { licet: Measured; bare: Measured }[] = [];
  for (let round = 0; round < plan.rounds && (round === 0 || Date.now() < plan.until); round += 1) {
    slots.push({
      bare: await measured(bare, bareLoad, plan.seconds),
      licet: await measured(licet, of.load, plan.seconds),
    });
  }
  return {
    name: of.name,
    goal: of.goal,
    licet: middle(slots.map((one) => one.licet)),
    bare: middle(slots.map((one) => one.bare)),
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
    `${licet.cpuUs.toFixed(0)} / ${bare.cpuUs.toFixed(0)}`,
    `${licet.p50} / ${bare.p50}`,
    `${licet.p99} / ${bare.p99}`,
    String(licet.wrong),
  ];
  return `| ${cells.join(' | ')} |`;
};

export const TABLE_HEAD = [
  '| registry | question | Licet, req/s | bare route, req/s | ratio | goal | processor µs an answer, Licet / bare | p50 ms, Licet / bare | p99 ms, Licet / bare | wrong answers |',
  '|---|---|---|---|---|---|---|---|---|---|',
].join('\n');
