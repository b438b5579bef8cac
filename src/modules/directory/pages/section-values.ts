import type { FormValues } from '../../../platform/http/form-data.ts';
import type { Section } from '../commands/service-input.ts';
import { conditionValues } from '../domain/conditions.ts';
import { pointText } from '../domain/point.ts';
import { hoursByDay } from '../domain/schedule.ts';
import { type Service, translatedFields } from '../domain/service.ts';

const texts = (service: Service, names: readonly (keyof Service)[]): FormValues =>
  Object.fromEntries(
    names.map((name) => {
      const value = service[name];
      return [name, typeof value === 'string' || typeof value === 'number' ? String(value) : ''];
    }),
  );

const zloty = (grosze: number | null): string =>
  grosze === null ? '' : `${Math.floor(grosze / 100)},${String(grosze % 100).padStart(2, '0')}`;

const placeValues = (service: Service): FormValues =>
  Object.fromEntries(
    service.places.flatMap((place, index) =>
      Object.entries({
        id: place.id,
        name: place.name ?? '',
        street: place.street ?? '',
        city: place.city ?? '',
        postalCode: place.postalCode ?? '',
        teryt: place.teryt ?? '',
        point:
          place.latitude === null || place.longitude === null
            ? ''
            : pointText({ latitude: place.latitude, longitude: place.longitude }),
        accessibility: place.accessibility ?? [],
        accessibilityWords: place.accessibilityWords ?? '',
      }).map(([name, value]) => [`places.${index}.${name}`, value]),
    ),
  );

const translationValues = (service: Service): FormValues =>
  Object.fromEntries(
    (['uk', 'en'] as const).flatMap((lang) =>
      translatedFields.map((name) => [
        `translations.${lang}.${name}`,
        service.translations[lang]?.[name] ?? '',
      ]),
    ),
  );

/** What the form of each section is filled with. */
export const sectionValues: Record<Section, (service: Service) => FormValues> = {
  basics: (service) => texts(service, ['name', 'description', 'area', 'track', 'handledBy']),
  people: (service) => ({
    ...texts(service, ['recipientType', 'ageFrom', 'ageTo', 'recipients']),
    recipientGroups: service.recipientGroups,
    gminas: service.gminas,
  }),
  conditions: (service) => ({
    ...texts(service, ['conditions', 'maxMonths']),
    documents: service.documents.join('\n'),
    ...conditionValues(service.match, 'match'),
  }),
  place: (service) => ({
    ...texts(service, ['place', 'hours']),
    reach: service.reach,
    ...placeValues(service),
    ...Object.fromEntries(
      Object.entries(hoursByDay(service.schedules)).map(([day, hours]) => [`week.${day}`, hours]),
    ),
  }),
  contact: (service) => ({
    ...texts(service, ['contactName', 'phone', 'email', 'web', 'applyWords', 'applyLink']),
    applyChannels: service.applyChannels,
    languages: service.languages,
  }),
  money: (service) => ({
    ...texts(service, ['feeKind', 'feeUnit', 'fee', 'financing', 'financingFrom', 'financingTo']),
    feeGrosze: zloty(service.feeGrosze),
  }),
  performer: (service) => texts(service, ['organizationId', 'performerWords', 'ownerId']),
  languages: translationValues,
  origin: (service) => texts(service, ['source', 'note']),
};
