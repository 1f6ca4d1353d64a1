import Fastify from 'fastify';
import t from 'tap';
import { readConfig } from '../../src/config.ts';
import { registerReference } from '../../src/http/plugins/reference.ts';
import { fewSources, openService } from '../support/app.ts';

const service = await openService({}, fewSources);
t.teardown(service.close);

t.test(
  'however many ask for the description at once, it is written once; again where that failed',
  async (t) => {
    const app = Fastify();
    t.teardown(() => app.close());
    let calls = 0;
    const described = async () => {
      calls += 1;
      if (calls === 1) throw new Error('made-up fault');
      return { openapi: '3.1.0' as const, info: { title: 'made up', version: '0' }, paths: {} };
    };
    registerReference(app, { reader: service.store.reader, config: readConfig({}) }, described as never);
    const ask = async (many: number) => {
      const all = Array.from({ length: many }, () => app.inject('/openapi.json'));
      return (await Promise.all(all)).map(({ statusCode }) => statusCode);
    };
    t.strictSame(await ask(3), [500, 500, 500]);
    t.strictSame(await ask(5), [200, 200, 200, 200, 200]);
    t.equal(calls, 2);
    t.strictSame(await ask(1), [200]);
    t.equal(calls, 2);
  },
);
