import { z } from 'zod';

const SCHEMES = ['postgres:', 'postgresql:'];

const isDatabase = (text: string): boolean => {
  const url = URL.parse(text);
  return url !== null && SCHEMES.includes(url.protocol) && url.pathname.length > 1;
};

/** What the address would set in the place of what Licet sets itself: where its tables lie, how questions are planned, and the name by which doctor knows who works. */
const OURS = ['application_name', 'options', 'query_timeout', 'statement_timeout'];

const setsNothingOfOurs = (text: string): boolean => {
  const given = [...(URL.parse(text)?.searchParams.keys() ?? [])];
  return !given.some((name) => OURS.includes(name));
};

/** The address of a PostgreSQL database. It holds a password, so that no message repeats it. */
export const databaseUrl = z
  .string()
  .refine(isDatabase, {
    message: 'is no database: expected e.g. postgres://name:password@db.example/licet',
    abort: true,
  })
  .refine(
    setsNothingOfOurs,
    `may not set ${OURS.join(', ')}, which Licet sets itself: leave them out behind the question mark`,
  );
