import { areas } from '../../../law/index.ts';
import { type CentreInfo, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  CardList,
  EmptyState,
  Form,
  Panel,
  Select,
  Stack,
  TextInput,
} from '../../../ui/index.ts';
import type { Service } from '../domain/service.ts';
import { pl } from '../pl.ts';
import { listServices, type ServiceList } from '../queries/list-services.ts';
import { CapacityTag } from './parts.tsx';

const list = pl.public.list;

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Areas in which the centre has services, for a list of choices. */
export const areaChoices = (byArea: ServiceList['byArea']): { value: string; label: string }[] =>
  areas
    .filter((one) => byArea[one.code])
    .map((one) => ({ value: String(one.code), label: capitalised(one.name) }));

const Filters = ({ data, context }: { data: ServiceList; context: PageContext }) => (
  <Form
    action={`/${context.centre.slug}/uslugi`}
    method="get"
    values={context.query}
    label={pl.list.filters}
    layout="inline"
  >
    <TextInput
      name="text"
      label={pl.public.home.search}
      hint={pl.public.home.searchHint}
      type="search"
      width="l"
      optional
    />
    <Select
      name="area"
      label={list.area}
      placeholder={list.areaAny}
      options={areaChoices(data.byArea)}
      optional
    />
    {data.gminas.length > 1 && (
      <Select
        name="gmina"
        label={list.gmina}
        placeholder={list.areaAny}
        options={data.gminas.map((one) => ({ value: one.teryt, label: one.name }))}
        optional
      />
    )}
    <Actions>
      <Button variant="primary">{list.submit}</Button>
      {Object.values(context.query).some(Boolean) && (
        <ButtonLink href={`/${context.centre.slug}/uslugi`} variant="quiet">
          {list.all}
        </ButtonLink>
      )}
    </Actions>
  </Form>
);

const ServiceCard = ({ service, context }: { service: Service; context: PageContext }) => (
  <Card
    title={service.name}
    href={`/${context.centre.slug}/uslugi/${service.id}`}
    level={3}
    meta={service.recipients ?? undefined}
    {...(service.capacity.status === 'unknown'
      ? {}
      : { aside: <CapacityTag capacity={service.capacity} today={context.today} /> })}
  >
    {service.description && <p>{service.description}</p>}
  </Card>
);

const Nothing = ({ centre, empty }: { centre: CentreInfo; empty: boolean }) => (
  <EmptyState
    title={empty ? list.emptyTitle : list.noneTitle}
    action={<ButtonLink href={`/${centre.slug}/zglos`}>{list.report}</ButtonLink>}
  >
    <p>{empty ? list.empty : list.none}</p>
  </EmptyState>
);

function listView(data: ServiceList, context: PageContext): View {
  return {
    title: list.title,
    lead: list.lead,
    trail: [{ href: `/${context.centre.slug}`, label: pl.public.card.home }],
    width: 'wide',
    body: (
      <Stack>
        <Filters data={data} context={context} />
        {data.services.length === 0 ? (
          <Nothing centre={context.centre} empty={data.total === 0} />
        ) : (
          <Panel id="wyniki" title={list.found(data.services.length)} tone="plain">
            <CardList>
              {data.services.map((service) => (
                <ServiceCard key={service.id} service={service} context={context} />
              ))}
            </CardList>
          </Panel>
        )}
      </Stack>
    ),
  };
}

export const publicListPage = page({
  door: 'public',
  path: '/:centre/uslugi',
  load: async (ask, { query }) =>
    await ask(listServices, {
      text: query['text'],
      area: query['area'],
      gmina: query['gmina'],
      state: 'public',
    }),
  view: listView,
});
