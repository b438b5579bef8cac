import { randomUUID } from 'node:crypto';
import { nested } from './form-data.ts';
import type { SentForm } from './body.ts';
import { type Exchange, exchangeOf, setSession } from './exchange.ts';
import type { Proof, ServerParts } from './parts.ts';
import { problemIn } from './problem.ts';
import type { FormState, Next } from './route.ts';
import type { Problem } from '../runner/outcome.ts';

/** The hidden field with the form that waits: sealed, so that nothing typed stands readable in the page. */
export const waitingForm = '_czeka';
/** The address that the form is sent to, for the page that asks. */
export const waitingAddress = '_dokad';

const placeOf = ({ visit, request }: Exchange): string =>
  `waiting/${visit.actor.centreId}/${visit.actor.accountId}/${request.url.split('?')[0] ?? ''}`;

/** What the page that asks for a proof is given: the form that waits goes with it, files aside. */
export function asking(parts: ServerParts, exchange: Exchange, sent: SentForm, problem?: Problem): FormState {
  const { request, page } = exchange;
  const kept = sent.values[waitingForm];
  const sealed =
    typeof kept === 'string' && kept !== ''
      ? kept
      : parts.vault.seal(JSON.stringify(sent.values), placeOf(exchange));
  const said = problem && problemIn(parts.translate, page.lang, problem);
  return {
    values: { [waitingForm]: sealed, [waitingAddress]: request.originalUrl },
    errors: said?.fields ?? {},
    once: randomUUID(),
    ...(said && parts.proof ? { problem: said, command: parts.proof.form.command.name } : {}),
  };
}

function opened(parts: ServerParts, exchange: Exchange, sealed: string): SentForm['values'] | undefined {
  try {
    // Sealed by us for this account and this address: it holds what `readForm` gave.
    return JSON.parse(parts.vault.open(sealed, placeOf(exchange))) as SentForm['values'];
  } catch {
    return undefined;
  }
}

/** The session that a form's answer begins; undefined: none. */
const sessionIn = (next: Next): string | undefined =>
  typeof next !== 'string' && 'session' in next && next.session !== null ? next.session : undefined;

/** A proof that was given together with a form that waits: the form goes on as whoever was proved, or the problem. */
export type Proved = { exchange: Exchange; sent: SentForm } | { problem: Problem };

/** Judges the proof and gives back the form that waited; a form of another account or address is not opened. */
export async function prove(
  parts: ServerParts,
  proof: Proof,
  exchange: Exchange,
  sent: SentForm,
): Promise<Proved | undefined> {
  const { request, reply, visit, page } = exchange;
  const values = opened(parts, exchange, String(sent.values[waitingForm]));
  if (!values) return undefined;
  const { form } = proof;
  const outcome = await parts.runner.run(form.command, visit.actor, form.input(nested(sent.values), page));
  if (!outcome.ok) return { problem: outcome.problem };
  const next = form.next(outcome.value, page);
  if (typeof next !== 'string' && 'problem' in next) return { problem: next.problem };
  const session = sessionIn(next);
  const again = session === undefined ? undefined : await parts.identify(session);
  if (session === undefined || !again) return undefined;
  setSession(parts, reply, session);
  return { exchange: exchangeOf(parts, request, reply, again), sent: { values, files: {} } };
}
