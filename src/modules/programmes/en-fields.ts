import type { FieldWords } from './domain/application-fields.ts';

/** Questions of the application for residents who read English. */
export const enFields: FieldWords = {
  name: { label: 'Name and surname' },
  birth_date: { label: 'Birth date' },
  pesel: { label: 'PESEL number', hint: 'If the person has none, write why.' },
  residence_address: { label: 'Home address' },
  phone: { label: 'Phone number' },
  email: { label: 'E-mail address' },
  lives_alone: { label: 'Does the person live alone' },
  household_members: {
    label: 'Who lives with the person',
    hint: 'What they are to the person and how old they are. No surnames if they are not needed.',
  },
  family_situation: { label: 'Family situation', hint: 'Only what matters for the service.' },
  family_help: { label: 'Can the family help' },
  child_birth_dates: { label: 'Birth dates of the children' },
  school: { label: 'School or nursery school' },
  large_family_card: { label: 'Does the person have the Large Family Card (Karta Dużej Rodziny)' },
  education: {
    label: 'Education',
    choices: { primary: 'primary', vocational: 'vocational', secondary: 'secondary', higher: 'higher' },
  },
  labour_status: {
    label: 'Work',
    choices: {
      working: 'working',
      unemployed: 'registered unemployed',
      studying: 'studying',
      retired: 'retired or on a disability pension',
      other: 'not working for another reason',
    },
  },
  workplace: { label: 'Workplace' },
  income: { label: 'Monthly income per person', hint: 'In złoty, for the last month.' },
  care_services_used: { label: 'Does the person use care services' },
  institutional_help: { label: 'Does the person get help from institutions' },
  disability_certificate: {
    label: 'Disability certificate',
    hint: 'Showing it is enough; no copy is made.',
    choices: {
      none: 'no certificate',
      light: 'light degree',
      moderate: 'moderate degree',
      severe: 'severe degree',
      childCertificate: 'certificate of a child’s disability',
    },
  },
  health_mobility: { label: 'How the person moves at home and outside' },
  health_needs: {
    label: 'Health that matters for the service',
    hint: 'No diagnoses or names of medicines unless the service needs them.',
  },
  addiction: { label: 'Addiction of the person or in the family' },
  convictions: { label: 'Criminal convictions' },
};
