import type { FastifyInstance, RouteShorthandOptions } from 'fastify';
import { pl } from '../pl.ts';
import type { AnyCommand } from '../runner/command.ts';
import type { Problem } from '../runner/outcome.ts';
import { filesInJson, unfitFiles } from '../files/scan.ts';
import { nested } from './form-data.ts';
import { sendProblem } from './answers.ts';
import { visitOf } from './exchange.ts';
import type { Limits } from './limits.ts';
import type { ServerParts } from './parts.ts';

/** 20 MB as Base64, with room for the rest of the input. */
const largestFileInBase64 = 28 * 1024 * 1024;

/**
 * The same commands and queries as JSON: `GET /api/queries/<name>` and `POST /api/commands/<name>`.
 * `Idempotency-Key` and `If-Match` carry what a form carries in `_once` and `_version`.
 */
export function registerApi(app: FastifyInstance, parts: ServerParts, limits: Limits): void {
  const optionsOf = ({ guess, files }: AnyCommand): RouteShorthandOptions => ({
    ...(guess ? limits.guess : {}),
    ...(files ? { bodyLimit: largestFileInBase64 } : {}),
  });
  const unknown: Problem = { kind: 'forbidden', code: 'access.sign-in', words: pl.problems.forbidden };

  for (const query of parts.queries)
    app.get(`/api/queries/${query.name}`, async (request, reply) => {
      const visit = await visitOf(parts, request);
      if (!visit) return await sendProblem(parts, request, reply, unknown, 401);
      const outcome = await parts.runner.ask(
        query,
        visit.actor,
        nested(request.query as Record<string, string>),
      );
      if (!outcome.ok) return await sendProblem(parts, request, reply, outcome.problem);
      return await reply.header('cache-control', 'no-store').send(query.output.parse(outcome.value));
    });

  for (const command of parts.commands)
    app.post(`/api/commands/${command.name}`, optionsOf(command), async (request, reply) => {
      const visit = await visitOf(parts, request);
      if (!visit) return await sendProblem(parts, request, reply, unknown, 401);
      if (!(await limits.admits(visit, request, reply))) return await reply;
      const unfit = command.files ? await unfitFiles(parts, filesInJson(request.body)) : undefined;
      if (unfit) return await sendProblem(parts, request, reply, unfit);
      const once = request.headers['idempotency-key'];
      const version = /^"?(\d+)"?$/.exec(request.headers['if-match'] ?? '')?.[1];
      const outcome = await parts.runner.run(command, visit.actor, request.body ?? {}, {
        once: typeof once === 'string' ? once : undefined,
        version: version === undefined ? undefined : Number(version),
      });
      if (!outcome.ok) return await sendProblem(parts, request, reply, outcome.problem);
      return await reply
        .header('cache-control', 'no-store')
        .send({ result: command.result.parse(outcome.value) ?? null });
    });

  app.get(
    '/api/openapi.json',
    async (_request, reply) => await reply.header('cache-control', 'public, max-age=300').send(parts.openapi),
  );
}
