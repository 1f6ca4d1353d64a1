import { openToy, toyRecord, toySource } from './toy-night.ts';

/** Run as a child process by test/store/killed.test.ts: publishes nights without end, until it is killed. */
const ROWS = 60;
const toy = await openToy(process.argv[2] ?? '.');

for (let night = toy.store.reader().generation + 1; ; night += 1) {
  const credential = {
    gate: 'practice-licence',
    code: 'licence',
    status: 'listed',
    scope: { kind: 'institution' },
    number: `${night}`,
  } as const;
  const records = Array.from({ length: ROWS }, (_, at) =>
    toyRecord(`编造第${at}示例医院`, { province: '编造省' }, { row: at + 1, credentials: [credential] }),
  );
  await toy.night([toySource(toy.root, records)]);
  process.stdout.write('.');
}
