import type { ServiceState } from '../../../src/store/service/service-state.ts';

const DAY = '2026-11-21';
const at = (time: string) => `${DAY}T${time}:00.000Z`;
const jwk = (d: string) => ({ kty: 'OKP', crv: 'Ed25519', x: 'x', d }) as const;
const key = (kid: string) => ({ kid, jwk: jwk(kid) });
const keyOf = (partner: string, keyHash: string, expiresAt: string | null = null) => ({
  partner,
  keyHash,
  since: DAY,
  scopes: ['read' as const, 'watch' as const],
  perMinute: null,
  expiresAt,
});

/** What partners and their badges leave behind. Gives everything that is told of it. */
export const partnering = async (state: ServiceState): Promise<readonly unknown[]> => {
  const { partnerKeys, partnerSessions, partnerUsage, sites, signingKeys, statusPlaces, hotlinks } = state;
  const found: unknown[] = [];
  found.push(await partnerKeys.add(keyOf('Made-up Agency', 'a1')));
  found.push(await partnerKeys.add(keyOf('Made-up Agency', 'a2')));
  found.push(await partnerKeys.rotate(keyOf('Made-up Agency', 'a3', at('23:00')), at('08:00'), at('09:00')));
  found.push(await partnerKeys.add(keyOf('Made-up Other', 'b1')));
  found.push(await partnerKeys.revokeOne('Made-up Other', 3, at('08:00')), await partnerKeys.list());
  found.push(await partnerKeys.whose('a1', at('08:30')), await partnerKeys.whose('a1', at('09:30')));
  await partnerSessions.start({ tokenHash: 's1', keyHash: 'a3', expiresAt: at('12:00') }, at('08:00'));
  found.push(await partnerSessions.whose('s1', at('09:00')), await partnerSessions.whose('s1', at('13:00')));
  const counted = { key: 1, day: DAY, requests: 3, refused: 1 };
  await partnerUsage.add([counted, { ...counted, key: 2 }], '2026-01-01');
  await partnerUsage.add([counted], '2026-01-01');
  found.push(await partnerUsage.since(DAY));

  const bounds = { most: 2, forgetBefore: '2026-10-22' };
  for (const domain of ['a.example', 'b.example', 'c.example', 'a.example'])
    found.push(
      await sites.claim({ domain, partner: 'Made-up Agency', token: `t-${domain}`, today: DAY }, bounds),
    );
  found.push(
    await sites.noteLook({ domain: 'a.example', token: 't-a.example', provenOn: DAY, seenOn: DAY }, DAY),
  );
  found.push(await sites.noteLook({ domain: 'b.example', token: 'other', provenOn: DAY, seenOn: DAY }, DAY));
  found.push(
    await sites.noteLook({ domain: 'b.example', token: 't-b.example', provenOn: null, seenOn: null }, DAY),
  );
  const put = { domain: 'd.example', partner: 'Made-up Other', token: null, provenOn: DAY, seenOn: null };
  await sites.put(put, DAY);
  await sites.put({ ...put, partner: 'Made-up Agency' }, DAY);
  found.push(await sites.isBound('a.example'), await sites.isBound('b.example'));
  found.push(await sites.remove('d.example', 'Made-up Other'), await sites.all());
  found.push(await sites.forgetWaiting('2026-12-31'));

  found.push(await signingKeys.begin('badge', { current: key('k1'), next: key('k2') }, DAY));
  found.push(await signingKeys.begin('badge', { current: key('k3'), next: key('k4') }, DAY));
  const rotation = { next: key('k5'), spare: key('k6'), today: DAY, keepFrom: '2026-11-01' };
  found.push(await signingKeys.rotate('badge', rotation));
  const revoked = { kid: 'k2', at: at('08:00'), because: 'made up' };
  found.push(
    await signingKeys.revoke('badge', { ...revoked, current: key('k7'), next: key('k8'), today: DAY }),
  );
  found.push(await signingKeys.keys('badge'), await signingKeys.revoked('badge'));

  const stated = { site: 'a.example', campus: null, ask: null, state: 'confirmed', kid: 'k1', today: DAY };
  const places = { places: 4, most: 4, forgetBefore: '2026-10-22' };
  for (const institution of ['cn1', 'cn2', 'cn1', 'cn3', 'cn4', 'cn5'])
    found.push(await statusPlaces.place({ ...stated, institution, wanted: 2 }, places));
  found.push(await statusPlaces.issuedSince(DAY));

  const loads = ['x', 'y', 'z'].map((host, at) => ({
    host,
    site: 'a.example',
    count: at + 1,
    first: DAY,
    last: DAY,
  }));
  await hotlinks.add({ hotlinks: loads, others: 2 }, 2);
  await hotlinks.add({ hotlinks: loads.slice(0, 1), others: 1 }, 2);
  found.push(await hotlinks.counts());
  return [
    ...found,
    await partnerKeys.revoke('Made-up Agency', at('10:00')),
    await partnerKeys.remove('Made-up Other'),
  ];
};
