import { readerFor } from '../database/tenant.ts';
import { sendProblem } from './answers.ts';
import { type Exchange, keepForNextStep, setSession } from './exchange.ts';
import type { ServerParts } from './parts.ts';
import { askAs, type HopRoute } from './route.ts';

/** Takes one step outside our pages and answers with where it leads. */
export async function goOn(
  parts: ServerParts,
  route: HopRoute,
  { request, reply, visit, page }: Exchange,
): Promise<void> {
  const went = await route.go(
    {
      ask: askAs(parts.runner, visit.actor),
      run: (command, input) => parts.runner.run(command, visit.actor, input),
      db: readerFor(parts.pool, visit.centre.id),
      home: parts.place?.home ?? '',
      issuers: parts.place?.issuers ?? [],
      safe: { centreId: visit.centre.id, vault: parts.vault },
    },
    page,
  );
  if (!went.ok) return await sendProblem(parts, request, reply, went.problem);
  const { keep, session } = went.value;
  if (keep !== undefined) keepForNextStep(parts, reply, keep);
  if (session !== undefined) setSession(parts, reply, session);
  reply.header('cache-control', 'no-store');
  if ('json' in went.value) await reply.send(went.value.json);
  else await reply.redirect(went.value.location, 303);
}
