import {
  bankQuestions,
  type Definition,
  type Question,
  questionsOf,
  type Section,
  type TemplateKey,
  templateDefinition,
} from '../../../modules/survey/index.ts';
import { plSurvey } from './pl-survey.ts';

const bank = (key: string): Question => {
  const found = bankQuestions().find((one) => one.key === key);
  if (!found) throw new Error(`the bank has no question ${key}`);
  return found.question;
};

const ofGmina = (template: TemplateKey, name: string): Question => {
  const found = questionsOf(templateDefinition(template)).find((one) => one.name === name);
  if (!found) throw new Error(`the template ${template} has no question ${name}`);
  return found;
};

/** The code of "none of these" in a question of the bank. */
export const noneOf = (question: Question): number | undefined =>
  question.type === 'multi' ? question.options.find(({ alone }) => alone)?.code : undefined;

const required = (question: Question): Question => ({ ...question, required: true });

/** Barriers are asked only where somebody needs something of the area. */
const barriers = (area: number): Question => ({
  ...bank(`barriers_${area}`),
  shownIf: {
    join: 'all',
    tests: [
      { question: `needs_${area}`, is: 'answered' },
      { question: `needs_${area}`, is: 'notChosen', value: noneOf(bank(`needs_${area}`)) ?? 0 },
    ],
  },
});

const { sections: titles } = plSurvey;

const sections: Section[] = [
  {
    name: 'zycie',
    title: { pl: titles.life },
    // Life in the gmina and its conditions: the questionnaire for the gminas of a local action group.
    questions: [bank('life_here'), ofGmina('lgd', 'wyprowadzka'), ofGmina('lgd', 'warunki')],
  },
  {
    name: 'opieka',
    title: { pl: titles.care },
    questions: [bank('knows_4'), bank('used_4'), required(bank('needs_4')), bank('later_4'), barriers(4)],
  },
  {
    name: 'niepelnosprawnosc',
    title: { pl: titles.disability },
    questions: [required(bank('needs_6')), bank('later_6'), barriers(6)],
  },
  {
    name: 'zdrowie',
    title: { pl: titles.health },
    questions: [required(bank('needs_5')), bank('later_5')],
  },
  {
    name: 'rodzina',
    title: { pl: titles.family },
    questions: [required(bank('needs_1')), required(bank('needs_2')), required(bank('needs_12'))],
  },
  {
    name: 'miasto',
    title: { pl: titles.city },
    // Severity of problems: the questionnaire of Mała Wieś; institutions: that of Pysznica.
    questions: [
      bank('main_problems'),
      ofGmina('nasilenie', 'nasilenie'),
      bank('groups_need'),
      ofGmina('problemy_instytucje', 'instytucje'),
      bank('channel'),
      bank('help_others'),
      bank('proposal'),
    ],
  },
  {
    name: 'metryczka',
    title: { pl: titles.metric },
    questions: [
      required(bank('sex')),
      required(bank('age')),
      bank('household'),
      bank('education'),
      bank('disability'),
    ],
  },
];

/** The residents' questionnaire: the bank of the product and questions of four real gminas. */
export const questionnaire: Definition = {
  langs: ['pl'],
  title: { pl: plSurvey.title },
  intro: { pl: plSurvey.intro },
  sections,
};
