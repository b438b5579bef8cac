import { permits } from '../../../platform/actor.ts';
import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Columns,
  DateInput,
  DateText,
  DescriptionList,
  Disclosure,
  Form,
  moment,
  Notice,
  Panel,
  Prose,
  Select,
  Stack,
  StateTag,
  Table,
  TextInput,
} from '../../../ui/index.ts';
import { administersOthers, endRole, giveRole } from '../commands/change-roles.ts';
import { closeAccount } from '../commands/close-account.ts';
import { inviteExternal, joinExternal, unjoinExternal } from '../commands/external.ts';
import { endAccountSessions } from '../commands/end-account-sessions.ts';
import { resetPassword, resetSecondFactor } from '../commands/reset-credentials.ts';
import type { AccountRecord } from '../db/account-register.ts';
import type { RolePeriod } from '../domain/roles.ts';
import { pl } from '../pl.ts';
import { getAccountQuery } from '../queries/accounts.ts';
import { AccountTag, RoleDays, roleOptions } from './accounts.tsx';
import { secretsView } from './secrets.tsx';

const words = pl.accounts;

const addressOf = (account: AccountRecord): string => `/praca/konta/${account.id}`;

/** Where a period stands on a day, as a word and a shape. */
const RoleStanding = ({ period, today }: { period: RolePeriod; today: string }) => {
  if (period.validFrom > today) return <StateTag state="waiting" label={words.roleStanding.later} />;
  if (period.validTo !== null && period.validTo < today)
    return <StateTag state="stopped" label={words.roleStanding.ended} />;
  return <StateTag state="done" label={words.roleStanding.holds} />;
};

const EndRole = ({
  account,
  period,
  context,
}: {
  account: AccountRecord;
  period: RolePeriod;
  context: PageContext;
}) => {
  const { form: sent } = context;
  const mine =
    sent.command === endRole.name &&
    sent.values['role'] === period.role &&
    sent.values['validFrom'] === period.validFrom;
  return (
    <Disclosure summary={words.endRole} open={mine}>
      <Form
        id={`koniec-${period.role}-${period.validFrom}`}
        action={`${addressOf(account)}/zakoncz-role`}
        {...(mine ? formOf(context, endRole) : { once: sent.once })}
        version={account.version}
        hidden={{ role: period.role, validFrom: period.validFrom }}
        label={`${words.endRole}: ${pl.roles[period.role]}`}
      >
        <DateInput name="lastDay" label={words.lastDay} hint={words.lastDayHint} optional />
        <Actions>
          <Button variant="danger" small about={pl.roles[period.role]}>
            {words.endRole}
          </Button>
        </Actions>
      </Form>
    </Disclosure>
  );
};

/** Roles of an account with their days; with `end` each can be ended. */
export const RoleTable = ({
  account,
  context,
  end,
}: {
  account: AccountRecord;
  context: PageContext;
  end?: boolean;
}) => (
  <Table
    caption={words.rolesCaption}
    captionHidden
    rows={account.periods}
    rowKey={(period) => `${period.role} ${period.validFrom}`}
    empty={<p>{words.noRole}</p>}
    columns={[
      { key: 'role', label: words.rolesColumns.role, cell: (period) => pl.roles[period.role] },
      {
        key: 'from',
        label: words.rolesColumns.from,
        nowrap: true,
        cell: (period) => <DateText date={period.validFrom} />,
      },
      {
        key: 'to',
        label: words.rolesColumns.to,
        nowrap: true,
        cell: (period) => (period.validTo ? <DateText date={period.validTo} /> : words.noEnd),
      },
      {
        key: 'standing',
        label: words.rolesColumns.standing,
        cell: (period) => <RoleStanding period={period} today={context.today} />,
      },
      ...(end
        ? [
            {
              key: 'end',
              label: words.rolesColumns.end,
              cell: (period: RolePeriod) =>
                period.validTo !== null && period.validTo < context.today ? (
                  ''
                ) : (
                  <EndRole account={account} period={period} context={context} />
                ),
            },
          ]
        : []),
    ]}
  />
);

const Details = ({ account, context }: { account: AccountRecord; context: PageContext }) => (
  <Panel id="dane" title={words.details}>
    <DescriptionList
      items={[
        { term: words.fields.login, value: account.login },
        { term: words.fields.position, value: account.position },
        ...(account.organizationName ? [{ term: words.actsFor, value: account.organizationName }] : []),
        ...(account.personId
          ? [
              {
                term: words.actsFor,
                value: <a href={`/praca/osoby/${account.personId}`}>{words.actsForPerson}</a>,
              },
            ]
          : []),
        { term: words.state, value: <AccountTag account={account} now={context.now} /> },
        { term: words.second, value: account.hasSecondFactor ? words.secondOn : words.secondOff },
        { term: pl.keys.title, value: String(account.passkeys) },
        { term: words.lastIn, value: account.lastSignedInAt ? moment(account.lastSignedInAt) : words.never },
      ]}
    />
  </Panel>
);

const GiveRole = ({ account, context }: { account: AccountRecord; context: PageContext }) => (
  <Form
    id="rola"
    action={`${addressOf(account)}/rola`}
    {...formOf(context, giveRole)}
    version={account.version}
    label={words.giveRole}
  >
    <Select name="role" label={words.fields.role} options={roleOptions} width="l" />
    <RoleDays />
    <Actions>
      <Button variant="primary">{words.giveRole}</Button>
    </Actions>
  </Form>
);

const Credentials = ({ account, once }: { account: AccountRecord; once: string }) => (
  <Panel id="hasla" title={words.credentials} tone="plain">
    <Disclosure summary={words.credentialsOpen}>
      <Prose>
        <p>{words.credentialsLead}</p>
      </Prose>
      <Actions>
        <ActionForm
          action={`${addressOf(account)}/haslo`}
          label={words.resetPassword}
          once={once}
          version={account.version}
        />
        <ActionForm
          action={`${addressOf(account)}/kod`}
          label={words.resetSecond}
          once={once}
          version={account.version}
        />
      </Actions>
    </Disclosure>
  </Panel>
);

/** What ends at once: every open session of the account. */
const EndSessions = ({ account, once }: { account: AccountRecord; once: string }) => (
  <Panel id="sesje" title={words.sessions} tone="plain">
    <Prose>
      <p>{words.sessionsLead}</p>
    </Prose>
    <ActionForm
      action={`${addressOf(account)}/sesje`}
      label={words.endSessions}
      once={once}
      about={account.name}
    />
  </Panel>
);

/** The account's way in through another system, where the centre has switched one on. */
const OtherSystem = ({ account, context }: { account: AccountRecord; context: PageContext }) => {
  const external = pl.external;
  const { once } = context.form;
  return (
    <Panel id="inny-system" title={external.account} tone="plain">
      <Disclosure summary={external.accountOpen} open={context.form.command === joinExternal.name}>
        <Prose>
          <p>{external.accountLead}</p>
        </Prose>
        <ActionForm action={`${addressOf(account)}/zaproszenie`} label={external.invite} once={once} />
        <Form
          id="identyfikator"
          action={`${addressOf(account)}/polacz`}
          {...formOf(context, joinExternal)}
          hidden={{ door: account.personId === null ? 'staff' : 'residents' }}
          label={external.subjectOpen}
        >
          <TextInput
            name="subject"
            label={external.subject}
            hint={external.subjectHint}
            autoComplete="off"
            spellCheck={false}
          />
          <Actions>
            <Button>{external.join}</Button>
          </Actions>
        </Form>
        <ActionForm action={`${addressOf(account)}/rozlacz`} label={external.unjoin} once={once} />
      </Disclosure>
    </Panel>
  );
};

const Close = ({ account, once }: { account: AccountRecord; once: string }) => (
  <Panel id="zamkniecie" title={words.closeTitle} tone="plain">
    <Disclosure summary={words.close}>
      <Prose>
        <p>{words.closeLead}</p>
      </Prose>
      <ActionForm
        action={`${addressOf(account)}/zamknij`}
        label={words.close}
        variant="danger"
        about={account.name}
        once={once}
        version={account.version}
      />
    </Disclosure>
  </Panel>
);

const Why = ({ account, context }: { account: AccountRecord; context: PageContext }) => {
  if (account.state === 'closed') return <Notice kind="info">{words.closed}</Notice>;
  if (account.id === context.actor.accountId)
    return (
      <Notice kind="info" action={<a href="/praca/konto">{words.ownAccountLink}</a>}>
        {words.ownAccount}
      </Notice>
    );
  return context.actor.roles.includes('administrator') ? null : <Notice kind="info">{words.readOnly}</Notice>;
};

export const accountPage = page({
  door: 'staff',
  path: '/praca/konta/:accountId',
  load: (ask, request) => ask(getAccountQuery, { accountId: request.params['accountId'] }),
  view(account, context): View {
    const changes = account.state === 'active' && permits(administersOthers, context.actor, account);
    const roles = (
      <Panel id="role" title={words.roles}>
        <RoleTable account={account} context={context} end={changes} />
        {changes && <GiveRole account={account} context={context} />}
      </Panel>
    );
    return {
      // A title stays in histories and logs: it names nobody.
      title: words.accountTitle,
      heading: account.name,
      lead: account.position,
      current: words.current,
      trail: [{ href: '/praca/konta', label: words.title }],
      body: (
        <Stack>
          <Why account={account} context={context} />
          <Columns
            main={roles}
            side={
              <Stack>
                <Details account={account} context={context} />
                {changes && <Credentials account={account} once={context.form.once} />}
                {changes && <EndSessions account={account} once={context.form.once} />}
                {changes && <OtherSystem account={account} context={context} />}
                {changes && <Close account={account} once={context.form.once} />}
              </Stack>
            }
          />
        </Stack>
      ),
    };
  },
});

const back = (_result: unknown, request: { params: Record<string, string> }): string =>
  `/praca/konta/${request.params['accountId'] ?? ''}`;

const shared = { door: 'staff', page: accountPage } as const;

/** The page that shows an invitation's code, once. */
const inviteView = ({ code, name }: { code: string; name: string }, account: string): View => ({
  title: pl.external.inviteTitle,
  heading: pl.external.inviteHeading(name),
  lead: code === '' ? pl.external.inviteAgain : pl.external.inviteLead,
  width: 'narrow',
  body: (
    <Stack>
      {code !== '' && (
        <Prose>
          <p>
            <strong class="secret">{code}</strong>
          </p>
        </Prose>
      )}
      <Actions>
        <ButtonLink href={account} variant="primary">
          {pl.external.inviteDone}
        </ButtonLink>
      </Actions>
    </Stack>
  ),
});

export const accountForms = [
  form({ ...shared, path: '/praca/konta/:accountId/sesje', command: endAccountSessions, next: back }),
  form({
    ...shared,
    path: '/praca/konta/:accountId/zaproszenie',
    command: inviteExternal,
    next: (result, request) => ({ view: inviteView(result, back(result, request)) }),
  }),
  form({ ...shared, path: '/praca/konta/:accountId/polacz', command: joinExternal, next: back }),
  form({ ...shared, path: '/praca/konta/:accountId/rozlacz', command: unjoinExternal, next: back }),
  form({ ...shared, path: '/praca/konta/:accountId/rola', command: giveRole, next: back }),
  form({ ...shared, path: '/praca/konta/:accountId/zakoncz-role', command: endRole, next: back }),
  form({ ...shared, path: '/praca/konta/:accountId/zamknij', command: closeAccount, next: back }),
  form({
    ...shared,
    path: '/praca/konta/:accountId/haslo',
    command: resetPassword,
    next: (result, request) => ({ view: secretsView(result, request.centre) }),
  }),
  form({
    ...shared,
    path: '/praca/konta/:accountId/kod',
    command: resetSecondFactor,
    next: (result, request) => ({ view: secretsView(result, request.centre) }),
  }),
];
