import { daysBetween } from '../../../law/index.ts';
import type { Lang } from '../../../lang.ts';
import { money, shortDate } from '../../../ui/index.ts';
import { cardWordsOf } from '../card-words.ts';
import { capacityOn } from '../domain/capacity.ts';
import { weekWords } from '../domain/schedule.ts';
import { awaitsConfirmation, type Place, type Service } from '../domain/service.ts';
import { findWordsOf } from '../find-words.ts';

const joined = (parts: readonly (string | null | undefined | false)[], glue: string): string | null =>
  parts.filter(Boolean).join(glue) || null;

/** Ages in words; null when nobody said. */
export function ageFact({ ageFrom, ageTo }: Service, lang: Lang): string | null {
  const { age } = cardWordsOf(lang);
  if (ageFrom !== null && ageTo !== null) return age.between(ageFrom, ageTo);
  if (ageFrom !== null) return age.from(ageFrom);
  return ageTo === null ? null : age.to(ageTo);
}

/** For whom: the source's own words, else the coded groups; ages that the words do not say. */
export function whoFact(service: Service, lang: Lang): string | null {
  const { groups } = findWordsOf(lang);
  const said =
    service.recipients ??
    joined(
      service.recipientGroups.map((one) => groups[one]),
      ', ',
    );
  const age = ageFact(service, lang);
  return joined([said, said?.includes(String(service.ageFrom ?? service.ageTo)) ? null : age], ', ');
}

/** The price: whether it is free, how much, and the source's own words where they say more. */
export function priceFact(service: Service, lang: Lang): string | null {
  const words = cardWordsOf(lang);
  const kind = service.feeKind && findWordsOf(lang).fee[service.feeKind];
  const amount =
    service.feeGrosze !== null && service.feeKind !== 'free'
      ? joined([money(service.feeGrosze, lang), service.feeUnit && words.units[service.feeUnit]], ' ')
      : null;
  const said = joined([kind, amount], ', ');
  if (!service.fee) return said;
  const repeats = said !== null && service.fee.toLowerCase().startsWith(said.toLowerCase());
  return said === null || repeats ? service.fee : `${said}. ${service.fee}`;
}

/** Free places that still hold today, with how long one waits; null when nobody knows. */
export function placesFact(
  service: Service,
  today: string,
  lang: Lang,
): { said: string; on: string | null; wait: string | null } | null {
  const words = cardWordsOf(lang);
  const { places } = findWordsOf(lang);
  const capacity = capacityOn(service.capacity, today);
  if (capacity.status === 'unknown') return null;
  return {
    said:
      capacity.status === 'free' && capacity.free !== null
        ? places.freeCount(capacity.free)
        : places[capacity.status],
    on:
      capacity.on &&
      (capacity.until
        ? words.placesUntil(shortDate(capacity.on), shortDate(capacity.until))
        : words.placesOn(shortDate(capacity.on))),
    wait: capacity.wait && words.wait[capacity.wait.unit](capacity.wait.value),
  };
}

/** What a resident is told of the age of a card; null when it was confirmed in time. */
export function staleFact(service: Service, today: string, lang: Lang): string | null {
  const words = cardWordsOf(lang);
  if (service.confirmedOn === null) return words.never;
  if (service.state !== 'to_confirm' && !awaitsConfirmation(service, today)) return null;
  return words.stale(daysBetween(service.confirmedOn, today));
}

/** One place on one line: "Klub, ul. Długa 1, 63-200 Jarocin". */
export const placeFact = (place: Place): string =>
  joined([place.name, place.street, joined([place.postalCode, place.city], ' ')], ', ') ?? place.url ?? '';

/** Where somebody can look at a place; null when only its gmina is known. */
export const mapAddress = ({ latitude, longitude, approximate }: Place): string | null =>
  latitude === null || longitude === null || approximate
    ? null
    : `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;

/** Opening hours, one line for each run of days with the same hours; else the source's own words. */
export function hoursFact(service: Service, lang: Lang): string[] {
  const week = weekWords(service.schedules, cardWordsOf(lang).days).map(
    ({ days, hours }) => `${days} ${hours}`,
  );
  if (week.length > 0) return week;
  return service.hours ? [service.hours] : [];
}

/** What makes the places usable; null when nobody has said, which is not "nothing". */
export function accessFact(service: Service, lang: Lang): string | null {
  const words = cardWordsOf(lang);
  const known = service.places.filter((one) => one.accessibility !== null || one.accessibilityWords !== null);
  if (known.length === 0) return null;
  const features = [...new Set(known.flatMap((one) => one.accessibility ?? []))];
  return (
    joined(
      [
        joined(
          features.map((one) => words.features[one]),
          ', ',
        ),
        ...known.map((one) => one.accessibilityWords),
      ],
      '; ',
    ) ?? words.noFeatures
  );
}

/** Languages by name; a code that we have no word for stays a code. */
export const languagesFact = ({ languages }: Service, lang: Lang): string | null => {
  const names: Record<string, string> = cardWordsOf(lang).languageNames;
  return joined(
    languages.map((code) => names[code] ?? code),
    ', ',
  );
};

/** How the service reaches a person. */
export const reachFact = ({ reach }: Service, lang: Lang): string | null =>
  joined(
    reach.map((one) => findWordsOf(lang).reach[one]),
    ', ',
  );

/** How to get in touch, in words and by channel. */
export const applyFact = (service: Service, lang: Lang): string | null =>
  service.applyWords ??
  joined(
    service.applyChannels.map((one) => cardWordsOf(lang).channels[one]),
    ', ',
  );
