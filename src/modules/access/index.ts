import type { Module } from '../../platform/module.ts';
import { sealedTotp } from './credentials.ts';
import { grantAuthorisation, revokeAuthorisation } from './commands/authorisations.ts';
import { endRole, giveRole } from './commands/change-roles.ts';
import { closeAccount } from './commands/close-account.ts';
import { createAccount } from './commands/create-account.ts';
import { openByNecessity, reviewGrant } from './commands/necessity.ts';
import { changePassword, enrolSecondFactor } from './commands/own-account.ts';
import { resetPassword, resetSecondFactor } from './commands/reset-credentials.ts';
import { signIn, signInAsPersona } from './commands/sign-in.ts';
import { signOut } from './commands/sign-out.ts';
import { accountForms, accountPage } from './pages/account.tsx';
import { accountsPage, newAccountForm, newAccountPage } from './pages/accounts.tsx';
import {
  authorisationForms,
  authorisationPage,
  authorisationsPage,
  newAuthorisationPage,
} from './pages/authorisations.tsx';
import { grantForms, grantsPage, necessityPage } from './pages/grants.tsx';
import { ownAccountForms, ownAccountPage } from './pages/own-account.tsx';
import { personaForm, signInForm, signInPage, signOutForm } from './pages/sign-in.tsx';
import { pl } from './pl.ts';
import { said } from './said.ts';
import {
  getAccountQuery,
  getOwnAccountQuery,
  listAccountsQuery,
  listOrganizationsForAccountsQuery,
} from './queries/accounts.ts';
import {
  getAuthorisationQuery,
  listAuthorisableQuery,
  listAuthorisationsQuery,
} from './queries/authorisations.ts';
import { findOpenGrantQuery, listGrantsQuery } from './queries/grants.ts';
import { listPersonasQuery } from './queries/list-personas.ts';

export { countingAtOnce } from './at-once.ts';
export { createAccount } from './commands/create-account.ts';
export { otpauthUri } from './credentials.ts';
export { findAuthorisations } from './db/authorisations.ts';
export { hasOpenGrant } from './db/grants.ts';
export { isDemonstration } from './db/personas.ts';
export { requirePlanApprover, requireSignatory } from './domain/authorisation.ts';
export { returnQuery } from './domain/return-address.ts';
export { type Identification, identification, ownAccountPath, visitorAccount } from './identify.ts';
export const roleWords = pl.roles;

/** What the module offers to the application. */
export const access: Module = {
  commands: [
    signIn,
    signInAsPersona,
    signOut,
    createAccount,
    giveRole,
    endRole,
    closeAccount,
    resetPassword,
    resetSecondFactor,
    changePassword,
    enrolSecondFactor,
    grantAuthorisation,
    revokeAuthorisation,
    openByNecessity,
    reviewGrant,
  ],
  queries: [
    listPersonasQuery,
    listAccountsQuery,
    getAccountQuery,
    getOwnAccountQuery,
    listOrganizationsForAccountsQuery,
    listAuthorisationsQuery,
    getAuthorisationQuery,
    listAuthorisableQuery,
    listGrantsQuery,
    findOpenGrantQuery,
  ],
  routes: [
    signInPage,
    signInForm,
    personaForm,
    signOutForm,
    ownAccountPage,
    ...ownAccountForms,
    accountsPage,
    newAccountPage,
    newAccountForm,
    accountPage,
    ...accountForms,
    authorisationsPage,
    newAuthorisationPage,
    authorisationPage,
    ...authorisationForms,
    grantsPage,
    necessityPage,
    ...grantForms,
  ],
  said,
  words: { ...pl.queries, ...pl.commands },
  sealed: [sealedTotp],
};
