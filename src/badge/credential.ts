import { createHash, randomBytes, subtle } from 'node:crypto';
import { SDJwtInstance } from '@sd-jwt/core';
import { SignJWT } from 'jose';
import type { Verdict } from '../../schema/verdict.ts';
import type { BadgeModel } from './badge-model.ts';
import { expiryOf, issuedAt, type SealKey } from './seal.ts';

/** The media type, and the `typ` of the header (Securing Verifiable Credentials using JOSE and COSE, §3.2). */
const CREDENTIAL_TYPE = 'vc+sd-jwt';
const LIST_TYPE = 'vc+jwt';

/** The second context lets a credential use words that no published vocabulary defines. */
const CONTEXT = [
  'https://www.w3.org/ns/credentials/v2',
  'https://www.w3.org/ns/credentials/undefined-terms/v2',
];

const iso = (second: number): string => new Date(second * 1000).toISOString();

type CredentialInput = Readonly<{
  /** Public address of this service, as `/.well-known/jwt-vc-issuer` states it. */
  issuer: string;
  institution: string;
  model: BadgeModel;
  verdict: Pick<Verdict, 'asOf' | 'generation' | 'policyVersion' | 'nextDue'>;
  /** Its place in the status list. */
  statusIndex: number;
}>;

const claimsOf = ({ issuer, institution, model, verdict, statusIndex }: CredentialInput, issued: number) => {
  const ends = expiryOf(verdict, issuedAt(issued));
  const list = `${issuer}/badge/status-list`;
  return {
    '@context': CONTEXT,
    type: ['VerifiableCredential', 'LicetStatement'],
    vct: 'urn:licet:statement:1',
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
  };
};

/**
 * What a badge says as a W3C Verifiable Credential 2.0, secured as SD-JWT: the holder may leave out name and campus. It ends
 * with the badge, after at most 24 hours.
 * @param now the instant of issue
 */
export const signCredential = (input: CredentialInput, key: SealKey, now: Date): Promise<string> => {
  const instance = new SDJwtInstance({
    signer: async (data: string) =>
      Buffer.from(await subtle.sign('Ed25519', key.privateKey, Buffer.from(data))).toString('base64url'),
    signAlg: 'EdDSA',
    hasher: async (data: string | ArrayBuffer) =>
      createHash('sha256')
        .update(typeof data === 'string' ? data : new Uint8Array(data))
        .digest(),
    hashAlg: 'sha-256',
    saltGenerator: async (length: number) => randomBytes(length).toString('base64url'),
  });
  const claims = claimsOf(input, Math.floor(now.getTime() / 1000));
  const header = { kid: key.kid, typ: CREDENTIAL_TYPE };
  return instance.issue(claims, { credentialSubject: { _sd: ['name', 'campus'] } }, { header });
};

/** Caches may keep the list this long, in seconds: a revocation is known by then. */
export const LIST_LIFE_S = 300;

/** The status list as a credential of its own, at one address for all institutions. */
export const signStatusList = (
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
  return new SignJWT({ ...claims, iss: issuer, iat: issuedAt(issued), exp: issued + LIST_LIFE_S })
    .setProtectedHeader({ alg: 'EdDSA', kid: key.kid, typ: LIST_TYPE })
    .sign(key.privateKey);
};
