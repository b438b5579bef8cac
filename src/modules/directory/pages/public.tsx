import { areas } from '../../../law/index.ts';
import { type CentreInfo, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  CardList,
  DescriptionList,
  EmptyState,
  Form,
  Panel,
  Prose,
  Select,
  shortDate,
  Stack,
  TextInput,
} from '../../../ui/index.ts';
import type { Service } from '../domain/service.ts';
import { pl } from '../pl.ts';
import { listServices, type ServiceList } from '../queries/list-services.ts';
import { type ServiceView, viewService } from '../queries/view-service.ts';
import { CapacityTag, known, partialDay, performerOf, Phones, SourceLink } from './parts.tsx';

const list = pl.public.list;
const card = pl.public.card;

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
    trail: [{ href: `/${context.centre.slug}`, label: card.home }],
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
      state: 'published',
    }),
  view: listView,
});

const How = ({ service, centre }: { service: ServiceView; centre: CentreInfo }) => (
  <Panel id="jak" title={card.how}>
    <p>{card.track[service.track]}</p>
    <Actions>
      {service.track === 'programme' && (
        <ButtonLink href={`/${centre.slug}/wniosek?usluga=${service.id}`} variant="primary">
          {card.apply}
        </ButtonLink>
      )}
      <ButtonLink
        href={`/${centre.slug}/zglos?usluga=${service.id}`}
        variant={service.track === 'separate_statute' ? 'primary' : 'secondary'}
      >
        {card.report}
      </ButtonLink>
    </Actions>
  </Panel>
);

const Origin = ({ service }: { service: ServiceView }) => (
  <Panel id="zrodlo" title={card.source} tone="plain">
    <Prose>
      {service.source && (
        <p>
          {card.sourceText} <SourceLink address={service.source} />.{' '}
          {service.sourceAsOf && card.asOf(partialDay(service.sourceAsOf))}
        </p>
      )}
      <p>{service.confirmedOn ? card.confirmed(shortDate(service.confirmedOn)) : card.unconfirmed}</p>
    </Prose>
  </Panel>
);

function cardView(service: ServiceView, context: PageContext): View {
  const { centre } = context;
  return {
    title: service.name,
    ...(service.description ? { lead: service.description } : {}),
    trail: [
      { href: `/${centre.slug}`, label: card.home },
      { href: `/${centre.slug}/uslugi`, label: card.back },
    ],
    body: (
      <Stack>
        <DescriptionList
          items={[
            { term: card.recipients, value: known(service.recipients) },
            { term: card.conditions, value: known(service.conditions) },
            { term: card.fee, value: known(service.fee) },
            {
              term: pl.capacity.title,
              value: <CapacityTag capacity={service.capacity} today={context.today} />,
            },
          ]}
        />
        <How service={service} centre={centre} />
        <Panel id="gdzie" title={card.where}>
          <DescriptionList
            items={[
              ...(centre.gminas.length > 1
                ? [
                    {
                      term: pl.card.gmina,
                      value: service.gminaName ?? centre.gminas.map((one) => one.name).join(', '),
                    },
                  ]
                : []),
              { term: card.place, value: known(service.place) },
              { term: card.hours, value: known(service.hours) },
              { term: card.performer, value: known(performerOf(service)) },
              { term: card.contact, value: known(service.contactName) },
              { term: card.phone, value: known(service.phone && <Phones text={service.phone} />) },
              {
                term: card.email,
                value: known(service.email && <a href={`mailto:${service.email}`}>{service.email}</a>),
              },
            ]}
          />
        </Panel>
        <Origin service={service} />
      </Stack>
    ),
  };
}

export const publicServicePage = page({
  door: 'public',
  path: '/:centre/uslugi/:serviceId',
  load: async (ask, request) => await ask(viewService, { serviceId: request.params['serviceId'] }),
  view: cardView,
});
