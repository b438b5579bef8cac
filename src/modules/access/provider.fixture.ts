import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import Provider from 'oidc-provider';

/** Another system that runs in the tests, on this machine only: a real OpenID provider. */
export interface RunningProvider {
  issuer: string;
  /** Who signs in next. */
  person: { subject: string; pesel?: string };
  /** What it says otherwise in its ID tokens: signed by its own key all the same. */
  lies: Record<string, unknown>;
  /** Signs with a key that it does not publish. */
  forges: boolean;
  /** Goes to an address of the provider as a browser does, until it sends the browser back to us. */
  visit(url: string): Promise<URL>;
  stop(): Promise<void>;
}

const newKey = (): KeyObject => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

/** A token with other claims, signed anew under the same name of a key. */
function signedAnew(token: string, more: Record<string, unknown>, key: KeyObject): string {
  const [header = '', payload = ''] = token.split('.');
  const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const body = Buffer.from(JSON.stringify(Object.assign({}, claims, more))).toString('base64url');
  const signature = sign('sha256', Buffer.from(`${header}.${body}`), key);
  return `${header}.${body}.${signature.toString('base64url')}`;
}

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

/** Starts a provider that knows one client and lets whoever `person` is sign in without asking. */
export async function runProvider(client: {
  id: string;
  secret: string;
  redirectUris: readonly string[];
}): Promise<RunningProvider> {
  let answer: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) =>
    response.end();
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${portOf(server)}`;
  const running: RunningProvider = {
    issuer,
    person: { subject: 'ktos' },
    lies: {},
    forges: false,
    async visit(url) {
      const jar = new Map<string, string>();
      let next = url;
      while (next.startsWith(issuer)) {
        const cookie = Array.from(jar, ([name, value]) => `${name}=${value}`).join('; ');
        const response = await fetch(next, { redirect: 'manual', headers: { cookie } });
        for (const line of response.headers.getSetCookie()) {
          const [pair = ''] = line.split(';');
          const at = pair.indexOf('=');
          jar.set(pair.slice(0, at), pair.slice(at + 1));
        }
        const location = response.headers.get('location');
        if (location === null) throw new Error(`the provider stopped at ${next}: ${response.status}`);
        next = new URL(location, next).href;
      }
      return new URL(next);
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  const [key, otherKey] = [newKey(), newKey()];
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: client.redirectUris,
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [{ ...key.export({ format: 'jwk' }), alg: 'RS256', use: 'sig' }] },
    cookies: { keys: ['tylko do testów'] },
    claims: { openid: ['sub', 'pesel'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    ttl: { IdToken: 300, Grant: 600, Interaction: 600, Session: 600, AccessToken: 600 },
    findAccount: (_context: unknown, subject: string) => ({
      accountId: subject,
      claims: () => ({
        sub: subject,
        ...(running.person.pesel ? { pesel: running.person.pesel } : {}),
      }),
    }),
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/wejscie/${uid}` },
  });
  provider.use(async (context, next) => {
    await next();
    const { body } = context;
    if (context.path !== '/token' || typeof body.id_token !== 'string') return;
    body.id_token = signedAnew(body.id_token, running.lies, running.forges ? otherKey : key);
  });
  const callback = provider.callback();

  /** The provider's own pages of signing in and consent, already answered. */
  const interact = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { prompt, params, session } = await provider.interactionDetails(request, response);
    if (prompt.name === 'login')
      return await provider.interactionFinished(request, response, {
        login: { accountId: running.person.subject },
      });
    const grant = new provider.Grant({
      accountId: session?.accountId ?? running.person.subject,
      clientId: String(params['client_id']),
    });
    grant.addOIDCScope('openid');
    await provider.interactionFinished(
      request,
      response,
      { consent: { grantId: await grant.save() } },
      { mergeWithLastSubmission: true },
    );
  };
  answer = (request, response) => {
    if (request.url?.startsWith('/wejscie/'))
      interact(request, response).catch((error: Error) => response.writeHead(500).end(error.message));
    else callback(request, response);
  };
  return running;
}
