import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** What a test may ask of the device: another address, no finger, a counter that goes back, a copy in the cloud. */
export interface Doing {
  origin?: string;
  rpId?: string;
  verified?: boolean;
  counter?: number;
  backedUp?: boolean;
  handle?: string;
}

export interface Authenticator {
  /** What a browser answers to `navigator.credentials.create`, as JSON. */
  create(options: unknown, doing?: Doing): string;
  /** What a browser answers to `navigator.credentials.get`, as JSON. */
  get(options: unknown, doing?: Doing): string;
  credentialId: string;
}

const hash = (data: Uint8Array | string): Buffer => createHash('sha256').update(data).digest();
const base64 = (data: Uint8Array): string => Buffer.from(data).toString('base64url');

const flags = { present: 1, verified: 4, eligible: 8, backedUp: 16, attested: 64 };

const coseOf = (key: KeyObject): Uint8Array => {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]),
  );
};

const challengeIn = (options: unknown): string =>
  typeof options === 'object' && options !== null && 'challenge' in options ? String(options.challenge) : '';

/** A device with one key (ES256), as a phone or a security key would be. */
export function authenticator({
  origin = 'https://okienko.example',
  rpId = 'okienko.example',
} = {}): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  let counter = 0;
  let handle: string | undefined;

  const dataOf = (doing: Doing, attested?: Uint8Array): Buffer => {
    const { verified = true, backedUp = false } = doing;
    const set =
      flags.present +
      (verified ? flags.verified : 0) +
      (backedUp ? flags.eligible + flags.backedUp : 0) +
      (attested ? flags.attested : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(doing.counter ?? counter++);
    return Buffer.concat([hash(doing.rpId ?? rpId), Buffer.from([set]), count, attested ?? Buffer.alloc(0)]);
  };
  const clientData = (type: string, options: unknown, doing: Doing): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge: challengeIn(options), origin: doing.origin ?? origin }));
  const answer = (response: Record<string, unknown>): string =>
    JSON.stringify({
      id: base64(id),
      rawId: base64(id),
      type: 'public-key',
      response,
      clientExtensionResults: {},
    });

  return {
    credentialId: base64(id),
    create(options, doing = {}) {
      const user = (options as { user?: { id?: string } }).user;
      handle = user?.id;
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const attested = Buffer.concat([Buffer.alloc(16), length, id, coseOf(publicKey)]);
      const attestationObject = isoCBOR.encode(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', new Uint8Array(dataOf(doing, attested))],
        ]) as never,
      );
      return answer({
        clientDataJSON: base64(clientData('webauthn.create', options, doing)),
        attestationObject: base64(attestationObject),
        transports: ['internal'],
      });
    },
    get(options, doing = {}) {
      const client = clientData('webauthn.get', options, doing);
      const authenticatorData = dataOf(doing);
      const signature = sign('sha256', Buffer.concat([authenticatorData, hash(client)]), privateKey);
      return answer({
        clientDataJSON: base64(client),
        authenticatorData: base64(authenticatorData),
        signature: base64(signature),
        userHandle: doing.handle ?? handle,
      });
    },
  };
}
