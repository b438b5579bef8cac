import { formOf, type PageContext, type View } from '../../../platform/http/route.ts';
import { Actions, Button, ButtonLink, Form, Notice, Panel, Stack, TextInput } from '../../../ui/index.ts';
import { changePassword, enrolSecondFactor, saveNoticeAddress } from '../commands/own-account.ts';
import { newTotpSecret, otpauthUri, totpSecretPattern } from '../credentials.ts';
import type { WebWords } from '../pl-web.ts';
import { inFours, QrFigure } from './secrets.tsx';

/** Words of these forms, in the language of whoever changes the own account. */
type Words = WebWords['account'];

interface FormProps {
  /** Where the form is sent: the staff's page and the residents' page have their own. */
  action: string;
  words: Words;
  context: PageContext;
}

/** Tells a password manager whose password this is. */
const UserName = ({ login, words }: { login: string; words: Words }) => (
  <input
    type="text"
    name="username"
    aria-label={words.login}
    value={login}
    autocomplete="username"
    hidden
    readonly
  />
);

/** The query by which the page of the own account knows that a recovery code has just let its owner in. */
export const recoveredQuery = '?kod=zapasowy';

/** What to do after a recovery code was spent: the phone is probably lost. */
export const Recovered = ({
  left,
  words,
  context,
}: {
  left: number;
  words: Words['codes'];
  context: PageContext;
}) =>
  context.query['kod'] === 'zapasowy' && (
    <Notice
      kind="warning"
      title={words.usedTitle}
      action={<a href={left > 0 ? '#kod' : '#kody'}>{words.usedNext(left)}</a>}
    >
      {words.used(left)}
    </Notice>
  );

/** The form of a new password. `oneTime`: the present one was given by the centre. */
export const PasswordForm = ({
  login,
  oneTime,
  action,
  words,
  context,
}: FormProps & { login: string; oneTime: boolean }) => (
  <Form id="zmiana-hasla" action={action} {...formOf(context, changePassword)} label={words.changePassword}>
    <UserName login={login} words={words} />
    <TextInput
      name="current"
      type="password"
      label={oneTime ? words.currentOneTime : words.currentPassword}
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
      <Button variant={oneTime ? 'primary' : 'secondary'}>{words.changePassword}</Button>
    </Actions>
    <p class="hint">{words.passwordEnds}</p>
  </Form>
);

/** The secret that was shown stays until its code is right; otherwise every opening of the page makes a new one. */
function secretFor(context: PageContext): string {
  const sent = context.form.command === enrolSecondFactor.name ? context.form.values['secret'] : undefined;
  return typeof sent === 'string' && totpSecretPattern.test(sent) ? sent : newTotpSecret();
}

/** The form that connects an authenticator app: the picture, the key to copy, the first code. */
export const ConnectApp = ({
  login,
  hasPassword,
  action,
  words,
  context,
}: FormProps & { login: string; hasPassword: boolean }) => {
  const secret = secretFor(context);
  return (
    <Form
      id="podlaczenie"
      action={action}
      {...formOf(context, enrolSecondFactor)}
      hidden={{ secret }}
      label={words.secondStart}
    >
      <UserName login={login} words={words} />
      <p>{words.secondSteps}</p>
      <QrFigure text={otpauthUri(secret, login, context.centre.place)} label={words.secondQr} />
      <p>
        {words.secondKey}: <strong class="secret">{inFours(secret)}</strong>
      </p>
      <TextInput
        name="code"
        label={words.confirmCode}
        inputMode="numeric"
        autoComplete="one-time-code"
        width="s"
      />
      {hasPassword && (
        <TextInput
          name="password"
          type="password"
          label={words.confirmPassword}
          autoComplete="current-password"
        />
      )}
      <Actions>
        <Button>{words.confirm}</Button>
      </Actions>
    </Form>
  );
};

/** Where the own account is told of changes. */
export const NoticeAddress = ({ email, action, words, context }: FormProps & { email: string | null }) => {
  const { address } = words;
  return (
    <Panel id="powiadomienia" title={address.title} tone="plain">
      <Form
        id="adres"
        action={action}
        {...formOf(context, saveNoticeAddress, { email: email ?? '' })}
        label={address.save}
      >
        <p>{address.lead}</p>
        <TextInput
          name="email"
          type="email"
          label={address.label}
          hint={address.hint}
          autoComplete="email"
          optional
        />
        <Actions>
          <Button>{address.save}</Button>
        </Actions>
      </Form>
    </Panel>
  );
};

/** The page that shows recovery codes, once; `back` leads to the own account. */
export const codesView = (codes: readonly string[], { codes: words }: Words, back: string): View => ({
  title: words.onceTitle,
  lead: codes.length > 0 ? words.onceLead : words.onceAgain,
  width: 'narrow',
  body: (
    <Stack>
      {codes.length > 0 && (
        <Panel id="kody" title={words.title}>
          <ol>
            {codes.map((code) => (
              <li key={code}>
                <strong class="secret">{code}</strong>
              </li>
            ))}
          </ol>
        </Panel>
      )}
      <Actions>
        <ButtonLink href={back} variant="primary">
          {words.done}
        </ButtonLink>
      </Actions>
    </Stack>
  ),
});
