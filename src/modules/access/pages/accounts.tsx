import { permits } from '../../../platform/actor.ts';
import { all, form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  DateInput,
  EmptyState,
  Form,
  Row,
  Select,
  Stack,
  StateTag,
  Table,
  Tag,
  TextInput,
  moment,
} from '../../../ui/index.ts';
import { administersOthers } from '../commands/change-roles.ts';
import { createAccount } from '../commands/create-account.ts';
import type { AccountRecord } from '../db/account-register.ts';
import { assignableRoles, outsideRoles, rolesOn } from '../domain/roles.ts';
import { isLocked } from '../domain/tries.ts';
import { pl } from '../pl.ts';
import { listAccountsQuery, listOrganizationsForAccountsQuery } from '../queries/accounts.ts';
import { secretsView } from './secrets.tsx';

const words = pl.accounts;

/** How an account stands: closed, locked, waiting for its first password, without one, or simply active. */
export const AccountTag = ({ account, now }: { account: AccountRecord; now: string }) => {
  if (account.state === 'closed') return <StateTag state="stopped" label={words.states.closed} />;
  if (isLocked({ failedAttempts: 0, lockedUntil: account.lockedUntil }, now))
    return <StateTag state="refused" label={words.states.locked} />;
  if (account.persona) return <StateTag state="open" label={words.states.persona} />;
  if (!account.hasPassword)
    return <StateTag state="warning" label={words.states.noPassword} tone="warning" />;
  if (account.mustChangePassword) return <StateTag state="waiting" label={words.states.oneTime} />;
  return <StateTag state="done" label={words.states.active} />;
};

const AccountTable = ({
  accounts,
  context,
}: {
  accounts: readonly AccountRecord[];
  context: PageContext;
}) => (
  <Table
    caption={words.caption}
    captionHidden
    rows={accounts}
    rowKey={(account) => account.id}
    columns={[
      {
        key: 'name',
        label: words.columns.name,
        cell: (account) => <a href={`/praca/konta/${account.id}`}>{account.name}</a>,
      },
      {
        key: 'position',
        label: words.columns.position,
        cell: (account) => (
          <>
            {account.position}
            <br />
            <span class="hint">{account.login}</span>
          </>
        ),
      },
      {
        key: 'roles',
        label: words.columns.roles,
        cell: (account) => {
          const held = rolesOn(account.periods, context.today);
          return (
            <Row>
              {held.length === 0 ? (
                <Tag tone="warning">{words.noRole}</Tag>
              ) : (
                held.map(({ role }) => <Tag key={role}>{pl.roles[role]}</Tag>)
              )}
              {account.organizationName && <span class="hint">{account.organizationName}</span>}
            </Row>
          );
        },
      },
      {
        key: 'state',
        label: words.columns.state,
        cell: (account) => <AccountTag account={account} now={context.now} />,
      },
      {
        key: 'last',
        label: words.columns.last,
        nowrap: true,
        cell: (account) => (account.lastSignedInAt ? moment(account.lastSignedInAt) : words.never),
      },
    ]}
  />
);

const NewAccountLink = ({ primary }: { primary?: boolean }) => (
  <ButtonLink href="/praca/konta/nowe" variant={primary ? 'primary' : 'secondary'}>
    {words.create}
  </ButtonLink>
);

export const accountsPage = page({
  door: 'staff',
  path: '/praca/konta',
  load: (ask) => ask(listAccountsQuery, {}),
  view(accounts, context): View {
    const administers = permits(administersOthers, context.actor, { id: '' });
    const active = accounts.filter((account) => account.state === 'active').length;
    return {
      title: words.title,
      lead: `${words.lead} ${words.count(active, accounts.length - active)}`,
      current: words.current,
      ...(administers && accounts.length > 0
        ? {
            aside: (
              <Row>
                <NewAccountLink primary />
                <ButtonLink href="/praca/logowanie-zewnetrzne">{pl.external.settings}</ButtonLink>
              </Row>
            ),
          }
        : {}),
      body:
        accounts.length === 0 ? (
          <EmptyState title={words.empty} action={administers ? <NewAccountLink primary /> : undefined}>
            {words.emptyWhat}
          </EmptyState>
        ) : (
          <AccountTable accounts={accounts} context={context} />
        ),
    };
  },
});

/** Roles as choices of a list, those of the centre first. */
export const roleOptions = [
  {
    label: words.groups.inside,
    options: assignableRoles
      .filter((role) => !outsideRoles.includes(role))
      .map((role) => ({ value: role, label: pl.roles[role] })),
  },
  {
    label: words.groups.outside,
    options: assignableRoles
      .filter((role) => outsideRoles.includes(role))
      .map((role) => ({ value: role, label: pl.roles[role] })),
  },
];

/** First and last day of a role. */
export const RoleDays = () => (
  <Row>
    <DateInput name="validFrom" label={words.fields.validFrom} hint={words.fields.validFromHint} optional />
    <DateInput name="validTo" label={words.fields.validTo} hint={words.fields.validToHint} optional />
  </Row>
);

export const newAccountPage = page({
  door: 'staff',
  path: '/praca/konta/nowe',
  load: (ask) => all({ organizations: ask(listOrganizationsForAccountsQuery, {}) }),
  view: ({ organizations }, context): View => ({
    title: words.newTitle,
    lead: words.newLead,
    current: words.current,
    width: 'narrow',
    trail: [{ href: '/praca/konta', label: words.title }],
    body: (
      <Form
        action={`/praca/konta/nowe${context.query['osoba'] ? `?osoba=${context.query['osoba']}` : ''}`}
        {...formOf(context, createAccount)}
      >
        <Stack>
          <TextInput name="name" label={words.fields.name} autoComplete="off" width="l" />
          <TextInput
            name="position"
            label={words.fields.position}
            hint={words.fields.positionHint}
            autoComplete="off"
            width="l"
          />
          <TextInput
            name="login"
            label={words.fields.login}
            hint={words.fields.loginHint}
            autoComplete="off"
            spellCheck={false}
          />
          <Select
            name="role"
            label={words.fields.role}
            hint={words.fields.roleHint}
            options={roleOptions}
            width="l"
          />
          <Select
            name="organizationId"
            label={words.fields.organization}
            hint={words.fields.organizationHint}
            options={organizations.map(({ id, name }) => ({ value: id, label: name }))}
            width="l"
            optional
          />
          <RoleDays />
          <Actions>
            <Button variant="primary">{words.save}</Button>
          </Actions>
        </Stack>
      </Form>
    ),
  }),
});

export const newAccountForm = form({
  door: 'staff',
  path: '/praca/konta/nowe',
  command: createAccount,
  page: newAccountPage,
  input: (values, request) => ({
    ...values,
    ...(request.query['osoba'] ? { personId: request.query['osoba'] } : {}),
  }),
  next: (result, request) => ({ view: secretsView(result, request.centre) }),
});
