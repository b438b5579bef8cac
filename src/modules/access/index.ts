import { signIn, signInAsPersona } from './commands/sign-in.ts';
import { signOut } from './commands/sign-out.ts';
import { personaForm, signInForm, signInPage, signOutForm } from './pages/sign-in.tsx';
import { pl } from './pl.ts';
import { listPersonasQuery } from './queries/list-personas.ts';

export { findAuthorisations } from './db/authorisations.ts';
export { hasOpenGrant } from './db/grants.ts';
export { requirePlanApprover, requireSignatory, type Signature } from './domain/authorisation.ts';
export { type Identification, identification, visitorAccount } from './identify.ts';
export const roleWords = pl.roles;

/** What the module offers to the application. */
export const access = {
  commands: [signIn, signInAsPersona, signOut],
  queries: [listPersonasQuery],
  routes: [signInPage, signInForm, personaForm, signOutForm],
  words: pl.commands,
};
