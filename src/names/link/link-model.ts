import file from './link-model.json' with { type: 'json' };

/** How much each observation counts, in log-odds, and the words that hospitals of several cities are called by. */
export type LinkModel = Readonly<{
  bias: number;
  weights: Readonly<Record<string, number>>;
  commonCores: ReadonlySet<string>;
}>;

/** The fitted model: bench/names/fit-links.ts made it, and says in the file of which sets and when. */
export const linkModel: LinkModel = { ...file, commonCores: new Set(file.commonCores) };

/** The log-odds that two records of which this was observed are one institution. */
export const logOdds = (features: readonly string[], { bias, weights }: LinkModel): number =>
  features.reduce((sum, feature) => sum + (weights[feature] ?? 0), bias);

export const probabilityOf = (odds: number): number => 1 / (1 + Math.exp(-odds));
