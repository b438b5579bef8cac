import { permits } from '../../../platform/actor.ts';
import { form, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  ActionForm,
  Actions,
  ButtonLink,
  Columns,
  DateText,
  DescriptionList,
  Disclosure,
  Panel,
  Row,
  Stack,
  Table,
} from '../../../ui/index.ts';
import { closeSurvey, reviseSurvey } from '../commands/publish.ts';
import { designs, enters, readsResults } from '../commands/roles.ts';
import { minutesOf, questionsOf } from '../domain/definition.ts';
import { stageOf } from '../domain/survey.ts';
import { answerFile } from '../pl-answer-file.ts';
import { staff } from '../pl-staff.ts';
import { xlsform } from '../pl-xlsform.ts';
import { getSurvey, type SurveyFile } from '../queries/surveys.ts';
import {
  devicesPath,
  OpenPollNotice,
  SamplingTag,
  shownDefinition,
  StageTag,
  surveyPath,
  surveysPath,
} from './parts.tsx';

const words = staff.survey;

const Questions = ({ data, context }: { data: SurveyFile; context: PageContext }) => {
  const { survey } = data;
  const definition = shownDefinition(data);
  const may = permits(designs, context.actor, undefined);
  if (!definition) return null;
  const count = words.questionsCount(
    definition.sections.length,
    questionsOf(definition).length,
    minutesOf(definition),
  );
  return (
    <Panel id="pytania" title={words.questions}>
      <p>{count}</p>
      {data.draft && data.published && <p>{words.draftBeside}</p>}
      <Actions>
        {may && data.draft && (
          <ButtonLink href={surveyPath(survey.id, '/publikacja')} variant="primary">
            {words.publish}
          </ButtonLink>
        )}
        <ButtonLink href={surveyPath(survey.id, '/pytania')}>
          {may && data.draft ? words.edit : words.view}
        </ButtonLink>
        <ButtonLink href={surveyPath(survey.id, '/podglad')} variant="quiet">
          {words.preview}
        </ButtonLink>
        <ButtonLink href={surveyPath(survey.id, '/xlsform.xlsx')} variant="quiet">
          {xlsform.export}
        </ButtonLink>
        {may && data.draft && (
          <ButtonLink href={surveyPath(survey.id, '/ustawienia')} variant="quiet">
            {words.settings}
          </ButtonLink>
        )}
      </Actions>
    </Panel>
  );
};

/** More days than these are opened by whoever wants to read them. */
const fewDays = 7;

const Collected = ({ data, context }: { data: SurveyFile; context: PageContext }) => {
  const total = data.byMode.reduce((sum, { sheets }) => sum + sheets, 0);
  return (
    <Panel id="zebrane" title={words.collected}>
      {total === 0 ? (
        <Stack>
          <p>{data.survey.sampling === 'sample' ? words.collectedNoneDrawn : words.collectedNone}</p>
          {data.survey.sampling === 'sample' && permits(designs, context.actor, undefined) && (
            <Actions>
              <ButtonLink href={surveyPath(data.survey.id, '/proba')} variant="primary">
                {words.sample}
              </ButtonLink>
            </Actions>
          )}
        </Stack>
      ) : (
        <Stack>
          <p>
            <strong>{words.total(total)}</strong> {data.flagged > 0 && words.flagged(data.flagged)}
          </p>
          {permits(readsResults, context.actor, undefined) && (
            <ButtonLink href={surveyPath(data.survey.id, '/wyniki')}>{words.results}</ButtonLink>
          )}
          <Table
            caption={words.collected}
            captionHidden
            rows={data.byMode}
            rowKey={({ mode }) => mode}
            columns={[
              {
                key: 'mode',
                label: words.mode,
                rowHeader: true,
                cell: ({ mode }) => staff.modes[mode] ?? mode,
              },
              { key: 'sheets', label: words.sheets, numeric: true, cell: ({ sheets }) => sheets },
            ]}
          />
          <Disclosure summary={words.byDay(data.byDay.length)} open={data.byDay.length <= fewDays}>
            <Table
              caption={words.day}
              captionHidden
              rows={data.byDay}
              rowKey={({ day }) => day}
              columns={[
                { key: 'day', label: words.day, rowHeader: true, cell: ({ day }) => <DateText date={day} /> },
                { key: 'sheets', label: words.sheets, numeric: true, cell: ({ sheets }) => sheets },
              ]}
            />
          </Disclosure>
        </Stack>
      )}
    </Panel>
  );
};

const Channels = ({ data, context }: { data: SurveyFile; context: PageContext }) => {
  const { survey } = data;
  if (survey.state === 'draft' || !permits(enters, context.actor, undefined)) return null;
  return (
    <Panel id="kanaly" title={words.channels}>
      <Row>
        {survey.state === 'published' && (
          <ButtonLink href={surveyPath(survey.id, '/wpis?tryb=telefon')}>{words.telephone}</ButtonLink>
        )}
        <ButtonLink href={devicesPath}>{words.tablets}</ButtonLink>
        <ButtonLink href={surveyPath(survey.id, '/wpis?tryb=papier')}>{words.paperEntry}</ButtonLink>
        <ButtonLink href={surveyPath(survey.id, '/egzemplarze')}>{words.copies}</ButtonLink>
        <ButtonLink href={surveyPath(survey.id, '/z-pliku')}>{answerFile.link}</ButtonLink>
      </Row>
    </Panel>
  );
};

const Facts = ({ data, context }: { data: SurveyFile; context: PageContext }) => {
  const { survey } = data;
  const address = `/${context.centre.slug}/ankieta/${survey.slug}`;
  return (
    <DescriptionList
      items={[
        { term: words.state, value: <StageTag survey={survey} context={context} /> },
        { term: words.sampling, value: <SamplingTag sampling={survey.sampling} /> },
        {
          term: words.period,
          value:
            survey.opensOn && survey.closesOn ? (
              <>
                <DateText date={survey.opensOn} /> – <DateText date={survey.closesOn} />
              </>
            ) : undefined,
        },
        { term: words.version, value: survey.answeredVersion ?? undefined },
        ...(survey.state === 'draft'
          ? []
          : [{ term: words.address, value: <a href={address}>{address}</a> }]),
      ]}
    />
  );
};

function surveyView(data: SurveyFile, context: PageContext): View {
  const { survey } = data;
  const may = permits(designs, context.actor, undefined);
  const running = stageOf(survey, context.today) !== 'over' && survey.state === 'published';
  return {
    title: survey.title,
    ...(survey.state === 'draft' ? { lead: words.draftLead } : {}),
    width: 'wide',
    current: 'surveys',
    trail: [{ href: surveysPath, label: staff.list.title }],
    aside: <StageTag survey={survey} context={context} />,
    body: (
      <Columns
        main={
          <Stack>
            <OpenPollNotice sampling={survey.sampling} />
            <Questions data={data} context={context} />
            {survey.state !== 'draft' && <Collected data={data} context={context} />}
            <Channels data={data} context={context} />
          </Stack>
        }
        side={
          <Stack>
            <Facts data={data} context={context} />
            {survey.sampling === 'sample' && (
              <ButtonLink href={surveyPath(survey.id, '/proba')}>{words.sample}</ButtonLink>
            )}
            {may && running && !data.draft && (
              <div>
                <p>{words.reviseWhy}</p>
                <ActionForm
                  action={surveyPath(survey.id, '/nowa-wersja')}
                  label={words.revise}
                  once={context.form.once}
                  version={survey.version}
                />
              </div>
            )}
            {may && running && (
              <div>
                <p>{words.closeWhy}</p>
                <ActionForm
                  action={surveyPath(survey.id, '/zamknij')}
                  label={words.close}
                  variant="danger"
                  once={context.form.once}
                  version={survey.version}
                />
              </div>
            )}
          </Stack>
        }
      />
    ),
  };
}

/** The page of one survey. */
export const surveyPage = page({
  door: 'staff',
  path: `${surveysPath}/:surveyId`,
  load: async (ask, { params }) => await ask(getSurvey, { surveyId: params['surveyId'] }),
  view: surveyView,
});

/** One survey, its closing and its new version. */
export const surveyRoutes = [
  surveyPage,
  form({
    door: 'staff',
    path: `${surveysPath}/:surveyId/zamknij`,
    command: closeSurvey,
    page: surveyPage,
    next: ({ surveyId }) => surveyPath(surveyId),
  }),
  form({
    door: 'staff',
    path: `${surveysPath}/:surveyId/nowa-wersja`,
    command: reviseSurvey,
    page: surveyPage,
    next: ({ surveyId }) => surveyPath(surveyId, '/pytania'),
  }),
];
