import type { House, TestCentre } from '../../../test/support/centre.ts';
import { type Answers, type Definition, demoSurvey } from '../survey/index.ts';

const options = (...texts: string[]) => texts.map((pl, at) => ({ code: at + 1, text: { pl } }));

/** A survey of needs: closed questions of every type, an open one, and who answers. */
export const definition: Definition = {
  langs: ['pl'],
  title: { pl: 'Czego potrzebujemy' },
  sections: [
    {
      name: 's1',
      title: { pl: 'Opieka' },
      questions: [
        {
          name: 'cares',
          type: 'single',
          text: { pl: 'Czy opiekujesz się kimś bliskim?' },
          required: false,
          options: options('tak', 'nie'),
        },
        {
          name: 'hours',
          type: 'number',
          text: { pl: 'Ile godzin w tygodniu?' },
          required: false,
          min: 1,
          max: 168,
          shownIf: { join: 'all', tests: [{ question: 'cares', is: 'chosen', value: 1 }] },
        },
        {
          name: 'needs',
          type: 'multi',
          text: { pl: 'Czego potrzebujecie teraz?' },
          required: false,
          asks: 'needsNow',
          area: 4,
          options: [
            { code: 1, text: { pl: 'usługi opiekuńcze' }, kind: 'careAtHome' },
            { code: 2, text: { pl: 'posiłki' }, kind: 'mealsAtHome' },
            { code: 3, text: { pl: 'żadna z tych' }, alone: true },
          ],
          shownIf: { join: 'all', tests: [{ question: 'cares', is: 'chosen', value: 1 }] },
        },
      ],
    },
    {
      name: 's2',
      title: { pl: 'Gmina' },
      questions: [
        {
          name: 'rate',
          type: 'matrix',
          text: { pl: 'Jak oceniasz?' },
          required: false,
          noOpinion: true,
          items: ['drogi', 'szkoły', 'zieleń', 'lekarze'].map((pl, at) => ({
            name: `w${at + 1}`,
            text: { pl },
          })),
          options: options('źle', 'średnio', 'dobrze'),
        },
        {
          name: 'life',
          type: 'scale',
          text: { pl: 'Jak się żyje?' },
          required: false,
          from: 1,
          to: 5,
          noOpinion: false,
        },
        { name: 'idea', type: 'text', text: { pl: 'Czego brakuje?' }, required: false, maxLength: 200 },
        {
          name: 'sex',
          type: 'metric',
          metric: 'sex',
          text: { pl: 'Płeć' },
          required: false,
          options: options('kobieta', 'mężczyzna'),
        },
        {
          name: 'age',
          type: 'metric',
          metric: 'age',
          text: { pl: 'Ile masz lat?' },
          required: false,
          options: options('18–39', '40–64', '65 lub więcej'),
        },
      ],
    },
  ],
};

const ideas = ['więcej chodników', 'Chodniki są dziurawe', 'lekarz, tel. 601 202 303', 'świetlica', ''];

/** Sixty people: 24 care for somebody, 40 are women, the grown older answered more often than there are. */
export const sheetsOf = (count = 60): Answers[] =>
  Array.from({ length: count }, (_, at) => {
    const cares = at % 5 < 2;
    const idea = ideas[at % 5] ?? '';
    return {
      cares: cares ? 1 : 2,
      ...(cares ? { hours: 10 + (at % 7), needs: at % 5 === 0 ? [1] : at % 2 === 0 ? [2] : [3] } : {}),
      rate:
        at % 6 === 0
          ? { w1: 2, w2: 2, w3: 2, w4: 2 }
          : { w1: 1 + (at % 3), w2: 1 + ((at + 1) % 3), w3: 3, w4: 1 + (at % 2) },
      life: at < 2 ? 1 : at < 9 ? 2 : 3 + (at % 3),
      ...(idea ? { idea } : {}),
      sex: at % 3 === 2 ? 2 : 1,
      age: at % 4 === 0 ? 1 : at % 4 === 1 ? 2 : 3,
    };
  });

/** A survey with sixty sheets; `sample`: as if they had been drawn, without strata. */
export async function answeredSurvey(
  house: House,
  title: string,
  sampling: 'open' | 'sample',
  { centre = house.centre, sheets = sheetsOf() }: { centre?: TestCentre; sheets?: Answers[] } = {},
): Promise<string> {
  const { surveyId } = await demoSurvey(
    house.runner,
    { organiser: centre.as('service_organiser'), clerk: centre.as('clerk'), visitor: centre.as('visitor') },
    {
      title,
      questionnaire: definition,
      opensOn: '2026-11-16',
      closesOn: '2026-11-30',
      sheets: sheets.map((answers) => ({ mode: 'interviewer', answers })),
    },
  );
  if (sampling === 'sample')
    await house.owner.query(`update survey set sampling = 'sample' where centre_id = $1 and id = $2`, [
      centre.id,
      surveyId,
    ]);
  return surveyId;
}
