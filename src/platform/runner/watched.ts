import type { Actor } from '../actor.ts';
import type { Outcome } from './outcome.ts';
import type { Runner } from './runner.ts';

/** What somebody who watches for attacks wants to hear of one verb; undefined: nothing. No person, no case, no input. */
function eventOf(
  { name, fresh }: { name: string; fresh?: true },
  { accountId, centreId }: Actor,
  outcome: Outcome<unknown>,
): Record<string, unknown> | undefined {
  const said = { action: name, account: accountId, centre: centreId };
  if (!outcome.ok) {
    const { kind, code } = outcome.problem;
    if (kind === 'forbidden' || kind === 'unproved') return { event: 'security.denied', ...said, code };
    return name.startsWith('access.') && kind === 'refused'
      ? { event: 'security.refused', ...said, code }
      : undefined;
  }
  const { value } = outcome;
  // A sign-in that failed is a success of the command that counts it.
  if (typeof value === 'object' && value !== null && 'signedIn' in value)
    return { event: value.signedIn === true ? 'security.signed-in' : 'security.sign-in-failed', ...said };
  return fresh ? { event: 'security.dangerous', ...said } : undefined;
}

/** A runner that tells who watches from outside of sign-ins, denials and dangerous steps, after they are written down. */
export const watched = (runner: Runner, tell: (event: Readonly<Record<string, unknown>>) => void): Runner => {
  const told = (verb: { name: string; fresh?: true }, actor: Actor, outcome: Outcome<unknown>): void => {
    const event = eventOf(verb, actor, outcome);
    if (event) tell(event);
  };
  return {
    ...runner,
    async run(command, actor, input, envelope) {
      const outcome = await runner.run(command, actor, input, envelope);
      told(command, actor, outcome);
      return outcome;
    },
    async ask(query, actor, input) {
      const outcome = await runner.ask(query, actor, input);
      told(query, actor, outcome);
      return outcome;
    },
  };
};
