import type { FieldWords } from './domain/application-fields.ts';

/** Questions of the application for residents who read Ukrainian. */
export const ukFields: FieldWords = {
  name: { label: 'Ім’я та прізвище' },
  birth_date: { label: 'Дата народження' },
  pesel: { label: 'PESEL', hint: 'Якщо людина його не має, напишіть чому.' },
  residence_address: { label: 'Адреса проживання' },
  phone: { label: 'Номер телефону' },
  email: { label: 'Адреса e-mail' },
  lives_alone: { label: 'Чи людина живе сама' },
  household_members: {
    label: 'Хто живе разом із людиною',
    hint: 'Ким вони їй є і скільки мають років. Без прізвищ, якщо вони не потрібні.',
  },
  family_situation: { label: 'Ситуація в родині', hint: 'Лише те, що важливо для послуги.' },
  family_help: { label: 'Чи родина може допомогти' },
  child_birth_dates: { label: 'Дати народження дітей' },
  school: { label: 'Школа або дитячий садок' },
  large_family_card: { label: 'Чи людина має Картку великої родини (Karta Dużej Rodziny)' },
  education: {
    label: 'Освіта',
    choices: { primary: 'початкова', vocational: 'професійна', secondary: 'середня', higher: 'вища' },
  },
  labour_status: {
    label: 'Робота',
    choices: {
      working: 'працює',
      unemployed: 'зареєстрована як безробітна',
      studying: 'навчається',
      retired: 'на пенсії',
      other: 'не працює з іншої причини',
    },
  },
  workplace: { label: 'Місце роботи' },
  income: { label: 'Місячний дохід на одну людину', hint: 'У злотих, за останній місяць.' },
  care_services_used: { label: 'Чи людина користується послугами з догляду' },
  institutional_help: { label: 'Чи людина отримує допомогу від установ' },
  disability_certificate: {
    label: 'Посвідка про інвалідність',
    hint: 'Досить показати; копії не робимо.',
    choices: {
      none: 'немає',
      light: 'легкий ступінь',
      moderate: 'помірний ступінь',
      severe: 'значний ступінь',
      childCertificate: 'посвідка про інвалідність дитини',
    },
  },
  health_mobility: { label: 'Як людина пересувається вдома і поза ним' },
  health_needs: {
    label: 'Стан здоров’я, важливий для послуги',
    hint: 'Без діагнозів і назв ліків, якщо послуга їх не вимагає.',
  },
  addiction: { label: 'Залежність людини або в родині' },
  convictions: { label: 'Судимості' },
};
