import type { FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import type { Clock } from '../clock.ts';
import { sendProblem, tooMany } from './answers.ts';
import { visitOf } from './exchange.ts';
import type { ServerParts, Visit } from './parts.ts';

/**
 * The network that a limit counts: an IPv4 address, or the 64 leading bits of an IPv6 address, because whoever has one of
 * these has them all. An asker who has left already has none.
 */
export function networkOf({ ip }: { ip?: string | undefined }): string {
  const [address = ''] = (ip ?? 'gone').toLowerCase().split('%');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address;
  const [left = [], right] = address.split('::').map((half) => half.split(':').filter(Boolean));
  const zeros = right ? Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0') : [];
  return [...left, ...zeros, ...(right ?? [])]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':');
}

/** Counts tries per key in the running minute; false: the key has used its share up. */
export function perMinute(max: number, clock: Clock): (key: string) => boolean {
  let minute = '';
  let counts = new Map<string, number>();
  return (key) => {
    const now = clock.now().slice(0, 16);
    if (now !== minute) {
      minute = now;
      counts = new Map();
    }
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= max;
  };
}

export interface Limits {
  /** For writes without an account: per network address. Whoever is signed in is not counted here. */
  anonymous: RouteShorthandOptions;
  /** For what a secret could be guessed with: per network address, also with a session. */
  guess: RouteShorthandOptions;
  /** Whether this reader may read on: an account, or an address with pages left in this minute; if not, 429 was sent. */
  admitsReading(request: FastifyRequest, reply: FastifyReply): Promise<boolean>;
  /** Whether the account behind the visit has changes left in this minute; if not, the answer (429) was sent. */
  admits(visit: Visit, request: FastifyRequest, reply: FastifyReply): Promise<boolean>;
}

/** Who may try how often. */
export function limitsOf(parts: ServerParts): Limits {
  const perAccount = perMinute(parts.accountWritesPerMinute, parts.clock);
  const perReader = perMinute(parts.publicReadsPerMinute, parts.clock);
  const perAddress = { max: parts.publicWritesPerMinute, timeWindow: '1 minute', keyGenerator: networkOf };
  const allowList = async (request: FastifyRequest): Promise<boolean> =>
    (await visitOf(parts, request)) !== undefined;
  return {
    anonymous: { config: { rateLimit: { ...perAddress, allowList } } },
    guess: { config: { rateLimit: perAddress } },
    async admitsReading(request, reply) {
      if ((await visitOf(parts, request)) !== undefined || perReader(networkOf(request))) return true;
      await sendProblem(parts, request, reply.header('retry-after', '60'), tooMany, 429);
      return false;
    },
    async admits(visit, request, reply) {
      if (!visit.signedIn || perAccount(visit.actor.accountId)) return true;
      await sendProblem(parts, request, reply.header('retry-after', '60'), tooMany, 429);
      return false;
    },
  };
}
