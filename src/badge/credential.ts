import { createHash, randomBytes, subtle } from 'node:crypto';
import type { Verdict } from '../../schema/verdict.ts';
import type { BadgeModel } from './badge-model.ts';
import { expiryOf, issuedAt, type SealKey } from './seal.ts';

/**
 * The `typ` of the header, which is also the media type: an SD-JWT VC (draft-ietf-oauth-sd-jwt-vc §3.2), as wallets read it, or a
 * credential of the W3C secured as SD-JWT (Securing Verifiable Credentials using JOSE and COSE §3.2).
 */
export const credentialTypes = ['dc+sd-jwt', 'vc+sd-jwt'] as const;
export type CredentialType = (typeof credentialTypes)[number];
const LIST_TYPE = 'vc+jwt';
const TOKEN_LIST_TYPE = 'statuslist+jwt';

/** The second context lets a credential use words that no published vocabulary defines. */
const CONTEXT = [
  'https://www.w3.org/ns/credentials/v2',
  'https://www.w3.org/ns/credentials/undefined-terms/v2',
];

/** Where the type of the credentials is described. A claim that gets another meaning gets another number. */
export const typeAddress = (issuer: string): string => `${issuer}/credentials/statement/1`;
const tokenListAddress = (issuer: string): string => `${issuer}/badge/token-status-list`;

const iso = (second: number): string => new Date(second * 1000).toISOString();

type CredentialInput = Readonly<{
  /** Public address of this service, as `/.well-known/jwt-vc-issuer` states it. */
  issuer: string;
  institution: string;
  model: BadgeModel;
  verdict: Pick<Verdict, 'asOf' | 'generation' | 'policyVersion' | 'nextDue'>;
  /** Its place in the status lists. */
  statusIndex: number;
  type: CredentialType;
  /** SHA-256 of the type metadata, as Subresource Integrity writes it. */
  typeIntegrity: string;
}>;

const claimsOf = (input: CredentialInput, issued: number) => {
  const { issuer, institution, model, verdict, statusIndex } = input;
  const ends = expiryOf(verdict, issuedAt(issued));
  const list = `${issuer}/badge/status-list`;
  return {
    '@context': CONTEXT,
    type: ['VerifiableCredential', 'LicetStatement'],
    vct: typeAddress(issuer),
    'vct#integrity': input.typeIntegrity,
    issuer,
    iss: issuer,
    iat: issuedAt(issued),
    nbf: issuedAt(issued),
    exp: ends,
    validFrom: iso(issuedAt(issued)),
    validUntil: iso(ends),
    credentialSubject: {
      id: `${issuer}/hospitals/${encodeURIComponent(institution)}`,
      name: model.name,
      campus: model.campus,
      about: model.ask ?? 'licence',
      state: model.state,
      checkedOn: model.checkedOn,
      issuedFor: model.site,
      asOf: verdict.asOf,
      generation: verdict.generation,
      policy: verdict.policyVersion,
      ...(model.test ? { test: true } : {}),
    },
    credentialStatus: {
      id: `${list}#${statusIndex}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(statusIndex),
      statusListCredential: list,
    },
    status: { status_list: { idx: statusIndex, uri: tokenListAddress(issuer) } },
  };
};

/** How Web Crypto names what a key signs by. */
const signing = { EdDSA: { name: 'Ed25519' }, ES256: { name: 'ECDSA', hash: 'SHA-256' } } as const;

/**
 * What a badge says as a W3C Verifiable Credential 2.0, secured as SD-JWT: the holder may leave out name and campus. It ends
 * with the badge, after at most 24 hours.
 * @param now the instant of issue
 */
export const signCredential = async (input: CredentialInput, key: SealKey, now: Date): Promise<string> => {
  const { SDJwtInstance } = await import('@sd-jwt/core');
  const instance = new SDJwtInstance({
    signer: async (data: string) =>
      Buffer.from(await subtle.sign(signing[key.alg], key.privateKey, Buffer.from(data))).toString(
        'base64url',
      ),
    signAlg: key.alg,
    hasher: async (data: string | ArrayBuffer) =>
      createHash('sha256')
        .update(typeof data === 'string' ? data : new Uint8Array(data))
        .digest(),
    hashAlg: 'sha-256',
    saltGenerator: async (length: number) => randomBytes(length).toString('base64url'),
  });
  const claims = claimsOf(input, Math.floor(now.getTime() / 1000));
  const header = { kid: key.kid, typ: input.type };
  return instance.issue(claims, { credentialSubject: { _sd: ['name', 'campus'] } }, { header });
};

/** Caches may keep the list this long, in seconds: a revocation is known by then. */
export const LIST_LIFE_S = 300;

/** The status list as a credential of its own, at one address for all institutions. */
export const signStatusList = async (
  issuer: string,
  encodedList: string,
  key: SealKey,
  now: Date,
): Promise<string> => {
  const id = `${issuer}/badge/status-list`;
  const issued = Math.floor(now.getTime() / 1000);
  const claims = {
    '@context': CONTEXT.slice(0, 1),
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: iso(issuedAt(issued)),
    validUntil: iso(issued + LIST_LIFE_S),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList,
      ttl: LIST_LIFE_S * 1000,
    },
  };
  const { SignJWT } = await import('jose');
  return new SignJWT({ ...claims, iss: issuer, iat: issuedAt(issued), exp: issued + LIST_LIFE_S })
    .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: LIST_TYPE })
    .sign(key.privateKey);
};

/** The same list as an OAuth Token Status List, for verifiers of SD-JWT VC; `lst`: of `encodeTokenStatusList`. */
export const signTokenStatusList = async (
  issuer: string,
  lst: string,
  key: SealKey,
  now: Date,
): Promise<string> => {
  const issued = Math.floor(now.getTime() / 1000);
  const { SignJWT } = await import('jose');
  return new SignJWT({
    iss: issuer,
    sub: tokenListAddress(issuer),
    iat: issuedAt(issued),
    exp: issued + LIST_LIFE_S,
    ttl: LIST_LIFE_S,
    status_list: { bits: 1, lst },
  })
    .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: TOKEN_LIST_TYPE })
    .sign(key.privateKey);
};
