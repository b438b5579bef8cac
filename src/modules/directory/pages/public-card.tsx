import type { VNode } from 'preact';
import type { Lang } from '../../../lang.ts';
import { page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  ButtonLink,
  DescriptionList,
  Notice,
  Panel,
  Prose,
  QuickExit,
  shortDate,
  Stack,
  StateTag,
  Unknown,
} from '../../../ui/index.ts';
import { cardWordsOf } from '../card-words.ts';
import { capacityOn } from '../domain/capacity.ts';
import { type Service, serviceIn } from '../domain/service.ts';
import { type ServiceView, viewService } from '../queries/view-service.ts';
import { Emergency, inDanger } from './emergency.tsx';
import { HelpWays } from './help-ways.tsx';
import { capacityShape, partialDay, performerOf, Phones, SourceLink } from './parts.tsx';
import {
  accessFact,
  applyFact,
  hoursFact,
  languagesFact,
  mapAddress,
  placeFact,
  placesFact,
  priceFact,
  reachFact,
  staleFact,
  whoFact,
} from './resident-facts.ts';

type Part = { service: Service; context: PageContext };

/** What nobody translates is Polish on a page of any language, and is read out as Polish (WCAG 3.1.2). */
const Polish = ({ words }: { words: string }): VNode => <span lang="pl">{words}</span>;

/** A text of a card in the language of the page; where nobody has translated it, it is said to be Polish. */
const Written = ({
  service,
  field,
  lang,
}: {
  service: Service;
  field: 'conditions' | 'note';
  lang: Lang;
}): VNode => {
  const words = service[field] ?? '';
  return lang === 'pl' || service.translations[lang]?.[field] ? <>{words}</> : <Polish words={words} />;
};

/** What decides at the first glance: for whom, at what price, whether there is room. */
const First = ({ service, context }: Part) => {
  const { lang, today } = context;
  const words = cardWordsOf(lang);
  const places = placesFact(service, today, lang);
  return (
    <DescriptionList
      items={[
        { term: words.who, value: whoFact(service, lang) ?? <Unknown>{words.ask}</Unknown> },
        { term: words.price, value: priceFact(service, lang) ?? <Unknown>{words.ask}</Unknown> },
        {
          term: words.places,
          value: places ? (
            <>
              <StateTag
                state={capacityShape[capacityOn(service.capacity, today).status]}
                label={places.said}
              />{' '}
              {[places.on, places.wait].filter(Boolean).join(' ')}
            </>
          ) : (
            <Unknown>{words.ask}</Unknown>
          ),
        },
      ]}
    />
  );
};

/** The service's own number, else the centre's, and whose it is. */
const PhoneOf = ({ service, context: { centre, lang } }: Part) => {
  const words = cardWordsOf(lang);
  if (service.phone) return <Phones text={service.phone} />;
  if (!centre.letterhead.phone) return <Unknown>{words.unknown}</Unknown>;
  return (
    <>
      <Phones text={centre.letterhead.phone} />
      <span class="description-note">{words.centrePhone}</span>
    </>
  );
};

const How = ({ service, context, programmes }: Part & { programmes: readonly string[] }) => {
  const { lang, centre } = context;
  const words = cardWordsOf(lang);
  const apply = applyFact(service, lang);
  return (
    <Panel id="jak" title={words.how}>
      <p>{words.track[service.track]}</p>
      <DescriptionList
        items={[
          ...(apply ? [{ term: words.channelsTitle, value: apply }] : []),
          ...(service.applyLink
            ? [{ term: words.form, value: <SourceLink address={service.applyLink} /> }]
            : []),
          {
            term: words.phone,
            value: <PhoneOf service={service} context={context} />,
          },
          ...(service.email
            ? [{ term: words.email, value: <a href={`mailto:${service.email}`}>{service.email}</a> }]
            : []),
          ...(programmes.length > 0
            ? [{ term: words.programme, value: <Polish words={programmes.join(', ')} /> }]
            : []),
          ...(service.contactName
            ? [{ term: words.contact, value: <Polish words={service.contactName} /> }]
            : []),
          ...(service.web ? [{ term: words.web, value: <SourceLink address={service.web} /> }] : []),
        ]}
      />
      {service.track === 'programme' && (
        <Actions>
          <ButtonLink href={`${centre.home}/wniosek?usluga=${service.id}`} variant="primary">
            {words.apply}
          </ButtonLink>
        </Actions>
      )}
    </Panel>
  );
};

const PlaceLine = ({ service, context }: Part): VNode => {
  const words = cardWordsOf(context.lang);
  if (service.places.length === 0)
    return service.place ? <>{service.place}</> : <Unknown>{words.ask}</Unknown>;
  return (
    <ul>
      {service.places.map((place) => {
        const map = mapAddress(place);
        return (
          <li key={place.id}>
            {placeFact(place)}
            {map && (
              <>
                {' '}
                <a href={map} rel="external noreferrer">
                  {words.map}
                </a>
              </>
            )}
          </li>
        );
      })}
      {service.place && <li>{service.place}</li>}
    </ul>
  );
};

const Where = ({ service, context }: Part) => {
  const { lang, centre } = context;
  const words = cardWordsOf(lang);
  const reach = reachFact(service, lang);
  const hours = hoursFact(service, lang);
  const gminas = service.gminaNames.length > 0 ? service.gminaNames : centre.gminas.map((one) => one.name);
  return (
    <Panel id="gdzie" title={words.where}>
      <DescriptionList
        items={[
          ...(reach ? [{ term: words.reach, value: reach }] : []),
          { term: words.place, value: <PlaceLine service={service} context={context} /> },
          ...(centre.gminas.length > 1 ? [{ term: words.gmina, value: gminas.join(', ') }] : []),
          {
            term: words.when,
            value:
              hours.length > 1 ? (
                <ul>
                  {hours.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              ) : (
                (hours[0] ?? <Unknown>{words.ask}</Unknown>)
              ),
          },
        ]}
      />
    </Panel>
  );
};

const Bring = ({ service, context }: Part) => {
  const words = cardWordsOf(context.lang);
  return (
    <Panel id="warunki" title={words.bring}>
      <DescriptionList
        items={[
          {
            term: words.conditions,
            value: service.conditions ? (
              <Written service={service} field="conditions" lang={context.lang} />
            ) : (
              <Unknown>{words.ask}</Unknown>
            ),
          },
          {
            term: words.documents,
            value:
              service.documents.length > 0 ? (
                <ul>
                  {service.documents.map((one) => (
                    <li key={one}>{one}</li>
                  ))}
                </ul>
              ) : (
                <Unknown>{words.ask}</Unknown>
              ),
          },
          ...(service.maxMonths ? [{ term: words.longest, value: words.months(service.maxMonths) }] : []),
        ]}
      />
    </Panel>
  );
};

const Access = ({ service, context }: Part) => {
  const { lang } = context;
  const words = cardWordsOf(lang);
  return (
    <Panel id="dostepnosc" title={words.access}>
      <DescriptionList
        items={[
          {
            term: words.accessibility,
            value: accessFact(service, lang) ?? <Unknown>{words.ask}</Unknown>,
          },
          { term: words.languages, value: languagesFact(service, lang) ?? <Unknown>{words.ask}</Unknown> },
        ]}
      />
    </Panel>
  );
};

const Origin = ({ service, context }: Part) => {
  const { lang, centre } = context;
  const words = cardWordsOf(lang);
  const leaflet = `${centre.home}/ulotka?usluga=${service.id}`;
  const performer = performerOf(service);
  const translated = lang !== 'pl' && Object.keys(service.translations[lang] ?? {}).length > 0;
  return (
    <Panel id="zrodlo" title={words.origin} tone="plain">
      <Prose>
        <p>
          {words.performer}: {performer ? <Polish words={performer} /> : <Unknown>{words.unknown}</Unknown>}
          {performer?.endsWith('.') ? '' : '.'}
        </p>
        <p>{service.confirmedOn ? words.confirmed(shortDate(service.confirmedOn)) : words.never}</p>
        {service.source && (
          <p>
            {words.source}: <SourceLink address={service.source} />.{' '}
            {service.sourceAsOf && words.asOf(partialDay(service.sourceAsOf))}
          </p>
        )}
        {service.note && (
          <p>
            {words.note}: <Written service={service} field="note" lang={lang} />
          </p>
        )}
        {translated && <p>{words.translated}</p>}
      </Prose>
      <Actions>
        <ButtonLink href={leaflet}>{words.leafletNormal}</ButtonLink>
        <ButtonLink href={`${leaflet}&druk=duzy`}>{words.leafletLarge}</ButtonLink>
      </Actions>
    </Panel>
  );
};

function cardView(card: ServiceView, context: PageContext): View {
  const { centre, lang, today } = context;
  const words = cardWordsOf(lang);
  const service = serviceIn(lang, card);
  const stale = staleFact(service, today, lang);
  const part = { service, context };
  return {
    title: service.name,
    ...(service.description ? { lead: service.description } : {}),
    trail: [
      { href: centre.home, label: words.home },
      { href: `${centre.home}/uslugi`, label: words.services },
    ],
    body: (
      <Stack>
        {service.recipientGroups.includes('violence') && <QuickExit />}
        {service.recipientGroups.some((one) => inDanger.includes(one)) && <Emergency lang={lang} />}
        {stale && <Notice kind="warning" title={stale} />}
        <First {...part} />
        <How {...part} programmes={card.programmes} />
        <HelpWays context={context} about={service.id} />
        <Where {...part} />
        <Bring {...part} />
        <Access {...part} />
        <Origin {...part} />
      </Stack>
    ),
  };
}

export const publicServicePage = page({
  door: 'public',
  path: '/:centre/uslugi/:serviceId',
  keep: { until: ['directory', 'programmes', 'hsds'] },
  load: async (ask, request) => await ask(viewService, { serviceId: request.params['serviceId'] }),
  view: cardView,
});
