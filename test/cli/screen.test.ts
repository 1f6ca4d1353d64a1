import t from 'tap';
import { tableLines } from '../../src/cli/table.ts';
import { displayWidth, padTo, printable, wrapTo } from '../../src/cli/width.ts';
import { anyText } from '../support/any-text.ts';
import { fc } from '../support/draws.ts';

t.test('a Chinese character takes two columns, a colour none', async (t) => {
  t.equal(displayWidth('瑞金医院'), 8);
  t.equal(displayWidth('（三甲）'), 8);
  t.equal(displayWidth('\u001b[32mmet\u001b[39m'), 3);
  t.equal(displayWidth('e\u0301'), 1);
});

t.test('columns line up whatever the script', async (t) => {
  const lines = tableLines([
    ['瑞金医院', 'x'],
    ['Ruijin', 'x'],
  ]);
  t.strictSame(
    lines.map((line) => displayWidth(line.slice(0, line.indexOf('x')))),
    [10, 10],
  );
});

t.test('what a page wrote cannot steer the terminal', async (t) => {
  t.equal(printable('a\u001b[2Jb\u202ec\r\nd'), 'a[2Jbc d');
  fc.assert(
    fc.property(anyText(), (text) => !/[\p{Cc}\p{Cf}]/u.test(printable(text))),
    { numRuns: 500 },
  );
});

t.test('wrapping loses no word and keeps to the width', async (t) => {
  const word = fc.oneof(fc.stringMatching(/^[a-z]{1,12}$/), fc.constantFrom('医院', '瑞金', '执业许可证。'));
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), fc.integer({ min: 16, max: 80 }), (words, width) => {
      const text = words.join(' ');
      const lines = wrapTo(text, width);
      // A closing sign may hang over the edge: it never begins a line.
      const narrow = lines.every((line) => displayWidth(line) <= width + 2);
      return narrow && lines.join('').replace(/\s/g, '') === text.replace(/\s/g, '');
    }),
    { numRuns: 500 },
  );
  t.equal(padTo('医院', 6), '医院  ');
  t.strictSame(wrapTo('执业许可证。有', 10), ['执业许可证。', '有'], 'a closing sign hangs over the edge');
  t.strictSame(wrapTo('ab cd ef', 5), ['ab cd', 'ef'], 'a line is filled to its last column');
});
