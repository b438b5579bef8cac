import { areas } from '../../../law/index.ts';
import { page, type PageContext, type View } from '../../../platform/http/route.ts';
import { permits } from '../../../platform/actor.ts';
import {
  Actions,
  Button,
  ButtonLink,
  EmptyState,
  Form,
  Pagination,
  Select,
  shortDate,
  Stack,
  Table,
  Tabs,
  Tag,
  TextInput,
} from '../../../ui/index.ts';
import { maySetTerms, mayWriteService } from '../domain/access.ts';
import { publicStates, serviceStates, serviceSteps } from '../domain/lifecycle.ts';
import { awaitsConfirmation, type Service, trackKeys } from '../domain/service.ts';
import { layWords } from '../pl-lay-words.ts';
import { mayKeepLayWords } from '../commands/lay-words.ts';
import { pl } from '../pl.ts';
import { listServices, type ServiceList, waitingFor } from '../queries/list-services.ts';
import { areaWords, CapacityTag, gminaOf, known, performerOf, ServiceStateTag, TrackTag } from './parts.tsx';

const words = pl.list;
const address = '/praca/uslugi';

const Filters = ({ data, context }: { data: ServiceList; context: PageContext }) => (
  <Form
    action={address}
    method="get"
    values={context.query}
    label={words.filters}
    layout="inline"
    hidden={{ waiting: context.query['waiting'] }}
  >
    <TextInput name="text" label={words.text} type="search" optional />
    <Select
      name="area"
      label={words.area}
      placeholder={words.any}
      options={areas.map((one) => ({ value: String(one.code), label: `${one.code}. ${one.name}` }))}
      optional
    />
    {data.gminas.length > 1 && (
      <Select
        name="gmina"
        label={words.gmina}
        placeholder={words.any}
        options={data.gminas.map((one) => ({ value: one.teryt, label: one.name }))}
        optional
      />
    )}
    <Select
      name="track"
      label={words.track}
      placeholder={words.any}
      options={trackKeys.map((key) => ({ value: key, label: pl.tracks[key] }))}
      width="s"
      optional
    />
    {data.providers.length > 0 && (
      <Select
        name="provider"
        label={words.provider}
        placeholder={words.any}
        options={data.providers.map((one) => ({ value: one.id, label: one.name }))}
        optional
      />
    )}
    <Select
      name="state"
      label={words.state}
      placeholder={words.current}
      options={serviceStates.map((key) => ({ value: key, label: pl.states[key] }))}
      width="s"
      optional
    />
    <Actions>
      <Button>{words.submit}</Button>
      {Object.values(context.query).some(Boolean) && (
        <ButtonLink href={address} variant="quiet">
          {words.clear}
        </ButtonLink>
      )}
    </Actions>
  </Form>
);

/** What waits for the reader, each list with its count; only lists that hold something. */
const Waiting = ({ data, context }: { data: ServiceList; context: PageContext }) => {
  const chosen = context.query['waiting'];
  const lists = waitingFor.filter((key) => data.waiting[key] !== undefined || key === chosen);
  if (lists.length === 0) return null;
  return (
    <Tabs
      label={words.waitingLabel}
      items={[
        { href: address, label: words.all, count: data.total, current: chosen === undefined },
        ...lists.map((key) => ({
          href: `${address}?waiting=${key}`,
          label: words.waiting[key],
          count: data.waiting[key] ?? 0,
          current: chosen === key,
        })),
      ]}
    />
  );
};

const Name = ({ service, several }: { service: Service; several: boolean }) => (
  <>
    <a href={`${address}/${service.id}`}>{service.name}</a>{' '}
    {!publicStates.includes(service.state) && <ServiceStateTag state={service.state} />}
    <span class="description-note">
      {performerOf(service) ?? pl.unknown}
      {several && ` · ${gminaOf(service)}`}
    </span>
  </>
);

const Confirmed = ({ service, today }: { service: Service; today: string }) => (
  <>
    {service.confirmedOn && shortDate(service.confirmedOn)}{' '}
    {service.state !== 'withdrawn' && awaitsConfirmation(service, today) && (
      <Tag tone="warning" shape="waiting">
        {words.late}
      </Tag>
    )}
  </>
);

/** The way from page to page of a long list, its filters kept. */
const Pages = ({ data: { page: at, pages }, context }: { data: ServiceList; context: PageContext }) => {
  if (pages === 1) return null;
  const href = (number: number): string =>
    `${address}?${new URLSearchParams({ ...filtersOf(context.query), strona: String(number) }).toString()}`;
  return (
    <Pagination
      {...(at > 1 ? { previous: href(at - 1) } : {})}
      {...(at < pages ? { next: href(at + 1) } : {})}
      summary={words.page(at, pages)}
    />
  );
};

function view(data: ServiceList, context: PageContext): View {
  const writes = permits(mayWriteService, context.actor, {
    ownerId: context.actor.organizationId ?? null,
  });
  const sets = permits(maySetTerms, context.actor, { ownerId: null });
  const asks = permits(serviceSteps['ask-owner'].by, context.actor, { ownerId: null });
  const add = (
    <ButtonLink href={`${address}/nowa`} variant="primary">
      {words.add}
    </ButtonLink>
  );
  const empty =
    data.total === 0 ? (
      <EmptyState title={words.emptyTitle} action={writes && add}>
        <p>{words.empty}</p>
      </EmptyState>
    ) : (
      <EmptyState title={words.noneTitle} action={<ButtonLink href={address}>{words.clear}</ButtonLink>}>
        <p>{words.none}</p>
      </EmptyState>
    );
  return {
    title: words.title,
    lead: words.lead,
    aside: (
      <>
        {sets && (
          <ButtonLink href={`${address}/ustawienia`} variant="quiet">
            {words.terms}
          </ButtonLink>
        )}
        {sets && (
          <ButtonLink href={`${address}/wymiana`} variant="quiet">
            {words.exchange}
          </ButtonLink>
        )}
        {permits(mayKeepLayWords, context.actor, {}) && (
          <ButtonLink href={`${address}/slowa`} variant="quiet">
            {layWords.title}
          </ButtonLink>
        )}
        {asks && <ButtonLink href="/praca/wykonawcy">{words.organizations}</ButtonLink>}
        {writes && data.total > 0 && add}
      </>
    ),
    width: 'wide',
    current: 'services',
    body: (
      <Stack>
        <Waiting data={data} context={context} />
        <Filters data={data} context={context} />
        <Table
          caption={words.found(data.found, data.total)}
          rows={data.services}
          rowKey={(service) => service.id}
          empty={empty}
          columns={[
            {
              key: 'name',
              label: words.name,
              cell: (service) => <Name service={service} several={data.gminas.length > 1} />,
            },
            { key: 'area', label: words.area, cell: (service) => areaWords(service.area) },
            { key: 'track', label: words.track, cell: (service) => <TrackTag track={service.track} /> },
            {
              key: 'places',
              label: words.places,
              cell: (service) => known(<CapacityTag capacity={service.capacity} today={context.today} />),
            },
            {
              key: 'confirmed',
              label: words.confirmed,
              cell: (service) => <Confirmed service={service} today={context.today} />,
            },
          ]}
        />
        <Pages data={data} context={context} />
      </Stack>
    ),
  };
}

const filterNames = [
  'text',
  'area',
  'gmina',
  'track',
  'provider',
  'state',
  'unconfirmed',
  'waiting',
] as const;

/** The filters of the directory that an address carries. */
export const filtersOf = (query: Record<string, string>): Record<string, string> =>
  Object.fromEntries(filterNames.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]])));

export const serviceListPage = page({
  door: 'staff',
  path: address,
  load: async (ask, request) =>
    await ask(listServices, { ...filtersOf(request.query), page: request.query['strona'] }),
  view,
});
