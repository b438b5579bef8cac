import type { AreaCode } from './areas.ts';
import type { RecipientGroup } from './qualification.ts';

/** In what the capacity of a kind is counted. */
export type CapacityUnit = 'places' | 'persons' | 'families' | 'hours';

export type ServiceKind = {
  name: string;
  area: AreaCode;
  groups: readonly RecipientGroup[];
  /** Stay day and night in a house where the organisation's needs set the day: what deinstitutionalisation turns round. */
  institutional: boolean;
  unit: CapacityUnit;
};

const kind = (
  name: string,
  area: AreaCode,
  groups: readonly RecipientGroup[],
  unit: CapacityUnit = 'persons',
  institutional = false,
): ServiceKind => ({ name, area, groups, institutional, unit });

/**
 * Kinds of services that join a question of the survey, a register, the ledger, the gap and an action of the LPDI. Names from the acts
 * that order the services; the choice of kinds and their groups is a proposal of the project, not of a statute.
 */
export const serviceKinds = {
  careAtHome: kind('usługi opiekuńcze w domu', 4, ['olderPeople', 'disabledPeople']),
  specialistCare: kind('specjalistyczne usługi opiekuńcze', 4, ['disabledPeople', 'mentalCrisis']),
  neighbourCare: kind('usługi sąsiedzkie', 4, ['olderPeople', 'disabledPeople']),
  telecare: kind('teleopieka', 4, ['olderPeople', 'disabledPeople']),
  mealsAtHome: kind('posiłki dowożone do domu', 4, ['olderPeople', 'disabledPeople']),
  doorToDoor: kind('transport od drzwi do drzwi', 6, ['disabledPeople', 'olderPeople']),
  personalAssistance: kind('asystencja osobista', 6, ['disabledPeople']),
  respiteCare: kind('opieka wytchnieniowa', 6, ['carers', 'disabledPeople']),
  dayHome: kind('dzienny dom pobytu', 4, ['olderPeople'], 'places'),
  seniorClub: kind('klub seniora', 4, ['olderPeople'], 'places'),
  selfHelpHome: kind('środowiskowy dom samopomocy', 4, ['mentalCrisis', 'disabledPeople'], 'places'),
  occupationalTherapy: kind('warsztaty terapii zajęciowej', 14, ['disabledPeople'], 'places'),
  careAndLivingCentre: kind('centrum opiekuńczo-mieszkalne', 6, ['disabledPeople'], 'places'),
  trainingFlat: kind('mieszkanie treningowe', 12, ['disabledPeople', 'mentalCrisis', 'fosterCare'], 'places'),
  supportedFlat: kind(
    'mieszkanie wspomagane',
    12,
    ['olderPeople', 'disabledPeople', 'mentalCrisis'],
    'places',
  ),
  familyHelpHome: kind('rodzinny dom pomocy', 4, ['olderPeople', 'disabledPeople'], 'places'),
  socialWelfareHome: kind(
    'dom pomocy społecznej',
    4,
    ['olderPeople', 'disabledPeople', 'mentalCrisis'],
    'places',
    true,
  ),
  equipmentRental: kind('wypożyczalnia sprzętu rehabilitacyjnego', 5, ['disabledPeople', 'olderPeople']),
  rehabilitation: kind('rehabilitacja w miejscu zamieszkania', 5, ['disabledPeople', 'olderPeople']),
  mentalHealth: kind('pomoc psychologiczna i psychiatryczna w środowisku', 5, [
    'mentalCrisis',
    'childrenAndYouth',
  ]),
  addictionHelp: kind('pomoc osobom uzależnionym i ich bliskim', 5, ['addiction']),
  violenceHelp: kind('pomoc osobom doznającym przemocy', 2, ['violence']),
  counselling: kind('poradnictwo specjalistyczne', 4, ['familiesWithChildren', 'unemployed']),
  familyAssistant: kind('asystent rodziny', 2, ['familiesWithChildren'], 'families'),
  childDayCentre: kind('placówka wsparcia dziennego', 2, ['childrenAndYouth'], 'places'),
  nursery: kind('żłobek lub klub dziecięcy', 1, ['familiesWithChildren'], 'places'),
  fosterFamily: kind('rodzinna piecza zastępcza', 3, ['fosterCare'], 'places'),
  childrenInstitution: kind('placówka opiekuńczo-wychowawcza', 3, ['fosterCare'], 'places', true),
  homelessShelter: kind('schronisko dla osób bezdomnych', 4, ['homelessness'], 'places', true),
  integrationCentre: kind(
    'centrum lub klub integracji społecznej',
    14,
    ['unemployed', 'addiction'],
    'places',
  ),
  workHelp: kind('wsparcie w powrocie do pracy', 8, ['unemployed']),
  schoolSupport: kind('wsparcie uczniów i rodziców w szkole', 7, ['childrenAndYouth', 'disabledPeople']),
  culture: kind('zajęcia kulturalne dostępne dla wszystkich', 9, ['olderPeople', 'disabledPeople']),
  sport: kind('zajęcia ruchowe i rekreacja', 10, ['olderPeople', 'childrenAndYouth']),
  volunteering: kind('wolontariat i samopomoc sąsiedzka', 11, ['olderPeople', 'carers']),
  ecology: kind('edukacja ekologiczna i pomoc w wymianie źródeł ciepła', 13, []),
} as const satisfies Record<string, ServiceKind>;

export type ServiceKindKey = keyof typeof serviceKinds;

/** The kinds of an area (art. 2(1)); at least one for each of the fourteen. */
export const kindsOfArea = (area: AreaCode): readonly ServiceKindKey[] =>
  (Object.keys(serviceKinds) as ServiceKindKey[]).filter((key) => serviceKinds[key].area === area);
