/** Coded facts of a card (domain reference, section 11). The same lists stand in the SQL checks, held together by a test. */

export const recipientTypes = ['person', 'family', 'group', 'residentsWithNeeds', 'allResidents'] as const;
export type RecipientType = (typeof recipientTypes)[number];

/** For whom: the groups by which residents look for services. Where the law knows the group, under the law's key. */
export const recipientGroups = [
  'children',
  'youth',
  'families',
  'adults',
  'olderPeople',
  'disabledPeople',
  'carers',
  'fosterCare',
  'mentalCrisis',
  'addiction',
  'violence',
  'unemployed',
  'homelessness',
  'migrants',
  'everybody',
] as const;
export type RecipientGroupKey = (typeof recipientGroups)[number];

/** How a service reaches a person: at home, on site, by coming round, from afar. */
export const reaches = ['home', 'stationary', 'mobile', 'remote'] as const;
export type Reach = (typeof reaches)[number];

export const feeKinds = ['free', 'paid', 'byIncome'] as const;
export type FeeKind = (typeof feeKinds)[number];

/** What a price is for; the same units in which programmes count. */
export const feeUnits = ['hour', 'visit', 'day', 'month', 'item'] as const;
export type FeeUnit = (typeof feeUnits)[number];

export const applyChannels = ['inPerson', 'phone', 'email', 'web', 'post', 'referral'] as const;
export type ApplyChannel = (typeof applyChannels)[number];

/** What makes a place usable; an empty list says that there is nothing, no list that nobody has said. */
export const accessibilityFeatures = [
  'stepFree',
  'lift',
  'wideDoors',
  'accessibleToilet',
  'changingPlace',
  'reservedParking',
  'publicTransport',
  'inductionLoop',
  'braille',
  'assistanceDog',
  'quietRoom',
  'easyRead',
] as const;
export type AccessibilityFeature = (typeof accessibilityFeatures)[number];

/** Languages in which a service is given: ISO 639-1, and 639-3 for Polish sign language (`pso`). */
export const serviceLanguages = ['pl', 'uk', 'en', 'ru', 'be', 'de', 'pso'] as const;
export type ServiceLanguage = (typeof serviceLanguages)[number];

export const waitUnits = ['days', 'months'] as const;
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

/** Kinds of performers (art. 7(2); the list of the Act is open). */
export const performerTypes = [
  'gmina_office',
  'gmina_unit',
  'ngo',
  'procurement',
  'health_entity',
  'other',
] as const;
export type PerformerType = (typeof performerTypes)[number];
