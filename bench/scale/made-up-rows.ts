/** The name of a made-up hospital, by its row. */
export const nameOf = (at: number): string => `编造第${at + 1}示例医院`;

/** Of a hundred rows each night changes one. */
const A_NIGHT = 100;

/** The city that a row says in a generation: that of the last night that changed it. */
export const cityOf = (at: number, generation: number): string => {
  const since = (generation - (at % A_NIGHT) + A_NIGHT * 1000) % A_NIGHT;
  return `编造${Math.max(1, generation - since)}市`;
};
