import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { openService, type Service } from '../support/app.ts';
import { type Answer, answerOf } from './answer.ts';
import { questions } from './questions.ts';

/** Every answer of one service, and the hash of the registry it answered from. */
export type Recording = Readonly<{ registryHash: string; answers: readonly Answer[] }>;

const list = new URL('answers.tsv', import.meta.url);
const bodies = new URL('answers.ndjson.br', import.meta.url);

/** Opens a service of its own on the bundled lists and asks it everything, one question after another. `before` is done to its folder first. */
export const askEverything = async (before?: (data: string) => Promise<void>): Promise<Recording> => {
  const service: Service = await openService(
    { baseUrl: 'https://licet.example' },
    undefined,
    undefined,
    before,
  );
  try {
    const answers: Answer[] = [];
    for (const question of questions) answers.push(await answerOf(service, question));
    const { registryHash } = (await service.app.inject('/v1/sources')).json<{ registryHash: string }>();
    return { registryHash, answers };
  } finally {
    await service.close();
  }
};

const columns = 'kind\tquestion\tstatus\theadline\tbytes\tsha256';

/** The list that a person reads: one line an answer, under the hash of the registry. */
export const listOf = ({ registryHash, answers }: Recording): string =>
  [
    `registry\t${registryHash}`,
    columns,
    ...answers.map(({ label, status, headline, bytes, hash }) =>
      [label, status, headline, bytes, hash].join('\t'),
    ),
    '',
  ].join('\n');

/** A window of 16 MB: what one answer has in common with another is written once. */
const packed = (text: string): Buffer =>
  brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text),
    },
  });

export const writeRecording = (recording: Recording): void => {
  writeFileSync(list, listOf(recording));
  const { registryHash, answers } = recording;
  writeFileSync(bodies, packed([{ registryHash }, ...answers].map((one) => JSON.stringify(one)).join('\n')));
};

/** What was recorded; the readable list beside it, to be held against it. */
export const readRecording = (): Recording & Readonly<{ list: string }> => {
  const [head = '{}', ...lines] = brotliDecompressSync(readFileSync(bodies)).toString('utf8').split('\n');
  return {
    registryHash: String(JSON.parse(head).registryHash),
    answers: lines.map((line): Answer => JSON.parse(line)),
    list: readFileSync(list, 'utf8'),
  };
};
