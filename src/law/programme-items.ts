import { type Basis, basis, type LawEntries } from './basis.ts';

/** How an item is filled in. */
export type ItemHint =
  | 'text'
  | 'period'
  | 'richText'
  | 'targetGroups'
  | 'services'
  | 'criteria'
  | 'fees'
  | 'documents'
  | 'dataFields'
  | 'stages'
  | 'indicators'
  | 'budget';

const items = [
  ['nameAndGoal', 'nazwa i cel programu', 'text'],
  ['period', 'okres realizacji programu', 'period'],
  ['needs', 'opis potrzeb uzasadniających realizację programu', 'richText'],
  ['recipients', 'charakterystyka i przewidywana liczba osób objętych programem', 'targetGroups'],
  ['services', 'usługi społeczne oferowane w programie', 'services'],
  ['qualification', 'warunki i tryb kwalifikowania', 'criteria'],
  ['fees', 'wysokość opłaty, osoby uprawnione do ulg i wysokość ulg', 'fees'],
  ['evidence', 'sposób dokumentowania warunków i uprawnień do ulg', 'documents'],
  ['personalData', 'dane osobowe niezbędne do kwalifikowania', 'dataFields'],
  ['organisation', 'organizacja programu i etapy jego realizacji', 'stages'],
  ['monitoring', 'sposób monitorowania i oceny, mierniki efektywności', 'indicators'],
  ['budget', 'budżet i źródła finansowania', 'budget'],
] as const satisfies readonly (readonly [string, string, ItemHint])[];

export type ProgrammeItemId = (typeof items)[number][0];

export type ProgrammeItem = {
  readonly id: ProgrammeItemId;
  /** 1-12, the number in art. 5(3). */
  readonly number: number;
  readonly name: string;
  readonly hint: ItemHint;
  readonly basis: Basis;
};

/** The twelve mandatory items of a programme of social services, in the order of art. 5(3). */
export const programmeItems: readonly ProgrammeItem[] = items.map(([id, name, hint], index) => ({
  id,
  number: index + 1,
  name,
  hint,
  basis: basis('cus', `5 ust. 3 pkt ${index + 1}`, 'statute'),
}));

/**
 * The mandatory items a programme lacks (art. 5(3)). Blank text, an empty list and a record of blanks are missing;
 * `false` and 0 are answers: a programme without fees says so instead of leaving item 7 empty.
 */
export function missingItems(
  filled: Readonly<Partial<Record<ProgrammeItemId, unknown>>>,
): readonly ProgrammeItem[] {
  return programmeItems.filter((item) => isBlank(filled[item.id]));
}

function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value !== 'object') return false;
  return Object.values(value).every(isBlank);
}

export const basisOf: LawEntries = {
  subject: 'Program usług społecznych: elementy obowiązkowe',
  functions: { missingItems: programmeItems.map((item) => item.basis) },
};
