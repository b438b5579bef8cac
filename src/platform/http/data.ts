import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dayInPoland } from '../clock.ts';
import { noSuchPage, onlyRead, sendProblem } from './answers.ts';
import { texts } from './exchange.ts';
import { type KeptWholes, keptWholes } from './kept-wholes.ts';
import { networkOf } from './limits.ts';
import { encodingFor } from './packed.ts';
import type { ServerParts, Visit } from './parts.ts';
import { askAs, type DataAnswer, type DataRoute } from './route.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Problems of this route are RFC 9457 documents and never pages. */
    document?: true;
  }
}

/** How often one address of the network may ask open data in a minute, and for the whole of it. */
const readsPerMinute = 600;
const wholesPerMinute = 30;

/** A browser on any site may read what is open, without cookies, and see its tag. */
const openHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, link',
  'cross-origin-resource-policy': 'cross-origin',
};

/** What nothing here is for; the first may ask the lists of a standard. */
const changing = ['POST', 'PUT', 'PATCH', 'DELETE'];

const preflight = {
  'access-control-allow-headers': 'if-none-match, accept',
  'access-control-max-age': '86400',
};

/** Whether the asker holds what bears this tag. */
export const unchanged = (request: FastifyRequest, etag: string): boolean =>
  (request.headers['if-none-match'] ?? '')
    .split(',')
    .some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''));

const isWhole = (body: DataAnswer['body']): body is string | Uint8Array =>
  typeof body === 'string' || body instanceof Uint8Array;

const tagOf = ({ body }: DataAnswer): string | undefined => {
  if (!isWhole(body)) return body.mark && `W/"${body.mark}"`;
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 24)}"`;
};

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: DataAnswer,
  wholes: KeptWholes,
): Promise<void> {
  const { type, body, name } = answer;
  const etag = tagOf(answer);
  reply.header('cache-control', 'public, max-age=60, stale-while-revalidate=600');
  if (name) reply.header('content-disposition', name);
  if (etag) reply.header('etag', etag);
  if (etag && request.method !== 'POST' && unchanged(request, etag))
    return void (await reply.code(304).send());
  reply.type(type).header('vary', 'accept-encoding');
  if (isWhole(body)) return void (await reply.send(Buffer.from(body)));
  const { mark, pieces } = body;
  if (mark === undefined) return void (await reply.send(Readable.from(pieces, { objectMode: false })));
  const gzipped = encodingFor(request.headers['accept-encoding'], ['gzip']) && wholes.gzipped(mark);
  if (gzipped) return void (await reply.header('content-encoding', 'gzip').send(gzipped));
  await reply.send(wholes.body(mark, pieces));
}

/** The visitors on whose behalf open data is read: of the one centre that the address names, or of every one. */
async function visitorsOf(parts: ServerParts, request: FastifyRequest): Promise<Visit[] | undefined> {
  const slug = texts(request.params)['centre'];
  if (slug === undefined) return await parts.visitors();
  const visitor = await parts.visitorOf(slug);
  return visitor && [visitor];
}

/**
 * Registers addresses of open data, in a part of the server of their own: read from any origin, asked as a visitor whatever the cookies say, so that nothing
 * but what everybody may see can leave by them. One address of the network has one allowance for all lists and records,
 * and a smaller one for everything at once.
 */
export function registerData(app: FastifyInstance, parts: ServerParts, routes: readonly DataRoute[]): void {
  const limit = (max: number) => app.rateLimit({ max, timeWindow: '1 minute', keyGenerator: networkOf });
  const [forReads, forWholes] = [limit(readsPerMinute), limit(wholesPerMinute)];
  const wholes = keptWholes();
  const config = { document: true as const };

  // Parameters stand in the address; what else somebody sends is passed over.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, _body, done) => done(null));

  for (const route of routes) {
    const onRequest = route.whole === true ? forWholes : forReads;
    const allow = ['GET', 'HEAD', ...(route.post === true ? ['POST'] : []), 'OPTIONS'].join(', ');
    const read = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      reply.headers(openHeaders);
      const visitors = await visitorsOf(parts, request);
      if (!visitors) return await sendProblem(parts, request, reply, noSuchPage);
      const now = parts.clock.now();
      const outcome = await route.answer({
        params: texts(request.params),
        query: texts(request.query),
        // The address that the operator gave, where one is given: a header of the asker's names no address for others.
        base: (parts.secure && parts.place?.home) || `${request.protocol}://${request.host}`,
        now,
        today: dayInPoland(now),
        centres: visitors.map(({ centre, actor }) => ({ centre, ask: askAs(parts.runner, actor) })),
      });
      if (!outcome.ok) return await sendProblem(parts, request, reply, outcome.problem);
      await send(request, reply, outcome.value, wholes);
    };
    app.get(route.path, { config, onRequest }, read);
    if (route.post === true) app.post(route.path, { config, onRequest }, read);
    app.route({
      method: route.post === true ? changing.slice(1) : changing,
      url: route.path,
      config,
      onRequest,
      handler: async (request, reply) =>
        await sendProblem(parts, request, reply.headers({ ...openHeaders, allow }), onlyRead, 405),
    });
    app.options(
      route.path,
      { config },
      async (_request, reply) =>
        await reply
          .headers({ ...openHeaders, ...preflight, 'access-control-allow-methods': allow })
          .code(204)
          .send(),
    );
  }
}
