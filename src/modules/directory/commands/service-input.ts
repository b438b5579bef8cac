import { z } from 'zod';
import {
  choice,
  id,
  list,
  optionalDate,
  optionalId,
  optionalInteger,
  optionalMoney,
  optionalText,
  rows,
  text,
} from '../../../platform/fields.ts';
import {
  accessibilityFeatures,
  applyChannels,
  feeKinds,
  feeUnits,
  reaches,
  recipientGroups,
  recipientTypes,
  serviceLanguages,
  type Weekday,
  weekdays,
} from '../domain/codes.ts';
import { conditionsInput } from '../domain/conditions.ts';
import { readPoint } from '../domain/point.ts';
import { readHours } from '../domain/schedule.ts';
import { trackKeys, translatedFields } from '../domain/service.ts';
import { pl } from '../pl.ts';

export const webAddress = optionalText(500).refine(
  (value) => value === undefined || /^https?:\/\/\S+$/.test(value),
  pl.refusals.address,
);
export const mail = optionalText(200).refine(
  (value) => value === undefined || /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(value),
  pl.refusals.email,
);
export const phones = optionalText(100).refine(
  (value) => value === undefined || /^[+\d][\d\s\-(),;w.]{6,}$/.test(value),
  pl.refusals.phone,
);

const optionalChoice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), choice(values).optional());

const hoursOfDay = optionalText(60).refine(
  (value) => value === undefined || readHours(value) !== undefined,
  pl.refusals.hours,
);

/** Hours of each day as the form sends them: { MO: '8-16' }. */
export const weekInput = z
  .object(Object.fromEntries(weekdays.map((day) => [day, hoursOfDay])) as Record<Weekday, typeof hoursOfDay>)
  .partial();

export type WeekInput = z.infer<typeof weekInput>;

/** A point on the map; blank takes it away, and a form that does not ask leaves it as it is. */
const point = z.preprocess((value, context) => {
  if (value === undefined || typeof value !== 'string') return value;
  if (value.trim() === '') return null;
  const read = readPoint(value);
  if (!read) context.addIssue({ code: 'custom', message: pl.refusals.point });
  return read ?? z.NEVER;
}, z.object({ latitude: z.number(), longitude: z.number() }).nullable().optional());

export const placeInput = z.object({
  id: optionalId(),
  name: optionalText(200),
  street: optionalText(200),
  city: optionalText(100),
  postalCode: optionalText(10),
  teryt: optionalText(7),
  point,
  accessibility: list(choice(accessibilityFeatures)),
  accessibilityWords: optionalText(500),
});

export type PlaceInput = z.infer<typeof placeInput>;

/** One paper, one line. */
const lines = z.preprocess(
  (value) => (typeof value === 'string' ? value.split('\n').filter((one) => one.trim() !== '') : value),
  list(text(300), 30),
);

const translated = z.object(
  Object.fromEntries(translatedFields.map((name) => [name, optionalText(4000)])) as Record<
    (typeof translatedFields)[number],
    ReturnType<typeof optionalText>
  >,
);

const ageOrder = {
  check: (value: { ageFrom?: number | undefined; ageTo?: number | undefined }): boolean =>
    value.ageFrom === undefined || value.ageTo === undefined || value.ageFrom <= value.ageTo,
  refusal: { path: ['ageTo'], message: pl.conditions.ageOrder },
};

const financingOrder = {
  check: (value: { financingFrom?: string | undefined; financingTo?: string | undefined }): boolean =>
    value.financingFrom === undefined ||
    value.financingTo === undefined ||
    value.financingFrom <= value.financingTo,
  refusal: { path: ['financingTo'], message: pl.refusals.financingOrder },
};

const shapes = {
  basics: {
    name: text(200),
    description: optionalText(4000),
    area: optionalInteger(1, 14),
    track: choice(trackKeys),
    handledBy: optionalText(300),
  },
  people: {
    recipientType: optionalChoice(recipientTypes),
    recipientGroups: list(choice(recipientGroups)),
    ageFrom: optionalInteger(0, 120),
    ageTo: optionalInteger(0, 120),
    recipients: optionalText(2000),
    gminas: list(text(7)),
  },
  conditions: {
    conditions: optionalText(2000),
    documents: lines,
    maxMonths: optionalInteger(1, 120),
    match: conditionsInput,
  },
  place: {
    reach: list(choice(reaches)),
    place: optionalText(500),
    places: rows(placeInput, 10),
    hours: optionalText(500),
    week: z.preprocess((value) => value ?? {}, weekInput),
  },
  contact: {
    contactName: optionalText(200),
    phone: phones,
    email: mail,
    web: webAddress,
    applyChannels: list(choice(applyChannels)),
    applyWords: optionalText(1000),
    applyLink: webAddress,
    languages: list(choice(serviceLanguages)),
  },
  money: {
    feeKind: optionalChoice(feeKinds),
    feeGrosze: optionalMoney(),
    feeUnit: optionalChoice(feeUnits),
    fee: optionalText(1000),
    financing: optionalText(500),
    financingFrom: optionalDate(),
    financingTo: optionalDate(),
  },
  performer: {
    organizationId: optionalId(),
    performerWords: optionalText(300),
    ownerId: optionalId(),
  },
  languages: {
    translations: z.object({ uk: translated.partial().optional(), en: translated.partial().optional() }),
  },
  origin: { source: webAddress, note: optionalText(2000) },
};

/** The sections in which a card is written, one form each. */
export type Section = keyof typeof shapes;
export const sections = Object.keys(shapes) as [Section, ...Section[]];

/** A new card: what its first form asks; everything else is written section by section. */
export const newServiceInput = z.object({
  ...shapes.basics,
  ...shapes.performer,
  gminas: shapes.people.gminas,
});

const card = { serviceId: id() };

/** One section of a card as its form sends it. */
export const correctionInput = z.discriminatedUnion('section', [
  z.object({ section: z.literal('basics'), ...card, ...shapes.basics }),
  z
    .object({ section: z.literal('people'), ...card, ...shapes.people })
    .refine(ageOrder.check, ageOrder.refusal),
  z.object({ section: z.literal('conditions'), ...card, ...shapes.conditions }),
  z.object({ section: z.literal('place'), ...card, ...shapes.place }),
  z.object({ section: z.literal('contact'), ...card, ...shapes.contact }),
  z
    .object({ section: z.literal('money'), ...card, ...shapes.money })
    .refine(financingOrder.check, financingOrder.refusal),
  z.object({ section: z.literal('performer'), ...card, ...shapes.performer }),
  z.object({ section: z.literal('languages'), ...card, ...shapes.languages }),
  z.object({ section: z.literal('origin'), ...card, ...shapes.origin }),
]);

export type Correction = z.infer<typeof correctionInput>;
