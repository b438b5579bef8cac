import Fastify from 'fastify';
import pg from 'pg';
import { z } from 'zod';
import { frame } from '../../src/app/frame.tsx';
import { routes, titleOf } from '../../src/app/modules.ts';
import { viewCase } from '../../src/modules/casework/queries/view-case.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { openPool } from '../../src/platform/database/pool.ts';
import type { Visit } from '../../src/platform/http/parts.ts';
import { askAs, type Ask, type PageContext, type PageRoute } from '../../src/platform/http/route.ts';
import { newId } from '../../src/platform/ids.ts';
import { createRunner } from '../../src/platform/runner/runner.ts';
import { parameters, statementsSchema } from '../statements.ts';

const setting = z.object({
  ...statementsSchema.shape,
  visit: z.custom<Visit>((value) => typeof value === 'object' && value !== null),
});

/**
 * The page of a case as a React application on bare Fastify: the same components, compiled for React; the case read by
 * one plain statement without row-level security, session, rights or audit. Whatever else the page asks it keeps in
 * memory, which favours it.
 */
export async function reactPeer(): Promise<void> {
  const { PORT, PGHOST, PGDATABASE, STATEMENTS } = process.env;
  const { readCase, visit } = setting.parse(JSON.parse(STATEMENTS ?? ''));
  const pool = new pg.Pool({ max: 12 });
  const route = routes.find(
    (one): one is PageRoute => one.kind === 'page' && one.path === '/praca/sprawy/:caseId',
  );
  if (!route) throw new Error('the page of a case has moved');

  const product = openPool({ socket: PGHOST ?? '', database: PGDATABASE ?? '' }, 'app', 2);
  const askProduct = askAs(createRunner(product, systemClock), visit.actor);
  const kept = new Map<string, unknown>();
  const ask: Ask = async (query, input) => {
    if (query.name === viewCase.name) {
      const { caseId } = viewCase.input.parse(input);
      const { rows } = await pool.query({
        name: 'case',
        text: readCase.text,
        values: parameters(readCase, caseId),
      });
      return { ok: true, value: { ...rows[0], granted: false } };
    }
    const key = `${query.name} ${JSON.stringify(input)}`;
    const answer = kept.get(key) ?? (await askProduct(query, input));
    kept.set(key, answer);
    return answer as Awaited<ReturnType<typeof askProduct<unknown, never>>>;
  };

  const app = Fastify({ logger: false });
  app.get<{ Params: { caseId: string } }>('/praca/sprawy/:caseId', async ({ params, url }, reply) => {
    const now = systemClock.now();
    const request = {
      params,
      query: {},
      actor: visit.actor,
      lang: 'pl' as const,
      centre: { ...visit.centre, home: `/${visit.centre.slug}` },
      now,
      today: now.slice(0, 10),
    };
    const context: PageContext = {
      ...request,
      path: url,
      address: url,
      titleOf,
      form: { values: {}, errors: {}, once: newId() },
    };
    const shown = await route.show(ask, request, context);
    if (!shown.ok) return await reply.code(500).send(shown.problem);
    return await reply.type('text/html; charset=utf-8').send(frame(shown.value, context, visit));
  });
  await app.listen({ port: Number(PORT), host: '127.0.0.1' });
  process.stdout.write('ready\n');
  process.once('SIGTERM', () => process.exit(0));
}
