import type { ServiceState } from '../../../src/store/service/service-state.ts';

const at = (time: string) => `2026-11-21T${time}:00.000Z`;
const token = (tokenHash: string) => ({ tokenHash, at: at('08:00'), expiresAt: '2027-02-19T08:00:00.000Z' });
const invitation = (secretHash: string) => ({ secretHash, totpSecret: 'ABC', expiresAt: at('20:00') });
const passkey = (credential: string) => ({ credential, publicKey: new Uint8Array([1, 2]), counter: 3 });

/** Operators, how they sign in, what they did, captures that wait. Gives everything that is told of it. */
export const operating = async (state: ServiceState): Promise<readonly unknown[]> => {
  const { operators, operatorAccess, operatorPasskeys, audit, pendingCaptures } = state;
  const found: unknown[] = [];
  const first = { name: 'Made-up First', role: 'clerk' as const };
  found.push(
    await operators.add(first, token('t1'), invitation('i1')),
    await operators.add(first, token('t2'), invitation('i2')),
  );
  found.push(
    await operators.add({ name: 'Made-up Second', role: 'reviewer' }, token('t3'), invitation('i3')),
  );
  found.push(await operatorAccess.invitation('i1', at('09:00')));
  found.push(
    await operatorAccess.accept('i1', at('09:00'), { kind: 'password', passwordHash: 'p', totpStep: 1 }),
  );
  found.push(await operatorAccess.accept('i1', at('09:00'), { kind: 'passkey', ...passkey('never') }));
  found.push(await operatorAccess.accept('i3', at('09:00'), { kind: 'passkey', ...passkey('c0') }));
  found.push(await operatorAccess.password(first.name), await operatorAccess.takeStep(first.name, 2));
  found.push(await operatorAccess.takeStep(first.name, 2), await operatorAccess.passkey('c0'));
  await operatorAccess.usedPasskey('c0', 4, at('09:30'));
  const session = { tokenHash: 's1', operator: first.name, expiresAt: at('18:00'), replaces: null };
  await operatorAccess.start(session, at('09:00'));
  await operatorAccess.start({ ...session, tokenHash: 's2', replaces: 's1' }, at('09:05'));
  found.push(await operatorAccess.whose('s1', at('09:10'), at('08:00')));
  found.push(await operatorAccess.whose('s2', at('09:10'), at('08:00')), await operatorAccess.endOf('s2'));

  for (const [minute, credential] of ['c1', 'c2', 'c3'].entries())
    found.push(
      await operatorPasskeys.add(first.name, { ...passkey(credential), label: '' }, at(`10:0${minute}`), 2),
    );
  found.push(
    await operatorPasskeys.name(first.name, 'c1', 'My phone'),
    await operatorPasskeys.of(first.name),
  );
  found.push(
    await operatorPasskeys.remove(first.name, 'c2', 's2'),
    await operatorPasskeys.remove(first.name, 'c9', null),
  );

  const act = { at: at('11:00'), operator: first.name, act: 'capture', about: 'cn-list', request: 'r1' };
  const begun = await operators.begin(act);
  await operators.end(begun, 'recorded');
  await operators.begin({ ...act, request: null });
  found.push(await operators.log(9), await operators.live(at('12:00')), await operators.list());
  found.push(
    await operators.setRole({ ...first, role: 'administrator' }),
    await operators.invite('nobody', invitation('i4')),
  );
  found.push(
    await operators.revoke('Made-up Second', at('12:00')),
    await operators.renew('Made-up Second', token('t9')),
  );
  found.push(await operators.list());

  await audit.append({ at: at('12:00'), actor: 'anybody', act: 'asked', about: 'x', request: 'r2' });
  const [newest] = await audit.newest(1);
  found.push(
    await audit.newest(9),
    await audit.check(),
    await audit.holds(newest?.hash ?? ''),
    await audit.holds('none'),
  );

  const capture = {
    at: at('13:00'),
    by: first.name,
    source: 'cn-list',
    rows: [],
    answers: [],
    because: null,
    withdraws: null,
  };
  found.push(await pendingCaptures.add({ ...capture, proof: null }));
  found.push(
    await pendingCaptures.add({ ...capture, proof: { sha256: 'f'.repeat(64), contentType: 'image/png' } }),
  );
  const decision = { by: 'Made-up Second', at: at('14:00'), reason: null };
  found.push(await pendingCaptures.decide(1, { ...decision, state: 'confirming' }));
  found.push(await pendingCaptures.decide(1, { ...decision, state: 'rejected' }));
  await pendingCaptures.showAnew(2, []);
  return [
    ...found,
    await pendingCaptures.waiting(9),
    await pendingCaptures.find(2),
    await pendingCaptures.find(9),
  ];
};
