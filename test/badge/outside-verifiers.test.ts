import { createHash, type JsonWebKey, webcrypto } from 'node:crypto';
import { getListFromStatusListJWT } from '@sd-jwt/jwt-status-list';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import t from 'tap';
import { runHere } from '../cli/run-licet.ts';
import { fewSources, openService, TODAY } from '../support/app.ts';
import { bitIn } from '../support/bitstring.ts';

const now = TODAY;
const BASE = 'https://licet.example';
const service = await openService({ baseUrl: BASE }, fewSources, () => now);
t.teardown(service.close);
const { app, data } = service;
const get = async (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
const body = async (url: string) => (await get(url.replace(BASE, ''))).body;
const algorithms = ['EdDSA', 'ES256'] as const;
const credentialBy = async (alg: string, more = '') => body(`/badge/test-confirmed.vc?alg=${alg}${more}`);
const second = (instant: Date): number => Math.floor(instant.getTime() / 1000);

type Key = JsonWebKey & Readonly<{ kid: string; alg: string }>;
const shapes = {
  EdDSA: { key: { name: 'Ed25519' }, sign: { name: 'Ed25519' } },
  ES256: { key: { name: 'ECDSA', namedCurve: 'P-256' }, sign: { name: 'ECDSA', hash: 'SHA-256' } },
} as const;

/** A signature by the key that its header names, as a verifier without any library of ours or of jose checks it. */
const signed = async (text: string, signature: string): Promise<boolean> => {
  const { kid } = decodeProtectedHeader(`${text}.${signature}`);
  const { keys } = JSON.parse(await body('/.well-known/jwks.json')) as { keys: readonly Key[] };
  const key = keys.find((one) => one.kid === kid);
  if (key === undefined) return false;
  const { key: shape, sign } = shapes[key.alg as keyof typeof shapes];
  const { kty, crv, x, y } = key;
  const jwk = { kty, crv, x, ...(y === undefined ? {} : { y }) } as JsonWebKey;
  const handle = await webcrypto.subtle.importKey('jwk', jwk, shape, false, ['verify']);
  return webcrypto.subtle.verify(sign, handle, Buffer.from(signature, 'base64url'), Buffer.from(text));
};

/** A verifier of SD-JWT VC that fetches the type's metadata and the status list as any wallet does. */
const wallet = new SDJwtVcInstance({
  verifier: signed,
  statusVerifier: signed,
  hasher: (text) =>
    createHash('sha256')
      .update(typeof text === 'string' ? text : new Uint8Array(text))
      .digest(),
  hashAlg: 'sha-256',
  loadTypeMetadataFormat: true,
  vctFetcher: async (vct) => JSON.parse(await body(vct)),
  statusListFetcher: body,
});
const read = (credential: string, at = now) => wallet.verify(credential, { currentDate: second(at) });

/** The same by jose: signature, type, time. */
const proven = async (credential: string, at = now) =>
  jwtVerify(
    credential.split('~', 1)[0] ?? '',
    createLocalJWKSet(JSON.parse(await body('/.well-known/jwks.json'))),
    {
      currentDate: at,
      issuer: BASE,
      typ: 'dc+sd-jwt',
    },
  );

for (const alg of algorithms)
  t.test(
    `a credential signed by ${alg} is taken by two outside libraries, with its type and its status`,
    async (t) => {
      const credential = await credentialBy(alg);
      const { payload, protectedHeader } = await proven(credential);
      t.match(protectedHeader, { alg, typ: 'dc+sd-jwt' });
      t.match(payload, { vct: `${BASE}/credentials/statement/1`, status: { status_list: { idx: Number } } });
      const { payload: opened, typeMetadata } = await read(credential);
      t.match(opened, {
        credentialSubject: { state: 'confirmed', name: { en: /Made-up/ }, issuedFor: 'licet.example' },
      });
      t.match(typeMetadata?.mergedTypeMetadata, {
        vct: payload.vct,
        claims: [{ path: ['credentialSubject', 'id'] }],
      });
    },
  );

t.test('the digest of the type in a credential is that of the bytes at its address', async (t) => {
  const { vct, 'vct#integrity': integrity } = decodeJwt<{ vct: string; 'vct#integrity': string }>(
    (await credentialBy('ES256')).split('~', 1)[0] ?? '',
  );
  const digest = createHash('sha256')
    .update(await body(vct))
    .digest('base64');
  t.equal(integrity, `sha256-${digest}`);
});

t.test('tampered, ended and not yet begun credentials are refused by both', async (t) => {
  for (const alg of algorithms) {
    const credential = await credentialBy(alg);
    const [token = '', ...rest] = credential.split('~');
    const [header, , signature] = token.split('.');
    const forged = { ...decodeJwt(token), sub: 'somebody-else' };
    const other = `${header}.${Buffer.from(JSON.stringify(forged)).toString('base64url')}.${signature}`;
    const tampered = [other, ...rest].join('~');
    const hidden = Buffer.from(JSON.stringify(['salt', 'name', { en: 'Another Hospital' }])).toString(
      'base64url',
    );
    const swapped = [token, hidden, ''].join('~');
    const late = new Date(now.getTime() + 25 * 3_600_000);
    const early = new Date(now.getTime() - 3_600_000);
    await t.rejects(proven(tampered), `${alg} by jose`);
    await t.rejects(read(tampered), `${alg} by the wallet`);
    const shown = await read(swapped).catch(() => null);
    t.notMatch(JSON.stringify(shown), 'Another Hospital', 'a name that was never signed is not shown');
    for (const at of [late, early]) {
      await t.rejects(proven(credential, at));
      await t.rejects(read(credential, at));
    }
    const slow = new Date(now.getTime() - 50_000);
    await t.resolves(proven(credential, slow), 'a clock that is a minute behind takes it');
    // The library decodes a list of a million places each time: once is enough.
    if (alg === 'ES256') await t.resolves(read(credential, slow));
  }
});

t.test(
  'a credential says for which website it was issued, and one for a stranger is not issued',
  async (t) => {
    const refused = await get('/badge/test-confirmed.vc?site=thief.example&alg=ES256');
    t.match(refused.json(), { code: 'LICET_SITE_NOT_PROVEN' });
    t.match((await get('/badge/test-confirmed.vc?alg=RS256')).json(), { errors: [{ field: '?alg' }] });
  },
);

t.test(
  'a verifier that expects another issuer, another website or a bound holder does not take it',
  async (t) => {
    for (const alg of algorithms) {
      const credential = await credentialBy(alg);
      const [token = ''] = credential.split('~');
      const keys = createLocalJWKSet(JSON.parse(await body('/.well-known/jwks.json')));
      const at = { currentDate: now, typ: 'dc+sd-jwt' };
      await t.rejects(jwtVerify(token, keys, { ...at, issuer: 'https://elsewhere.example' }), alg);
      await t.rejects(jwtVerify(token, keys, { ...at, audience: 'https://thief.example' }), alg);
      t.match(decodeJwt(token), { credentialSubject: { issuedFor: 'licet.example' } });
      await t.rejects(
        wallet.verify(credential, { currentDate: second(now), keyBindingNonce: 'made-up' }),
        alg,
      );
    }
  },
);

t.test(
  'the W3C type is given to whoever asks for it, over the same claims, and is checked alike',
  async (t) => {
    const { headers, body: credential } = await get('/badge/test-confirmed.vc', {
      accept: 'application/vc+sd-jwt',
    });
    t.match(headers, { 'content-type': 'application/vc+sd-jwt', vary: /accept/, etag: /^"/ });
    const [token = ''] = credential.split('~');
    t.equal(decodeProtectedHeader(token).typ, 'vc+sd-jwt');
    t.match(decodeJwt(token), {
      type: ['VerifiableCredential', 'LicetStatement'],
      credentialStatus: { type: 'BitstringStatusListEntry' },
    });
    const keys = createLocalJWKSet(JSON.parse(await body('/.well-known/jwks.json')));
    const by = (text: string, at: Date) => jwtVerify(text, keys, { currentDate: at, typ: 'vc+sd-jwt' });
    await t.resolves(by(token, now));
    const [header, payload, signature = ''] = token.split('.');
    t.ok(await signed(`${header}.${payload}`, signature), 'a second verifier takes it');
    const forged = Buffer.from(JSON.stringify({ ...decodeJwt(token), sub: 'other' })).toString('base64url');
    t.notOk(await signed(`${header}.${forged}`, signature));
    await t.rejects(by(`${header}.${forged}.${signature}`, now), 'tampered');
    for (const hours of [25, -1])
      await t.rejects(by(token, new Date(now.getTime() + hours * 3_600_000)), `${hours} hours later`);
  },
);

t.test('what a revoked key signed is revoked in both lists at once', async (t) => {
  const credential = await credentialBy('ES256');
  const [token = ''] = credential.split('~');
  const { kid = '' } = decodeProtectedHeader(token);
  const { status, credentialStatus } = decodeJwt<{
    status: { status_list: { idx: number } };
    credentialStatus: { statusListIndex: string };
  }>(token);
  t.equal(credentialStatus.statusListIndex, String(status.status_list.idx), 'one place in both');
  const { code } = await runHere(data, ['keys', 'revoke', kid, '--because', 'made up'], {}, () => now);
  t.equal(code, 0);
  await t.rejects(read(credential), 'its key is gone');
  const list = getListFromStatusListJWT(await body('/badge/token-status-list'));
  t.equal(list.getStatus(status.status_list.idx), 1);
  const bits = await body('/badge/status-list');
  t.strictSame(
    [0, 1].map((more) => bitIn(bits, status.status_list.idx + more)),
    [true, false],
  );
  await t.resolves(proven(await credentialBy('ES256')), 'the next key signs');
});
