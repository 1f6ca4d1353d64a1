import { COMMAND_LINE } from '../../../http/operator/holder-name.ts';
import { openOperatorBook } from '../../../store/open-store.ts';
import type { OperatorBook } from '../../../store/operators.ts';
import type { CommonOptions, Context } from '../../context.ts';
import { mustBeThere } from '../../registry.ts';
import { holderName } from '../../token-holder.ts';

/** `made` creates a data folder that is not there, for who gives the first token before the service ever ran. */
type How = 'as-it-is' | 'made';

/** Opens the operators of the data folder for some work. */
export const withBook = async <T>(
  context: Context,
  options: CommonOptions,
  work: (book: OperatorBook) => Promise<T>,
  how: How = 'as-it-is',
): Promise<T> => {
  const data = options.data ?? context.config.data;
  if (how === 'as-it-is') mustBeThere(data);
  const book = openOperatorBook(data);
  try {
    return await work(book);
  } finally {
    await book.close();
  }
};

/** An operator's name as it was typed. Throws UsageError for what cannot be one. */
export const nameIn = (given: string): string => holderName(given, 'operator');

/** Does something, written down before and after; a text is what became of it. */
export const act = (
  context: Context,
  options: CommonOptions,
  what: string,
  about: string,
  work: (book: OperatorBook) => Promise<boolean | string>,
  how: How = 'as-it-is',
): Promise<boolean> =>
  withBook(
    context,
    options,
    async (book) => {
      const at = context.clock().toISOString();
      const id = await book.begin({ at, operator: COMMAND_LINE, act: what, about, request: null });
      const done = await work(book);
      await book.end(id, typeof done === 'string' ? done : done ? 'done' : 'refused');
      return done !== false;
    },
    how,
  );

/** Says an answer: as JSON where that was asked for, else in words. */
export const say = ({ terminal }: Context, options: CommonOptions, answer: unknown, words: string): void =>
  terminal.out(options.json === true ? `${JSON.stringify(answer)}\n` : words);
