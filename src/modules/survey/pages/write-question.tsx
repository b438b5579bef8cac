import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Disclosure,
  Form,
  Panel,
  Radios,
  Row,
  Select,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { writeQuestion } from '../commands/design.ts';
import {
  type Definition,
  type Question,
  questionsOf,
  type QuestionType,
  type Texts,
} from '../domain/definition.ts';
import { metrics, questionTypes } from '../domain/definition-schema.ts';
import { optionLines } from '../domain/edit.ts';
import { designs } from '../commands/roles.ts';
import { forms } from '../pl-forms.ts';
import { staff } from '../pl-staff.ts';
import { getSurvey, type SurveyFile } from '../queries/surveys.ts';
import { ConditionFields, conditionValues } from './condition-fields.tsx';
import { backToDesign } from './design.tsx';
import { onlyFor, surveyPath, surveysPath } from './parts.tsx';

const words = forms.question;

const textValues = (name: string, texts: Texts | undefined): Record<string, string> => ({
  [name]: texts?.pl ?? '',
  [`${name}Uk`]: texts?.uk ?? '',
  [`${name}En`]: texts?.en ?? '',
});

/** A question as the values of its form. */
function valuesOf(question: Question): Record<string, string> {
  const tickOf = (ticked: boolean): string => (ticked ? 'tak' : 'nie');
  const values: Record<string, string> = {
    type: question.type,
    name: question.name,
    required: tickOf(question.required),
    ...textValues('text', question.text),
    ...textValues('hint', question.hint),
    ...conditionValues(question.shownIf),
  };
  if ('options' in question) {
    values['options'] = optionLines(question.options, 'pl');
    values['optionsUk'] = optionLines(question.options, 'uk');
    values['optionsEn'] = optionLines(question.options, 'en');
  }
  switch (question.type) {
    case 'multi':
      return { ...values, most: question.max === undefined ? '' : String(question.max) };
    case 'ranking':
      return { ...values, most: String(question.choose) };
    case 'matrix':
      return {
        ...values,
        items: optionLines(question.items, 'pl'),
        itemsUk: optionLines(question.items, 'uk'),
        itemsEn: optionLines(question.items, 'en'),
        noOpinion: tickOf(question.noOpinion),
      };
    case 'scale':
      return {
        ...values,
        from: String(question.from),
        to: String(question.to),
        noOpinion: tickOf(question.noOpinion),
        ...textValues('low', question.low),
        ...textValues('high', question.high),
      };
    case 'number':
      return {
        ...values,
        least: String(question.min),
        largest: String(question.max),
        ...textValues('unit', question.unit),
      };
    case 'metric':
      return { ...values, metric: question.metric };
    default:
      return values;
  }
}

/** Yes or no: a box to tick would be marked as one that need not be. */
const YesNo = ({ name, label }: { name: string; label: string }) => (
  <Radios
    name={name}
    label={label}
    inline
    choices={[
      { value: 'tak', label: words.yes },
      { value: 'nie', label: words.no },
    ]}
  />
);

const Options = ({ type }: { type: QuestionType }) => (
  <TextArea
    name="options"
    label={type === 'matrix' ? words.steps : words.options}
    {...(type === 'multi' ? { hint: words.optionsHint } : {})}
    rows={8}
  />
);

/** The fields that only this type of question has. */
const OfType = ({ type }: { type: QuestionType }) => {
  switch (type) {
    case 'single':
      return <Options type={type} />;
    case 'metric':
      return (
        <>
          <Select
            name="metric"
            label={words.metric}
            hint={words.metricHint}
            options={metrics.map((value) => ({ value, label: staff.metrics[value] }))}
          />
          <Options type={type} />
        </>
      );
    case 'multi':
      return (
        <>
          <Options type={type} />
          <TextInput
            name="most"
            label={words.most}
            hint={words.mostHint}
            inputMode="numeric"
            width="xs"
            optional
          />
        </>
      );
    case 'ranking':
      return (
        <>
          <Options type={type} />
          <TextInput name="most" label={words.choose} inputMode="numeric" width="xs" />
        </>
      );
    case 'matrix':
      return (
        <>
          <TextArea name="items" label={words.items} rows={8} />
          <Options type={type} />
          <YesNo name="noOpinion" label={words.noOpinion} />
        </>
      );
    case 'scale':
      return (
        <>
          <Row>
            <TextInput name="from" label={words.from} inputMode="numeric" width="xs" />
            <TextInput name="to" label={words.to} inputMode="numeric" width="xs" />
          </Row>
          <TextInput name="low" label={words.low} optional />
          <TextInput name="high" label={words.high} optional />
          <YesNo name="noOpinion" label={words.noOpinion} />
        </>
      );
    case 'number':
      return (
        <Row>
          <TextInput name="least" label={words.least} inputMode="numeric" width="s" optional />
          <TextInput name="largest" label={words.largest} inputMode="numeric" width="s" optional />
          <TextInput name="unit" label={words.unit} width="s" optional />
        </Row>
      );
    case 'text':
      return <p>{words.chars}</p>;
  }
};

const Translations = ({ type, open }: { type: QuestionType; open: boolean }) => (
  <Disclosure summary={words.translations} open={open}>
    <p>{words.translationsHint}</p>
    {(['Uk', 'En'] as const).map((lang) => (
      <Panel
        key={lang}
        id={`tlumaczenie-${lang}`}
        title={forms.langs[lang === 'Uk' ? 'uk' : 'en']}
        level={3}
        tone="plain"
      >
        <TextArea name={`text${lang}`} label={words.text} rows={2} optional />
        <TextInput name={`hint${lang}`} label={words.hint} width="full" optional />
        {type === 'matrix' && <TextArea name={`items${lang}`} label={words.items} rows={6} optional />}
        {['single', 'multi', 'ranking', 'matrix', 'metric'].includes(type) && (
          <TextArea
            name={`options${lang}`}
            label={type === 'matrix' ? words.steps : words.options}
            rows={6}
            optional
          />
        )}
        {type === 'number' && <TextInput name={`unit${lang}`} label={words.unit} optional />}
        {type === 'scale' && <TextInput name={`low${lang}`} label={words.low} optional />}
        {type === 'scale' && <TextInput name={`high${lang}`} label={words.high} optional />}
      </Panel>
    ))}
  </Disclosure>
);

const isType = (value: unknown): value is QuestionType => questionTypes.some((type) => type === value);

const TypeChoice = ({ data, context }: { data: SurveyFile; context: PageContext }) => (
  <Form
    method="get"
    action={surveyPath(data.survey.id, '/pytanie')}
    hidden={{ czesc: context.query['czesc'] }}
    values={{ typ: 'single' }}
  >
    <Radios
      name="typ"
      label={words.pick}
      choices={questionTypes.map((value) => ({ value, label: staff.types[value] }))}
    />
    <Actions>
      <Button variant="primary">{words.pickSubmit}</Button>
    </Actions>
  </Form>
);

const QuestionForm = ({
  data,
  definition,
  context,
  old,
  type,
}: {
  data: SurveyFile;
  definition: Definition;
  context: PageContext;
  old: Question | undefined;
  type: QuestionType;
}) => {
  const section = context.query['czesc'] ?? definition.sections[0]?.name ?? '';
  const fresh = {
    type,
    section,
    join: 'all',
    required: 'nie',
    noOpinion: 'nie',
    from: '1',
    to: '5',
    most: type === 'ranking' ? '3' : '',
  };
  const sent = formOf(context, writeQuestion, old ? valuesOf(old) : fresh);
  return (
    <Form
      action={surveyPath(data.survey.id, '/pytanie')}
      {...sent}
      version={data.survey.version}
      hidden={{ type, ...(old ? { before: old.name } : {}) }}
    >
      <TextArea name="text" label={words.text} rows={2} />
      {!old && (
        <Select
          name="section"
          label={words.section}
          options={definition.sections.map((one) => ({ value: one.name, label: one.title.pl || one.name }))}
          placeholder={false}
        />
      )}
      <OfType type={type} />
      <YesNo name="required" label={words.required} />
      <TextInput name="hint" label={words.hint} width="full" optional />
      <Translations type={type} open={definition.langs.length > 1} />
      <ConditionFields definition={definition} part={old?.name} tests={old?.shownIf?.tests.length} />
      <TextInput name="name" label={words.name} hint={words.nameHint} width="m" optional spellCheck={false} />
      <Actions>
        <Button variant="primary">{words.submit}</Button>
        <ButtonLink href={surveyPath(data.survey.id, '/pytania')} variant="quiet">
          {staff.design.title}
        </ButtonLink>
      </Actions>
    </Form>
  );
};

function questionView(data: SurveyFile, context: PageContext): View {
  const { survey, draft } = data;
  const typed = context.form.values;
  const name = typeof typed['before'] === 'string' ? typed['before'] : context.query['nazwa'];
  const old = draft ? questionsOf(draft).find((one) => one.name === name) : undefined;
  const wanted = typed['type'] ?? context.query['typ'];
  const type = old?.type ?? (isType(wanted) ? wanted : undefined);
  return {
    title: old ? words.edit : words.add,
    ...(type ? { lead: staff.types[type] } : { lead: words.pickLead }),
    width: 'narrow',
    current: 'surveys',
    trail: [
      { href: surveyPath(survey.id), label: survey.title },
      { href: surveyPath(survey.id, '/pytania'), label: staff.design.title },
    ],
    body:
      draft === null ? (
        <p>{staff.design.fixedLead}</p>
      ) : type ? (
        <QuestionForm data={data} definition={draft} context={context} old={old} type={type} />
      ) : (
        <TypeChoice data={data} context={context} />
      ),
  };
}

const questionPage = page({
  door: 'staff',
  path: `${surveysPath}/:surveyId/pytanie`,
  load: onlyFor(designs, async (ask, { params }) => await ask(getSurvey, { surveyId: params['surveyId'] })),
  view: questionView,
});

/** Writing a question. */
export const questionRoutes = [
  questionPage,
  form({
    door: 'staff',
    path: `${surveysPath}/:surveyId/pytanie`,
    command: writeQuestion,
    page: questionPage,
    next: backToDesign,
  }),
];
