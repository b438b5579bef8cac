import type { ComponentChildren, VNode } from 'preact';
import { areaOf } from '../../../law/index.ts';
import { money, type Shape, shortDate, StateTag, Tag, Unknown } from '../../../ui/index.ts';
import { type Capacity, capacityOn, capacityWords, type CapacityStatus } from '../domain/capacity.ts';
import type { ServiceState } from '../domain/lifecycle.ts';
import type { Service } from '../domain/service.ts';
import { codes } from '../pl-form.ts';
import { pl } from '../pl.ts';

/** Words for a fact that the source does not give. */
export const NotGiven = (): VNode => <Unknown>{pl.unknown}</Unknown>;

/** A fact, or that the source does not give it. */
export const known = (value: ComponentChildren): ComponentChildren => value ?? <NotGiven />;

/** "4. pomoc społeczna" */
export const areaWords = (code: number | null): string => {
  const area = code === null ? undefined : areaOf(code);
  return area ? `${area.code}. ${area.name}` : pl.areaUnknown;
};

/** The window of the house that stands for free places. */
export const capacityShape: Record<CapacityStatus, Shape> = {
  free: 'open',
  none: 'stopped',
  waiting: 'waiting',
  ask: 'info',
  unknown: 'unknown',
};

/** Free places as far as somebody reported them and the report still holds. */
export const CapacityTag = ({ capacity, today }: { capacity: Capacity; today: string }): VNode => {
  const current = capacityOn(capacity, today);
  return <StateTag state={capacityShape[current.status]} label={capacityWords(current)} />;
};

const stateShape: Record<ServiceState, Shape> = {
  draft: 'draft',
  submitted: 'waiting',
  verified: 'info',
  published: 'done',
  to_confirm: 'unknown',
  suspended: 'stopped',
  withdrawn: 'refused',
};

/** The state of a card: a window in a position and its word. */
export const ServiceStateTag = ({ state }: { state: ServiceState }): VNode => (
  <StateTag state={stateShape[state]} label={pl.states[state]} />
);

/** Who performs the service: the organization, else the source's own words. */
export const performerOf = (service: Pick<Service, 'organization' | 'performerWords'>): string | null =>
  service.organization ?? service.performerWords;

/** The gmina of a service, or that it is offered in all of them. */
export const gminaOf = (service: Pick<Service, 'gminaNames'>): string =>
  service.gminaNames.length > 0 ? service.gminaNames.join(', ') : pl.wholeCentre;

/** Phone numbers as links, one for each number of the text. */
export const Phones = ({ text }: { text: string }): VNode => (
  <>
    {text
      .split(/[,;]\s*/)
      .filter(Boolean)
      .map((number, index) => (
        <span key={number}>
          {index > 0 && ', '}
          <a href={`tel:${number.replace(/\s*w(ew)?\..*$/, '').replace(/[^\d+]/g, '')}`}>{number}</a>
        </span>
      ))}
  </>
);

/** The page a fact comes from, as a link that says where it leads. */
export const SourceLink = ({ address }: { address: string }): VNode => (
  <a href={address} rel="external noreferrer">
    {address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
  </a>
);

/** "2023-05" as a person says it: 05.2023; a full day as a date; a bare year as it is. */
export const partialDay = (value: string): string => {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(value) ?? [];
  if (day) return shortDate(value);
  return month ? `${month}.${year}` : value;
};

/** The track as a short label for lists. */
export const TrackTag = ({ track }: { track: Service['track'] }): VNode => (
  <Tag tone={track === 'programme' ? 'accent' : 'neutral'}>{pl.tracks[track]}</Tag>
);

/** "od 60 lat", "od 6 do 12 lat"; null when the source does not say. */
export const ageWords = ({ ageFrom, ageTo }: Pick<Service, 'ageFrom' | 'ageTo'>): string | null => {
  if (ageFrom !== null && ageTo !== null) return pl.ages.between(ageFrom, ageTo);
  if (ageFrom !== null) return pl.ages.from(ageFrom);
  return ageTo === null ? null : pl.ages.to(ageTo);
};

/** "odpłatnie, 3,00 zł za raz, ..."; null when the source does not say. */
export const priceWords = (
  service: Pick<Service, 'feeKind' | 'fee' | 'feeGrosze' | 'feeUnit'>,
): string | null => {
  const amount =
    service.feeGrosze === null
      ? null
      : [money(service.feeGrosze), service.feeUnit && codes.feeUnits[service.feeUnit]]
          .filter(Boolean)
          .join(' ');
  const kind = service.feeKind && codes.feeKinds[service.feeKind];
  const said = [kind, amount].filter(Boolean).join(', ');
  if (!service.fee) return said || null;
  // A source that says no more than the code is not said twice.
  return said === '' || service.fee.toLowerCase().startsWith(said.toLowerCase())
    ? service.fee
    : `${said}. ${service.fee}`;
};
