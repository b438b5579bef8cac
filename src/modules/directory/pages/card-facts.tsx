import type { ComponentChildren, VNode } from 'preact';
import { cite } from '../../../law/index.ts';
import { ButtonLink, DescriptionList, Panel, Prose, shortDate, Stack } from '../../../ui/index.ts';
import type { Section } from '../commands/service-input.ts';
import { conditionWords } from '../domain/conditions.ts';
import { weekWords } from '../domain/schedule.ts';
import { type Place, trackOf } from '../domain/service.ts';
import { codes, form } from '../pl-form.ts';
import { pl } from '../pl.ts';
import type { ServiceView } from '../queries/view-service.ts';
import {
  ageWords,
  areaWords,
  gminaOf,
  partialDay,
  performerOf,
  Phones,
  priceWords,
  SourceLink,
} from './parts.tsx';

const words = pl.card;

interface Fact {
  term: string;
  value: ComponentChildren;
  note?: string;
}

const coded = <K extends string>(keys: readonly K[], labels: Record<K, string>): string | null =>
  keys.length > 0 ? keys.map((key) => labels[key]).join(', ') : null;

const dated = (service: ServiceView): string | null =>
  [
    service.financing,
    service.financingFrom && words.from(shortDate(service.financingFrom)),
    service.financingTo && words.to(shortDate(service.financingTo)),
  ]
    .filter(Boolean)
    .join(' ') || null;

const PlaceWords = ({ place }: { place: Place }) => (
  <>
    {[place.name, place.street, [place.postalCode, place.city].filter(Boolean).join(' ')]
      .filter(Boolean)
      .join(', ')}
    {place.accessibility && (
      <span class="description-note">
        {[coded(place.accessibility, codes.accessibility), place.accessibilityWords]
          .filter(Boolean)
          .join('; ')}
      </span>
    )}
  </>
);

const Week = ({ service }: { service: ServiceView }) => (
  <ul>
    {weekWords(service.schedules).map((run) => (
      <li key={run.days}>
        {run.days} {run.hours}
      </li>
    ))}
  </ul>
);

const factsOf: Record<Section, (service: ServiceView) => Fact[]> = {
  basics: (service) => {
    const track = trackOf(service.track);
    return [
      { term: words.description, value: service.description },
      { term: words.area, value: service.area && areaWords(service.area) },
      {
        term: words.track,
        value: `${track.name} (${cite(track.basis)})`,
        ...(service.trackAssumed ? { note: words.trackAssumed } : {}),
      },
      ...(service.programmes.length > 0
        ? [{ term: words.programmes, value: service.programmes.join(', ') }]
        : []),
      ...(service.track === 'separate_statute' ? [{ term: words.handledBy, value: service.handledBy }] : []),
    ];
  },
  people: (service) => [
    { term: form.recipientGroups, value: coded(service.recipientGroups, codes.recipientGroups) },
    { term: words.age, value: ageWords(service) },
    { term: words.recipients, value: service.recipients },
    {
      term: form.recipientType,
      value: service.recipientType && codes.recipientTypes[service.recipientType],
    },
    { term: words.gmina, value: gminaOf(service) },
  ],
  conditions: (service) => [
    { term: words.conditions, value: service.conditions },
    {
      term: form.documents,
      value:
        service.documents.length > 0 ? (
          <ul>
            {service.documents.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        ) : null,
    },
    { term: words.maxMonths, value: service.maxMonths && words.months(service.maxMonths) },
  ],
  place: (service) => [
    { term: form.reach, value: coded(service.reach, codes.reaches) },
    ...service.places.map((place, index) => ({
      term: form.address(index + 1),
      value: <PlaceWords place={place} />,
    })),
    ...(service.places.length === 0 || service.place ? [{ term: words.place, value: service.place }] : []),
    ...(service.schedules.length > 0 ? [{ term: form.week, value: <Week service={service} /> }] : []),
    ...(service.schedules.length === 0 || service.hours ? [{ term: words.hours, value: service.hours }] : []),
  ],
  contact: (service) => [
    { term: words.contact, value: service.contactName },
    { term: words.phone, value: service.phone && <Phones text={service.phone} /> },
    { term: words.email, value: service.email && <a href={`mailto:${service.email}`}>{service.email}</a> },
    { term: form.web, value: service.web && <SourceLink address={service.web} /> },
    { term: form.applyChannels, value: coded(service.applyChannels, codes.applyChannels) },
    { term: words.apply, value: service.applyWords },
    { term: form.applyLink, value: service.applyLink && <SourceLink address={service.applyLink} /> },
    {
      term: form.languages,
      value: service.languages.map((one) => languageWords(one)).join(', ') || null,
    },
  ],
  money: (service) => [
    { term: words.fee, value: priceWords(service) },
    { term: form.financing, value: dated(service) },
  ],
  performer: (service) => [{ term: words.performer, value: performerOf(service) }],
  languages: (service) =>
    (['uk', 'en'] as const).map((lang) => ({
      term: form.lang[lang],
      value: service.translations[lang]?.name ?? null,
    })),
  origin: (service) => [
    {
      term: words.source,
      value: service.source ? <SourceLink address={service.source} /> : words.sourceOwn,
      ...(service.sourceAsOf ? { note: words.sourceAsOf(partialDay(service.sourceAsOf)) } : {}),
    },
    ...(service.note ? [{ term: words.note, value: service.note }] : []),
  ],
};

/** The name of a language; an imported code that we have no word for stays a code. */
export const languageWords = (code: string): string =>
  Object.entries(codes.languages).find(([key]) => key === code)?.[1] ?? code;

const Matching = ({ service }: { service: ServiceView }) => (
  <>
    <h3>{words.match}</h3>
    {service.match.length === 0 ? (
      <p>{words.matchNone}</p>
    ) : (
      <Prose>
        <ul>
          {service.match.map((condition, index) => (
            <li key={index}>{conditionWords(condition)}</li>
          ))}
        </ul>
      </Prose>
    )}
    <p class="hint">{words.matchNote}</p>
  </>
);

/** One section of the card: what is known, what is missing in one line, and the door to its form. */
const SectionPanel = ({
  section,
  service,
  edit,
}: {
  section: Section;
  service: ServiceView;
  edit: boolean;
}) => {
  const facts = factsOf[section](service);
  const known = facts.filter((one) => one.value !== null && one.value !== '' && one.value !== 0);
  const missing = facts.filter((one) => !known.includes(one)).map((one) => one.term);
  return (
    <Panel
      id={section}
      title={form.sections[section]}
      actions={
        edit ? (
          <ButtonLink
            href={`/praca/uslugi/${service.id}/popraw/${section}`}
            about={form.sections[section]}
            small
          >
            {missing.length > 0 && known.length === 0 ? words.fillIn : words.edit}
          </ButtonLink>
        ) : undefined
      }
    >
      {known.length > 0 && <DescriptionList items={known} />}
      {missing.length > 0 && <p class="hint">{words.missing(missing.join(', '))}</p>}
      {section === 'conditions' && <Matching service={service} />}
    </Panel>
  );
};

const order: readonly Section[] = [
  'basics',
  'people',
  'conditions',
  'money',
  'place',
  'contact',
  'performer',
  'languages',
  'origin',
];

/** Everything the directory knows of a service, section by section. */
export const CardSections = ({ service, edit }: { service: ServiceView; edit: boolean }): VNode => (
  <Stack>
    {order.map((section) => (
      <SectionPanel key={section} section={section} service={service} edit={edit} />
    ))}
  </Stack>
);
