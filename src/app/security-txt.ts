import type { FastifyInstance } from 'fastify';
import type { Clock } from '../platform/clock.ts';

const validDays = 180;
const dayMs = 86_400_000;

/** The text of RFC 9116: whom to tell of a hole, in which languages, until when this may be believed. */
export const securityText = (contact: string, home: string, today: string): string =>
  [
    `Contact: ${contact}`,
    `Expires: ${new Date(Date.parse(`${today}T00:00:00Z`) + validDays * dayMs).toISOString()}`,
    'Preferred-Languages: pl, en',
    `Canonical: ${home}/.well-known/security.txt`,
    '',
  ].join('\n');

/** Registers the place where finders of holes look first; without a contact it is not there. */
export function securityPage(
  server: FastifyInstance,
  clock: Clock,
  {
    securityContact: contact,
    home = '',
  }: { securityContact?: string | undefined; home?: string | undefined },
): void {
  if (contact === undefined) return;
  server.get(
    '/.well-known/security.txt',
    async (_request, reply) =>
      await reply
        .header('cache-control', 'public, max-age=86400')
        .type('text/plain; charset=utf-8')
        .send(securityText(contact, home, clock.now().slice(0, 10))),
  );
}
