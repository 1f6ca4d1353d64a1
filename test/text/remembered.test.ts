import t from 'tap';
import { byNumber, onceEach } from '../../src/text/remembered.ts';

t.test('what is made of an object is made once, and of another one anew', async (t) => {
  let made = 0;
  const textOf = onceEach((one: Readonly<{ name: string }>) => {
    made += 1;
    return `text of ${one.name}`;
  });
  const [one, other] = [{ name: 'one' }, { name: 'other' }];
  t.equal(textOf(one), 'text of one');
  t.equal(textOf(one), 'text of one');
  t.equal(made, 1);
  t.equal(textOf(other), 'text of other');
  t.equal(textOf({ name: 'one' }), 'text of one', 'an object that is like it is another one');
  t.equal(made, 3);
});

t.test('what is kept under a number is made once, until so many are kept that all are dropped', async (t) => {
  const made: number[] = [];
  const kept = byNumber<string>(2);
  const textOf = (number: number): string =>
    kept(number, () => {
      made.push(number);
      return `text ${number}`;
    });
  t.equal(textOf(1), 'text 1');
  t.equal(textOf(1), 'text 1');
  t.strictSame(made, [1]);
  textOf(2);
  textOf(3);
  t.equal(textOf(1), 'text 1');
  t.strictSame(made, [1, 2, 3, 1]);
});
