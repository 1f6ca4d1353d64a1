import type { QueryArrayConfig, QueryConfig } from 'pg';

/** What is asked of a database. */
export type Query = QueryConfig | QueryArrayConfig | string;

/** A question that is given up after `ms` milliseconds; after 0 never. */
export const within = (query: Query, ms: number): QueryConfig | QueryArrayConfig => ({
  ...(typeof query === 'string' ? { text: query } : query),
  ...(ms > 0 && { query_timeout: ms }),
});
