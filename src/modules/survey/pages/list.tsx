import { permits } from '../../../platform/actor.ts';
import { form, formOf, nothing, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  DateText,
  EmptyState,
  Form,
  Radios,
  Row,
  Stack,
  Table,
  TextInput,
  Unknown,
} from '../../../ui/index.ts';
import { allTemplates } from '../bank/bank.ts';
import { createSurvey } from '../commands/design.ts';
import { designs } from '../commands/roles.ts';
import { staff } from '../pl-staff.ts';
import { xlsform } from '../pl-xlsform.ts';
import { type ListedSurvey, listSurveysQuery } from '../queries/surveys.ts';
import { devicesPath, SamplingTag, StageTag, surveyPath, surveysPath, xlsformPath } from './parts.tsx';

const words = staff.list;

const Period = ({ opensOn, closesOn }: Pick<ListedSurvey, 'opensOn' | 'closesOn'>) =>
  opensOn && closesOn ? (
    <>
      <DateText date={opensOn} /> – <DateText date={closesOn} />
    </>
  ) : (
    <Unknown />
  );

function listView({ surveys }: { surveys: ListedSurvey[] }, context: PageContext): View {
  return {
    title: words.title,
    lead: words.lead,
    width: 'wide',
    current: 'surveys',
    body: <List surveys={surveys} context={context} />,
  };
}

const List = ({ surveys, context }: { surveys: ListedSurvey[]; context: PageContext }) => {
  const may = permits(designs, context.actor, undefined);
  const create = (
    <ButtonLink href={`${surveysPath}/nowa`} variant="primary">
      {words.create}
    </ButtonLink>
  );
  if (surveys.length === 0)
    return (
      <EmptyState title={words.emptyTitle} action={may ? create : undefined}>
        <p>{may ? words.empty : words.emptyReader}</p>
      </EmptyState>
    );
  return (
    <Stack>
      <Row>
        {may && create}
        {may && <ButtonLink href={xlsformPath}>{xlsform.link}</ButtonLink>}
        {permits(designs, context.actor, undefined) && (
          <ButtonLink href={`${surveysPath}/kontakty`}>{words.contacts}</ButtonLink>
        )}
        <ButtonLink href={devicesPath}>{words.tablets}</ButtonLink>
      </Row>
      <Table
        caption={words.title}
        captionHidden
        rows={surveys}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            label: words.name,
            rowHeader: true,
            cell: ({ id, title }) => <a href={surveyPath(id)}>{title}</a>,
          },
          { key: 'stage', label: words.stage, cell: (one) => <StageTag survey={one} context={context} /> },
          {
            key: 'sampling',
            label: words.sampling,
            cell: ({ sampling }) => <SamplingTag sampling={sampling} />,
          },
          { key: 'period', label: words.period, nowrap: true, cell: (one) => <Period {...one} /> },
          { key: 'sheets', label: words.sheets, numeric: true, cell: ({ sheets }) => sheets },
        ]}
      />
    </Stack>
  );
};

const listPage = page({
  door: 'staff',
  path: surveysPath,
  load: async (ask) => await ask(listSurveysQuery, {}),
  view: listView,
});

/** Of an address its site: the whole of it stands in data/survey. */
const siteOf = (source: string): string => (URL.canParse(source) ? new URL(source).hostname : source);

const newPage = page({
  door: 'staff',
  path: `${surveysPath}/nowa`,
  command: createSurvey,
  load: nothing,
  view(_data, context): View {
    const say = staff.create;
    return {
      title: say.title,
      lead: say.lead,
      width: 'narrow',
      current: 'surveys',
      trail: [{ href: surveysPath, label: words.title }],
      body: (
        <Form action={`${surveysPath}/nowa`} {...formOf(context, createSurvey, { template: 'needs' })}>
          <TextInput name="title" label={say.name} hint={say.nameHint} width="full" maxLength={120} />
          <Radios
            name="sampling"
            label={say.sampling}
            choices={[
              { value: 'sample', label: staff.samplings.sample, hint: say.sampleHint },
              { value: 'open', label: staff.samplings.open, hint: say.openHint },
            ]}
          />
          <Radios
            name="template"
            label={say.template}
            optional
            choices={[
              ...allTemplates().map(({ key, name, gmina, source, added }) => ({
                value: key,
                label: name,
                hint: [say.after(gmina, siteOf(source)), added ? say.added(added) : '']
                  .filter(Boolean)
                  .join(' '),
              })),
              { value: '', label: say.blank },
            ]}
          />
          <Actions>
            <Button variant="primary">{say.submit}</Button>
          </Actions>
        </Form>
      ),
    };
  },
});

/** The list of surveys, and a new one. */
export const listRoutes = [
  listPage,
  newPage,
  form({
    door: 'staff',
    path: `${surveysPath}/nowa`,
    command: createSurvey,
    page: newPage,
    next: ({ surveyId }) => surveyPath(surveyId, '/pytania'),
  }),
];
