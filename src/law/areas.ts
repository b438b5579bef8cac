import { type Basis, basis, type LawEntries } from './basis.ts';

const areaNames = [
  'polityka prorodzinna',
  'wspieranie rodziny',
  'system pieczy zastępczej',
  'pomoc społeczna',
  'promocja i ochrona zdrowia',
  'wspieranie osób niepełnosprawnych',
  'edukacja publiczna',
  'przeciwdziałanie bezrobociu',
  'kultura',
  'kultura fizyczna i turystyka',
  'pobudzanie aktywności obywatelskiej',
  'mieszkalnictwo',
  'ochrona środowiska',
  'reintegracja zawodowa i społeczna',
] as const;

/** 1-14, the number of an area (zakres) in art. 2(1). */
export type AreaCode = number;

export type Area = { readonly code: AreaCode; readonly name: string; readonly basis: Basis };

/** The fourteen areas of social services (art. 2(1)). */
export const areas: readonly Area[] = areaNames.map((name, index) => ({
  code: index + 1,
  name,
  basis: basis('cus', '2 ust. 1', 'statute'),
}));

/** The area of a code; undefined for a code outside 1-14. */
export function areaOf(code: number): Area | undefined {
  return areas.find((area) => area.code === code);
}

/** To whom a service is directed (art. 2(1), 5(1)). */
export const recipientTypes = {
  person: 'osoba',
  family: 'rodzina',
  group: 'grupa społeczna',
  residentsWithNeeds: 'grupa mieszkańców o określonych potrzebach',
  allResidents: 'ogół mieszkańców',
} as const;

export type RecipientType = keyof typeof recipientTypes;

/** Who may provide a service of a programme (art. 7(2)); the list of the Act is open. */
export const performerTypes = {
  gminaOffice: 'urząd gminy',
  gminaUnit: 'inna jednostka organizacyjna gminy',
  ngo: 'organizacja pozarządowa lub podmiot wybrany na podstawie ustawy o działalności pożytku publicznego',
  procurement: 'podmiot wybrany w zamówieniu publicznym',
  healthcare: 'podmiot wykonujący działalność leczniczą',
  other: 'inny wykonawca',
} as const;

export type PerformerType = keyof typeof performerTypes;

/** The procedural track of a service (art. 19, 42); the general offer needs neither application nor decision. */
export const tracks = {
  programme: { name: 'usługa z programu usług społecznych', basis: basis('cus', '42', 'statute') },
  separateStatute: { name: 'usługa z odrębnej ustawy', basis: basis('cus', '19', 'statute') },
  generalOffer: {
    name: 'oferta ogólna, bez kwalifikowania',
    basis: basis('setting', '', 'proposal', 'oferta ogólna'),
  },
} as const;

export type Track = keyof typeof tracks;

/** Who may apply (art. 35). */
export const applicantRoles = {
  person: 'osoba zainteresowana',
  statutoryRepresentative: 'przedstawiciel ustawowy',
  factualCarer: 'opiekun faktyczny',
} as const;

export type ApplicantRole = keyof typeof applicantRoles;

/** Kinds of supporting actions (art. 13(1)(6)). */
export const supportingActionKinds = {
  selfHelp: 'samopomocowe',
  volunteer: 'wolontaryjne',
  neighbour: 'sąsiedzkie',
  other: 'inne',
} as const;

export type SupportingActionKind = keyof typeof supportingActionKinds;

const forms = basis('cus', '8-17', 'statute');
const newAreas = basis('cus', '10 ust. 1', 'statute');

/** Legal forms of a centre. `letter` is the type used in the field: C may be made as A, or as a new unit. */
export const legalForms = {
  transformed: { letter: 'A', name: 'przekształcony ośrodek pomocy społecznej' },
  agreement: { letter: 'B', name: 'jednostka co najmniej dwóch gmin na podstawie porozumienia' },
  cityTransformed: { letter: 'C', name: 'miasto powyżej 100 000 mieszkańców: przekształcony ośrodek' },
  cityNew: { letter: 'C', name: 'miasto powyżej 100 000 mieszkańców: nowa jednostka obok ośrodka' },
} as const;

export type LegalForm = keyof typeof legalForms;

export type CentreScope = {
  readonly form: LegalForm;
  /** Areas of the services handed over to the centre. */
  readonly areas: readonly AreaCode[];
  /** Areas of services that the OPS has not provided so far. */
  readonly areasNewToOps: readonly AreaCode[];
  readonly takesAllOpsTasks: boolean;
  readonly gminaCount: number;
  /** Residents of the gmina on the day of the council's resolution. */
  readonly population: number;
};

export type ScopeProblem = {
  readonly code: 'notAllOpsTasks' | 'tooFewNewAreas' | 'tooFewAreas' | 'tooFewGminas' | 'cityTooSmall';
  readonly words: string;
  readonly basis: Basis;
};

type Requirement = {
  readonly problem: ScopeProblem;
  readonly forms: readonly LegalForm[];
  readonly met: (scope: CentreScope) => boolean;
};

const requirements: readonly Requirement[] = [
  {
    forms: ['transformed', 'cityTransformed'],
    met: (scope) => scope.takesAllOpsTasks,
    problem: {
      code: 'notAllOpsTasks',
      words: 'Centrum przejmuje wszystkie zadania ośrodka pomocy społecznej.',
      basis: forms,
    },
  },
  {
    forms: ['transformed', 'cityTransformed'],
    met: (scope) => distinctAreas(scope.areasNewToOps) >= 2,
    problem: {
      code: 'tooFewNewAreas',
      words: 'Potrzebne są usługi z co najmniej 2 zakresów, których ośrodek dotąd nie prowadził.',
      basis: newAreas,
    },
  },
  {
    forms: ['agreement', 'cityNew'],
    met: (scope) => distinctAreas(scope.areas) >= 3,
    problem: { code: 'tooFewAreas', words: 'Potrzebne są usługi z co najmniej 3 zakresów.', basis: forms },
  },
  {
    forms: ['agreement'],
    met: (scope) => scope.gminaCount >= 2,
    problem: { code: 'tooFewGminas', words: 'Porozumienie zawierają co najmniej 2 gminy.', basis: forms },
  },
  {
    forms: ['cityTransformed', 'cityNew'],
    met: (scope) => scope.population > 100_000,
    problem: {
      code: 'cityTooSmall',
      words: 'Ta forma jest dla miast powyżej 100 000 mieszkańców.',
      basis: forms,
    },
  },
];

/** What the scope of a centre lacks for its legal form (art. 8-17); the same area counts once. */
export function checkMinimumScope(scope: CentreScope): readonly ScopeProblem[] {
  return requirements
    .filter((requirement) => requirement.forms.includes(scope.form) && !requirement.met(scope))
    .map((requirement) => requirement.problem);
}

function distinctAreas(codes: readonly AreaCode[]): number {
  return new Set(codes.filter((code) => areaOf(code) !== undefined)).size;
}

export const basisOf: LawEntries = {
  subject: 'Zakresy usług i forma centrum',
  functions: { areaOf: [basis('cus', '2 ust. 1', 'statute')], checkMinimumScope: [forms, newAreas] },
};
