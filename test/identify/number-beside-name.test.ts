import t from 'tap';
import { usccCheck } from '../../src/identifiers/uscc-check.ts';
import { identify } from '../../src/identify/identify.ts';
import { knownReader } from './known-names.ts';

const ask = (question: Readonly<{ name: string; uscc: string }>) => identify(question, knownReader);

t.test('a number of another province beside a name is not passed over', async (t) => {
  const numbered = (start: string) => `${start}${usccCheck(start)}`;
  const elsewhere = await ask({ uscc: numbered('91440300MA5MADEXX'), name: '瑞金医院' });
  t.match(elsewhere, { match: 'none', id: null, candidates: [{ id: 'ruijin' }] });
  t.ok(elsewhere.why.some((why) => why.code === 'number.other-province'));
  for (const start of ['91310000MA5MADEXX', '12100000MA5MADEXX'])
    t.match(
      await ask({ uscc: numbered(start), name: '瑞金医院' }),
      { match: 'strong', id: 'ruijin' },
      `${start}: of its own province, or of the nation`,
    );
  const mistyped = `91440300MA5MADEXX${usccCheck('91440300MA5MADEXX') === '1' ? '2' : '1'}`;
  t.match(
    await ask({ uscc: mistyped, name: '瑞金医院' }),
    { id: 'ruijin' },
    'a slip of the pen is no province',
  );
});
