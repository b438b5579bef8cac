import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { addressIn, readAddress } from '../../lang.ts';
import { dayInPoland } from '../clock.ts';
import type { DraftOwner } from './drafts.ts';
import type { ServerParts, Visit } from './parts.ts';
import { openQuery } from './private-query.ts';
import type { PageRequest, Place } from './route.ts';

/** One request with its answer and the visit behind it: what every handler is given. */
export interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
  visit: Visit;
  page: PageRequest;
}

/** Behind TLS a cookie is bound to this host and to TLS by its name (RFC 6265bis, 4.1.3.2): no neighbour can plant one. */
const hostOnly = '__Host-';
const cookieNames = { session: 'okienko', draft: 'okienko_szkic', kept: 'okienko_krok' } as const;
const cookieName = ({ secure }: Pick<ServerParts, 'secure'>, which: keyof typeof cookieNames): string =>
  `${secure ? hostOnly : ''}${cookieNames[which]}`;

/** The session's token as the browser sent it. */
export const sentSession = (
  parts: Pick<ServerParts, 'secure'>,
  request: FastifyRequest,
): string | undefined => request.cookies[cookieName(parts, 'session')];

/** 18 random bytes; what is not of this shape did not come from us. */
const visitorPattern = /^[\w-]{24}$/;

/** Parameters of a path or a query as texts; a name sent twice counts once. */
export const texts = (source: unknown): Record<string, string> =>
  typeof source === 'object' && source !== null
    ? Object.fromEntries(
        Object.entries(source).map(([name, value]) => [
          name,
          Array.isArray(value) ? String(value[0]) : String(value),
        ]),
      )
    : {};

/** Where a request stands. The server takes the language off before it looks for the route: see `rewriteUrl`. */
export function placeOf(request: FastifyRequest): Place {
  const { lang, address } = readAddress(request.originalUrl);
  const path = address.split('?')[0] ?? '/';
  if (request.method === 'GET' || request.method === 'HEAD') return { lang, path, address };
  return { lang, path, address: readAddress(cameFrom(request) ?? path).address };
}

/** The request as pages and forms see it. */
export function exchangeOf(
  parts: ServerParts,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
): Exchange {
  const now = parts.clock.now();
  const { lang } = placeOf(request);
  const agent = request.headers['user-agent'];
  const kept = request.cookies[cookieName(parts, 'kept')];
  const page = {
    ...(agent ? { agent } : {}),
    ...(kept ? { kept } : {}),
    params: texts(request.params),
    ...openQuery(parts.vault, visit, texts(request.query), now),
    actor: visit.actor,
    lang,
    centre: { ...visit.centre, home: addressIn(lang, `/${visit.centre.slug}`) },
    now,
    today: dayInPoland(now),
  };
  return { request, reply, visit, page };
}

/** The session behind a request, by its cookie or bearer token. */
export async function visitOf(parts: ServerParts, request: FastifyRequest): Promise<Visit | undefined> {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const token = bearer ?? sentSession(parts, request);
  return token && token.length <= 200 ? await parts.identify(token) : undefined;
}

/** A form or an API change must come from our own pages: browsers say where from, and cannot be made to lie. */
export function foreignOrigin(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (typeof site === 'string' && site !== 'same-origin' && site !== 'none') return true;
  const { origin } = request.headers;
  return origin !== undefined && URL.parse(origin)?.host !== request.headers.host;
}

/** The page of ours that a form was sent from; undefined where the browser does not say. */
export function cameFrom(request: FastifyRequest): string | undefined {
  const referer = URL.parse(request.headers.referer ?? '');
  // A path that begins with two slashes is, to a browser, another site.
  return referer && referer.host === request.headers.host && !referer.pathname.startsWith('//')
    ? `${referer.pathname}${referer.search}`
    : undefined;
}

/** Begins (token) or ends (null) the session in the browser. */
export function setSession(parts: ServerParts, reply: FastifyReply, token: string | null): void {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: parts.secure } as const;
  const name = cookieName(parts, 'session');
  if (token !== null) return void reply.setCookie(name, token, options);
  // No Clear-Site-Data: no page of work is kept (no-store), a tablet's unsent answers are, and clearing a cache takes seconds.
  reply.clearCookie(name, options);
}

/** Gives this browser something to keep for ten minutes until the next step of a hop; null: it may forget it. */
export function keepForNextStep(parts: ServerParts, reply: FastifyReply, kept: string | null): void {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: parts.secure } as const;
  const name = cookieName(parts, 'kept');
  if (kept === null) reply.clearCookie(name, options);
  else reply.setCookie(name, kept, { ...options, maxAge: 600 });
}

/** Whose drafts: the account's, or a visitor's known only by a random cookie, which `create` gives when it is missing. */
export function draftOwner(
  parts: ServerParts,
  { request, reply, visit }: Pick<Exchange, 'request' | 'reply' | 'visit'>,
  create: boolean,
): DraftOwner | undefined {
  // Whoever inspects writes nothing here, not even a form that is never sent.
  if (visit.actor.roles.includes('inspector')) return undefined;
  const owner = { centreId: visit.centre.id, accountId: visit.actor.accountId };
  if (visit.signedIn) return owner;
  const sent = request.cookies[cookieName(parts, 'draft')];
  const known = sent !== undefined && visitorPattern.test(sent) ? sent : undefined;
  if (known || !create) return known ? { ...owner, visitor: known } : undefined;
  const visitor = randomBytes(18).toString('base64url');
  reply.setCookie(cookieName(parts, 'draft'), visitor, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: parts.secure,
    maxAge: 30 * 24 * 3600,
  });
  return { ...owner, visitor };
}
