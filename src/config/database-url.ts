import { z } from 'zod';

const SCHEMES = ['postgres:', 'postgresql:'];

const isDatabase = (text: string): boolean => {
  const url = URL.parse(text);
  return url !== null && SCHEMES.includes(url.protocol) && url.pathname.length > 1;
};

/** The address of a PostgreSQL database. It holds a password, so that no message repeats it. */
export const databaseUrl = z
  .string()
  .refine(isDatabase, 'is no database: expected e.g. postgres://name:password@db.example/licet');
