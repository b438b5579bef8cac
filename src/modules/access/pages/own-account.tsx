import {
  all,
  form,
  page,
  type PageContext,
  type PageRequest,
  type PageRoute,
  type View,
} from '../../../platform/http/route.ts';
import {
  ActionForm,
  Columns,
  DescriptionList,
  Disclosure,
  Notice,
  Panel,
  Prose,
  Stack,
} from '../../../ui/index.ts';
import {
  changePassword,
  enrolSecondFactor,
  makeRecoveryCodes,
  saveNoticeAddress,
} from '../commands/own-account.ts';
import { addPasskey, removePasskey } from '../commands/passkeys.ts';
import { endOneSession, endOthers } from '../commands/sessions.ts';
import type { AccountRecord } from '../db/account-register.ts';
import { pl } from '../pl.ts';
import { getOwnAccountQuery } from '../queries/accounts.ts';
import { getOwnSecurityQuery } from '../queries/own-security.ts';
import { passkeyScript } from '../scripts.ts';
import { RoleTable } from './account.tsx';
import { codesView, NoticeAddress, PasswordForm, Recovered } from './own-forms.tsx';
import { AppAndCodes, Passkeys } from './own-keys.tsx';
import { Sessions } from './own-sessions.tsx';
import { challengeHop } from './passkey-box.tsx';
import { secondFactorPage } from './second-factor.tsx';

const words = pl.own;

const ChangePassword = ({ account, context }: { account: AccountRecord; context: PageContext }) => (
  <PasswordForm
    login={account.login}
    oneTime={account.mustChangePassword}
    action="/praca/konto/haslo"
    words={words}
    context={context}
  />
);

const Who = ({ account, context }: { account: AccountRecord; context: PageContext }) => (
  <Panel id="kto" title={words.who}>
    <DescriptionList
      items={[
        { term: words.name, value: account.name },
        { term: words.position, value: account.position },
        { term: words.login, value: account.login },
        ...(account.organizationName ? [{ term: words.actsFor, value: account.organizationName }] : []),
      ]}
    />
    <RoleTable account={account} context={context} />
  </Panel>
);

const SignOut = ({ once }: { once: string }) => (
  <Panel id="wylogowanie" title={words.signOutTitle} tone="plain">
    <Prose>
      <p>{words.signOutLead}</p>
    </Prose>
    <ActionForm action="/wyloguj" label={words.signOut} once={once} />
  </Panel>
);

/** The page of a one-time password: nothing on it but the way out of it. */
const firstView = (account: AccountRecord, context: PageContext): View => ({
  title: words.firstTitle,
  lead: words.firstLead,
  width: 'narrow',
  body: <ChangePassword account={account} context={context} />,
});

export const ownAccountPage = page({
  door: 'staff',
  path: '/praca/konto',
  load: (ask) => all({ account: ask(getOwnAccountQuery, {}), security: ask(getOwnSecurityQuery, {}) }),
  view({ account, security }, context): View {
    // A resident's account has a page of its own, in the resident's language.
    if (context.actor.personId !== undefined)
      return { title: words.title, body: '', forward: `/${context.centre.slug}/moje/wejscie` };
    // Led here by the one-time password alone: with a second factor or a passkey session the page is whole.
    if (account.mustChangePassword && context.actor.roles.includes('visitor'))
      return firstView(account, context);
    const { once } = context.form;
    const side = (
      <Stack>
        <Who account={account} context={context} />
        <NoticeAddress email={security.email} action="/praca/konto/adres" words={words} context={context} />
        <SignOut once={once} />
      </Stack>
    );
    const main = (
      <Stack>
        <Recovered left={security.recoveryCodes} words={pl.codes} context={context} />
        {!account.hasPassword && account.persona && <Notice kind="info">{words.persona}</Notice>}
        <Passkeys passkeys={security.passkeys} at={security.passkeysAt} context={context} />
        {account.hasPassword && (
          <Panel id="haslo" title={words.password}>
            <Disclosure summary={words.changePassword} open={context.form.command === changePassword.name}>
              <ChangePassword account={account} context={context} />
            </Disclosure>
          </Panel>
        )}
        {!account.persona || account.hasPassword ? (
          <AppAndCodes
            login={account.login}
            hasPassword={account.hasPassword}
            hasCode={security.hasCode}
            left={security.recoveryCodes}
            context={context}
          />
        ) : null}
        <Sessions sessions={security.sessions} once={once} />
      </Stack>
    );
    return {
      title: words.title,
      lead: words.lead,
      current: words.current,
      scripts: [passkeyScript.url],
      body: <Columns main={main} side={side} />,
    };
  },
});

/** A step of a detour leads on to work; any other back to the own account. */
const afterStep = (result: { token: string }, { actor }: PageRequest) => ({
  location: actor.roles.includes('visitor') ? '/praca' : '/praca/konto',
  session: result.token,
});

const shared = { door: 'staff', page: ownAccountPage } as const;

/** The page that a failed step is shown on again: the one it was sent from. */
const stepPage: PageRoute = {
  ...secondFactorPage,
  show: (ask, request, context) =>
    (request.actor.roles.includes('visitor') ? secondFactorPage : ownAccountPage).show(ask, request, context),
};

export const ownAccountForms = [
  form({ ...shared, path: '/praca/konto/haslo', command: changePassword, next: afterStep }),
  form({ ...shared, page: stepPage, path: '/praca/konto/kod', command: enrolSecondFactor, next: afterStep }),
  form({
    ...shared,
    page: stepPage,
    path: '/praca/konto/klucz',
    command: addPasskey,
    input: (values, request) => ({ ...values, kept: request.kept ?? '' }),
    next: (result, request) => ({ ...afterStep(result, request), keep: null }),
  }),
  form({
    ...shared,
    path: '/praca/konto/klucz/usun',
    command: removePasskey,
    next: () => '/praca/konto#klucze',
  }),
  form({
    ...shared,
    path: '/praca/konto/kody',
    command: makeRecoveryCodes,
    next: (result) => ({ view: codesView(result.codes, words, '/praca/konto') }),
  }),
  form({ ...shared, path: '/praca/konto/adres', command: saveNoticeAddress, next: () => '/praca/konto' }),
  form({ ...shared, path: '/praca/konto/sesja', command: endOneSession, next: () => '/praca/konto#sesje' }),
  form({ ...shared, path: '/praca/konto/inne-sesje', command: endOthers, next: () => '/praca/konto#sesje' }),
];

export const addPasskeyHop = challengeHop('staff', '/praca/konto/klucz/nowy', 'add');
