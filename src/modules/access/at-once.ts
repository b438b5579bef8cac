import type { Runner } from '../../platform/runner/runner.ts';
import { endRole, giveRole } from './commands/change-roles.ts';
import { closeAccount } from './commands/close-account.ts';
import { changePassword, enrolSecondFactor } from './commands/own-account.ts';
import { prove } from './commands/prove.ts';
import { addPasskey, removePasskey } from './commands/passkeys.ts';
import { endAccountSessions } from './commands/end-account-sessions.ts';
import { endOneSession, endOthers } from './commands/sessions.ts';
import { resetPassword, resetSecondFactor } from './commands/reset-credentials.ts';
import { signOut } from './commands/sign-out.ts';
import { endSubstitution, putAway, standIn } from './commands/substitution.ts';
import type { Identification } from './identify.ts';

/** Commands after which somebody's session or roles are no longer what they were. */
const changesWhoIsWho: ReadonlySet<string> = new Set([
  // Of a module above this one: the accounts of an inspection end with it.
  'inspections.end',
  ...[
    signOut,
    standIn,
    putAway,
    endSubstitution,
    giveRole,
    endRole,
    closeAccount,
    resetPassword,
    resetSecondFactor,
    changePassword,
    enrolSecondFactor,
    prove,
    addPasskey,
    removePasskey,
    endOneSession,
    endOthers,
    endAccountSessions,
  ].map(({ name }) => name),
]);

/** A runner after whose commands ended sessions and changed roles count with the very next request of this process. */
export const countingAtOnce = (runner: Runner, who: Identification): Runner => ({
  ...runner,
  async run(command, actor, input, envelope) {
    const outcome = await runner.run(command, actor, input, envelope);
    if (outcome.ok && changesWhoIsWho.has(command.name)) who.forget();
    return outcome;
  },
});
