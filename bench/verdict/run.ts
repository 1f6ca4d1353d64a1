import { answer } from '../../src/verdict/answer.ts';
import { fiftyCredentials } from './institution.ts';

/**
 * `node bench/verdict/run.ts`: median time of one verdict for a made-up institution with 50 credentials, and its spread.
 * Caches per generation are warm, as they are in the service.
 */
const ROUNDS = 20_000;
const input = fiftyCredentials();
for (let round = 0; round < 2_000; round += 1) answer(input);

const times: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const began = process.hrtime.bigint();
  answer(input);
  times.push(Number(process.hrtime.bigint() - began) / 1_000);
}
times.sort((a, b) => a - b);
const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1);

console.log(
  `verdict, 50 credentials, ${input.question.claims.length} claims, 1 service: median ${at(0.5)} µs (p10 ${at(0.1)}, p90 ${at(0.9)})`,
);
