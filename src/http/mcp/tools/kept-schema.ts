import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import type { z } from 'zod';

const VERSION = { target: 'draft-2020-12' } as const;

/**
 * The shape of a tool as the protocol's library takes it, with its JSON Schema written once: the library makes a server for each request,
 * and would write all of them anew each time. It checks nothing: what is asked is read in `tool.ts`, in our own words, and what is answered is
 * checked by the tests.
 */
export const keptSchema = (shape: z.ZodObject, side: 'input' | 'output'): StandardSchemaWithJSON => {
  const written = shape['~standard'].jsonSchema[side](VERSION);
  return {
    '~standard': {
      version: 1,
      vendor: 'licet',
      validate: (value: unknown) => ({ value }),
      jsonSchema: { input: () => written, output: () => written },
    },
  };
};
