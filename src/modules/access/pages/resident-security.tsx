import type { Lang } from '../../../lang.ts';
import {
  form,
  formOf,
  page,
  type PageContext,
  type PageRequest,
  type View,
} from '../../../platform/http/route.ts';
import {
  ActionForm,
  Actions,
  Button,
  Disclosure,
  Form,
  moment,
  Panel,
  Row,
  Stack,
  StateTag,
  Table,
  TextInput,
} from '../../../ui/index.ts';
import {
  changePassword,
  enrolSecondFactor,
  makeRecoveryCodes,
  saveNoticeAddress,
} from '../commands/own-account.ts';
import { addPasskey, removePasskey } from '../commands/passkeys.ts';
import { endOneSession, endOthers } from '../commands/sessions.ts';
import { partsOfDevice } from '../domain/device.ts';
import { getOwnSecurityQuery, type ShownPasskey, type ShownSession } from '../queries/own-security.ts';
import { passkeyScript } from '../scripts.ts';
import { webWordsOf } from '../web-words.ts';
import { codesView, NoticeAddress, PasswordForm, Recovered } from './own-forms.tsx';
import { challengeHop, PasskeyBox } from './passkey-box.tsx';
import { AppAndCodes, Password } from './resident-own.tsx';

/** The page where a resident sees what opens the account, under the address of the centre in their language. */
export const residentSecurityPath = (home: string): string => `${home}/moje/wejscie`;

/** What the link to it says. */
export const residentSecurityTitle = (lang: Lang): string => webWordsOf(lang).security.title;

interface PartProps {
  context: PageContext;
}

const Keys = ({ keys, at, context }: PartProps & { keys: readonly ShownPasskey[]; at: string | null }) => {
  const { lang, centre, form: sent } = context;
  const words = webWordsOf(lang).security;
  const path = residentSecurityPath(centre.home);
  return (
    <Panel id="klucze" title={words.keys}>
      <p>{words.keysLead}</p>
      <Table
        caption={words.keys}
        captionHidden
        rows={keys}
        rowKey={(key) => key.id}
        empty={<p>{words.noKeys}</p>}
        columns={[
          { key: 'name', label: words.name, cell: (key) => key.name },
          { key: 'added', label: words.added, cell: (key) => moment(key.createdAt, lang) },
          {
            key: 'used',
            label: words.used,
            cell: (key) => (key.lastUsedAt ? moment(key.lastUsedAt, lang) : words.unused),
          },
          {
            key: 'remove',
            label: words.remove,
            cell: (key) => (
              <ActionForm
                action={`${path}/usun`}
                label={words.remove}
                about={key.name}
                small
                once={sent.once}
                hidden={{ passkeyId: key.id }}
              />
            ),
          },
        ]}
      />
      {at !== null && (
        <PasskeyBox
          at={at}
          options={`${path}/nowy`}
          failed={words.addFailed}
          sent={sent.command === addPasskey.name}
        >
          <Disclosure summary={words.add} open={sent.command === addPasskey.name}>
            <Form
              id="nowy-klucz"
              action={`${path}/klucz`}
              {...formOf(context, addPasskey)}
              hidden={{ response: '' }}
              label={words.add}
            >
              <TextInput name="name" label={words.name} hint={words.nameHint} width="m" autoComplete="off" />
              <Actions>
                <Button variant="primary">{words.add}</Button>
              </Actions>
            </Form>
          </Disclosure>
        </PasskeyBox>
      )}
    </Panel>
  );
};

const Open = ({ sessions, context }: PartProps & { sessions: readonly ShownSession[] }) => {
  const { lang, centre, form: sent } = context;
  const words = webWordsOf(lang).security;
  const path = residentSecurityPath(centre.home);
  const nameOf = ({ device }: ShownSession): string => words.systems[partsOfDevice(device).system];
  return (
    <Panel id="sesje" title={words.open}>
      <p>{words.openLead}</p>
      <Table
        caption={words.open}
        captionHidden
        rows={sessions}
        rowKey={(session) => session.id}
        columns={[
          {
            key: 'device',
            label: words.device,
            cell: (one) =>
              one.this ? (
                <Row>
                  {nameOf(one)} <StateTag state="done" label={words.here} />
                </Row>
              ) : (
                nameOf(one)
              ),
          },
          { key: 'since', label: words.since, cell: (one) => moment(one.begunAt, lang) },
          { key: 'seen', label: words.seen, cell: (one) => moment(one.seenAt, lang) },
          {
            key: 'end',
            label: words.end,
            cell: (one) =>
              !one.this && (
                <ActionForm
                  action={`${path}/sesja`}
                  label={words.end}
                  about={nameOf(one)}
                  small
                  once={sent.once}
                  hidden={{ sessionId: one.id }}
                />
              ),
          },
        ]}
      />
      {sessions.length > 1 && (
        <ActionForm action={`${path}/inne-sesje`} label={words.endOthers} once={sent.once} />
      )}
    </Panel>
  );
};

const residentSecurityPage = page({
  door: 'staff',
  path: '/:centre/moje/wejscie',
  load: (ask) => ask(getOwnSecurityQuery, {}),
  view: (security, context): View => {
    const { security: words, account: own } = webWordsOf(context.lang);
    const path = residentSecurityPath(context.centre.home);
    const { login, hasPassword, hasCode } = security;
    // Led here by the one-time password: nothing on the page but the way out of it.
    if (context.actor.roles.includes('visitor'))
      return {
        title: own.firstTitle,
        lead: own.firstLead,
        width: 'narrow',
        body: <PasswordForm login={login} oneTime action={`${path}/haslo`} words={own} context={context} />,
      };
    return {
      title: words.title,
      lead: words.lead,
      trail: [{ href: `${context.centre.home}/moje`, label: words.back }],
      scripts: [passkeyScript.url],
      body: (
        <Stack>
          <Recovered left={security.recoveryCodes} words={own.codes} context={context} />
          <Keys keys={security.passkeys} at={security.passkeysAt} context={context} />
          {hasPassword && <Password path={path} login={login} context={context} />}
          {hasPassword && (
            <AppAndCodes
              path={path}
              login={login}
              hasPassword
              hasCode={hasCode}
              left={security.recoveryCodes}
              context={context}
            />
          )}
          <Open sessions={security.sessions} context={context} />
          <NoticeAddress email={security.email} action={`${path}/adres`} words={own} context={context} />
        </Stack>
      ),
    };
  },
});

/** A step of the detour leads on to the own cases; any other back to the page. */
const afterStep = (result: { token: string }, { actor, centre }: PageRequest) => ({
  location: actor.roles.includes('visitor') ? `${centre.home}/moje` : residentSecurityPath(centre.home),
  session: result.token,
});

const shared = { door: 'staff', page: residentSecurityPage } as const;

export const residentSecurityRoutes = [
  residentSecurityPage,
  challengeHop('staff', '/:centre/moje/wejscie/nowy', 'add'),
  form({
    ...shared,
    path: '/:centre/moje/wejscie/klucz',
    command: addPasskey,
    input: (values, request) => ({ ...values, kept: request.kept ?? '' }),
    next: (result, { centre }) => ({
      location: residentSecurityPath(centre.home),
      session: result.token,
      keep: null,
    }),
  }),
  form({ ...shared, path: '/:centre/moje/wejscie/haslo', command: changePassword, next: afterStep }),
  form({ ...shared, path: '/:centre/moje/wejscie/kod', command: enrolSecondFactor, next: afterStep }),
  form({
    ...shared,
    path: '/:centre/moje/wejscie/kody',
    command: makeRecoveryCodes,
    next: (result, { lang, centre }) => ({
      view: codesView(result.codes, webWordsOf(lang).account, residentSecurityPath(centre.home)),
    }),
  }),
  form({
    ...shared,
    path: '/:centre/moje/wejscie/adres',
    command: saveNoticeAddress,
    next: (_result, { centre }) => residentSecurityPath(centre.home),
  }),
  form({
    ...shared,
    path: '/:centre/moje/wejscie/usun',
    command: removePasskey,
    next: (_result, { centre }) => residentSecurityPath(centre.home),
  }),
  form({
    ...shared,
    path: '/:centre/moje/wejscie/sesja',
    command: endOneSession,
    next: (_result, { centre }) => residentSecurityPath(centre.home),
  }),
  form({
    ...shared,
    path: '/:centre/moje/wejscie/inne-sesje',
    command: endOthers,
    next: (_result, { centre }) => residentSecurityPath(centre.home),
  }),
];
