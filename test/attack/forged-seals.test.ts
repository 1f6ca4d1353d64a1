import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import t from 'tap';
import { z } from 'zod';
import { checkBadge } from '../../src/badge/check-badge.ts';
import { pictureHash, readSeal } from '../../src/badge/seal.ts';
import { fewSources, openService, TODAY } from '../support/app.ts';

const service = await openService({ baseUrl: 'https://licet.example' }, fewSources);
t.teardown(service.close);
const get = async (url: string) => (await service.app.inject(url)).body;
const genuine = await get('/badge/test-confirmed.svg');
const refuted = await get('/badge/test-refuted.svg');

const keySet = z.object({
  keys: z.array(z.looseObject({ kid: z.string(), kty: z.string(), x: z.string() })),
});
const keys = keySet.parse(JSON.parse(await get('/.well-known/jwks.json')));
const receiptKeys = keySet.parse(JSON.parse(await get('/v1/receipts/keys')));

const { token, bare } = readSeal(genuine) ?? { token: '', bare: '' };
const [head = '', body = '', sign = ''] = token.split('.');
const read = (part: string) =>
  z.record(z.string(), z.unknown()).parse(JSON.parse(Buffer.from(part, 'base64url').toString()));
const kid = String(read(head).kid);
const claims = read(body);
const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const own = await generateKeyPair('EdDSA', { extractable: true });
const ownJwk = await exportJWK(own.publicKey);

/** The genuine picture with another token in the place of its own. */
const withToken = (other: string): string => genuine.replace(token, () => other);
/** The genuine statement, signed with a key of the forger's own. */
const signed = (header: Readonly<Record<string, unknown>>) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'EdDSA', typ: 'licet-badge+jwt', ...header })
    .sign(own.privateKey);

const faultOf = async (svg: string, site?: string): Promise<string> => {
  const check = await checkBadge(svg, keys, TODAY, site);
  return check.valid ? 'valid' : check.fault;
};

t.test('the badge that is forged here is genuine before', async (t) => {
  t.equal(await faultOf(genuine, 'licet.example'), 'valid');
  t.equal(claims.picture, pictureHash(bare));
});

t.test('a key that comes with the forgery is not believed', async (t) => {
  const forged = async (header: Readonly<Record<string, unknown>>) =>
    faultOf(withToken(await signed(header)));
  t.equal(await forged({ kid }), 'tampered');
  t.equal(await forged({ kid, jwk: ownJwk }), 'tampered');
  t.equal(await forged({ kid: 'of-my-own', jwk: ownJwk }), 'unknown-key');
  t.equal(await forged({ kid: 'of-my-own', jku: 'https://scam-agency.example/jwks.json' }), 'unknown-key');
  t.equal(await forged({ kid: '../../receipt-keys/key' }), 'unknown-key');
});

t.test('the public key is no secret to sign with, and "none" is no algorithm', async (t) => {
  const secret = Buffer.from(keys.keys[0]?.x ?? '', 'base64url');
  const symmetric = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'licet-badge+jwt', kid })
    .sign(secret);
  t.equal(await faultOf(withToken(symmetric)), 'malformed');
  for (const alg of ['none', 'None', 'NONE', ''])
    t.equal(
      await faultOf(withToken(`${base64({ alg, typ: 'licet-badge+jwt', kid })}.${body}.`)),
      'malformed',
    );
});

t.test('a genuine seal is worth nothing elsewhere, and its parts nothing in another', async (t) => {
  const other = readSeal(refuted)?.token ?? '';
  t.equal(await faultOf(refuted.replace(other, () => token)), 'repainted');
  t.equal(await faultOf(withToken(other)), 'repainted');
  t.equal(await faultOf(withToken(`${head}.${other.split('.')[1]}.${sign}`)), 'tampered');
  t.equal(
    await faultOf(withToken(`${head}.${base64({ ...claims, aud: 'scam.example' })}.${sign}`)),
    'tampered',
  );
  t.equal(await faultOf(genuine.replace('</svg>', '<text>JCI</text></svg>')), 'repainted');
  t.equal(await faultOf(`<!-- genuine -->${genuine}`), 'repainted');
  t.equal(await faultOf(genuine, 'scam-agency.example'), 'other-domain');
});

t.test('badges and receipts have keys of their own, and no private part is published', async (t) => {
  const kids = new Set(keys.keys.map((key) => key.kid));
  t.strictSame(
    receiptKeys.keys.filter((key) => kids.has(key.kid)),
    [],
  );
  for (const key of [...keys.keys, ...receiptKeys.keys]) {
    t.notOk('d' in key);
    t.ok(await importJWK(key, String(key.alg)));
  }
});
