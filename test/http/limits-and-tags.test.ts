import t from 'tap';
import { etagMatches, etagOf } from '../../src/http/plugins/conditional.ts';
import { isCrowded, refuseCrowdedAddress } from '../../src/http/plugins/crowded-addresses.ts';
import { clientOf, createLimiter } from '../../src/http/plugins/limiter.ts';
import { bearerToken, tokenKind } from '../../src/http/tokens.ts';

const MINUTE = 60_000;

t.test(
  'a quota is used up by its last request, starts anew with the window, and when a clock is set back',
  async (t) => {
    const limiter = createLimiter(2);
    const left = (nowMs: number, client = '192.0.2.1') => limiter.count(client, nowMs).remaining;
    t.strictSame([left(10 * MINUTE), left(10 * MINUTE), left(11 * MINUTE - 1)], [1, 0, -1]);
    t.equal(left(11 * MINUTE), 1, 'the next window');
    t.strictSame([left(11 * MINUTE), left(11 * MINUTE)], [0, -1]);
    t.equal(left(9 * MINUTE), 1, 'nobody waits until a clock that was ahead is reached again');
    t.equal(limiter.count('192.0.2.1', 9 * MINUTE + 59_900).seconds, 1, 'less than a second is told as one');
  },
);

t.test(
  'clients beyond the most that are counted share one count, and an IPv6 client is its /64',
  async (t) => {
    const limiter = createLimiter(1, 2);
    const left = (client: string) => limiter.count(client, 0).remaining;
    t.strictSame([left('a'), left('b'), left('c'), left('d')], [0, 0, 0, -1]);
    t.equal(left('b'), -1, 'who is counted is counted alone');
    t.equal(clientOf('2001:db8::1'), clientOf('2001:db8::ffff:1'));
    t.not(clientOf('2001:db8::1'), clientOf('2001:db8:0:1::1'));
    t.equal(clientOf('::ffff:192.0.2.1'), '192.0.2.1');
  },
);

t.test('an address may hold a hundred parameters and no more', async (t) => {
  const address = (count: number) =>
    `/v1/verify?${Array.from({ length: count }, (_, at) => `a${at}=1`).join('&')}`;
  t.strictSame([isCrowded('/'), isCrowded(address(100)), isCrowded(address(101))], [false, false, true]);
  t.equal(refuseCrowdedAddress({ url: address(100) }), undefined);
  t.throws(() => refuseCrowdedAddress({ url: address(101) }), {
    code: 'LICET_BAD_QUESTION',
    message: /holds 101 parameters; it may hold at most 100/,
  });
});

t.test(
  'what a client holds is told by its tag, weak, marked by a proxy, in a list, or by a star',
  async (t) => {
    const etag = etagOf('made-up');
    const bare = etag.slice(1, -1);
    const held = (value?: string) => etagMatches({ headers: { 'if-none-match': value } }, etag);
    for (const same of [etag, '*', `W/${etag}`, `"${bare}-gzip"`, `"other", W/"${bare};br"`])
      t.ok(held(same), same);
    for (const other of [undefined, '', '"other"', bare, `"${bare}x"`, `"x${bare}"`])
      t.notOk(held(other), String(other));
  },
);

t.test('a token is of its kind, also one cut short, unless it is whole of another kind', async (t) => {
  const partner = tokenKind('made_', ['made_op_']);
  const operator = tokenKind('made_op_');
  const { token, tokenHash } = operator.make();
  t.equal(operator.hashIn(`bearer   ${token}`), tokenHash);
  t.equal(partner.hash(token), null, 'whole of another kind');
  t.equal(operator.hash(partner.make().token), null);
  t.ok(partner.hash('made_cut'), 'cut short: on no file, and refused');
  t.equal(partner.hash('other'), null);
  t.strictSame(['Bearer', 'Basic x', 'Bearer a b', undefined].map(bearerToken), [null, null, null, null]);
});
