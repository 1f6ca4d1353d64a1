import { filesOf, processes, REST, testFiles } from '../processes.ts';
import { rule } from './rule.ts';

rule('every test file runs in one process of the whole check, and in one only', () => {
  const run = Object.keys(processes).flatMap(filesOf);
  return testFiles()
    .map((file) => ({ file, times: run.filter((one) => one === file).length }))
    .filter(({ times }) => times !== 1)
    .map(({ file, times }) => `test/${file} runs ${times} times: name its folder once in test/processes.ts`);
});

rule('what a process is to run is there', () => {
  const all = testFiles();
  return Object.values(processes)
    .flat()
    .filter((entry) => entry !== REST && !all.some((file) => file === entry || file.startsWith(`${entry}/`)))
    .map((entry) => `test/processes.ts: ${entry} is gone; take its line out`);
});
