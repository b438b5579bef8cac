import { formOf, type PageContext } from '../../../platform/http/route.ts';
import {
  ActionForm,
  Actions,
  Button,
  Disclosure,
  Form,
  moment,
  Notice,
  Panel,
  Table,
  TextInput,
} from '../../../ui/index.ts';
import { enrolSecondFactor } from '../commands/own-account.ts';
import { addPasskey } from '../commands/passkeys.ts';
import { newTotpSecret, otpauthUri, totpSecretPattern } from '../credentials.ts';
import { pl } from '../pl.ts';
import type { ShownPasskey } from '../queries/own-security.ts';
import { PasskeyBox } from './passkey-box.tsx';
import { inFours, QrFigure } from './secrets.tsx';

const words = pl.keys;

/** Tells a password manager whose password this is. */
export const UserName = ({ login }: { login: string }) => (
  <input
    type="text"
    name="username"
    aria-label={pl.own.login}
    value={login}
    autocomplete="username"
    hidden
    readonly
  />
);

const whereOf = ({ synced, backedUp }: ShownPasskey): string => {
  if (!synced) return words.bound;
  return backedUp ? words.synced : words.syncable;
};

const PasskeyTable = ({ passkeys, once }: { passkeys: readonly ShownPasskey[]; once: string }) => (
  <Table
    caption={words.caption}
    captionHidden
    rows={passkeys}
    rowKey={(key) => key.id}
    empty={<p>{words.none}</p>}
    columns={[
      { key: 'name', label: words.columns.name, cell: (key) => key.name },
      { key: 'where', label: words.columns.where, cell: whereOf },
      { key: 'added', label: words.columns.added, nowrap: true, cell: (key) => moment(key.createdAt) },
      {
        key: 'used',
        label: words.columns.used,
        nowrap: true,
        cell: (key) => (key.lastUsedAt ? moment(key.lastUsedAt) : words.unused),
      },
      {
        key: 'remove',
        label: words.columns.remove,
        cell: (key) => (
          <ActionForm
            action="/praca/konto/klucz/usun"
            label={words.remove}
            about={key.name}
            small
            once={once}
            hidden={{ passkeyId: key.id }}
          />
        ),
      },
    ]}
  />
);

/** The form of a new passkey; what it looks like without script is one sentence. */
export const AddPasskey = ({
  at,
  context,
  primary,
}: {
  at: string;
  context: PageContext;
  primary?: boolean;
}) => (
  <>
    <PasskeyBox
      at={at}
      options="/praca/konto/klucz/nowy"
      failed={words.failed}
      sent={context.form.command === addPasskey.name}
    >
      <Form
        id="nowy-klucz"
        action="/praca/konto/klucz"
        {...formOf(context, addPasskey)}
        hidden={{ response: '' }}
        label={words.add}
      >
        <TextInput name="name" label={words.name} hint={words.nameHint} width="m" autoComplete="off" />
        <Actions>
          <Button variant={primary ? 'primary' : 'secondary'}>{words.add}</Button>
        </Actions>
      </Form>
    </PasskeyBox>
    <p class="hint">{words.onlyAt(at)}</p>
  </>
);

/** Passkeys of the own account. */
export const Passkeys = ({
  passkeys,
  at,
  context,
}: {
  passkeys: readonly ShownPasskey[];
  at: string | null;
  context: PageContext;
}) => (
  <Panel id="klucze" title={words.title}>
    <p>{words.lead}</p>
    <PasskeyTable passkeys={passkeys} once={context.form.once} />
    {at !== null ? (
      <Disclosure summary={words.addOpen} open={context.form.command === addPasskey.name}>
        <AddPasskey at={at} context={context} />
      </Disclosure>
    ) : (
      <Notice kind="info">{words.noneHere}</Notice>
    )}
  </Panel>
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
  context,
}: {
  login: string;
  hasPassword: boolean;
  context: PageContext;
}) => {
  const secret = secretFor(context);
  const own = pl.own;
  return (
    <Form
      id="podlaczenie"
      action="/praca/konto/kod"
      {...formOf(context, enrolSecondFactor)}
      hidden={{ secret }}
      label={own.secondStart}
    >
      <UserName login={login} />
      <p>{own.secondSteps}</p>
      <QrFigure text={otpauthUri(secret, login, context.centre.place)} label={pl.accounts.onceQr} />
      <p>
        {pl.accounts.onceKey}: <strong class="secret">{inFours(secret)}</strong>
      </p>
      <TextInput
        name="code"
        label={own.confirmCode}
        inputMode="numeric"
        autoComplete="one-time-code"
        width="s"
      />
      {hasPassword && (
        <TextInput
          name="password"
          type="password"
          label={own.confirmPassword}
          autoComplete="current-password"
        />
      )}
      <Actions>
        <Button>{own.confirm}</Button>
      </Actions>
    </Form>
  );
};

/** The authenticator app and the codes on paper. */
export const AppAndCodes = ({
  login,
  hasPassword,
  hasCode,
  left,
  context,
}: {
  login: string;
  hasPassword: boolean;
  hasCode: boolean;
  left: number;
  context: PageContext;
}) => (
  <>
    <Panel id="kod" title={pl.own.second}>
      <p>{hasCode ? pl.own.secondOn : pl.own.secondOff}</p>
      <Disclosure summary={pl.own.secondStart} open={context.form.command === enrolSecondFactor.name}>
        <ConnectApp login={login} hasPassword={hasPassword} context={context} />
      </Disclosure>
    </Panel>
    <Panel id="kody" title={pl.codes.title}>
      <p>
        {pl.codes.lead} {pl.codes.left(left)}
      </p>
      <ActionForm action="/praca/konto/kody" label={pl.codes.make} once={context.form.once} />
      {left > 0 && <p class="hint">{pl.codes.makeHint}</p>}
    </Panel>
  </>
);
