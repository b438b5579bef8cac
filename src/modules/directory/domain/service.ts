import { z } from 'zod';
import { addDays, type Basis, basis, tracks } from '../../../law/index.ts';
import { capacitySchema, unknownCapacity } from './capacity.ts';
import {
  accessibilityFeatures,
  applyChannels,
  feeKinds,
  feeUnits,
  reaches,
  recipientGroups,
  recipientTypes,
} from './codes.ts';
import { conditionSchema } from './conditions.ts';
import { serviceStates } from './lifecycle.ts';
import { scheduleSchema } from './schedule.ts';

/** Tracks as stored; the words and the article are the law's. */
export const trackKeys = ['programme', 'separate_statute', 'general_offer'] as const;
export type TrackKey = (typeof trackKeys)[number];

const lawTrack = {
  programme: 'programme',
  separate_statute: 'separateStatute',
  general_offer: 'generalOffer',
} as const;

/** What a track is called and where it comes from: "usługa z odrębnej ustawy", art. 19. */
export const trackOf = (key: TrackKey): { name: string; basis: Basis } => tracks[lawTrack[key]];

/** The centre keeps information on all services of the gmina, and the gmina's units feed it (art. 13(1)(9), 13(2)). */
export const directoryBasis = basis('cus', '13 ust. 1 pkt 9', 'statute');
export const feederBasis = basis('cus', '13 ust. 2', 'statute');

/** How many days a confirmation is good for, unless the centre sets it otherwise: no act says. */
export const confirmEvery = 90;

/** How many days a link of an organization opens its cards, unless the centre sets it otherwise. */
export const linkEvery = 30;

/** The day by which somebody should confirm again what was confirmed on a day. */
export const confirmBy = (confirmedOn: string, days: number): string => addDays(confirmedOn, days);

/** Whether the card waits for a confirmation: never confirmed, or too long ago. */
export const awaitsConfirmation = (card: { confirmBy: string | null }, today: string): boolean =>
  card.confirmBy === null || card.confirmBy < today;

/** A place where a service is given. */
export const placeSchema = z.object({
  id: z.string(),
  name: z.string().nullable(),
  kind: z.enum(['physical', 'postal', 'virtual']),
  street: z.string().nullable(),
  city: z.string().nullable(),
  postalCode: z.string().nullable(),
  teryt: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  /** The coordinates are the middle of the gmina or locality, not of the house. */
  approximate: z.boolean(),
  url: z.string().nullable(),
  /** null: nobody has said. */
  accessibility: z.array(z.enum(accessibilityFeatures)).nullable(),
  accessibilityWords: z.string().nullable(),
});

export type Place = z.infer<typeof placeSchema>;

/** What residents read in their own language; a field that is not there is shown in Polish. */
export const translatedFields = [
  'name',
  'description',
  'recipients',
  'conditions',
  'fee',
  'hours',
  'place',
  'applyWords',
  'note',
] as const;
export type TranslatedField = (typeof translatedFields)[number];

const translation = z.partialRecord(z.enum(translatedFields), z.string());
export const translationsSchema = z.object({ uk: translation.optional(), en: translation.optional() });
export type Translations = z.infer<typeof translationsSchema>;

/** A service of the gmina as the directory shows it; null and an empty list are facts that nobody gave. */
export const serviceSchema = z.object({
  id: z.string(),
  /** TERYT; empty: in every gmina of the centre. */
  gminas: z.array(z.string()),
  gminaNames: z.array(z.string()),
  organizationId: z.string().nullable(),
  organization: z.string().nullable(),
  performerWords: z.string().nullable(),
  /** Whose card it is: the unit that feeds it, else the performer; null: the centre's own. */
  ownerId: z.string().nullable(),
  name: z.string(),
  description: z.string().nullable(),
  area: z.number().nullable(),
  track: z.enum(trackKeys),
  trackAssumed: z.boolean(),
  handledBy: z.string().nullable(),
  recipientType: z.enum(recipientTypes).nullable(),
  recipientGroups: z.array(z.enum(recipientGroups)),
  ageFrom: z.number().nullable(),
  ageTo: z.number().nullable(),
  recipients: z.string().nullable(),
  conditions: z.string().nullable(),
  documents: z.array(z.string()),
  reach: z.array(z.enum(reaches)),
  place: z.string().nullable(),
  places: z.array(placeSchema),
  hours: z.string().nullable(),
  schedules: z.array(scheduleSchema),
  contactName: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  web: z.string().nullable(),
  feeKind: z.enum(feeKinds).nullable(),
  fee: z.string().nullable(),
  feeGrosze: z.number().nullable(),
  feeUnit: z.enum(feeUnits).nullable(),
  applyChannels: z.array(z.enum(applyChannels)),
  applyWords: z.string().nullable(),
  applyLink: z.string().nullable(),
  maxMonths: z.number().nullable(),
  match: z.array(conditionSchema),
  capacity: capacitySchema,
  /** ISO 639; besides the codes of our own form, whatever an import brought. */
  languages: z.array(z.string()),
  financing: z.string().nullable(),
  financingFrom: z.string().nullable(),
  financingTo: z.string().nullable(),
  translations: translationsSchema,
  state: z.enum(serviceStates),
  stateReason: z.string().nullable(),
  source: z.string().nullable(),
  sourceAsOf: z.string().nullable(),
  note: z.string().nullable(),
  confirmedOn: z.string().nullable(),
  confirmBy: z.string().nullable(),
  askedOn: z.string().nullable(),
  version: z.number(),
});

export type Service = z.infer<typeof serviceSchema>;

/** A card of which nothing is known but its name: the ground on which facts are put. */
export const unknownService: Omit<Service, 'id' | 'name'> = {
  gminas: [],
  gminaNames: [],
  organizationId: null,
  organization: null,
  performerWords: null,
  ownerId: null,
  description: null,
  area: null,
  track: 'general_offer',
  trackAssumed: false,
  handledBy: null,
  recipientType: null,
  recipientGroups: [],
  ageFrom: null,
  ageTo: null,
  recipients: null,
  conditions: null,
  documents: [],
  reach: [],
  place: null,
  places: [],
  hours: null,
  schedules: [],
  contactName: null,
  phone: null,
  email: null,
  web: null,
  feeKind: null,
  fee: null,
  feeGrosze: null,
  feeUnit: null,
  applyChannels: [],
  applyWords: null,
  applyLink: null,
  maxMonths: null,
  match: [],
  capacity: unknownCapacity,
  languages: [],
  financing: null,
  financingFrom: null,
  financingTo: null,
  translations: {},
  state: 'draft',
  stateReason: null,
  source: null,
  sourceAsOf: null,
  note: null,
  confirmedOn: null,
  confirmBy: null,
  askedOn: null,
  version: 1,
};

/** The card in a language: translated where somebody translated it, else in Polish. */
export const serviceIn = (lang: 'pl' | 'uk' | 'en', service: Service): Service =>
  lang === 'pl' ? service : { ...service, ...service.translations[lang] };
