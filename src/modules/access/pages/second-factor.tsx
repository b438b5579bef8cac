import { page, type View } from '../../../platform/http/route.ts';
import { ActionForm, Panel, Stack } from '../../../ui/index.ts';
import { returnQuery } from '../domain/return-address.ts';
import { secondFactorPath } from '../identify.ts';
import { pl } from '../pl.ts';
import { getOwnSecurityQuery } from '../queries/own-security.ts';
import { passkeyScript } from '../scripts.ts';
import { ConnectApp } from './own-forms.tsx';
import { AddPasskey } from './own-keys.tsx';
import { ProofForms } from './prove.tsx';

const words = pl.second;

/** Staff without a second factor set one up here before anything else; who has one and came by another system proves it. */
export const secondFactorPage = page({
  door: 'staff',
  path: secondFactorPath,
  load: (ask) => ask(getOwnSecurityQuery, {}),
  view(security, context): View {
    const { hasCode, hasPassword, login, passkeys, passkeysAt } = security;
    const scripts = [passkeyScript.url];
    const waits = context.actor.roles.includes('visitor');
    if (!waits && (hasCode || passkeys.length > 0))
      return { title: pl.own.title, body: '', forward: '/praca/konto' };
    const signOut = <ActionForm action="/wyloguj" label={words.signOut} once={context.form.once} />;
    if (hasCode || passkeys.length > 0)
      return {
        title: words.proveTitle,
        lead: words.proveLead,
        width: 'narrow',
        scripts,
        body: (
          <Stack>
            <ProofForms
              context={context}
              action={`/praca/potwierdz${returnQuery(context.query['powrot'])}`}
              passkeysAt={passkeys.length > 0 ? passkeysAt : null}
              hasPasskeys={passkeys.length > 0}
              hasPassword={false}
              hasCode={hasCode}
              second
            />
            {signOut}
          </Stack>
        ),
      };
    return {
      title: words.title,
      lead: words.lead,
      width: 'narrow',
      scripts,
      body: (
        <Stack>
          {passkeysAt !== null && (
            <Panel id="klucz" title={words.keyTitle}>
              <p>{pl.keys.lead}</p>
              <AddPasskey at={passkeysAt} context={context} primary />
            </Panel>
          )}
          <Panel id="kod" title={words.codeTitle}>
            <ConnectApp
              login={login}
              hasPassword={hasPassword}
              action="/praca/konto/kod"
              words={pl.own}
              context={context}
            />
          </Panel>
          {signOut}
        </Stack>
      ),
    };
  },
});
