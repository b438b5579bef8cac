import type { Module } from '../../platform/module.ts';
import { grantAuthorisation, revokeAuthorisation } from './commands/authorisations.ts';
import { endRole, giveRole } from './commands/change-roles.ts';
import { closeAccount } from './commands/close-account.ts';
import { createAccount } from './commands/create-account.ts';
import {
  approveExternal,
  inviteExternal,
  joinExternal,
  saveExternalProvider,
  sealedProviderSecret,
  unjoinExternal,
} from './commands/external.ts';
import { signInExternally } from './commands/sign-in-externally.ts';
import { openByNecessity, reviewGrant } from './commands/necessity.ts';
import {
  changePassword,
  enrolSecondFactor,
  makeRecoveryCodes,
  saveNoticeAddress,
} from './commands/own-account.ts';
import { addPasskey, removePasskey, signInByPasskey } from './commands/passkeys.ts';
import { prove } from './commands/prove.ts';
import { endAccountSessions } from './commands/end-account-sessions.ts';
import { endOneSession, endOthers } from './commands/sessions.ts';
import { resetPassword, resetSecondFactor } from './commands/reset-credentials.ts';
import { signIn, signInAsPersona } from './commands/sign-in.ts';
import { signOut } from './commands/sign-out.ts';
import { endSubstitution, putAway, setSubstitution, standIn } from './commands/substitution.ts';
import { substitutionForms, substitutionsPage } from './pages/substitutions.tsx';
import { pl as substitutionWords } from './pl-substitution.ts';
import { listSubstitutionsQuery } from './queries/substitutions.ts';
import { accountForms, accountPage } from './pages/account.tsx';
import { accountsPage, newAccountForm, newAccountPage } from './pages/accounts.tsx';
import {
  authorisationForms,
  authorisationPage,
  authorisationsPage,
  newAuthorisationPage,
} from './pages/authorisations.tsx';
import { grantForms, grantsPage, necessityPage } from './pages/grants.tsx';
import { addPasskeyHop, ownAccountForms, ownAccountPage } from './pages/own-account.tsx';
import { joinResidentForm, joinResidentPage, providersForm, providersPage } from './pages/providers.tsx';
import { proveForm, proveHop, provePage } from './pages/prove.tsx';
import { residentSecurityRoutes } from './pages/resident-security.tsx';
import { secondFactorPage } from './pages/second-factor.tsx';
import {
  passkeyForm,
  passkeyHop,
  personaForm,
  signInForm,
  signInPage,
  signOutForm,
} from './pages/sign-in.tsx';
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
import { findOpenGrantQuery, listGrantsQuery, waitingGrantsQuery } from './queries/grants.ts';
import { listWaysInQuery } from './queries/ways-in.ts';
import { listPersonasQuery } from './queries/list-personas.ts';
import { listProvidersQuery, residentToJoinQuery, waitingIdentityQuery } from './queries/external.ts';
import { getOwnSecurityQuery, passkeyChallengeQuery } from './queries/own-security.ts';

export { countingAtOnce } from './at-once.ts';
export { createAccount } from './commands/create-account.ts';
import { sealedTotp } from './credentials.ts';
export { otpauthUri } from './credentials.ts';
export { findAuthorisations } from './db/authorisations.ts';
export { listActing } from './db/acting.ts';
export { findOpenGrant, hasOpenGrant } from './db/grants.ts';
export { isDemonstration } from './db/personas.ts';
export { requirePlanApprover, requireSignatory } from './domain/authorisation.ts';
export { type SessionLengths, usualLengths } from './domain/session-lengths.ts';
export { noticeJob } from './notices.ts';
export { closeInspector, type NewInspector, openInspector } from './inspectors.ts';
export { shownOnce, withoutSecrets } from './commands/shown-once.ts';
export { externalRoutes } from './pages/external.tsx';
export { joinResidentAddress, joinResidentTitle } from './pages/providers.tsx';
export { residentToJoinQuery } from './queries/external.ts';
export { listWaysInQuery } from './queries/ways-in.ts';
export { residentSecurityPath, residentSecurityTitle } from './pages/resident-security.tsx';
export { proof } from './pages/prove.tsx';
export { passkeyScript } from './scripts.ts';
export { returnQuery } from './domain/return-address.ts';
export { type Identification, identification, ownAccountPath, visitorAccount } from './identify.ts';
export const roleWords = pl.roles;
/** How somebody who stands in for another is named. */
export const deputyWords = substitutionWords.actor;
export { openedJob } from './notices.ts';
export { waitingGrantsQuery } from './queries/grants.ts';

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
    signInByPasskey,
    addPasskey,
    removePasskey,
    makeRecoveryCodes,
    saveNoticeAddress,
    prove,
    endOneSession,
    endOthers,
    endAccountSessions,
    signInExternally,
    inviteExternal,
    joinExternal,
    unjoinExternal,
    approveExternal,
    saveExternalProvider,
    grantAuthorisation,
    revokeAuthorisation,
    openByNecessity,
    reviewGrant,
    setSubstitution,
    endSubstitution,
    standIn,
    putAway,
  ],
  queries: [
    listPersonasQuery,
    listAccountsQuery,
    getAccountQuery,
    getOwnAccountQuery,
    getOwnSecurityQuery,
    listWaysInQuery,
    waitingIdentityQuery,
    listProvidersQuery,
    residentToJoinQuery,
    passkeyChallengeQuery,
    listOrganizationsForAccountsQuery,
    listAuthorisationsQuery,
    getAuthorisationQuery,
    listAuthorisableQuery,
    listGrantsQuery,
    findOpenGrantQuery,
    waitingGrantsQuery,
    listSubstitutionsQuery,
  ],
  routes: [
    signInPage,
    signInForm,
    personaForm,
    signOutForm,
    passkeyForm,
    passkeyHop,
    provePage,
    proveForm,
    proveHop,
    ownAccountPage,
    secondFactorPage,
    addPasskeyHop,
    providersPage,
    providersForm,
    joinResidentPage,
    joinResidentForm,
    ...ownAccountForms,
    ...residentSecurityRoutes,
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
    substitutionsPage,
    ...substitutionForms,
  ],
  said,
  sealed: [sealedTotp, sealedProviderSecret],
  words: { ...pl.queries, ...pl.commands, ...substitutionWords.commands },
};
