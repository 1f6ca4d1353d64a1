import t from 'tap';
import { onceEach } from '../../src/text/remembered.ts';

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
