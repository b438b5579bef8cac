import type { FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import type { Clock } from '../clock.ts';
import { sendProblem, tooMany } from './answers.ts';
import { visitOf } from './exchange.ts';
import type { ServerParts, Visit } from './parts.ts';

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
  const perAddress = { max: parts.publicWritesPerMinute, timeWindow: '1 minute' };
  const allowList = async (request: FastifyRequest): Promise<boolean> =>
    (await visitOf(parts, request)) !== undefined;
  return {
    anonymous: { config: { rateLimit: { ...perAddress, allowList } } },
    guess: { config: { rateLimit: perAddress } },
    async admitsReading(request, reply) {
      if ((await visitOf(parts, request)) !== undefined || perReader(request.ip)) return true;
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
