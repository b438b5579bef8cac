import { type CentreInfo, page, type PageContext, type View } from '../../../platform/http/route.ts';
import { Actions, ButtonLink, DescriptionList, Panel, Prose, shortDate, Stack } from '../../../ui/index.ts';
import { pl } from '../pl.ts';
import { type ServiceView, viewService } from '../queries/view-service.ts';
import { CapacityTag, known, partialDay, performerOf, Phones, SourceLink } from './parts.tsx';

const card = pl.public.card;

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
                      value: (service.gminaNames.length > 0
                        ? service.gminaNames
                        : centre.gminas.map((one) => one.name)
                      ).join(', '),
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
