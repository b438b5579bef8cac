import * as client from 'openid-client';

/** Another system as it is spoken to. */
export interface Spoken {
  issuer: string;
  clientId: string;
  /** Undefined: a public client, proved by PKCE alone. */
  secret: string | undefined;
  redirectUri: string;
  /** The claim that holds the PESEL; null: none is asked for. */
  peselClaim: string | null;
}

/** What the browser keeps while it is away; every part is checked when it comes back. */
export interface Journey {
  state: string;
  nonce: string;
  verifier: string;
}

/** Who the other system says it is. */
export interface Claims {
  issuer: string;
  subject: string;
  pesel: string | undefined;
}

/** The other system does not answer, or not as it should: nothing that the person did. */
export class ProviderDown extends Error {}

const seconds = 5;

async function configurationOf({ issuer, clientId, secret }: Spoken): Promise<client.Configuration> {
  const server = new URL(issuer);
  // Only a provider on this very machine is reached without TLS; see the setting OKIENKO_OIDC_ISSUERS.
  const plain = server.protocol === 'http:' ? [client.allowInsecureRequests] : [];
  return await client.discovery(
    server,
    clientId,
    {},
    secret === undefined ? client.None() : client.ClientSecretBasic(secret),
    // The signature of the ID token is checked although it comes by TLS from the provider itself.
    { timeout: seconds, execute: [...plain, client.enableNonRepudiationChecks] },
  );
}

/** What another server says wrong or not at all; what it says of the person or the code is another thing. */
const isRefusal = (error: unknown): boolean =>
  error instanceof client.AuthorizationResponseError ||
  (error instanceof client.ResponseBodyError && error.status < 500) ||
  (error instanceof client.ClientError &&
    error.code !== undefined &&
    /^OAUTH_(INVALID_RESPONSE|JWT_|JSON_|UNSUPPORTED|PARSE|KEY_|MISSING)/.test(error.code));

/**
 * The address that a person is sent to, and what their browser keeps meanwhile: authorization code with PKCE (S256),
 * state and nonce.
 * @throws ProviderDown
 */
export async function leaveFor(spoken: Spoken): Promise<{ url: string; journey: Journey }> {
  const journey = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  };
  try {
    const configuration = await configurationOf(spoken);
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: spoken.redirectUri,
      scope: 'openid',
      state: journey.state,
      nonce: journey.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(journey.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, journey };
  } catch (error) {
    throw new ProviderDown('discovery failed', { cause: error });
  }
}

/**
 * Who came back: state, PKCE, nonce, issuer, audience, age and signature of the ID token are checked. Undefined: one of
 * them does not hold, or the person refused.
 * @throws ProviderDown
 */
export async function comeBack(
  spoken: Spoken,
  journey: Journey,
  query: Readonly<Record<string, string>>,
): Promise<Claims | undefined> {
  const current = new URL(spoken.redirectUri);
  for (const [name, value] of Object.entries(query)) current.searchParams.set(name, value);
  try {
    const configuration = await configurationOf(spoken);
    const tokens = await client.authorizationCodeGrant(configuration, current, {
      expectedState: journey.state,
      expectedNonce: journey.nonce,
      pkceCodeVerifier: journey.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) return undefined;
    const { peselClaim } = spoken;
    const told =
      peselClaim === null || claims[peselClaim] !== undefined
        ? claims
        : await client.fetchUserInfo(configuration, tokens.access_token, claims.sub);
    const pesel = peselClaim === null ? undefined : told[peselClaim];
    return {
      issuer: claims.iss,
      subject: claims.sub,
      pesel: typeof pesel === 'string' ? pesel : undefined,
    };
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw new ProviderDown('no answer that could be used', { cause: error });
  }
}
