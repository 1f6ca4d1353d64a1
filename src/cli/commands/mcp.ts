import { once } from 'node:events';
import { createAnswers } from '../../ask/answers.ts';
import type { McpDeps } from '../../http/mcp/deps.ts';
import { keepIndexIn } from '../../identify/kept-index/name-finders.ts';
import { namesFile } from '../../jobs/names/names-index.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { common, examples } from '../help.ts';

/** An answer over standard input and output is asked once and passed on: little is worth keeping. */
const CACHE_BYTES = 1_000_000;

const serve =
  (context: Context) =>
  async (options: CommonOptions): Promise<void> => {
    const { config, clock, terminal } = context;
    const { store } = await context.open(options, 'ready');
    keepIndexIn(namesFile(options.data ?? config.data), store.reader());
    const [{ serveStdio }, { createMcpServer }] = await Promise.all([
      import('@modelcontextprotocol/server/stdio'),
      import('../../http/mcp/server.ts'),
    ]);
    const { testInstitutions } = config;
    const answers = createAnswers(store.reader, clock, { cacheBytes: CACHE_BYTES, testInstitutions });
    const deps: McpDeps = {
      reader: store.reader,
      answers,
      config,
      clock,
      demand: { count: () => undefined },
    };
    const fault = (cause: unknown): void => terminal.err(`${String(cause)}\n`);
    // The client ends the conversation by closing our standard input.
    const ended = once(process.stdin, 'end');
    serveStdio(() => createMcpServer(deps, fault), { onerror: fault });
    await ended;
  };

/** `licet mcp`: the tools for assistants over standard input and output. */
export const addMcp: AddCommand = (program, context) => {
  const command = program
    .command('mcp')
    .description('answer an assistant (Model Context Protocol) over standard input and output');
  common(command).addHelpText('after', examples(['licet mcp', 'licet mcp --data ./data']));
  command.action(serve(context));
};
