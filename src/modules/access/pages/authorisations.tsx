import { permits } from '../../../platform/actor.ts';
import { all, form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import type { Shape } from '../../../ui/index.ts';
import {
  About,
  Actions,
  Button,
  ButtonLink,
  DateInput,
  DateText,
  DescriptionList,
  EmptyState,
  Form,
  Notice,
  Panel,
  Radios,
  Row,
  Select,
  Stack,
  StateTag,
  Table,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { grantAuthorisation, keepsRegister, revokeAuthorisation } from '../commands/authorisations.ts';
import { type Scope, scopes, type Standing } from '../domain/authorisation.ts';
import { pl } from '../pl.ts';
import {
  getAuthorisationQuery,
  listAuthorisableQuery,
  listAuthorisationsQuery,
  type ShownAuthorisation,
} from '../queries/authorisations.ts';

const words = pl.authorisations;

const shapes: Record<Standing, Shape> = {
  holds: 'done',
  not_yet: 'waiting',
  ended: 'stopped',
  revoked: 'refused',
};

const StandingTag = ({ entry }: { entry: ShownAuthorisation }) => (
  <StateTag state={shapes[entry.standing]} label={words.standings[entry.standing]} />
);

const Days = ({ entry }: { entry: ShownAuthorisation }) => (
  <>
    <DateText date={entry.validFrom} /> –{' '}
    {entry.validTo ? <DateText date={entry.validTo} /> : words.untilRevoked}
  </>
);

const namesFor = (entries: readonly ShownAuthorisation[], scope: Scope): string[] => [
  ...(scope === 'plan_approval' ? [words.director] : []),
  ...new Set(
    entries
      .filter((entry) => entry.scope === scope && entry.standing === 'holds')
      .map((entry) => `${entry.holderName}, ${entry.holderPosition}`),
  ),
];

/** Who may sign today, by matter: what the register is for. */
const Today = ({ entries }: { entries: readonly ShownAuthorisation[] }) => (
  <Panel id="dzis" title={words.today}>
    <DescriptionList
      items={scopes.map((scope) => {
        const names = namesFor(entries, scope);
        return {
          term: words.scopes[scope],
          value: names.length > 0 ? names.join('; ') : <StateTag state="warning" label={words.nobody} />,
        };
      })}
    />
  </Panel>
);

const Register = ({ entries }: { entries: readonly ShownAuthorisation[] }) => (
  <Table
    caption={words.caption}
    rows={entries}
    rowKey={(entry) => entry.id}
    columns={[
      {
        key: 'holder',
        label: words.columns.holder,
        cell: (entry) => (
          <a href={`/praca/upowaznienia/${entry.id}`}>
            {entry.holderName}
            <About about={entry.document} />
          </a>
        ),
      },
      { key: 'position', label: words.columns.position, cell: (entry) => entry.holderPosition },
      { key: 'scope', label: words.columns.scope, cell: (entry) => words.scopes[entry.scope] },
      {
        key: 'document',
        label: words.columns.document,
        cell: (entry) => (
          <>
            {entry.document}
            <br />
            <span class="hint">{entry.grantedBy}</span>
          </>
        ),
      },
      { key: 'days', label: words.columns.days, cell: (entry) => <Days entry={entry} /> },
      { key: 'standing', label: words.columns.standing, cell: (entry) => <StandingTag entry={entry} /> },
    ]}
  />
);

/** Whether the actor may keep the register at all, for somebody else. */
const mayKeep = (context: PageContext): boolean => permits(keepsRegister, context.actor, { accountId: '' });

export const authorisationsPage = page({
  door: 'staff',
  path: '/praca/upowaznienia',
  load: (ask) => ask(listAuthorisationsQuery, {}),
  view(entries, context): View {
    const grant = mayKeep(context) ? (
      <ButtonLink href="/praca/upowaznienia/nowe" variant="primary">
        {words.grant}
      </ButtonLink>
    ) : undefined;
    return {
      title: words.title,
      lead: words.lead,
      current: words.current,
      ...(grant && entries.length > 0 ? { aside: grant } : {}),
      body:
        entries.length === 0 ? (
          <EmptyState title={words.empty} action={grant}>
            {words.emptyWhat}
          </EmptyState>
        ) : (
          <Stack>
            <Today entries={entries} />
            <Register entries={entries} />
          </Stack>
        ),
    };
  },
});

export const newAuthorisationPage = page({
  door: 'staff',
  path: '/praca/upowaznienia/nowe',
  load: (ask) => all({ accounts: ask(listAuthorisableQuery, {}) }),
  view: ({ accounts }, context): View => ({
    title: words.newTitle,
    lead: words.newLead,
    current: words.current,
    width: 'narrow',
    trail: [{ href: '/praca/upowaznienia', label: words.title }],
    body: (
      <Form action="/praca/upowaznienia/nowe" {...formOf(context, grantAuthorisation)}>
        <Stack>
          <Select
            name="accountId"
            label={words.fields.account}
            width="l"
            options={accounts.map((account) => ({
              value: account.accountId,
              label: `${account.name}, ${account.roles.map((role) => pl.roles[role]).join(', ')}`,
            }))}
          />
          <Radios
            name="scope"
            label={words.fields.scope}
            choices={scopes.map((scope) => ({
              value: scope,
              label: words.scopes[scope],
              hint: words.scopeHints[scope],
            }))}
          />
          <TextInput
            name="document"
            label={words.fields.document}
            hint={words.fields.documentHint}
            width="l"
          />
          <TextInput
            name="grantedBy"
            label={words.fields.grantedBy}
            hint={words.fields.grantedByHint}
            width="l"
          />
          <TextInput
            name="request"
            label={words.fields.request}
            hint={words.fields.requestHint}
            width="l"
            optional
          />
          <TextInput
            name="qualification"
            label={words.fields.qualification}
            hint={words.fields.qualificationHint}
            width="l"
            optional
          />
          <Row>
            <DateInput name="validFrom" label={words.fields.validFrom} hint={words.fields.validFromHint} />
            <DateInput name="validTo" label={words.fields.validTo} hint={words.fields.validToHint} optional />
          </Row>
          <Actions>
            <Button variant="primary">{words.save}</Button>
          </Actions>
        </Stack>
      </Form>
    ),
  }),
});

const Revoke = ({ entry, context }: { entry: ShownAuthorisation; context: PageContext }) => (
  <Panel id="cofniecie" title={words.revokeTitle} tone="plain">
    <Form
      action={`/praca/upowaznienia/${entry.id}/cofnij`}
      {...formOf(context, revokeAuthorisation, { on: context.today })}
      version={entry.version}
    >
      <DateInput name="on" label={words.fields.on} hint={words.fields.onHint} />
      <TextArea name="why" label={words.fields.why} rows={2} />
      <Actions>
        <Button variant="danger">{words.revoke}</Button>
      </Actions>
    </Form>
  </Panel>
);

const Change = ({ entry, context }: { entry: ShownAuthorisation; context: PageContext }) => {
  if (!mayKeep(context) || entry.revokedOn !== null || entry.standing === 'ended') return null;
  if (entry.accountId === context.actor.accountId) return <Notice kind="info">{words.ownEntry}</Notice>;
  return <Revoke entry={entry} context={context} />;
};

export const authorisationPage = page({
  door: 'staff',
  path: '/praca/upowaznienia/:authorisationId',
  load: (ask, request) => ask(getAuthorisationQuery, { authorisationId: request.params['authorisationId'] }),
  view: (entry, context): View => ({
    title: words.detailsTitle(entry.holderName),
    lead: words.scopes[entry.scope],
    aside: <StandingTag entry={entry} />,
    current: words.current,
    width: 'narrow',
    trail: [{ href: '/praca/upowaznienia', label: words.title }],
    body: (
      <Stack>
        <Panel id="wpis" title={words.details}>
          <DescriptionList
            items={[
              { term: words.fields.account, value: `${entry.holderName}, ${entry.holderPosition}` },
              { term: words.holder, value: words.holders[entry.holder] },
              { term: words.fields.document, value: entry.document },
              { term: words.fields.grantedBy, value: entry.grantedBy },
              ...(entry.request ? [{ term: words.fields.request, value: entry.request }] : []),
              ...(entry.qualification
                ? [{ term: words.fields.qualification, value: entry.qualification }]
                : []),
              { term: words.columns.days, value: <Days entry={entry} /> },
              ...(entry.revokedOn
                ? [
                    {
                      term: words.revoked,
                      value: <DateText date={entry.revokedOn} />,
                      note: entry.revokedWhy ?? '',
                    },
                  ]
                : []),
            ]}
          />
        </Panel>
        <Change entry={entry} context={context} />
      </Stack>
    ),
  }),
});

const shared = { door: 'staff', next: () => '/praca/upowaznienia' } as const;

export const authorisationForms = [
  form({
    ...shared,
    path: '/praca/upowaznienia/nowe',
    command: grantAuthorisation,
    page: newAuthorisationPage,
  }),
  form({
    ...shared,
    path: '/praca/upowaznienia/:authorisationId/cofnij',
    command: revokeAuthorisation,
    page: authorisationPage,
  }),
];
