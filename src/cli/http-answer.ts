import type { Problem } from '../../schema/problem.ts';
import { findNames } from '../jobs/names/find-names.ts';
import type { CommonOptions, Context } from './context.ts';
import { questionError, UsageError } from './usage-error.ts';

/** An address with its query; fields left out are not asked. */
export const addressOf = (path: string, query: Readonly<Record<string, unknown>>): string => {
  const search = new URLSearchParams();
  for (const [field, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) search.append(field, String(one));
    }
  }
  return search.size === 0 ? path : `${path}?${search}`;
};

/** A refusal is thrown for stderr; whoever asked for JSON reads the document itself on stdout. */
const refuse = (context: Context, { json }: CommonOptions, statusCode: number, body: string): never => {
  if (json === true) context.terminal.out(`${body}\n`);
  const problem = JSON.parse(body) as Problem;
  if (statusCode >= 500) throw new Error(problem.detail);
  throw problem.errors === undefined ? new UsageError(problem.detail) : questionError(problem.errors);
};

/**
 * What the service answers at this address, byte for byte, without opening a port. The screen shows this same answer,
 * so that the two never disagree. A `question` is sent by POST. A problem becomes a UsageError with its fields; an address that
 * holds nothing, or no longer, gives null.
 */
export const httpAnswer = async (
  context: Context,
  options: CommonOptions,
  address: string,
  question?: Readonly<Record<string, unknown>>,
): Promise<string | null> => {
  const { store, archive } = await context.open(options, 'ready');
  const data = options.data ?? context.config.data;
  await findNames(data, store.reader());
  const config = { ...context.config, data, log: 'silent', rateLimit: 0 } as const;
  // The service takes as long to load as all else together: commands that do not ask it must not wait for it.
  const { buildApp } = await import('../app.ts');
  const app = await buildApp({ store, archive, config, clock: context.clock });
  const { statusCode, headers, body } = await app
    .inject(question === undefined ? address : { method: 'POST', url: address, payload: question })
    .finally(() => app.close());
  if (statusCode === 308) return httpAnswer(context, options, String(headers.location));
  if (statusCode === 404 || statusCode === 410) return null;
  return statusCode < 400 ? body : refuse(context, options, statusCode, body);
};
