/** Column of the list → technique of the service vocabulary. `pgt` is printed as 植入前胚胎遗传学诊断. */
export const techniques: Readonly<Record<string, string>> = {
  aih: 'art.aih',
  aid: 'art.aid',
  ivf_et: 'art.ivf',
  icsi: 'art.icsi',
  pgt: 'art.pgt',
};
