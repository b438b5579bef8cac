import { permits } from '../../../platform/actor.ts';
import { form, page, type PageContext, type View } from '../../../platform/http/route.ts';
import { ActionForm, Actions, ButtonLink, Card, Notice, Panel, Row, Stack, Tag } from '../../../ui/index.ts';
import { arrange, removePart } from '../commands/design.ts';
import { designs } from '../commands/roles.ts';
import type { Question, Section } from '../domain/definition.ts';
import { staff } from '../pl-staff.ts';
import { pl } from '../pl.ts';
import { getSurvey, type SurveyFile } from '../queries/surveys.ts';
import { conditionLine, shownDefinition, surveyPath, surveysPath } from './parts.tsx';

const words = staff.design;

/** What a question asks for, in a few words. */
function shapeOf(question: Question): string {
  switch (question.type) {
    case 'multi':
      return [
        words.answers(question.options.length),
        question.max === undefined ? '' : words.most(question.max),
      ]
        .filter(Boolean)
        .join(', ');
    case 'ranking':
      return [words.answers(question.options.length), words.ranks(question.choose)].join(', ');
    case 'matrix':
      return words.lines(question.items.length, question.options.length);
    case 'scale':
      return `${question.from}–${question.to}`;
    case 'number':
      return `${question.min}–${question.max}`;
    case 'text':
      return '';
    default:
      return words.answers(question.options.length);
  }
}

interface Place {
  surveyId: string;
  version: number;
  once: string;
  /** The questions can be changed. */
  open: boolean;
}

const Moves = ({ place, part, about }: { place: Place; part: string; about: string }) => (
  <Row>
    {(['up', 'down'] as const).map((way) => (
      <ActionForm
        key={way}
        action={surveyPath(place.surveyId, '/pytania/przesun')}
        label={words[way]}
        about={about}
        variant="quiet"
        small
        once={place.once}
        version={place.version}
        hidden={{ part, way }}
      />
    ))}
    <ActionForm
      action={surveyPath(place.surveyId, '/pytania/usun')}
      label={words.remove}
      about={about}
      variant="quiet"
      small
      once={place.once}
      version={place.version}
      hidden={{ part }}
    />
  </Row>
);

const Faults = ({ data, at }: { data: SurveyFile; at: string }) => (
  <>
    {data.problems
      .filter((problem) => problem.at === at)
      .map(({ kind, about }) => (
        <Tag key={`${kind}${about}`} tone="warning" shape="warning">
          {pl.problems[kind](about ?? '')}
        </Tag>
      ))}
  </>
);

const QuestionCard = ({ question, data, place }: { question: Question; data: SurveyFile; place: Place }) => (
  <Card
    title={question.text.pl}
    level={3}
    {...(place.open ? { href: surveyPath(place.surveyId, `/pytanie?nazwa=${question.name}`) } : {})}
    meta={[
      question.name,
      staff.types[question.type],
      shapeOf(question),
      question.required ? words.required : words.optionalMark,
    ]
      .filter(Boolean)
      .join(' · ')}
    {...(place.open ? { footer: <Moves place={place} part={question.name} about={question.text.pl} /> } : {})}
  >
    {question.shownIf && (
      <p class="description-note">
        {words.shownIf}: {conditionLine(question.shownIf)}
      </p>
    )}
    <Faults data={data} at={question.name} />
  </Card>
);

const SectionPanel = ({ section, data, place }: { section: Section; data: SurveyFile; place: Place }) => (
  <Panel
    id={`czesc-${section.name}`}
    title={section.title.pl || section.name}
    {...(place.open
      ? {
          actions: (
            <ButtonLink
              href={surveyPath(place.surveyId, `/czesc?nazwa=${section.name}`)}
              small
              about={section.title.pl}
            >
              {words.edit}
            </ButtonLink>
          ),
        }
      : {})}
  >
    {section.shownIf && (
      <p class="description-note">
        {words.shownIf}: {conditionLine(section.shownIf)}
      </p>
    )}
    <Faults data={data} at={section.name} />
    {section.questions.length === 0 ? (
      <p>{words.noQuestions}</p>
    ) : (
      <Stack>
        {section.questions.map((question) => (
          <QuestionCard key={question.name} question={question} data={data} place={place} />
        ))}
      </Stack>
    )}
    {place.open && (
      <Row>
        <ButtonLink
          href={surveyPath(place.surveyId, `/pytanie?czesc=${section.name}`)}
          about={section.title.pl}
        >
          {words.addQuestion}
        </ButtonLink>
        <ButtonLink
          href={surveyPath(place.surveyId, `/bank?czesc=${section.name}`)}
          variant="quiet"
          about={section.title.pl}
        >
          {words.fromBank}
        </ButtonLink>
        <Moves place={place} part={section.name} about={section.title.pl} />
      </Row>
    )}
  </Panel>
);

function designView(data: SurveyFile, context: PageContext): View {
  const { survey } = data;
  const definition = shownDefinition(data);
  const open = data.draft !== null && permits(designs, context.actor, undefined);
  const place = { surveyId: survey.id, version: survey.version, once: context.form.once, open };
  const { problem } = context.form;
  return {
    title: words.title,
    ...(open ? {} : { lead: words.fixedLead }),
    width: 'wide',
    current: 'surveys',
    trail: [
      { href: surveysPath, label: staff.list.title },
      { href: surveyPath(survey.id), label: survey.title },
    ],
    body: (
      <Stack>
        {problem && <Notice kind="danger" title={problem.words} live />}
        {open && (
          <Notice
            kind={data.problems.length === 0 ? 'success' : 'info'}
            title={data.problems.length === 0 ? words.ready : words.problemsTitle(data.problems.length)}
          />
        )}
        <Faults data={data} at="" />
        {definition?.sections.map((section) => (
          <SectionPanel key={section.name} section={section} data={data} place={place} />
        ))}
        {open && (
          <Actions>
            <ButtonLink href={surveyPath(survey.id, '/publikacja')} variant="primary">
              {staff.survey.publish}
            </ButtonLink>
            <ButtonLink href={surveyPath(survey.id, '/czesc')}>{words.addSection}</ButtonLink>
            <ButtonLink href={surveyPath(survey.id, '/podglad')} variant="quiet">
              {staff.survey.preview}
            </ButtonLink>
          </Actions>
        )}
      </Stack>
    ),
  };
}

/** The questions of a survey, in their order. */
export const designPage = page({
  door: 'staff',
  path: `${surveysPath}/:surveyId/pytania`,
  load: async (ask, { params }) => await ask(getSurvey, { surveyId: params['surveyId'] }),
  view: designView,
});

/** Where a change of questions leads back to: the section or question that was changed. */
export const backToDesign = ({ surveyId }: { surveyId: string }): string => surveyPath(surveyId, '/pytania');

/** The list of questions with moving and removing. */
export const designRoutes = [
  designPage,
  form({
    door: 'staff',
    path: `${surveysPath}/:surveyId/pytania/przesun`,
    command: arrange,
    page: designPage,
    next: backToDesign,
  }),
  form({
    door: 'staff',
    path: `${surveysPath}/:surveyId/pytania/usun`,
    command: removePart,
    page: designPage,
    next: backToDesign,
  }),
];
