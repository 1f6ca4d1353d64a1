import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { NewPasskey, OperatorAccess } from '../../../store/service/operator-access.ts';
import type { Challenges } from './challenges.ts';
import type { RelyingParty } from './relying-party.ts';

const text = z.string().min(1).max(8_192);
/** What a browser hands on of an authenticator that made a passkey, as far as it is read. */
const made = z.object({
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  response: z.object({ clientDataJSON: text, attestationObject: text }),
});
/** The same of one that signed with a passkey. */
const signed = z.object({
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text }),
});

const readJson = <T>(shape: z.ZodType<T>, json: string): T | null => {
  try {
    return shape.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
};

/** Loaded with the first answer of an authenticator: it brings readers of a dozen formats of certificates. */
const library = () => import('@simplewebauthn/server');

const SIGN_IN = 'sign-in';
const newFor = (purpose: string): string => `new ${purpose}`;

/** What is looked at besides: whose passkey it is, what was asked, and when it is. */
export type Asked = Readonly<{ party: RelyingParty; challenges: Challenges; now: Date }>;

/** What is expected of an answer; `answered` is the challenge that it answers, once it was looked at. */
const expected = ({ party, challenges, now }: Asked, purpose: string) => {
  let challenge: string | null = null;
  const options = {
    expectedChallenge: (given: string): boolean => {
      challenge = given;
      return challenges.holds(given, purpose, now.getTime());
    },
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
  };
  const useUp = (): boolean => challenge !== null && challenges.use(challenge, now.getTime());
  return { options, useUp };
};

/** How long a browser waits for its person, in milliseconds. */
const TIMEOUT_MS = 300_000;
/** Ed25519, ES256 and RS256, as the registry of COSE numbers them: what authenticators sign with. */
const ALGORITHMS = [-8, -7, -257] as const;

const challengeFor = ({ challenges, now }: Asked, purpose: string): string =>
  challenges.make(purpose, now.getTime());

/**
 * The options with which a browser makes a passkey for an operator, as JSON (WebAuthn §5.4).
 * @param purpose what the challenge is for: the hash of a link's secret, or the operator who is signed in
 * @param known passkeys there are already: the device that holds one makes no second
 */
export const creationOptions = (
  asked: Asked,
  name: string,
  purpose: string,
  known: readonly string[] = [],
): string =>
  JSON.stringify({
    rp: { id: asked.party.id, name: 'Licet' },
    user: { id: createHash('sha256').update(name).digest('base64url'), name, displayName: name },
    challenge: challengeFor(asked, newFor(purpose)),
    excludeCredentials: known.map((id) => ({ type: 'public-key', id })),
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    timeout: TIMEOUT_MS,
    attestation: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });

/** The options with which a browser asks for any passkey of this service, as JSON (WebAuthn §5.5): who it is, the passkey says. */
export const requestOptions = (asked: Asked): string =>
  JSON.stringify({
    rpId: asked.party.id,
    challenge: challengeFor(asked, SIGN_IN),
    timeout: TIMEOUT_MS,
    userVerification: 'required',
  });

/** Reads a new passkey out of what a browser sent for a purpose, as `creationOptions` has it; null for what is none, or answers something else. */
export const readNewPasskey = async (
  asked: Asked,
  purpose: string,
  json: string,
): Promise<NewPasskey | null> => {
  const response = readJson(made, json);
  if (response === null) return null;
  const { verifyRegistrationResponse } = await library();
  const { options, useUp } = expected(asked, newFor(purpose));
  const looked = await verifyRegistrationResponse({
    response: { ...response, clientExtensionResults: {} },
    // Where none are named, the library asks Node for algorithms that are experimental there, which warns of each.
    supportedAlgorithmIDs: [...ALGORITHMS],
    ...options,
  }).catch(() => null);
  if (!looked?.verified || !useUp()) return null;
  const { id: credential, publicKey, counter } = looked.registrationInfo.credential;
  return { kind: 'passkey', credential, publicKey, counter };
};

/** Whose passkey it is that signed what a browser sent; null for nobody's. Each answer counts once. */
export const whosePasskey = async (
  asked: Asked,
  access: OperatorAccess,
  json: string,
): Promise<string | null> => {
  const response = readJson(signed, json);
  const kept = response === null ? null : await access.passkey(response.id);
  if (response === null || kept === null) return null;
  const { verifyAuthenticationResponse } = await library();
  const { options, useUp } = expected(asked, SIGN_IN);
  const looked = await verifyAuthenticationResponse({
    response: { ...response, clientExtensionResults: {} },
    credential: {
      id: kept.credential,
      publicKey: new Uint8Array(kept.publicKey),
      counter: kept.counter,
    },
    ...options,
  }).catch(() => null);
  if (!looked?.verified || !useUp()) return null;
  await access.usedPasskey(kept.credential, looked.authenticationInfo.newCounter, asked.now.toISOString());
  return kept.operator;
};
