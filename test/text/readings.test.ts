import t from 'tap';
import { keptReadings } from '../../schema/lexicon/pinyin.ts';
import { syllables } from '../../src/text/pinyin.ts';
import { readingsNow } from './readings.ts';

t.test('every reading that is kept is what the library says, and every place has one', async (t) => {
  const now = readingsNow();
  t.strictSame(keptReadings(), now, 'npm run readings writes them anew');
  t.ok(Object.keys(keptReadings()).length > 9000);
});

t.test('what is not kept is read by the library', async (t) => {
  t.strictSame(syllables('瑞金'), ['rui', 'jin']);
  t.strictSame(syllables('绿荫'), ['lu', 'yin'], 'ü is written u');
});
