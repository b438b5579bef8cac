import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Columns,
  DescriptionList,
  EmptyState,
  Form,
  Notice,
  Panel,
  Row,
  Select,
  shortDate,
  Stack,
  Table,
  Tag,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { issueLink, revokeLink } from '../commands/links.ts';
import { writeOrganization } from '../commands/write-organization.ts';
import { performerTypes } from '../domain/codes.ts';
import { linkState } from '../domain/link.ts';
import { organizations as words } from '../pl-organizations.ts';
import {
  listOrganizationsQuery,
  organizationForm,
  type OrganizationFormData,
  type OrganizationListing,
  type OrganizationView,
  viewOrganization,
} from '../queries/organizations.ts';
import { known, Phones, ServiceStateTag, SourceLink } from './parts.tsx';
import { choicesOf } from './section-fields.tsx';

const list = '/praca/wykonawcy';
const services = { href: '/praca/uslugi', label: words.services };

const typeWords = (type: string | null): string | null =>
  performerTypes.find((one) => one === type)
    ? words.types[performerTypes.find((one) => one === type) ?? 'other']
    : type;

function listView({ organizations }: OrganizationListing): View {
  const add = <ButtonLink href={`${list}/nowy`}>{words.add}</ButtonLink>;
  return {
    title: words.title,
    lead: words.lead,
    aside: add,
    trail: [services],
    width: 'wide',
    current: 'services',
    body: (
      <Table
        caption={words.found(organizations.length)}
        rows={organizations}
        rowKey={(one) => one.id}
        empty={
          <EmptyState title={words.emptyTitle} action={add}>
            <p>{words.empty}</p>
          </EmptyState>
        }
        columns={[
          { key: 'name', label: words.name, cell: (one) => <a href={`${list}/${one.id}`}>{one.name}</a> },
          { key: 'type', label: words.type, cell: (one) => known(typeWords(one.performerType)) },
          { key: 'cards', label: words.cards, numeric: true, cell: (one) => one.cards },
          {
            key: 'waiting',
            label: words.waiting,
            cell: (one) =>
              one.waiting > 0 && (
                <Tag tone="warning" shape="waiting">
                  {words.waitingCount(one.waiting)}
                </Tag>
              ),
          },
          { key: 'email', label: words.email, cell: (one) => known(one.email) },
        ]}
      />
    ),
  };
}

export const organizationListPage = page({
  door: 'staff',
  path: list,
  load: async (ask) => await ask(listOrganizationsQuery, {}),
  view: listView,
});

const Links = ({ data, context }: { data: OrganizationView; context: PageContext }) => {
  const { organization, links } = data;
  const issue = (way: 'mail' | 'screen', primary: boolean) => (
    <ActionForm
      key={way}
      action={`${list}/${organization.id}/link`}
      label={words.issue[way]}
      variant={primary ? 'primary' : 'secondary'}
      once={context.form.once}
      hidden={{ way }}
    />
  );
  return (
    <Panel id="linki" title={words.links}>
      <p>{words.linksLead}</p>
      <Actions>
        {organization.email && issue('mail', true)}
        {issue('screen', !organization.email)}
      </Actions>
      {links.map((link) => {
        const state = linkState(link, context.today);
        return (
          <div key={link.id} class="card">
            <p>
              <strong>{words.linkStates[state]}</strong>{' '}
              {words.linkFacts(shortDate(link.createdAt.slice(0, 10)), shortDate(link.expiresOn))}
            </p>
            <p class="hint">
              {words.sent(link.sentAs, link.email)} {words.uses(link.uses)}
            </p>
            {link.sentAs === 'file' && state === 'open' && (
              <Notice kind="warning" title={words.filedTitle}>
                {words.filed}
              </Notice>
            )}
            {state === 'open' && (
              <ActionForm
                action={`${list}/${organization.id}/link/${link.id}/uniewaznienie`}
                label={words.revoke}
                about={words.linkFacts(shortDate(link.createdAt.slice(0, 10)), shortDate(link.expiresOn))}
                small
                once={context.form.once}
                version={link.version}
              />
            )}
          </div>
        );
      })}
    </Panel>
  );
};

const Facts = ({ organization: one }: { organization: OrganizationView['organization'] }) => (
  <DescriptionList
    items={[
      { term: words.type, value: known(typeWords(one.performerType)) },
      { term: words.email, value: known(one.email && <a href={`mailto:${one.email}`}>{one.email}</a>) },
      { term: words.phone, value: known(one.phone && <Phones text={one.phone} />) },
      { term: words.address, value: known(one.address) },
      { term: words.web, value: known(one.web && <SourceLink address={one.web} />) },
      { term: 'KRS', value: known(one.krs) },
      { term: 'NIP', value: known(one.nip) },
      { term: 'REGON', value: known(one.regon) },
      ...(one.description ? [{ term: words.description, value: one.description }] : []),
    ]}
  />
);

function organizationView(data: OrganizationView, context: PageContext): View {
  const { organization, cards } = data;
  return {
    title: organization.name,
    trail: [services, { href: list, label: words.title }],
    width: 'wide',
    current: 'services',
    body: (
      <Columns
        main={
          <Stack>
            <Panel
              id="dane"
              title={words.facts}
              actions={
                <ButtonLink href={`${list}/${organization.id}/popraw`} small>
                  {words.edit}
                </ButtonLink>
              }
            >
              <Facts organization={organization} />
            </Panel>
            <Table
              caption={words.theirCards(cards.length)}
              rows={cards}
              rowKey={(one) => one.id}
              empty={<p>{words.noCards}</p>}
              columns={[
                {
                  key: 'name',
                  label: words.card,
                  cell: (one) => <a href={`/praca/uslugi/${one.id}`}>{one.name}</a>,
                },
                { key: 'state', label: words.state, cell: (one) => <ServiceStateTag state={one.state} /> },
                {
                  key: 'confirmed',
                  label: words.confirmed,
                  cell: (one) => (one.confirmedOn ? shortDate(one.confirmedOn) : words.neverConfirmed),
                },
              ]}
            />
          </Stack>
        }
        side={<Links data={data} context={context} />}
      />
    ),
  };
}

export const organizationPage = page({
  door: 'staff',
  path: '/praca/wykonawcy/:organizationId',
  load: async (ask, { params }) => await ask(viewOrganization, { organizationId: params['organizationId'] }),
  view: organizationView,
});

const Fields = ({ gminas }: { gminas: OrganizationFormData['gminas'] }) => (
  <>
    <TextInput name="name" label={words.name} width="full" maxLength={200} />
    <Select
      name="performerType"
      label={words.type}
      placeholder={words.notSaid}
      options={choicesOf(performerTypes, words.types)}
      width="l"
      optional
    />
    <TextInput name="email" label={words.email} hint={words.emailHint} type="email" optional />
    <TextInput name="phone" label={words.phone} optional />
    <TextInput name="address" label={words.address} width="full" optional />
    {gminas.length > 1 && (
      <Select
        name="teryt"
        label={words.gmina}
        placeholder={words.notSaid}
        options={gminas.map((one) => ({ value: one.teryt, label: one.name }))}
        optional
      />
    )}
    <TextInput name="web" label={words.web} type="url" width="l" optional />
    <Row>
      <TextInput name="krs" label="KRS" inputMode="numeric" width="s" optional />
      <TextInput name="nip" label="NIP" inputMode="numeric" width="s" optional />
      <TextInput name="regon" label="REGON" inputMode="numeric" width="s" optional />
    </Row>
    <TextArea name="description" label={words.description} rows={3} optional />
  </>
);

const fieldNames = [
  'name',
  'description',
  'performerType',
  'teryt',
  'address',
  'phone',
  'email',
  'web',
  'nip',
  'regon',
  'krs',
] as const;

function formView({ organization, gminas }: OrganizationFormData, context: PageContext): View {
  const here = organization ? `${list}/${organization.id}` : list;
  const initial = Object.fromEntries(fieldNames.map((name) => [name, organization?.[name] ?? '']));
  return {
    title: organization ? words.editTitle : words.add,
    trail: [services, { href: list, label: words.title }],
    width: 'narrow',
    current: 'services',
    body: (
      <Form
        action={organization ? `${here}/popraw` : `${list}/nowy`}
        {...(organization ? { version: organization.version } : {})}
        {...formOf(context, writeOrganization, initial)}
      >
        <Fields gminas={gminas} />
        <Actions>
          <Button variant="primary">{words.save}</Button>
          <ButtonLink href={here} variant="quiet">
            {words.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    ),
  };
}

export const newOrganizationPage = page({
  door: 'staff',
  path: '/praca/wykonawcy/nowy',
  load: async (ask) => await ask(organizationForm, {}),
  view: formView,
});

export const editOrganizationPage = page({
  door: 'staff',
  path: '/praca/wykonawcy/:organizationId/popraw',
  load: async (ask, { params }) => await ask(organizationForm, { organizationId: params['organizationId'] }),
  view: formView,
});

const back = ({ organizationId }: { organizationId: string }): string => `${list}/${organizationId}`;

/** The secret is on this page only: it is kept nowhere. */
const shownOnce = (
  result: { organizationId: string; secret: string; expiresOn: string },
  slug: string,
): View => ({
  title: words.shownTitle,
  trail: [services, { href: back(result), label: words.backToOrganization }],
  width: 'narrow',
  current: 'services',
  body: (
    <Stack>
      <p>{words.shownLead(shortDate(result.expiresOn))}</p>
      <p>
        <a href={`/${slug}/karta/${result.secret}`}>{`/${slug}/karta/${result.secret}`}</a>
      </p>
      <p>{words.shownHow}</p>
      <Notice kind="warning" title={words.shownWarning} />
      <Actions>
        <ButtonLink href={back(result)}>{words.shownDone}</ButtonLink>
      </Actions>
    </Stack>
  ),
});

export const organizationForms = [
  form({
    door: 'staff',
    path: '/praca/wykonawcy/nowy',
    command: writeOrganization,
    page: newOrganizationPage,
    next: back,
  }),
  form({
    door: 'staff',
    path: '/praca/wykonawcy/:organizationId/popraw',
    command: writeOrganization,
    page: editOrganizationPage,
    next: back,
  }),
  form({
    door: 'staff',
    path: '/praca/wykonawcy/:organizationId/link',
    command: issueLink,
    page: organizationPage,
    next: (result, request) =>
      result.secret === null
        ? back(result)
        : { view: shownOnce({ ...result, secret: result.secret }, request.centre.slug) },
  }),
  form({
    door: 'staff',
    path: '/praca/wykonawcy/:organizationId/link/:linkId/uniewaznienie',
    command: revokeLink,
    page: organizationPage,
    next: back,
  }),
];
