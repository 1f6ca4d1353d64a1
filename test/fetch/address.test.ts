import t from 'tap';
import { mayOpen } from '../../src/fetch/address.ts';

t.test('every dress of a private or translated address is closed, public ones are open', async (t) => {
  const closed = [
    ['::7f00:1', '::127.0.0.1', '::8.8.8.8', '::1', '::', '::ffff:7f00:1', '::ffff:10.0.0.1'],
    ['64:ff9b::a00:1', '64:ff9b:1::a00:1', 'fec0::1', '2001::1', '2001:0:53aa:64c:0:0:0:1', '2002:a00:1::'],
    ['fe80::1%eth0', 'fd00::1', 'ff02::1', '100.64.0.1', '169.254.169.254', '0.0.0.0', 'not-an-address'],
  ].flat();
  t.strictSame(
    closed.filter((address) => mayOpen(address, false)),
    [],
  );
  const open = ['8.8.8.8', '2400:3200::1', '2001:da8::1', '::ffff:8.8.8.8'];
  t.strictSame(
    open.filter((address) => !mayOpen(address, false)),
    [],
  );
});
