import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  ActionForm,
  Actions,
  Button,
  Columns,
  DescriptionList,
  Disclosure,
  Form,
  Notice,
  Panel,
  Prose,
  Stack,
  TextInput,
} from '../../../ui/index.ts';
import { changePassword, enrolSecondFactor } from '../commands/own-account.ts';
import { newTotpSecret, otpauthUri, totpSecretPattern } from '../credentials.ts';
import type { AccountRecord } from '../db/account-register.ts';
import { pl } from '../pl.ts';
import { getOwnAccountQuery } from '../queries/accounts.ts';
import { RoleTable } from './account.tsx';
import { inFours, QrFigure } from './secrets.tsx';

const words = pl.own;

/** Tells a password manager whose password this is. */
const UserName = ({ login }: { login: string }) => (
  <input type="text" name="username" value={login} autocomplete="username" hidden readonly />
);

const ChangePassword = ({ account, context }: { account: AccountRecord; context: PageContext }) => (
  <Form
    id="zmiana-hasla"
    action="/praca/konto/haslo"
    {...formOf(context, changePassword)}
    label={words.changePassword}
  >
    <UserName login={account.login} />
    <TextInput
      name="current"
      type="password"
      label={account.mustChangePassword ? words.currentOneTime : words.currentPassword}
      autoComplete="current-password"
    />
    <TextInput
      name="next"
      type="password"
      label={words.nextPassword}
      hint={words.passwordRule}
      autoComplete="new-password"
    />
    <TextInput name="repeated" type="password" label={words.repeated} autoComplete="new-password" />
    <Actions>
      <Button variant="primary">{words.changePassword}</Button>
    </Actions>
    <p class="hint">{words.passwordEnds}</p>
  </Form>
);

/** The secret that was shown stays until its code is right; otherwise every opening of the page makes a new one. */
function secretFor(context: PageContext): string {
  const sent = context.form.command === enrolSecondFactor.name ? context.form.values['secret'] : undefined;
  return typeof sent === 'string' && totpSecretPattern.test(sent) ? sent : newTotpSecret();
}

const SecondFactor = ({ account, context }: { account: AccountRecord; context: PageContext }) => {
  const secret = secretFor(context);
  return (
    <Panel id="kod" title={words.second}>
      <p>{account.hasSecondFactor ? words.secondOn : words.secondOff}</p>
      <Disclosure summary={words.secondStart} open={context.form.command === enrolSecondFactor.name}>
        <Form
          id="podlaczenie"
          action="/praca/konto/kod"
          {...formOf(context, enrolSecondFactor)}
          hidden={{ secret }}
          label={words.secondStart}
        >
          <UserName login={account.login} />
          <p>{words.secondSteps}</p>
          <QrFigure
            text={otpauthUri(secret, account.login, context.centre.place)}
            label={pl.accounts.onceQr}
          />
          <p>
            {pl.accounts.onceKey}: <strong class="secret">{inFours(secret)}</strong>
          </p>
          <TextInput
            name="code"
            label={words.confirmCode}
            inputMode="numeric"
            autoComplete="one-time-code"
            width="s"
          />
          <TextInput
            name="password"
            type="password"
            label={words.confirmPassword}
            autoComplete="current-password"
          />
          <Actions>
            <Button>{words.confirm}</Button>
          </Actions>
        </Form>
      </Disclosure>
    </Panel>
  );
};

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
  load: (ask) => ask(getOwnAccountQuery, {}),
  view(account, context): View {
    if (account.mustChangePassword) return firstView(account, context);
    const who = <Who account={account} context={context} />;
    const signOut = <SignOut once={context.form.once} />;
    if (!account.hasPassword)
      return {
        title: words.title,
        current: words.current,
        body: (
          <Stack>
            <Notice kind="info">{words.persona}</Notice>
            <Columns main={who} side={signOut} />
          </Stack>
        ),
      };
    const main = (
      <Stack>
        <Panel id="haslo" title={words.password}>
          <ChangePassword account={account} context={context} />
        </Panel>
        <SecondFactor account={account} context={context} />
      </Stack>
    );
    const side = (
      <Stack>
        {who}
        {signOut}
      </Stack>
    );
    return { title: words.title, current: words.current, body: <Columns main={main} side={side} /> };
  },
});

export const ownAccountForms = [
  form({
    door: 'staff',
    path: '/praca/konto/haslo',
    command: changePassword,
    page: ownAccountPage,
    // A one-time password made its owner a visitor: with an own one the work begins.
    next: (result, request) => ({
      location: request.actor.roles.includes('visitor') ? '/praca' : '/praca/konto',
      session: result.token,
    }),
  }),
  form({
    door: 'staff',
    path: '/praca/konto/kod',
    command: enrolSecondFactor,
    page: ownAccountPage,
    next: (result) => ({ location: '/praca/konto', session: result.token }),
  }),
];
