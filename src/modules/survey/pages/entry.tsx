import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  Checkbox,
  Form,
  Notice,
  Panel,
  Prose,
  Stack,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { enterSheet } from '../commands/enter-sheet.ts';
import { conditionWords } from '../domain/condition-words.ts';
import { type Definition, noOpinionCode, type Question } from '../domain/definition.ts';
import { enters } from '../commands/roles.ts';
import { forms } from '../pl-forms.ts';
import { staff } from '../pl-staff.ts';
import { getSurvey, type SurveyFile } from '../queries/surveys.ts';
import { onlyFor, OpenPollNotice, surveyPath, surveysPath } from './parts.tsx';

const words = forms.entry;

function wantedOf(question: Question): string {
  switch (question.type) {
    case 'multi':
      return question.max === undefined ? words.codes : words.upTo(question.max);
    case 'ranking':
      return words.ranked(question.choose);
    case 'matrix':
      return words.lines(question.items.length);
    case 'scale':
      return `${question.from}–${question.to}${question.noOpinion ? `, ${noOpinionCode} ${words.noOpinion}` : ''}`;
    case 'number':
      return `${question.min}–${question.max}`;
    default:
      return words.oneCode;
  }
}

const Answers = ({ question }: { question: Question }) => (
  <>
    {question.type === 'matrix' && (
      <span>{question.items.map(({ text }, at) => `${at + 1}) ${text.pl}`).join('; ')}. </span>
    )}
    {'options' in question && (
      <span>
        {question.options.map(({ code, text }) => `${code} – ${text.pl}`).join('; ')}
        {question.type === 'matrix' && question.noOpinion ? `; ${noOpinionCode} – ${words.noOpinion}` : ''}.{' '}
      </span>
    )}
    <em>{wantedOf(question)}</em>
  </>
);

const SheetField = ({ question, definition }: { question: Question; definition: Definition }) => {
  const name = `answers.${question.name}`;
  const hint = (
    <>
      {question.shownIf && (
        <span>
          {words.onlyIf} {conditionWords(question.shownIf, definition)}.{' '}
        </span>
      )}
      {question.type !== 'text' && <Answers question={question} />}
    </>
  );
  return question.type === 'text' ? (
    <TextArea
      name={name}
      label={question.text.pl}
      hint={question.shownIf ? hint : undefined}
      rows={2}
      optional
    />
  ) : (
    <TextInput
      name={name}
      label={question.text.pl}
      hint={hint}
      width={
        question.type === 'matrix' || question.type === 'multi' || question.type === 'ranking' ? 'm' : 'xs'
      }
      inputMode="text"
      autoComplete="off"
      optional={!question.required}
    />
  );
};

/** The older version of the questions that the page was opened for; undefined: the one that is answered now. */
const versionIn = (query: Record<string, string>): string | undefined =>
  /^\d{1,4}$/.test(query['wersja'] ?? '') ? query['wersja'] : undefined;

/** What was just saved: the code of the copy, and whether somebody else must type it again. */
const Saved = ({ query }: { query: Record<string, string> }) => {
  const copy = query['kopia'];
  const differing = query['roznice'];
  if (query['zrobione'] !== enterSheet.name || !copy || !/^[\d-]+$/.test(copy)) return null;
  if (differing === '0') return <Notice kind="success" title={words.same(copy)} />;
  if (differing) return <Notice kind="warning" title={words.differ(copy, Number(differing) || 0)} />;
  return query['drugi'] ? (
    <Notice kind="info" title={words.again(copy)} />
  ) : (
    <Notice kind="success" title={words.savedCopy(copy)} />
  );
};

const Sheet = ({
  data,
  definition,
  context,
  paper,
}: {
  data: SurveyFile;
  definition: Definition;
  context: PageContext;
  paper: boolean;
}) => {
  const { survey } = data;
  const sent = formOf(context, enterSheet);
  const mode = paper ? 'paper' : 'telephone';
  const version = paper ? versionIn(context.query) : undefined;
  return (
    <Form
      action={surveyPath(
        survey.id,
        `/wpis?tryb=${paper ? 'papier' : 'telefon'}${version ? `&wersja=${version}` : ''}`,
      )}
      {...sent}
      hidden={{ mode, ...(version ? { versionNo: version } : {}) }}
    >
      {paper && (
        <TextInput
          name="copy"
          label={words.copy}
          hint={words.copyHint}
          width="s"
          autoComplete="off"
          autoFocus
        />
      )}
      {survey.sampling === 'sample' && (
        <TextInput name="code" label={words.code} width="m" autoComplete="off" optional />
      )}
      {definition.sections.map((section) => (
        <Panel key={section.name} id={`czesc-${section.name}`} title={section.title.pl}>
          {section.shownIf && (
            <p class="description-note">
              {words.onlyIf} {conditionWords(section.shownIf, definition)}
            </p>
          )}
          {section.questions.map((question) => (
            <SheetField key={question.name} question={question} definition={definition} />
          ))}
        </Panel>
      ))}
      <Checkbox name="asWritten" label={words.asWritten} optional />
      <Actions>
        <Button variant="primary">{words.submit}</Button>
      </Actions>
    </Form>
  );
};

function entryView(data: SurveyFile, context: PageContext): View {
  const { survey, published } = data;
  const mode = context.form.values['mode'];
  const paper = mode ? mode === 'paper' : context.query['tryb'] !== 'telefon';
  return {
    title: paper ? words.paper : words.telephone,
    lead: paper ? words.paperLead : words.telephoneLead,
    width: 'narrow',
    current: 'surveys',
    trail: [
      { href: surveysPath, label: staff.list.title },
      { href: surveyPath(survey.id), label: survey.title },
    ],
    body:
      published && survey.state !== 'draft' ? (
        <Stack>
          <Saved query={context.query} />
          <OpenPollNotice sampling={survey.sampling} />
          {!paper && (
            <Panel id="wstep" title={words.intro} tone="plain">
              <Prose>
                {published.intro && <p>{published.intro.pl}</p>}
                <p>{words.introText}</p>
              </Prose>
            </Panel>
          )}
          <Sheet data={data} definition={published} context={context} paper={paper} />
        </Stack>
      ) : (
        <p>{words.notRunning}</p>
      ),
  };
}

const entryPage = page({
  door: 'staff',
  path: `${surveysPath}/:surveyId/wpis`,
  load: onlyFor(
    enters,
    async (ask, { params, query }) =>
      await ask(getSurvey, { surveyId: params['surveyId'], versionNo: versionIn(query) }),
  ),
  view: entryView,
});

/** Typing sheets in: paper copies and interviews on the telephone, by the keyboard alone. */
export const entryRoutes = [
  entryPage,
  form({
    door: 'staff',
    path: `${surveysPath}/:surveyId/wpis`,
    command: enterSheet,
    page: entryPage,
    next: ({ surveyId, mode, copy, again, differing }, { query }) => {
      const said = new URLSearchParams({
        tryb: mode === 'paper' ? 'papier' : 'telefon',
        ...(mode === 'paper' && versionIn(query) ? { wersja: String(versionIn(query)) } : {}),
        ...(copy ? { kopia: copy } : {}),
        ...(again ? { drugi: '1' } : {}),
        ...(differing === null ? {} : { roznice: String(differing) }),
      });
      return surveyPath(surveyId, `/wpis?${said.toString()}`);
    },
  }),
];
