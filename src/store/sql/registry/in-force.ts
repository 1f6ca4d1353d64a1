/** SQL condition: the row was part of the registry in generation :g. */
export const inForce = (table: string): string =>
  `${table}.first_generation <= :g AND (${table}.last_generation IS NULL OR ${table}.last_generation >= :g)`;
