import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  DateInput,
  Form,
  Notice,
  Panel,
  Stack,
  Table,
  Tabs,
} from '../../../ui/index.ts';
import { addDays } from '../../../law/index.ts';
import { isLang } from '../../../lang.ts';
import { publishSurvey } from '../commands/publish.ts';
import type { DesignProblem } from '../domain/check.ts';
import { type Definition, questionsOf, textIn, textsOf } from '../domain/definition.ts';
import { designs } from '../commands/roles.ts';
import { forms } from '../pl-forms.ts';
import { pl } from '../pl.ts';
import { staff } from '../pl-staff.ts';
import { getSurvey, type SurveyFile } from '../queries/surveys.ts';
import {
  onlyFor,
  conditionLine,
  OpenPollNotice,
  shownDefinition,
  surveyPath,
  surveysPath,
} from './parts.tsx';
import { QuestionField } from './question-fields.tsx';

const trailOf = ({ survey }: SurveyFile) => [
  { href: surveysPath, label: staff.list.title },
  { href: surveyPath(survey.id), label: survey.title },
];

const placeOf = (definition: Definition, at: string): string =>
  definition.sections.find(({ name }) => name === at)?.title.pl ??
  questionsOf(definition).find(({ name }) => name === at)?.text.pl ??
  forms.publish.survey;

const hrefOf = (data: SurveyFile, definition: Definition, at: string): string => {
  if (definition.sections.some(({ name }) => name === at))
    return surveyPath(data.survey.id, `/czesc?nazwa=${at}`);
  return at === ''
    ? surveyPath(data.survey.id, '/ustawienia')
    : surveyPath(data.survey.id, `/pytanie?nazwa=${at}`);
};

const CheckList = ({ data, definition }: { data: SurveyFile; definition: Definition }) => {
  const words = forms.publish;
  if (data.problems.length === 0)
    return (
      <Notice kind="success" title={words.ready}>
        <p>{words.readyBody}</p>
      </Notice>
    );
  return (
    <Panel id="braki" title={words.missing(data.problems.length)}>
      <Table<DesignProblem>
        caption={words.missing(data.problems.length)}
        captionHidden
        rows={data.problems.slice(0, 200)}
        rowKey={({ kind, at, about }) => `${kind} ${at} ${about}`}
        columns={[
          {
            key: 'where',
            label: words.where,
            rowHeader: true,
            cell: ({ at }) => <a href={hrefOf(data, definition, at)}>{placeOf(definition, at)}</a>,
          },
          { key: 'what', label: words.what, cell: ({ kind, about }) => pl.problems[kind](about ?? '') },
        ]}
      />
    </Panel>
  );
};

function publishView(data: SurveyFile, context: PageContext): View {
  const words = forms.publish;
  const { survey, draft } = data;
  const sent = formOf(context, publishSurvey, {
    opensOn: survey.opensOn ?? context.today,
    closesOn: survey.closesOn ?? addDays(context.today, 30),
  });
  return {
    title: words.title,
    width: 'narrow',
    current: 'surveys',
    trail: trailOf(data),
    body: draft ? (
      <Stack>
        <CheckList data={data} definition={draft} />
        <Notice kind="info" title={survey.sampling === 'open' ? words.openPoll : words.sample} />
        <Form action={surveyPath(survey.id, '/publikacja')} {...sent} version={survey.version}>
          <DateInput name="opensOn" label={words.opensOn} />
          <DateInput name="closesOn" label={words.closesOn} />
          <p>{words.fixed}</p>
          <Actions>
            <Button variant="primary">{words.submit}</Button>
            {survey.sampling === 'sample' && (
              <ButtonLink href={surveyPath(survey.id, '/proba')}>{words.draw}</ButtonLink>
            )}
            <ButtonLink href={surveyPath(survey.id, '/pytania')} variant="quiet">
              {staff.survey.edit}
            </ButtonLink>
          </Actions>
        </Form>
      </Stack>
    ) : (
      <p>{pl.errors.nothingDraft}</p>
    ),
  };
}

const publishPage = page({
  door: 'staff',
  path: `${surveysPath}/:surveyId/publikacja`,
  load: onlyFor(designs, async (ask, { params }) => await ask(getSurvey, { surveyId: params['surveyId'] })),
  view: publishView,
});

function previewView(data: SurveyFile, context: PageContext): View {
  const words = forms.preview;
  const { survey } = data;
  const definition = shownDefinition(data);
  const asked = context.query['jezyk'] ?? 'pl';
  const lang = isLang(asked) && definition?.langs.includes(asked) ? asked : 'pl';
  const missing = definition && textsOf(definition).some(({ texts }) => texts.pl !== '' && !texts[lang]);
  return {
    title: words.title,
    lead: words.lead,
    width: 'narrow',
    current: 'surveys',
    trail: trailOf(data),
    body: definition ? (
      <Stack>
        {definition.langs.length > 1 && (
          <Tabs
            label={words.language}
            items={definition.langs.map((one) => ({
              href: surveyPath(survey.id, `/podglad?jezyk=${one}`),
              label: staff.langs[one],
              current: one === lang,
            }))}
          />
        )}
        {missing && <Notice kind="warning" title={words.missing} />}
        <OpenPollNotice sampling={survey.sampling} />
        {definition.sections.map((section) => (
          <Panel key={section.name} id={`czesc-${section.name}`} title={textIn(section.title, lang)}>
            {section.shownIf && (
              <p class="description-note">
                {words.shownIf} {conditionLine(section.shownIf)}
              </p>
            )}
            <div lang={lang}>
              {section.intro && <p>{textIn(section.intro, lang)}</p>}
              {section.questions.map((question) => (
                <div key={question.name}>
                  {question.shownIf && (
                    <p class="description-note" lang="pl">
                      {words.shownIf} {conditionLine(question.shownIf)}
                    </p>
                  )}
                  <QuestionField question={question} lang={lang} errors={{}} />
                </div>
              ))}
            </div>
          </Panel>
        ))}
      </Stack>
    ) : (
      <p>{pl.errors.nothingDraft}</p>
    ),
  };
}

/** Preview in each language, the check list, and publication. */
export const publishRoutes = [
  publishPage,
  page({
    door: 'staff',
    path: `${surveysPath}/:surveyId/podglad`,
    load: async (ask, { params }) => await ask(getSurvey, { surveyId: params['surveyId'] }),
    view: previewView,
  }),
  form({
    door: 'staff',
    path: `${surveysPath}/:surveyId/publikacja`,
    command: publishSurvey,
    page: publishPage,
    next: ({ surveyId }) => surveyPath(surveyId),
  }),
];
