import type { FitData } from './fit-data.ts';

export type Weights = Readonly<{ nobody: number; weights: Float64Array }>;

/** The probability of each row, and of nobody, of one question. */
export const probabilities = (
  data: FitData,
  { nobody, weights }: Weights,
  question: number,
  out: Float64Array,
): number => {
  const [from = 0, to = 0] = [data.firstRow[question], data.firstRow[question + 1]];
  let most = nobody;
  for (let row = from; row < to; row += 1) {
    let odds = 0;
    for (let at = data.first[row] ?? 0; at < (data.first[row + 1] ?? 0); at += 1)
      odds += (weights[data.feature[at] ?? 0] ?? 0) * (data.value[at] ?? 0);
    out[row - from] = odds;
    if (odds > most) most = odds;
  }
  let sum = Math.exp(nobody - most);
  const none = sum;
  for (let row = from; row < to; row += 1) {
    out[row - from] = Math.exp((out[row - from] ?? 0) - most);
    sum += out[row - from] ?? 0;
  }
  for (let row = from; row < to; row += 1) out[row - from] = (out[row - from] ?? 0) / sum;
  return none / sum;
};
