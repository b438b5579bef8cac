import { contentDisposition } from '../../../platform/files/name.ts';
import { file, form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import { csvText } from '../../../platform/tables/csv.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Checkbox,
  DateInput,
  FileInput,
  Form,
  Notice,
  Radios,
  Stack,
  Table,
} from '../../../ui/index.ts';
import { importSheets } from '../commands/import-sheets.ts';
import { enters } from '../commands/roles.ts';
import { headingsOf } from '../domain/answer-file/head.ts';
import type { RowFault } from '../domain/answer-file/read.ts';
import { modes } from '../domain/survey.ts';
import { answerFile as words } from '../pl-answer-file.ts';
import { staff } from '../pl-staff.ts';
import { getSurvey, type SurveyFile } from '../queries/surveys.ts';
import { onlyFor, surveyPath, surveysPath } from './parts.tsx';

const path = '/z-pliku';

const frame = (surveyId: string, title: string) => ({
  current: 'surveys',
  trail: [
    { href: surveysPath, label: staff.list.title },
    { href: surveyPath(surveyId), label: title },
  ],
});

function uploadView({ survey, published }: SurveyFile, context: PageContext): View {
  const base = {
    ...frame(survey.id, survey.title),
    title: words.title,
    lead: words.lead,
    width: 'narrow' as const,
  };
  if (!published) return { ...base, body: <Notice kind="info" title={words.notRunning} /> };
  return {
    ...base,
    body: (
      <Form
        action={surveyPath(survey.id, path)}
        files
        {...formOf(context, importSheets, { mode: 'paper', day: context.today })}
      >
        <p>{words.columns}</p>
        <p>
          <ButtonLink href={surveyPath(survey.id, '/wzor.csv')}>{words.template}</ButtonLink>
        </p>
        <FileInput name="file" label={words.file} hint={words.fileHint} accept=".csv,text/csv" />
        <Radios
          name="mode"
          label={words.mode}
          choices={modes.map((mode) => ({ value: mode, label: words.modes[mode] }))}
        />
        <DateInput name="day" label={words.day} hint={words.dayHint} />
        <Checkbox name="withoutFaulty" label={words.withoutFaulty} optional />
        <Actions>
          <Button variant="primary">{words.submit}</Button>
        </Actions>
      </Form>
    ),
  };
}

const uploadPage = page({
  door: 'staff',
  path: `${surveysPath}/:surveyId${path}`,
  load: onlyFor(enters, async (ask, { params }) => await ask(getSurvey, { surveyId: params['surveyId'] })),
  view: uploadView,
});

const Faults = ({ faults, count }: { faults: readonly RowFault[]; count: number }) => (
  <Stack>
    {count > faults.length && <p>{words.more(faults.length)}</p>}
    <Table
      caption={words.caption}
      captionHidden
      rows={faults}
      rowKey={({ row }) => String(row)}
      columns={[
        { key: 'row', label: words.row, rowHeader: true, numeric: true, cell: ({ row }) => row },
        { key: 'column', label: words.column, cell: ({ at }) => at || '–' },
        { key: 'fault', label: words.fault, cell: ({ kind }) => words.faults[kind] },
        { key: 'value', label: words.value, cell: ({ value }) => value || '–' },
      ]}
    />
  </Stack>
);

interface Taken {
  surveyId: string;
  added: number;
  already: number;
  faults: readonly RowFault[];
  faultCount: number;
}

/** What became of a file: everything taken, or which rows were in the way. */
function takenView({ surveyId, added, already, faults, faultCount }: Taken): View {
  const written = added + already > 0;
  return {
    title: written ? words.takenTitle(added) : words.faultsTitle(faultCount),
    ...(written ? {} : { lead: words.faultsLead }),
    current: 'surveys',
    body: (
      <Stack>
        {written && already > 0 && <p>{words.already(already)}</p>}
        {written && faultCount > 0 && <Notice kind="warning" title={words.leftOut(faultCount)} />}
        {faultCount > 0 && <Faults faults={faults} count={faultCount} />}
        <Actions>
          {written ? (
            <ButtonLink href={surveyPath(surveyId)} variant="primary">
              {words.toSurvey}
            </ButtonLink>
          ) : (
            <ButtonLink href={surveyPath(surveyId, path)} variant="primary">
              {words.back}
            </ButtonLink>
          )}
        </Actions>
      </Stack>
    ),
  };
}

const templateFile = file({
  door: 'staff',
  path: `${surveysPath}/:surveyId/wzor.csv`,
  async send(ask, { params }) {
    const asked = await ask(getSurvey, { surveyId: params['surveyId'] });
    if (!asked.ok) return asked;
    const { published, draft, survey } = asked.value;
    const definition = published ?? draft;
    return {
      ok: true,
      value: {
        type: 'text/csv; charset=utf-8',
        body: csvText([definition ? headingsOf(definition) : []]),
        name: contentDisposition(`${words.templateName}-${survey.slug}.csv`),
      },
    };
  },
});

/** Answers that were collected elsewhere: a file of codes, and the template for it. */
export const answerFileRoutes = [
  uploadPage,
  templateFile,
  form({
    door: 'staff',
    path: `${surveysPath}/:surveyId${path}`,
    command: importSheets,
    page: uploadPage,
    next: (taken) => ({ view: takenView(taken) }),
  }),
];
