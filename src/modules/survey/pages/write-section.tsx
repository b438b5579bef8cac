import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Checkboxes,
  Disclosure,
  fieldId,
  Form,
  Radios,
  Select,
  Stack,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { areas } from '../../../law/index.ts';
import { type BankQuestion, bankQuestions } from '../bank/bank.ts';
import { addFromBank, saveSettings, writeSection } from '../commands/design.ts';
import { questionsOf, type Texts } from '../domain/definition.ts';
import { samplings } from '../domain/survey.ts';
import { designs } from '../commands/roles.ts';
import { forms } from '../pl-forms.ts';
import { staff } from '../pl-staff.ts';
import { getSurvey, type SurveyFile } from '../queries/surveys.ts';
import { ConditionFields, conditionValues } from './condition-fields.tsx';
import { backToDesign } from './design.tsx';
import { onlyFor, surveyPath, surveysPath } from './parts.tsx';

const load = onlyFor(
  designs,
  async (ask, { params }) => await ask(getSurvey, { surveyId: params['surveyId'] }),
);

const frame = ({ survey }: SurveyFile, title: string) => ({
  title,
  width: 'narrow' as const,
  current: 'surveys',
  trail: [
    { href: surveyPath(survey.id), label: survey.title },
    { href: surveyPath(survey.id, '/pytania'), label: staff.design.title },
  ],
});

const texts = (name: string, value: Texts | undefined): Record<string, string> => ({
  [name]: value?.pl ?? '',
  [`${name}Uk`]: value?.uk ?? '',
  [`${name}En`]: value?.en ?? '',
});

const Cancel = ({ data }: { data: SurveyFile }) => (
  <ButtonLink href={surveyPath(data.survey.id, '/pytania')} variant="quiet">
    {staff.design.title}
  </ButtonLink>
);

function sectionView(data: SurveyFile, context: PageContext): View {
  const words = forms.section;
  const { survey, draft } = data;
  if (!draft) return { ...frame(data, words.edit), body: <p>{staff.design.fixedLead}</p> };
  const typed = context.form.values['before'];
  const name = typeof typed === 'string' ? typed : context.query['nazwa'];
  const old = draft.sections.find((one) => one.name === name);
  const sent = formOf(context, writeSection, {
    ...texts('title', old?.title),
    ...texts('intro', old?.intro),
    ...conditionValues(old?.shownIf),
  });
  return {
    ...frame(data, old ? words.edit : words.add),
    body: (
      <Form
        action={surveyPath(survey.id, '/czesc')}
        {...sent}
        version={survey.version}
        hidden={old ? { before: old.name } : {}}
      >
        <TextInput name="title" label={words.title} width="full" />
        <TextArea name="intro" label={words.intro} rows={3} optional />
        <Disclosure summary={words.translations} open={draft.langs.length > 1}>
          {(['Uk', 'En'] as const).map((lang) => (
            <Stack key={lang}>
              <TextInput
                name={`title${lang}`}
                label={`${words.title} (${staff.langs[lang === 'Uk' ? 'uk' : 'en']})`}
                width="full"
                optional
              />
              <TextArea
                name={`intro${lang}`}
                label={`${words.intro} (${staff.langs[lang === 'Uk' ? 'uk' : 'en']})`}
                rows={3}
                optional
              />
            </Stack>
          ))}
        </Disclosure>
        <ConditionFields definition={draft} part={old?.name} tests={old?.shownIf?.tests.length} />
        <Actions>
          <Button variant="primary">{words.submit}</Button>
          <Cancel data={data} />
        </Actions>
      </Form>
    ),
  };
}

const sectionPage = page({
  door: 'staff',
  path: `${surveysPath}/:surveyId/czesc`,
  load,
  view: sectionView,
});

const BankGroup = ({
  id,
  title,
  questions,
  taken,
}: {
  id: string;
  title: string;
  questions: readonly BankQuestion[];
  taken: ReadonlySet<string>;
}) => (
  <Checkboxes
    name={`questions.${id}`}
    label={title}
    optional
    choices={questions.map(({ key, question }) => ({
      value: key,
      label: question.text.pl,
      ...(taken.has(question.name) ? { hint: forms.bank.there } : {}),
    }))}
  />
);

function bankView(data: SurveyFile, context: PageContext): View {
  const words = forms.bank;
  const { survey, draft } = data;
  if (!draft) return { ...frame(data, words.title), body: <p>{staff.design.fixedLead}</p> };
  const taken = new Set(questionsOf(draft).map(({ name }) => name));
  const all = bankQuestions();
  const sent = formOf(context, addFromBank, {
    section: context.query['czesc'] ?? draft.sections[0]?.name ?? '',
  });
  const groups = [
    { key: 'core', title: words.core, questions: all.filter(({ group }) => group === 'core') },
    { key: 'metrics', title: words.metrics, questions: all.filter(({ group }) => group === 'metrics') },
    ...areas.map(({ code, name }) => ({
      key: `area-${code}`,
      title: words.area(code, name),
      questions: all.filter(({ group }) => group === code),
    })),
  ];
  return {
    ...frame(data, words.title),
    lead: words.lead,
    body: (
      <Form action={surveyPath(survey.id, '/bank')} {...sent} version={survey.version}>
        <Select
          name="section"
          label={words.section}
          placeholder={false}
          options={draft.sections.map((one) => ({ value: one.name, label: one.title.pl || one.name }))}
        />
        <div id={fieldId('questions')} tabindex={-1}>
          {groups.map(({ key, ...group }) => (
            <BankGroup key={key} id={key} {...group} taken={taken} />
          ))}
        </div>
        <Actions>
          <Button variant="primary">{words.submit}</Button>
          <Cancel data={data} />
        </Actions>
      </Form>
    ),
  };
}

const bankPage = page({
  door: 'staff',
  path: `${surveysPath}/:surveyId/bank`,
  load,
  view: bankView,
});

function settingsView(data: SurveyFile, context: PageContext): View {
  const words = staff.settings;
  const { survey, draft } = data;
  const base = { ...frame(data, words.title), trail: [{ href: surveyPath(survey.id), label: survey.title }] };
  if (!draft) return { ...base, body: <p>{staff.design.fixedLead}</p> };
  const sent = formOf(context, saveSettings, {
    ...texts('title', draft.title),
    ...texts('intro', draft.intro),
    langs: draft.langs,
    sampling: survey.sampling,
    secondShare: String(survey.secondShare),
  });
  return {
    ...base,
    body: (
      <Form action={surveyPath(survey.id, '/ustawienia')} {...sent} version={survey.version}>
        <TextInput name="title" label={words.name} width="full" />
        <TextArea name="intro" label={words.intro} hint={words.introHint} rows={3} optional />
        <Radios
          name="sampling"
          label={staff.create.sampling}
          choices={samplings.map((value) => ({ value, label: staff.samplings[value] }))}
        />
        <Checkboxes
          name="langs"
          label={words.langs}
          hint={words.langsHint}
          optional
          choices={(['uk', 'en'] as const).map((value) => ({ value, label: staff.langs[value] }))}
        />
        <Disclosure summary={words.translations} open={draft.langs.length > 1}>
          <TextInput name="titleUk" label={words.nameUk} width="full" optional />
          <TextInput name="titleEn" label={words.nameEn} width="full" optional />
          <TextArea name="introUk" label={words.introUk} rows={3} optional />
          <TextArea name="introEn" label={words.introEn} rows={3} optional />
        </Disclosure>
        <TextInput
          name="secondShare"
          label={words.secondShare}
          hint={words.secondHint}
          inputMode="numeric"
          width="xs"
        />
        <Actions>
          <Button variant="primary">{words.submit}</Button>
        </Actions>
      </Form>
    ),
  };
}

const settingsPage = page({
  door: 'staff',
  path: `${surveysPath}/:surveyId/ustawienia`,
  load,
  view: settingsView,
});

/** Sections, questions of the bank, and the settings of a survey. */
export const sectionRoutes = [
  sectionPage,
  bankPage,
  settingsPage,
  form({
    door: 'staff',
    path: `${surveysPath}/:surveyId/czesc`,
    command: writeSection,
    page: sectionPage,
    next: backToDesign,
  }),
  form({
    door: 'staff',
    path: `${surveysPath}/:surveyId/bank`,
    command: addFromBank,
    page: bankPage,
    // Ticks come by group; which group is of no interest any more.
    input: ({ questions, ...values }, { params }) => ({
      ...values,
      ...params,
      questions:
        typeof questions === 'object' && questions !== null ? Object.values(questions).flat(2) : questions,
    }),
    next: backToDesign,
  }),
  form({
    door: 'staff',
    path: `${surveysPath}/:surveyId/ustawienia`,
    command: saveSettings,
    page: settingsPage,
    next: ({ surveyId }) => surveyPath(surveyId),
  }),
];
