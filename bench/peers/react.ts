import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import pg from 'pg';
import { z } from 'zod';
import { frame } from '../../src/app/frame.tsx';
import { routes, titleOf } from '../../src/app/modules.ts';
import { viewCase } from '../../src/modules/casework/queries/view-case.ts';
import { addressIn } from '../../src/lang.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { statementName } from '../../src/platform/database/pool.ts';
import { over } from '../../src/platform/database/tenant.ts';
import { texts } from '../../src/platform/http/exchange.ts';
import type { Visit } from '../../src/platform/http/parts.ts';
import type { Ask, PageContext, PageRoute } from '../../src/platform/http/route.ts';
import { newId } from '../../src/platform/ids.ts';
import type { Outcome } from '../../src/platform/runner/outcome.ts';
import type { Query } from '../../src/platform/runner/query.ts';
import { noVault } from '../../src/platform/vault/vault.ts';

const visitSchema = z.custom<Visit>((value) => typeof value === 'object' && value !== null);

const pageAt = (path: string): PageRoute => {
  const route = routes.find((one): one is PageRoute => one.kind === 'page' && one.path === path);
  if (!route) throw new Error(`the page ${path} has moved`);
  return route;
};

/**
 * Pages of the product as a React application on bare Fastify: the very components, words and queries of the product,
 * compiled for React, so neither side renders more or fewer of them. Who asks is a fixed visit: no session, no rights,
 * no audit, and the rows are read as the owner, without row-level security, by the same statements, named and prepared.
 * With REST=rows the peer reads at each request all that the page shows; with REST=memory only the case itself, and
 * gives the rest (which it read once) from memory: more than a page that is true can do, in its favour.
 */
export async function reactPeer(): Promise<void> {
  const { PORT, VISIT, REST, PAGE } = process.env;
  const visit = visitSchema.parse(JSON.parse(VISIT ?? ''));
  // The driver reads dates as the product does; see pool.ts.
  const pool = new pg.Pool({ max: 12 });
  const db = over((text, values) => {
    const name = statementName(text);
    return pool.query({ text, values: [...values], ...(name ? { name } : {}) });
  });

  const read: Ask = async (query, input) => {
    const now = systemClock.now();
    const moment = { now, today: now.slice(0, 10), actor: visit.actor, vault: noVault };
    const value = await query.read(db, query.input.parse(input), moment);
    if (value === undefined) throw new Error(`${query.name} found nothing`);
    return { ok: true, value };
  };
  const kept = new Map<string, Promise<Outcome<unknown>>>();
  const ask: Ask = async <I, O>(query: Query<I, O>, input: unknown): Promise<Outcome<O>> => {
    if (REST === 'rows' || query.name === viewCase.name) return await read(query, input);
    const key = `${query.name} ${JSON.stringify(input)}`;
    const answer = kept.get(key) ?? read(query, input);
    kept.set(key, answer);
    return (await answer) as Outcome<O>;
  };

  const route = pageAt(PAGE ?? '');
  const app = Fastify({ logger: false });
  app.get(route.path, async (request: FastifyRequest, reply: FastifyReply) => {
    const now = systemClock.now();
    const asked = {
      lang: 'pl',
      params: texts(request.params),
      query: texts(request.query),
      actor: visit.actor,
      centre: { ...visit.centre, home: addressIn('pl', `/${visit.centre.slug}`) },
      now,
      today: now.slice(0, 10),
    } as const;
    const context: PageContext = {
      ...asked,
      path: request.url.split('?')[0] ?? '',
      address: request.url,
      titleOf,
      form: { values: {}, errors: {}, once: newId() },
    };
    const shown = await route.show(ask, asked, context);
    if (!shown.ok) return await reply.code(500).send(shown.problem);
    return await reply.type('text/html; charset=utf-8').send(frame(shown.value, context, visit));
  });
  await app.listen({ port: Number(PORT), host: '127.0.0.1' });
  process.stdout.write('ready\n');
  process.once('SIGTERM', () => process.exit(0));
}
