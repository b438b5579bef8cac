import { randomBytes } from 'node:crypto';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { dayInPoland } from '../clock.ts';
import { readerFor } from '../database/tenant.ts';
import { newId } from '../ids.ts';
import { pl } from '../pl.ts';
import type { Outcome, Problem } from '../runner/outcome.ts';
import { registerApi } from './api.ts';
import type { ServerParts, Visit } from './parts.ts';
import { inputOf, readForm } from './body.ts';
import { type DraftOwner, dropDraft, findDraft, saveDraft } from './drafts.ts';
import type { FormValues } from './form-data.ts';
import { problemDocument, statusOf } from './problem.ts';
import {
  askAs,
  type FileRoute,
  type FormRoute,
  type FormState,
  type PageContext,
  type PageRequest,
  type PageRoute,
  type Route,
  type View,
} from './route.ts';

const sessionCookie = 'okienko';
const draftCookie = 'okienko_szkic';

const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

const texts = (source: unknown): Record<string, string> =>
  typeof source === 'object' && source !== null
    ? Object.fromEntries(
        Object.entries(source).map(([name, value]) => [
          name,
          Array.isArray(value) ? String(value[0]) : String(value),
        ]),
      )
    : {};

/** A form or an API change must come from our own pages: browsers say where from, and cannot be made to lie. */
function foreignOrigin(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (typeof site === 'string' && site !== 'same-origin' && site !== 'none') return true;
  const { origin } = request.headers;
  if (origin === undefined) return false;
  try {
    return new URL(origin).host !== request.headers.host;
  } catch {
    return true;
  }
}

/** The page of ours that a form was sent from; the first page where the browser does not say. */
function cameFrom(request: FastifyRequest): string {
  const referer = URL.parse(request.headers.referer ?? '');
  return referer?.host === request.headers.host
    ? `${referer?.pathname ?? '/'}${referer?.search ?? ''}`
    : '/praca';
}

/** Builds the web server: every route of every module, the API, the assets, and one mapper of problems. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    trustProxy: parts.secure,
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
  });
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: 1024 * 1024 });
  await app.register(multipart, {
    limits: { fileSize: 20 * 1024 * 1024, files: 5, fields: 200, fieldSize: 100_000 },
  });
  await app.register(rateLimit, { global: false });

  app.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders);
    if (request.method !== 'GET' && request.method !== 'HEAD' && foreignOrigin(request))
      await sendProblem(request, reply, {
        kind: 'forbidden',
        code: 'http.foreign-origin',
        words: pl.problems.foreignOrigin,
      });
  });

  const visitOf = async (request: FastifyRequest): Promise<Visit | undefined> => {
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const token = bearer ?? request.cookies[sessionCookie];
    return token ? await parts.identify(token) : undefined;
  };

  const sendProblem = async (
    request: FastifyRequest,
    reply: FastifyReply,
    problem: Problem & { incident?: string },
    status = statusOf(problem),
  ): Promise<void> => {
    reply.code(status).header('cache-control', 'no-store');
    if (request.url.startsWith('/api/'))
      await reply.type('application/problem+json').send(
        JSON.stringify({
          ...problemDocument(problem),
          status,
          ...(problem.incident ? { incident: problem.incident } : {}),
        }),
      );
    else
      await reply
        .type('text/html; charset=utf-8')
        .send(parts.problemPage(problem, status, await visitOf(request).catch(() => undefined), request.url));
  };

  app.setNotFoundHandler(
    async (request, reply) =>
      await sendProblem(request, reply, {
        kind: 'not_found',
        code: 'http.no-such-page',
        words: pl.problems.notFound,
      }),
  );

  app.setErrorHandler(async (error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status === 413)
      return await sendProblem(
        request,
        reply,
        { kind: 'invalid', code: 'http.too-large', words: pl.problems.tooLarge },
        413,
      );
    if (status === 429)
      return await sendProblem(
        request,
        reply,
        { kind: 'refused', code: 'http.too-many', words: pl.problems.tooMany },
        429,
      );
    if (status >= 400 && status < 500)
      return await sendProblem(
        request,
        reply,
        { kind: 'invalid', code: 'http.malformed', words: pl.problems.malformed },
        status,
      );
    const incident = newId();
    // The page names the incident; the log has the rest, without the request's body.
    process.stderr.write(
      `${JSON.stringify({ at: parts.clock.now(), incident, method: request.method, route: request.routeOptions.url, error: error.stack })}\n`,
    );
    return await sendProblem(
      request,
      reply,
      { kind: 'refused', code: 'http.fault', words: pl.problems.fault, incident },
      500,
    );
  });

  for (const [path, asset] of parts.assets)
    app.get(
      path,
      async (_request, reply) =>
        await reply
          .header('cache-control', 'public, max-age=31536000, immutable')
          .type(asset.type)
          .send(typeof asset.body === 'string' ? asset.body : Buffer.from(asset.body)),
    );

  /** The visit a route needs, or undefined when the answer (sign in, no such centre) was already sent. */
  const enter = async (
    route: Route,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Visit | undefined> => {
    const visit = await visitOf(request);
    const slug = texts(request.params)['centre'];
    if (route.door === 'staff') {
      if (visit && (visit.detour === undefined || visit.detour === route.path || route.kind === 'form'))
        return visit;
      await reply.redirect(
        visit?.detour ??
          `/logowanie?powrot=${encodeURIComponent(request.method === 'GET' ? request.url : cameFrom(request))}`,
        303,
      );
      return undefined;
    }
    if (visit && (slug === undefined || visit.centre.slug === slug)) return visit;
    const visitor = slug === undefined ? undefined : await parts.visitorOf(slug);
    if (!visitor)
      await sendProblem(request, reply, {
        kind: 'not_found',
        code: 'http.no-such-page',
        words: pl.problems.notFound,
      });
    return visitor;
  };

  const pageRequest = (request: FastifyRequest, visit: Visit): PageRequest => {
    const now = parts.clock.now();
    return {
      params: texts(request.params),
      query: texts(request.query),
      actor: visit.actor,
      centre: visit.centre,
      now,
      today: dayInPoland(now),
    };
  };

  const draftOwner = (
    request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
    create: boolean,
  ): DraftOwner | undefined => {
    const owner = { centreId: visit.centre.id, accountId: visit.actor.accountId };
    if (visit.signedIn) return owner;
    let visitor = request.cookies[draftCookie];
    if (!visitor && create) {
      visitor = randomBytes(18).toString('base64url');
      reply.setCookie(draftCookie, visitor, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: parts.secure,
        maxAge: 30 * 24 * 3600,
      });
    }
    return visitor ? { ...owner, visitor } : undefined;
  };

  const sendView = async (
    reply: FastifyReply,
    outcome: Outcome<View>,
    context: PageContext,
    visit: Visit,
    request: FastifyRequest,
    status: number,
  ): Promise<void> => {
    if (!outcome.ok) return await sendProblem(request, reply, outcome.problem);
    await reply
      .code(status)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(parts.frame(outcome.value, context, visit));
  };

  const showPage = async (
    route: PageRoute,
    request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
  ): Promise<void> => {
    const page = pageRequest(request, visit);
    const form: FormState = { values: {}, errors: {}, once: newId() };
    if (route.draft) {
      form.draft = route.draft(page);
      const owner = draftOwner(request, reply, visit, false);
      const draft = owner
        ? await findDraft(readerFor(parts.pool, visit.centre.id), owner, form.draft)
        : undefined;
      if (draft) Object.assign(form, { values: draft.values, draftSavedAt: draft.savedAt });
    }
    const done = page.query['zrobione'];
    const context: PageContext = {
      ...page,
      titleOf: parts.titleOf,
      path: request.url.split('?')[0] ?? '/',
      form,
      ...(done ? { done } : {}),
    };
    await sendView(
      reply,
      await route.show(askAs(parts.runner, visit.actor), page, context),
      context,
      visit,
      request,
      200,
    );
  };

  const runForm = async (
    route: FormRoute,
    request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
  ): Promise<void> => {
    const page = pageRequest(request, visit);
    const sent = await readForm(request);
    const meta = (name: string): string | undefined =>
      typeof sent.values[name] === 'string' && sent.values[name] !== '' ? sent.values[name] : undefined;
    const draft = route.page.draft?.(page);
    if (meta('_intent') === 'draft' && draft) {
      const owner = draftOwner(request, reply, visit, true);
      if (owner) await saveDraft(readerFor(parts.pool, visit.centre.id), owner, draft, sent.values);
      await reply.redirect(
        `${request.headers.referer ? new URL(request.headers.referer).pathname : route.page.path}?zrobione=draft.save`,
        303,
      );
      return;
    }
    const version = meta('_version');
    const envelope = { once: meta('_once'), version: version === undefined ? undefined : Number(version) };
    const outcome = await parts.runner.run(
      route.command,
      visit.actor,
      route.input(inputOf(sent), page),
      envelope,
    );
    const next = outcome.ok ? route.next(outcome.value, page) : { problem: outcome.problem };
    const path = request.url.split('?')[0] ?? '/';
    if (typeof next === 'string' || !('problem' in next)) {
      const owner = draft ? draftOwner(request, reply, visit, false) : undefined;
      if (owner && draft) await dropDraft(readerFor(parts.pool, visit.centre.id), owner, draft);
      if (typeof next !== 'string' && 'view' in next) {
        const context: PageContext = {
          ...page,
          titleOf: parts.titleOf,
          path,
          form: { values: {}, errors: {}, once: newId() },
          done: route.command.name,
        };
        return await sendView(reply, { ok: true, value: next.view }, context, visit, request, 200);
      }
      const location = typeof next === 'string' ? next : next.location;
      if (typeof next !== 'string') setSession(reply, next.session);
      const [target = '/', anchor] = location.split('#');
      await reply.redirect(
        `${target}${target.includes('?') ? '&' : '?'}zrobione=${route.command.name}${anchor ? `#${anchor}` : ''}`,
        303,
      );
      return;
    }
    const { problem } = next;
    if (problem.kind === 'forbidden' || problem.kind === 'not_found')
      return await sendProblem(request, reply, problem);
    const values: FormValues = sent.values;
    const form: FormState = {
      command: route.command.name,
      values,
      errors: problem.fields ?? {},
      problem,
      once: envelope.once ?? newId(),
      ...(draft ? { draft } : {}),
    };
    const context: PageContext = { ...page, titleOf: parts.titleOf, path, form };
    await sendView(
      reply,
      await route.page.show(askAs(parts.runner, visit.actor), page, context),
      context,
      visit,
      request,
      statusOf(problem),
    );
  };

  const setSession = (reply: FastifyReply, token: string | null): void => {
    const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: parts.secure } as const;
    if (token === null) reply.clearCookie(sessionCookie, options);
    else reply.setCookie(sessionCookie, token, options);
  };

  const sendFile = async (
    route: FileRoute,
    request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
  ): Promise<void> => {
    const sent = await route.send(askAs(parts.runner, visit.actor), pageRequest(request, visit));
    if (!sent.ok) return await sendProblem(request, reply, sent.problem);
    const { type, body, name, cache } = sent.value;
    if (name) reply.header('content-disposition', name);
    await reply
      .header('cache-control', cache ?? 'no-store')
      .type(type)
      .send(typeof body === 'string' ? body : Buffer.from(body));
  };

  // Anonymous writes and sign-in tries are limited per address; a worker's are not.
  const limited = { config: { rateLimit: { max: parts.publicWritesPerMinute, timeWindow: '1 minute' } } };

  for (const route of parts.routes) {
    const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      const visit = await enter(route, request, reply);
      if (!visit) return;
      if (route.kind === 'page') await showPage(route, request, reply, visit);
      else if (route.kind === 'form') await runForm(route, request, reply, visit);
      else await sendFile(route, request, reply, visit);
    };
    if (route.kind === 'form') app.post(route.path, route.door === 'public' ? limited : {}, handler);
    else app.get(route.path, handler);
  }

  // The form that saves itself: called by autosave.js, answered with the time of the save.
  app.post('/szkic', limited, async (request, reply) => {
    const sent = await readForm(request);
    const name = sent.values['_draft'];
    const slug = sent.values['_centre'];
    const visit =
      (await visitOf(request)) ?? (typeof slug === 'string' ? await parts.visitorOf(slug) : undefined);
    const owner = visit ? draftOwner(request, reply, visit, true) : undefined;
    if (!owner || typeof name !== 'string' || name.length > 200)
      return await reply.code(422).send({ saved: false });
    await saveDraft(readerFor(parts.pool, owner.centreId), owner, name, sent.values);
    return await reply.send({ saved: true, at: parts.clock.now() });
  });

  registerApi(app, parts, visitOf, sendProblem);
  return app;
}
