import type { Answers } from '../../ask/answers.ts';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import type { Reader } from '../../store/registry-reader.ts';
import type { Demand } from '../demand.ts';

/** What the tools for assistants are handed: the same answers that every other form is made of. */
export type McpDeps = Readonly<{
  reader: () => Reader;
  answers: Pick<Answers, 'epoch' | 'questionKey' | 'cached' | 'body' | 'cache' | 'etag' | 'unscored'>;
  config: Pick<Config, 'baseUrl' | 'host' | 'port' | 'testInstitutions'>;
  clock: Clock;
  /** Counts whom is asked for. */
  demand: Pick<Demand, 'count'>;
}>;
