import { Readable } from 'node:stream';
import { readerFor } from '../database/tenant.ts';
import { unfitFiles } from '../files/scan.ts';
import { newId } from '../ids.ts';
import { type Outcome, type Problem, unproved } from '../runner/outcome.ts';
import { noSuchPage, notHere, sendProblem } from './answers.ts';
import { inputOf, readForm, type SentForm } from './body.ts';
import { carryingAddress } from './carry.ts';
import { dropDraft, findDraft, saveDraft } from './drafts.ts';
import { cameFrom, draftOwner, type Exchange, keepForNextStep, placeOf, setSession } from './exchange.ts';
import type { ServerParts } from './parts.ts';
import { asking, prove, waitingForm } from './proof.ts';
import { sealedAddress, searchedPage } from './private-query.ts';
import { robot } from './answers.ts';
import { problemIn, statusOf } from './problem.ts';
import { unchanged } from './data.ts';
import { keptAddress, keptForSeconds } from './kept-pages.ts';
import { packed, sendPacked } from './packed.ts';
import {
  askAs,
  type CarryRoute,
  type FileRoute,
  type FormRoute,
  type FormState,
  type Keep,
  type PageContext,
  type PageRoute,
  type View,
} from './route.ts';

const contextOf = (
  parts: ServerParts,
  { request, page }: Exchange,
  form: FormState,
  done?: string,
): PageContext => ({
  ...page,
  titleOf: parts.titleOf,
  ...placeOf(request),
  form,
  ...(done ? { done } : {}),
});

const blankForm = (): FormState => ({ values: {}, errors: {}, once: newId() });

/** An address that names what cannot be (a malformed id, a number that is none) leads nowhere: no form can be corrected. */
function ofAddress(problem: Problem, { params, query }: Exchange['page']): Problem {
  const fields = Object.keys(problem.fields ?? {});
  const inAddress = (field: string): boolean => field in params || (field.endsWith('Id') && field in query);
  return problem.kind === 'invalid' && fields.some(inAddress) ? noSuchPage : problem;
}

/** A read that is dangerous leads to the proof and from there back; every other problem is told. */
async function sendRefused(
  parts: ServerParts,
  { request, reply, page }: Exchange,
  problem: Problem,
): Promise<void> {
  if (problem.kind === 'unproved' && parts.proof && request.method === 'GET')
    return await reply.redirect(
      `${parts.proof.page.path}?powrot=${encodeURIComponent(request.originalUrl)}`,
      303,
    );
  await sendProblem(parts, request, reply, ofAddress(problem, page));
}

async function sendView(
  parts: ServerParts,
  { request, reply, visit, page }: Exchange,
  outcome: Outcome<View>,
  context: PageContext,
  status: number,
): Promise<void> {
  if (!outcome.ok) return await sendRefused(parts, { request, reply, visit, page }, outcome.problem);
  if (outcome.value.forward) {
    await reply.redirect(outcome.value.forward, 303);
    return;
  }
  const html = parts.frame(outcome.value, context, visit);
  reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8');
  // What a signed-in person reads is not compressed: how short it gets would tell what stands in it.
  if (visit.signedIn) await reply.send(Buffer.from(html));
  else await sendPacked(request, reply, packed(html));
}

/**
 * Shows a page that every visitor sees alike, from memory where it is; false when this one may not be kept: it was asked
 * for in a way of its own, something is wrong, or it took a key for a form.
 */
async function showKept(
  parts: ServerParts,
  keep: Keep,
  route: PageRoute,
  exchange: Exchange,
): Promise<boolean> {
  const { request, reply, visit, page } = exchange;
  const address = keptAddress(keep, page, request.originalUrl);
  if (address === undefined) return false;
  const kept = await parts.kept.page({ centreId: visit.centre.id, address, keep }, async () => {
    let keyTaken = false;
    const { once } = blankForm();
    const form = {
      values: {},
      errors: {},
      get once() {
        keyTaken = true;
        return once;
      },
    };
    const context = contextOf(parts, exchange, form);
    const shown = await route.show(askAs(parts.runner, visit.actor), page, context);
    const html = shown.ok ? parts.frame(shown.value, context, visit) : undefined;
    return keyTaken ? undefined : html;
  });
  if (!kept) return false;
  reply
    .header('cache-control', `public, max-age=${keptForSeconds}`)
    .header('vary', 'cookie, accept-encoding')
    .header('etag', kept.etag);
  if (unchanged(request, kept.etag)) await reply.code(304).send();
  else await sendPacked(request, reply.type('text/html; charset=utf-8'), kept.body);
  return true;
}

/** Shows a page, with the draft of its form if one was saved. */
export async function showPage(parts: ServerParts, route: PageRoute, exchange: Exchange): Promise<void> {
  const { keep } = route;
  if (keep && !exchange.visit.signedIn && (await showKept(parts, keep, route, exchange))) return;
  const { visit, page } = exchange;
  const form = blankForm();
  const name = route.draft?.(page);
  const owner = name === undefined ? undefined : draftOwner(parts, exchange, false);
  const draft =
    owner && name
      ? await findDraft(readerFor(parts.pool, visit.centre.id), parts.vault, owner, name)
      : undefined;
  const state: FormState = {
    ...form,
    ...(name ? { draft: name } : {}),
    ...(draft ? { values: draft.values, draftSavedAt: draft.savedAt } : {}),
  };
  const context = contextOf(parts, exchange, state, page.query['zrobione']);
  await sendView(
    parts,
    exchange,
    await route.show(askAs(parts.runner, visit.actor), page, context),
    context,
    200,
  );
}

const meta = (sent: SentForm, name: string): string | undefined => {
  const value = sent.values[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

const announced = (location: string, command: string): string => {
  const [target = '/', anchor] = location.split('#');
  return `${target}${target.includes('?') ? '&' : '?'}zrobione=${command}${anchor ? `#${anchor}` : ''}`;
};

/** The same page again: what was typed, what is wrong, nothing lost. */
async function showAgain(
  parts: ServerParts,
  route: FormRoute,
  exchange: Exchange,
  sent: SentForm,
  problem: Problem,
  draft: string | undefined,
): Promise<void> {
  const { request, reply, visit, page } = exchange;
  const found = ofAddress(problem, page);
  if (found.kind === 'forbidden' || found.kind === 'not_found')
    return await sendProblem(parts, request, reply, found);
  const said = problemIn(parts.translate, page.lang, problem);
  const form: FormState = {
    command: route.command.name,
    values: sent.values,
    errors: said.fields ?? {},
    problem: said,
    once: meta(sent, '_once') ?? newId(),
    ...(draft ? { draft } : {}),
  };
  const context = contextOf(parts, exchange, form);
  const view = await route.page.show(askAs(parts.runner, visit.actor), page, context);
  await sendView(parts, exchange, view, context, statusOf(problem));
}

/** Asks for a proof of who sits there; the form that was being sent waits in the page. */
async function askProof(
  parts: ServerParts,
  exchange: Exchange,
  sent: SentForm,
  problem?: Problem,
): Promise<void> {
  const { proof } = parts;
  if (!proof) return await sendProblem(parts, exchange.request, exchange.reply, unproved);
  const context = contextOf(parts, exchange, asking(parts, exchange, sent, problem));
  const view = await proof.page.show(askAs(parts.runner, exchange.visit.actor), exchange.page, context);
  await sendView(parts, exchange, view, context, statusOf(problem ?? unproved));
}

/** A form that waited for a proof goes on when the proof is good; any other form goes on as it is. */
export async function runForm(parts: ServerParts, route: FormRoute, exchange: Exchange): Promise<void> {
  const sent = await readForm(exchange.request);
  const { proof } = parts;
  if (!proof || !exchange.visit.signedIn || meta(sent, waitingForm) === undefined)
    return await runSent(parts, route, exchange, sent);
  const proved = await prove(parts, proof, exchange, sent);
  if (!proved) return await sendProblem(parts, exchange.request, exchange.reply, unproved);
  if ('problem' in proved) return await askProof(parts, exchange, sent, proved.problem);
  await runSent(parts, route, proved.exchange, proved.sent);
}

/** Runs a form's command, or keeps its draft where the person asked for no more. */
async function runSent(
  parts: ServerParts,
  route: FormRoute,
  exchange: Exchange,
  sent: SentForm,
): Promise<void> {
  const { request, reply, visit, page } = exchange;
  const draft = route.page.draft?.(page);
  const db = readerFor(parts.pool, visit.centre.id);
  const intent = meta(sent, '_intent');
  if (draft && (intent === 'draft' || intent === 'search')) {
    const owner = draftOwner(parts, exchange, true);
    if (owner) await saveDraft(db, parts.vault, owner, draft, sent.values);
    const home = visit.signedIn ? '/praca' : page.centre.home;
    const back = cameFrom(request)?.split('?')[0] ?? home;
    const sought = intent === 'search' && visit.signedIn ? route.page.sought?.(sent.values) : undefined;
    const target = sought
      ? sealedAddress(parts.vault, visit, { ...sought, [searchedPage]: request.url.split('?')[0] ?? back })
      : announced(back, 'draft.save');
    await reply.redirect(target, 303);
    return;
  }
  // Nobody sees this field (ui/form.tsx, `trap`): what is written in it was written by a program.
  if (!visit.signedIn && meta(sent, '_strona') !== undefined)
    return await showAgain(parts, route, exchange, sent, robot, draft);
  const unfit = await unfitFiles(
    parts,
    Object.values(sent.files).map(({ content }) => content),
  );
  if (unfit) return await showAgain(parts, route, exchange, sent, unfit, draft);
  const version = meta(sent, '_version');
  const envelope = {
    once: meta(sent, '_once'),
    version: version === undefined ? undefined : Number(version),
  };
  const outcome = await parts.runner.run(
    route.command,
    visit.actor,
    route.input(inputOf(sent), page),
    envelope,
  );
  if (!outcome.ok && outcome.problem.kind === 'unproved') return await askProof(parts, exchange, sent);
  const next = outcome.ok ? route.next(outcome.value, page) : { problem: outcome.problem };
  if (typeof next !== 'string' && 'problem' in next)
    return await showAgain(parts, route, exchange, sent, next.problem, draft);
  const owner = draft ? draftOwner(parts, exchange, false) : undefined;
  if (owner && draft) await dropDraft(db, owner, draft);
  if (typeof next !== 'string' && 'view' in next) {
    const context = contextOf(parts, exchange, blankForm(), route.command.name);
    return await sendView(parts, exchange, { ok: true, value: next.view }, context, 200);
  }
  if (typeof next !== 'string') {
    setSession(parts, reply, next.session);
    if (next.keep !== undefined) keepForNextStep(parts, reply, next.keep);
  }
  await reply.redirect(announced(typeof next === 'string' ? next : next.location, route.command.name), 303);
}

/** Carries what was typed on to the page that reads it. */
export async function carryOn(
  parts: ServerParts,
  route: CarryRoute,
  { request, reply, visit, page }: Exchange,
): Promise<void> {
  const { path, carried } = route.to((await readForm(request)).values, page);
  const { centreId } = visit.actor;
  await reply
    .header('cache-control', 'no-store')
    .redirect(carryingAddress(parts.vault, { centreId, now: page.now }, path, carried), 303);
}

/** Sends a file or feed. */
export async function sendFile(
  parts: ServerParts,
  route: FileRoute,
  { request, reply, visit, page }: Exchange,
): Promise<void> {
  const typed = route.typed ? (await readForm(request)).values : {};
  const sent = await route.send(askAs(parts.runner, visit.actor), page, typed);
  if (!sent.ok) return await sendRefused(parts, { request, reply, visit, page }, sent.problem);
  const { type, body, name, cache } = sent.value;
  const kept = typeof body === 'object' && 'kept' in body ? body : undefined;
  const pieces = kept && parts.keptFile?.(kept.kept);
  if (kept && !pieces) return await sendProblem(parts, request, reply, notHere);
  if (name) reply.header('content-disposition', name);
  reply.header('cache-control', cache ?? 'no-store').type(type);
  if (kept && pieces)
    await reply.header('content-length', kept.length).send(Readable.from(pieces, { objectMode: false }));
  else if (typeof body === 'string' || body instanceof Uint8Array)
    await reply.send(typeof body === 'string' ? body : Buffer.from(body));
}
