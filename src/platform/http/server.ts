import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type RouteShorthandOptions,
} from 'fastify';
import { addressIn, readAddress } from '../../lang.ts';
import { readerFor } from '../database/tenant.ts';
import { cameFromElsewhere, noSuchPage, sendFault, sendProblem } from './answers.ts';
import { registerApi } from './api.ts';
import { readForm } from './body.ts';
import { registerData } from './data.ts';
import { saveDraft } from './drafts.ts';
import { cameFrom, draftOwner, exchangeOf, foreignOrigin, placeOf, texts, visitOf } from './exchange.ts';
import { type Limits, limitsOf, perMinute } from './limits.ts';
import { privateSearchPath, sealedAddress } from './private-query.ts';
import { carryOn, runForm, sendFile, showPage } from './handlers.ts';
import { goOn } from './hop.ts';
import { packed, sendPacked } from './packed.ts';
import type { ServerParts, Visit } from './parts.ts';
import type { DataRoute, FormRoute, Route } from './route.ts';

const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; object-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  // What may be kept says so itself; whatever forgets to say is kept nowhere.
  'cache-control': 'no-store',
};

/** Two years, as the lists of browsers ask; only behind TLS, where it can be kept. */
const onlyByTls = { 'strict-transport-security': 'max-age=63072000; includeSubDomains' };

/** A request that is not all here by then is cut off: 20 MB over a slow line take two minutes. */
const slowestRequestMs = 300_000;

/** Names that pages give their drafts: paths, ids and words. */
const draftName = /^[\x20-\x7e]{1,200}$/;

/** Answers that turn somebody away at the gate: a broken request, a foreign origin, too large, too often. */
const turnedAway: ReadonlySet<number> = new Set([400, 403, 413, 415, 429]);

/** What a robot would read one after the other. Style and pictures belong to a page; open data have their own limit. */
const isPage = ({ method, url, routeOptions }: FastifyRequest): boolean =>
  ['GET', 'HEAD'].includes(method) && !url.startsWith('/assets/') && routeOptions.config.document !== true;

/** The visit a route needs; undefined when the answer (sign in, no such centre) was already sent. */
async function enter(
  parts: ServerParts,
  route: Exclude<Route, DataRoute>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Visit | undefined> {
  const visit = await visitOf(parts, request);
  const slug = texts(request.params)['centre'];
  if (route.door === 'staff') {
    // Own pages stand under the centre of the account: those of another centre are not there.
    if (visit && slug !== undefined && visit.centre.slug !== slug) {
      await sendProblem(parts, request, reply, noSuchPage);
      return undefined;
    }
    // On a detour forms and hops go on as the visitor that the account then is.
    const passes = route.kind === 'form' || route.kind === 'hop';
    const { lang, path } = placeOf(request);
    if (visit && (visit.detour === undefined || visit.detour === path || passes)) return visit;
    const wanted = request.method === 'GET' ? request.originalUrl : (cameFrom(request) ?? '/praca');
    const door = `/logowanie?powrot=${encodeURIComponent(wanted)}`;
    await reply.redirect(addressIn(lang, visit?.detour ?? door), 303);
    return undefined;
  }
  if (visit && (slug === undefined || visit.centre.slug === slug)) return visit;
  const visitor = slug === undefined ? undefined : await parts.visitorOf(slug);
  if (!visitor) await sendProblem(parts, request, reply, noSuchPage);
  return visitor;
}

const limitOf = ({ guess, anonymous }: Limits, { command, door }: FormRoute): RouteShorthandOptions => {
  if (command.guess) return guess;
  return door === 'public' ? anonymous : {};
};

/** Builds the web server: every route of every module, the API, the assets, and one mapper of problems. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const headers = parts.secure ? { ...securityHeaders, ...onlyByTls } : securityHeaders;
  const app = Fastify({
    logger: false,
    // Believing every X-Forwarded-For would let anybody choose the address that limits count by.
    trustProxy: parts.secure ? (parts.proxies ?? 'loopback') : false,
    requestTimeout: slowestRequestMs,
    bodyLimit: 1024 * 1024,
    // One route serves a page in every language; `placeOf` reads the language from the address as it was asked for.
    rewriteUrl: ({ url = '/' }) => readAddress(url).address,
    routerOptions: { maxParamLength: 200 },
    // What the router cannot read (a broken percent sign) never reaches the hooks below.
    frameworkErrors: (error, request, reply) => {
      reply.headers(headers);
      void sendFault(parts, request, reply, error);
    },
  });
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: 1024 * 1024 });
  await app.register(multipart, {
    limits: { fileSize: 20 * 1024 * 1024, files: 5, fields: 200, fieldSize: 100_000 },
  });
  await app.register(rateLimit, { global: false });

  const limits = limitsOf(parts);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers);
    // Open data is asked as a visitor whatever the cookies say: there is nothing that a foreign page could do.
    const open = request.routeOptions.config.document === true;
    if (!open && !['GET', 'HEAD', 'OPTIONS'].includes(request.method) && foreignOrigin(request))
      await sendProblem(parts, request, reply, cameFromElsewhere);
    else if (isPage(request)) await limits.admitsReading(request, reply);
  });
  // Where and how, once a minute each: a flood must not fill the log, and who it was the proxy knows.
  const firstOfMinute = perMinute(1, parts.clock);
  app.addHook('onResponse', async ({ method, routeOptions: { url: route } }, { statusCode: refused }) => {
    if (turnedAway.has(refused) && firstOfMinute(`${refused} ${method} ${route}`))
      parts.report({ refused, method, route });
    await Promise.resolve();
  });
  app.setNotFoundHandler(async (request, reply) => await sendProblem(parts, request, reply, noSuchPage));
  app.setErrorHandler(
    async (error: Error & { statusCode?: number }, request, reply) =>
      await sendFault(parts, request, reply, error),
  );

  for (const [path, asset] of parts.assets) {
    const body = packed(asset.body);
    app.get(path, async (request, reply) => {
      reply.header('cache-control', 'public, max-age=31536000, immutable').type(asset.type);
      if (!/^(text|image\/svg)/.test(asset.type)) return await reply.send(body.plain);
      await sendPacked(request, reply.header('vary', 'accept-encoding'), body);
    });
  }

  await app.register((open, _options, done) => {
    registerData(
      open,
      parts,
      parts.routes.filter((route) => route.kind === 'data'),
    );
    done();
  });
  for (const route of parts.routes) {
    if (route.kind === 'data') continue;
    const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      const visit = await enter(parts, route, request, reply);
      if (!visit) return;
      if (route.kind === 'form' && !(await limits.admits(visit, request, reply))) return;
      // Nothing is written: it counts as a page that is read.
      if (route.kind === 'carry' && !(await limits.admitsReading(request, reply))) return;
      const exchange = exchangeOf(parts, request, reply, visit);
      if (route.kind === 'page') await showPage(parts, route, exchange);
      else if (route.kind === 'form') await runForm(parts, route, exchange);
      else if (route.kind === 'carry') await carryOn(parts, route, exchange);
      else if (route.kind === 'hop') await goOn(parts, route, exchange);
      else await sendFile(parts, route, exchange);
    };
    if (route.kind === 'form') app.post(route.path, limitOf(limits, route), handler);
    else if (route.kind === 'carry') app.post(route.path, handler);
    else if (route.kind === 'file' && route.typed) app.post(route.path, limits.anonymous, handler);
    else if (route.kind === 'hop') app.get(route.path, limits.guess, handler);
    else app.get(route.path, handler);
  }

  // The form that saves itself: called by autosave.js, answered with the time of the save.
  app.post('/szkic', limits.anonymous, async (request, reply) => {
    const sent = await readForm(request);
    const { _draft: name, _centre: slug } = sent.values;
    const visit =
      (await visitOf(parts, request)) ?? (typeof slug === 'string' ? await parts.visitorOf(slug) : undefined);
    const owner = visit ? draftOwner(parts, { request, reply, visit }, true) : undefined;
    if (visit && !(await limits.admits(visit, request, reply))) return await reply;
    if (!owner || typeof name !== 'string' || !draftName.test(name))
      return await reply.code(422).send({ saved: false });
    await saveDraft(readerFor(parts.pool, owner.centreId), parts.vault, owner, name, sent.values);
    return await reply.send({ saved: true, at: parts.clock.now() });
  });

  // A search whose words may be a PESEL: the results have an address that does not show them.
  app.post(privateSearchPath, async (request, reply) => {
    const visit = await visitOf(parts, request);
    if (!visit) return await reply.redirect('/logowanie', 303);
    const { values } = await readForm(request);
    return await reply.redirect(sealedAddress(parts.vault, visit, values), 303);
  });

  registerApi(app, parts, limits);
  return app;
}
