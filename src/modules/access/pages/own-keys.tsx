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
import { pl } from '../pl.ts';
import type { ShownPasskey } from '../queries/own-security.ts';
import { ConnectApp } from './own-forms.tsx';
import { PasskeyBox } from './passkey-box.tsx';

const words = pl.keys;

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
        <ConnectApp
          login={login}
          hasPassword={hasPassword}
          action="/praca/konto/kod"
          words={pl.own}
          context={context}
        />
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
