import { type DisabilityDegree, disabilityDegrees, type Facts } from '../../../law/index.ts';

/** How a question of the application is answered. */
export type FieldType = 'text' | 'longText' | 'date' | 'yesNo' | 'choice' | 'money' | 'number';

/** What the GDPR says of the data: special categories (art. 9(1)), convictions (art. 10), or neither. */
export type Sensitivity = 'ordinary' | 'art9' | 'art10';

export interface ApplicationField {
  id: string;
  label: string;
  hint?: string;
  type: FieldType;
  sensitivity: Sensitivity;
  /** Where the answer lives: with the person (identity and contact) or with this application only. */
  keptIn: 'person' | 'application';
  choices?: readonly { value: string; label: string }[];
}

const degreeChoices = Object.entries(disabilityDegrees).map(([value, label]) => ({ value, label }));

const fields = [
  { id: 'name', label: 'Imię i nazwisko', type: 'text', sensitivity: 'ordinary', keptIn: 'person' },
  { id: 'birth_date', label: 'Data urodzenia', type: 'date', sensitivity: 'ordinary', keptIn: 'person' },
  {
    id: 'pesel',
    label: 'PESEL',
    hint: 'Jeśli osoba go nie ma, zapisz dlaczego.',
    type: 'text',
    sensitivity: 'ordinary',
    keptIn: 'person',
  },
  {
    id: 'residence_address',
    label: 'Adres zamieszkania',
    type: 'text',
    sensitivity: 'ordinary',
    keptIn: 'person',
  },
  { id: 'phone', label: 'Numer telefonu', type: 'text', sensitivity: 'ordinary', keptIn: 'person' },
  { id: 'email', label: 'Adres e-mail', type: 'text', sensitivity: 'ordinary', keptIn: 'person' },
  {
    id: 'lives_alone',
    label: 'Czy osoba mieszka sama',
    type: 'yesNo',
    sensitivity: 'ordinary',
    keptIn: 'application',
  },
  {
    id: 'household_members',
    label: 'Kto mieszka razem z osobą',
    hint: 'Kim są dla osoby i ile mają lat. Bez nazwisk, jeśli nie są potrzebne.',
    type: 'longText',
    sensitivity: 'ordinary',
    keptIn: 'application',
  },
  {
    id: 'family_situation',
    label: 'Sytuacja rodziny',
    hint: 'Tylko to, co ma znaczenie dla usługi.',
    type: 'longText',
    sensitivity: 'ordinary',
    keptIn: 'application',
  },
  {
    id: 'family_help',
    label: 'Czy rodzina może zapewnić pomoc',
    type: 'yesNo',
    sensitivity: 'ordinary',
    keptIn: 'application',
  },
  {
    id: 'child_birth_dates',
    label: 'Daty urodzenia dzieci',
    type: 'text',
    sensitivity: 'ordinary',
    keptIn: 'application',
  },
  {
    id: 'school',
    label: 'Szkoła lub przedszkole',
    type: 'text',
    sensitivity: 'ordinary',
    keptIn: 'application',
  },
  {
    id: 'large_family_card',
    label: 'Czy osoba ma Kartę Dużej Rodziny',
    type: 'yesNo',
    sensitivity: 'ordinary',
    keptIn: 'application',
  },
  {
    id: 'education',
    label: 'Wykształcenie',
    type: 'choice',
    sensitivity: 'ordinary',
    keptIn: 'application',
    choices: [
      { value: 'primary', label: 'podstawowe' },
      { value: 'vocational', label: 'zawodowe' },
      { value: 'secondary', label: 'średnie' },
      { value: 'higher', label: 'wyższe' },
    ],
  },
  {
    id: 'labour_status',
    label: 'Sytuacja na rynku pracy',
    type: 'choice',
    sensitivity: 'ordinary',
    keptIn: 'application',
    choices: [
      { value: 'working', label: 'pracuje' },
      { value: 'unemployed', label: 'bezrobotna lub bezrobotny' },
      { value: 'studying', label: 'uczy się' },
      { value: 'retired', label: 'na emeryturze lub rencie' },
      { value: 'other', label: 'nie pracuje z innego powodu' },
    ],
  },
  { id: 'workplace', label: 'Miejsce pracy', type: 'text', sensitivity: 'ordinary', keptIn: 'application' },
  {
    id: 'income',
    label: 'Miesięczny dochód na osobę',
    hint: 'W złotych, z ostatniego miesiąca.',
    type: 'money',
    sensitivity: 'ordinary',
    keptIn: 'application',
  },
  {
    id: 'care_services_used',
    label: 'Czy osoba korzysta z usług opiekuńczych',
    type: 'yesNo',
    sensitivity: 'ordinary',
    keptIn: 'application',
  },
  {
    id: 'institutional_help',
    label: 'Czy osoba korzysta z pomocy instytucji',
    type: 'yesNo',
    sensitivity: 'ordinary',
    keptIn: 'application',
  },
  {
    id: 'disability_certificate',
    label: 'Orzeczenie o niepełnosprawności',
    hint: 'Wystarczy okazać do wglądu; kopii się nie robi.',
    type: 'choice',
    sensitivity: 'art9',
    keptIn: 'application',
    choices: degreeChoices,
  },
  {
    id: 'health_mobility',
    label: 'Jak osoba porusza się w domu i poza nim',
    type: 'longText',
    sensitivity: 'art9',
    keptIn: 'application',
  },
  {
    id: 'health_needs',
    label: 'Stan zdrowia, który ma znaczenie dla usługi',
    hint: 'Bez rozpoznań i nazw leków, jeśli usługa ich nie wymaga.',
    type: 'longText',
    sensitivity: 'art9',
    keptIn: 'application',
  },
  {
    id: 'addiction',
    label: 'Uzależnienie osoby lub w rodzinie',
    type: 'longText',
    sensitivity: 'art9',
    keptIn: 'application',
  },
  {
    id: 'convictions',
    label: 'Wyroki skazujące',
    type: 'longText',
    sensitivity: 'art10',
    keptIn: 'application',
  },
] as const satisfies readonly ApplicationField[];

export type ApplicationFieldId = (typeof fields)[number]['id'];

type Field = (typeof fields)[number];

/** The words of the questions in another language: a missing label, hint or answer does not compile. */
export type FieldWords = {
  readonly [One in Field as One['id']]: { label: string } & (One extends { hint: string }
    ? { hint: string }
    : unknown) &
    (One extends { choices: readonly { value: infer Value extends string }[] }
      ? { choices: Readonly<Record<Value, string>> }
      : unknown);
};

/** Everything that any programme may ask for; what is not here cannot be asked (art. 5(3)(9), 50(1)). */
export const applicationFields: readonly ApplicationField[] = fields;

export const applicationFieldIds = fields.map((field) => field.id) as [
  ApplicationFieldId,
  ...ApplicationFieldId[],
];

/** Needed to find and reach the person at all, whatever the programme's list says (domain reference 17, rule 1). */
export const contactMinimum: readonly ApplicationFieldId[] = ['name', 'residence_address', 'phone'];

/** The questions a programme may put: its list of item 9 and the contact minimum, in the order of the catalogue. */
export function questionsOf(whitelist: readonly string[]): ApplicationField[] {
  return applicationFields.filter(
    (field) => whitelist.includes(field.id) || contactMinimum.some((id) => id === field.id),
  );
}

const yesNo = (answer: unknown): boolean | undefined =>
  answer === true || answer === 'tak' ? true : answer === false || answer === 'nie' ? false : undefined;

const isDegree = (answer: unknown): answer is DisabilityDegree =>
  typeof answer === 'string' && Object.hasOwn(disabilityDegrees, answer);

/** What the answers of an application tell about the conditions; an unanswered question stays unknown. */
export function factsOfAnswers(answers: Readonly<Record<string, unknown>>): Facts {
  const livesAlone = yesNo(answers['lives_alone']);
  const degree = answers['disability_certificate'];
  const labour = answers['labour_status'];
  const statuses = {
    familyCanHelp: yesNo(answers['family_help']),
    largeFamilyCard: yesNo(answers['large_family_card']),
    usesCareServices: yesNo(answers['care_services_used']),
    usesInstitutionalHelp: yesNo(answers['institutional_help']),
    working: typeof labour === 'string' && labour !== '' ? labour === 'working' : undefined,
  };
  const known = Object.fromEntries(
    Object.entries(statuses).filter((entry): entry is [string, boolean] => entry[1] !== undefined),
  );
  return {
    ...(livesAlone === undefined ? {} : { livesAlone }),
    ...(isDegree(degree) ? { disability: degree, groups: { disabledPeople: degree !== 'none' } } : {}),
    ...(Object.keys(known).length > 0 ? { statuses: known } : {}),
  };
}
