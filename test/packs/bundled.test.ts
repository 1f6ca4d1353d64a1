import { join } from 'node:path';
import t from 'tap';
import { openArchive } from '../../src/archive/open-archive.ts';
import { publishPack } from '../../src/jobs/packs/publish-pack.ts';
import { shelfFolder } from '../../src/packs/pack-shelf.ts';
import { openServiceState } from '../../src/store/open-store.ts';
import { fewSources, openService, TODAY } from '../support/app.ts';
import { applyTo } from '../support/pack-publisher.ts';
import { randomQuestions } from '../support/random-questions.ts';

const QUESTIONS = 50;

t.test('a follower of bundled lists answers drawn questions with the publisher’s bytes', async (t) => {
  const publisher = await openService({}, fewSources);
  const state = openServiceState(publisher.data);
  const { full } = await publishPack({
    registry: { store: publisher.store, archive: publisher.archive },
    state,
    sources: async () => [],
    data: publisher.data,
    clock: () => TODAY,
    publisher: null,
  });
  const follower = await openService({}, [], undefined, () => {});
  t.teardown(() => Promise.all([publisher.close(), follower.close(), state.close()]));
  t.equal(follower.store.reader().generation, 0, 'it begins with nothing');
  const toy = { root: follower.data, store: follower.store, archive: openArchive(follower.data) };
  const night = () => Promise.reject(new Error('a follower reads no list'));
  await applyTo({ ...toy, night }, join(shelfFolder(publisher.data), full.name));
  t.equal(follower.store.reader().reference.registryHash, publisher.store.reader().reference.registryHash);
  const questions = await randomQuestions(publisher.store.reader(), QUESTIONS, 14);
  const differing: string[] = [];
  for (const url of questions) {
    const [theirs, ours] = [await publisher.app.inject(url), await follower.app.inject(url)];
    if (theirs.statusCode !== 200 || theirs.body !== ours.body) differing.push(url);
  }
  t.strictSame(differing, []);
});
