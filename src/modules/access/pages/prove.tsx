import { addressIn } from '../../../lang.ts';
import {
  form,
  page,
  type PageContext,
  type PageRequest,
  formOf,
  type View,
} from '../../../platform/http/route.ts';
import { waitingAddress, waitingForm } from '../../../platform/http/proof.ts';
import type { Proof } from '../../../platform/http/parts.ts';
import type { Problem } from '../../../platform/runner/outcome.ts';
import { ActionForm, Actions, Button, Form, Notice, Panel, Stack, TextInput } from '../../../ui/index.ts';
import { prove } from '../commands/prove.ts';
import { landing, returnQuery } from '../domain/return-address.ts';
import { pl } from '../pl.ts';
import { getOwnSecurityQuery } from '../queries/own-security.ts';
import { passkeyScript } from '../scripts.ts';
import { webWordsOf } from '../web-words.ts';
import { challengeHop, PasskeyBox } from './passkey-box.tsx';

const path = '/praca/potwierdz';

const textOf = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');

/** Where the proof is sent: with a form that waits, to that form's own address. */
const actionOf = ({ form: sent, query }: PageContext): string => {
  const here = `${path}${returnQuery(query['powrot'])}`;
  return landing(textOf(sent.values[waitingAddress]) || undefined, here);
};

export interface ProofFormProps {
  context: PageContext;
  action: string;
  /** Where the account's passkeys work; null: it has none, or they work nowhere. */
  passkeysAt: string | null;
  hasPasskeys: boolean;
  hasPassword: boolean;
  hasCode: boolean;
  /** Only the second factor is missing. */
  second?: boolean;
}

/** The two ways to prove who sits there. */
export const ProofForms = (props: ProofFormProps) => {
  const { context, action, passkeysAt, hasPasskeys, hasPassword, hasCode, second } = props;
  const words = webWordsOf(context.lang).prove;
  const waiting = textOf(context.form.values[waitingForm]);
  const hidden = {
    ...(waiting ? { [waitingForm]: waiting } : {}),
    ...(second ? { second: 'tak' } : {}),
  };
  const { once, errors } = formOf(context, prove);
  return (
    <Stack>
      {passkeysAt !== null && (
        <PasskeyBox at={passkeysAt} options={`${path}/klucz`} failed={words.passkeyFailed}>
          <Panel id="klucz" title={words.passkeyTitle}>
            <Form
              id="potwierdzenie-kluczem"
              action={action}
              once={once}
              hidden={{ ...hidden, response: '' }}
              label={words.passkey}
            >
              <p>{words.passkeyLead}</p>
              <Actions>
                <Button variant="primary">{words.passkey}</Button>
              </Actions>
            </Form>
          </Panel>
        </PasskeyBox>
      )}
      {(hasPassword || hasCode) && (
        <Panel id="haslo" title={second ? words.codeTitle : words.passwordTitle}>
          <Form action={action} once={once} errors={errors} hidden={hidden} label={words.submit}>
            {!second && (
              <TextInput
                name="password"
                type="password"
                label={words.password}
                autoComplete="current-password"
                width="m"
                value=""
              />
            )}
            {(hasCode || hasPasskeys) && (
              <TextInput
                name="code"
                label={words.code}
                hint={words.codeHint}
                autoComplete="one-time-code"
                width="m"
                value=""
              />
            )}
            <Actions>
              <Button variant={passkeysAt !== null ? 'secondary' : 'primary'}>{words.submit}</Button>
            </Actions>
          </Form>
        </Panel>
      )}
    </Stack>
  );
};

/** Whoever comes in only through another system has nothing to prove it with here: what to do instead. */
const NothingToProveWith = ({ context }: { context: PageContext }) => {
  const words = webWordsOf(context.lang).prove;
  const waits = textOf(context.form.values[waitingForm]) !== '';
  return (
    <Notice kind="warning" title={words.nothingTitle}>
      <p>{words.nothing}</p>
      {waits && <p>{words.nothingForm}</p>}
      <ActionForm
        action={addressIn(context.lang, '/wyloguj')}
        label={words.signOut}
        once={context.form.once}
      />
    </Notice>
  );
};

export const provePage = page({
  door: 'staff',
  path,
  load: (ask) => ask(getOwnSecurityQuery, {}),
  view(security, context): View {
    const words = webWordsOf(context.lang).prove;
    const waits = textOf(context.form.values[waitingForm]) !== '';
    if (!security.hasPassword && security.passkeys.length === 0)
      return { title: words.title, width: 'narrow', body: <NothingToProveWith context={context} /> };
    return {
      title: words.title,
      lead: waits ? words.leadForm : words.lead,
      width: 'narrow',
      scripts: [passkeyScript.url],
      body: (
        <ProofForms
          context={context}
          action={actionOf(context)}
          passkeysAt={security.passkeys.length > 0 ? security.passkeysAt : null}
          hasPasskeys={security.passkeys.length > 0}
          hasPassword={security.hasPassword}
          hasCode={security.hasCode}
        />
      ),
    };
  },
});

/** One answer to every proof that failed. */
const failed: Problem = {
  kind: 'invalid',
  code: 'access.not-proved',
  words: pl.signIn.prove.failed,
  fields: { '': pl.signIn.prove.failed },
};

export const proveForm = form({
  door: 'staff',
  path,
  command: prove,
  page: provePage,
  input: (values, request) => ({ ...values, kept: request.kept ?? '' }),
  next: (result, request: PageRequest) =>
    result.token === null
      ? { problem: failed }
      : { location: landing(request.query['powrot'], '/praca'), session: result.token, keep: null },
});

export const proveHop = challengeHop('staff', `${path}/klucz`, 'prove');

/** What the web server asks with before a dangerous step. */
export const proof: Proof = { page: provePage, form: proveForm };
