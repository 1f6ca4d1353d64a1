import { createInterface } from 'node:readline';
import { PassThrough, type Readable } from 'node:stream';
import type { StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { z } from 'zod';
import { createAnswers } from '../../ask/answers.ts';
import type { McpDeps } from '../../http/mcp/deps.ts';
import { findNames } from '../../jobs/names/find-names.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { common, examples } from '../help.ts';

/** An answer over standard input and output is asked once and passed on: little is worth keeping. */
const CACHE_BYTES = 1_000_000;

const LONGEST_FAULT = 300;

/** A message that wants an answer, or is one. */
const identified = z.looseObject({ id: z.union([z.string(), z.number()]), method: z.string().optional() });

const idIn = (line: string): string | number | null => {
  try {
    const read = identified.safeParse(JSON.parse(line)).data;
    return read?.method === undefined ? null : read.id;
  } catch {
    return null;
  }
};

/** Longest wait for what was asked before the client closed its end: a request that it cancelled gets no answer. */
const LAST_ANSWERS_MS = 10_000;

/**
 * Standard input and output as a transport. The library hangs up where input ends, also on what is not answered yet; a script that
 * writes its questions and closes its end shall be answered as well. `ended`: when both are done.
 */
const openPipe = (Transport: typeof StdioServerTransport, from: Readable) => {
  const input = new PassThrough();
  const transport = new Transport(input);
  const open = new Set<string | number>();
  let last = (): void => undefined;
  const send = transport.send.bind(transport);
  transport.send = async (message) => {
    await send(message);
    if (!('method' in message) && message.id !== undefined) open.delete(message.id);
    if (open.size === 0) last();
  };
  const lines = createInterface({ input: from });
  lines.on('line', (line) => {
    const id = idIn(line);
    if (id !== null) open.add(id);
    input.write(`${line}\n`);
  });
  const ended = new Promise<void>((done) => {
    lines.once('close', () => {
      // It also keeps the process alive: what answers waits for a thread that does not.
      const timer = setTimeout(done, LAST_ANSWERS_MS);
      last = () => {
        clearTimeout(timer);
        done();
      };
      if (open.size === 0) last();
    });
  });
  return { transport, ended };
};

const serve =
  (context: Context) =>
  async (options: CommonOptions): Promise<void> => {
    const { config, clock, terminal } = context;
    const { store } = await context.open(options, 'ready');
    await findNames(options.data ?? config.data, store.reader());
    const [{ serveStdio, StdioServerTransport: Transport }, { createMcpServer }] = await Promise.all([
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
    // One line a fault: that of a message that cannot be read is a list of many.
    const fault = (cause: unknown): void =>
      terminal.err(`${String(cause).replace(/\s+/g, ' ').slice(0, LONGEST_FAULT)}\n`);
    // The client ends the conversation by closing our standard input.
    const { transport, ended } = openPipe(Transport, process.stdin);
    const connection = serveStdio(() => createMcpServer(deps, fault), { transport, onerror: fault });
    await ended;
    await connection.close();
  };

/** `licet mcp`: the tools for assistants over standard input and output. */
export const addMcp: AddCommand = (program, context) => {
  const command = program
    .command('mcp')
    .description('answer an assistant (Model Context Protocol) over standard input and output');
  common(command).addHelpText('after', examples(['licet mcp', 'licet mcp --data ./data']));
  command.action(serve(context));
};
