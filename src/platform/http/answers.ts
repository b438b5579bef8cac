import type { FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '../ids.ts';
import { pl } from '../pl.ts';
import type { Problem } from '../runner/outcome.ts';
import { placeOf, texts, visitOf } from './exchange.ts';
import type { ServerParts } from './parts.ts';
import { problemDocument, problemIn, statusOf } from './problem.ts';

/** Answers with a problem: an RFC 9457 document under /api and at open data, a page elsewhere. */
export async function sendProblem(
  parts: ServerParts,
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Problem & { incident?: string },
  status = statusOf(problem),
): Promise<void> {
  reply.code(status).header('cache-control', 'no-store');
  if (request.url.startsWith('/api/') || request.routeOptions.config.document === true) {
    const document = {
      ...problemDocument(problem),
      status,
      ...(problem.incident ? { incident: problem.incident } : {}),
    };
    await reply.type('application/problem+json').send(JSON.stringify(document));
    return;
  }
  // Whoever is not signed in stands before the centre of the address: its name, its way home.
  const slug = texts(request.params)['centre'];
  const visit = await visitOf(parts, request)
    .then((found) => found ?? (slug === undefined ? undefined : parts.visitorOf(slug)))
    .catch(() => undefined);
  const place = placeOf(request);
  const said = problemIn(parts.translate, place.lang, problem);
  await reply.type('text/html; charset=utf-8').send(parts.problemPage(said, status, visit, place));
}

export const noSuchPage: Problem = {
  kind: 'not_found',
  code: 'http.no-such-page',
  words: pl.problems.notFound,
};

/** A file that is known and does not lie on this server's disk. */
export const notHere: Problem = {
  kind: 'not_found',
  code: 'http.file-elsewhere',
  words: pl.problems.fileElsewhere,
};

export const robot: Problem = { kind: 'refused', code: 'http.robot', words: pl.problems.robot };

/** Open data is read, and changed by nobody. */
export const onlyRead: Problem = { kind: 'refused', code: 'http.only-read', words: pl.problems.onlyRead };

export const cameFromElsewhere: Problem = {
  kind: 'forbidden',
  code: 'http.foreign-origin',
  words: pl.problems.foreignOrigin,
};

/** Too many tries in a minute. */
export const tooMany: Problem = { kind: 'refused', code: 'http.too-many', words: pl.problems.tooMany };

/** What the web server itself refuses, by status. */
const refused: Record<number, Problem> = {
  413: { kind: 'invalid', code: 'http.too-large', words: pl.problems.tooLarge },
  429: tooMany,
};

const malformed: Problem = { kind: 'invalid', code: 'http.malformed', words: pl.problems.malformed };

const tooLarge = 413;
/** So much of what is too large is still taken off the line, and so long; more than five files of 20 MB is nobody's form. */
const mostPassedOver = 120_000_000;
const longestMs = 30_000;

/**
 * Whoever is answered and cut off while still sending never sees the answer, and a proxy makes a 502 of it: what is on its
 * way is passed over first. Then the connection may stay.
 */
async function passOver({ raw }: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (raw.complete || raw.readableEnded || raw.destroyed) return;
  let passed = 0;
  const whole = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), longestMs).unref();
    const end = (all: boolean): void => {
      clearTimeout(timer);
      resolve(all);
    };
    raw
      .on('data', (piece: Buffer) => {
        passed += piece.length;
        if (passed > mostPassedOver) end(false);
      })
      .once('end', () => end(true))
      .once('close', () => end(false))
      .resume();
  });
  if (whole) reply.removeHeader('connection');
}

/**
 * What says that the database is away, not that we are wrong: it stands still, is being started, has no room left
 * (PostgreSQL, appendix A: classes 08, 53, 57, 58), or nobody listens at its address.
 */
const away = /^(08|53|57P|58)|^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT)$/;
const brokenOff = /^(Connection terminated|Client has encountered a connection error|timeout exceeded)/;

const isAway = (error: Error & { code?: unknown; syscall?: unknown }): boolean =>
  (typeof error.code === 'string' &&
    away.test(error.code) &&
    // A file that is missing is our own fault.
    (error.code !== 'ENOENT' || error.syscall === 'connect')) ||
  brokenOff.test(error.message);

const databaseAway: Problem = {
  kind: 'refused',
  code: 'http.database-away',
  words: pl.problems.databaseAway,
};

let toldAt = '';

/** Once a second: whoever asks meanwhile would fill with logs the very disk that is full. */
function tellAway({ clock, report }: ServerParts, error: Error): void {
  const second = clock.now().slice(0, 19);
  if (second === toldAt) return;
  toldAt = second;
  report({ event: 'http.database-away', error: error.message });
}

/** Answers a thrown error: what the sender did wrong, or a fault with an incident number. */
export async function sendFault(
  parts: ServerParts,
  request: FastifyRequest,
  reply: FastifyReply,
  error: Error & { statusCode?: number },
): Promise<void> {
  const status = error.statusCode ?? 500;
  if (status === tooLarge) await passOver(request, reply);
  if (status >= 400 && status < 500)
    return await sendProblem(parts, request, reply, refused[status] ?? malformed, status);
  if (isAway(error)) {
    tellAway(parts, error);
    return await sendProblem(parts, request, reply.header('retry-after', '10'), databaseAway, 503);
  }
  const incident = newId();
  // The page names the incident; the log has the rest, without the request's body.
  parts.report({
    event: 'http.fault',
    incident,
    method: request.method,
    route: request.routeOptions.url,
    error: error.stack,
  });
  const fault: Problem = { kind: 'refused', code: 'http.fault', words: pl.problems.fault };
  return await sendProblem(parts, request, reply, { ...fault, incident }, 500);
}
