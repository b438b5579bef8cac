import { contentDisposition } from '../../../platform/files/name.ts';
import {
  file,
  form,
  formOf,
  nothing,
  page,
  type PageContext,
  type View,
} from '../../../platform/http/route.ts';
import { newId } from '../../../platform/ids.ts';
import { xlsxOf, xlsxType } from '../../../platform/tables/xlsx.ts';
import {
  Actions,
  Button,
  ButtonLink,
  FileInput,
  Form,
  Notice,
  Panel,
  Radios,
  Stack,
  Table,
  TextInput,
} from '../../../ui/index.ts';
import { importXlsform } from '../commands/import-xlsform.ts';
import type { Definition } from '../domain/definition.ts';
import { blankDefinition } from '../domain/edit.ts';
import type { Sampling } from '../domain/survey.ts';
import { isRefusal, refuses, type RowRemark } from '../domain/xlsform/problem.ts';
import { countOf } from '../domain/xlsform/read.ts';
import { xlsformOf } from '../domain/xlsform/write.ts';
import { pl } from '../pl.ts';
import { staff } from '../pl-staff.ts';
import { xlsform } from '../pl-xlsform.ts';
import { getSurvey } from '../queries/surveys.ts';
import { conditionLine, shownDefinition, surveyPath, surveysPath, xlsformPath } from './parts.tsx';

const words = xlsform;
const trail = [{ href: surveysPath, label: staff.list.title }];

const uploadView = (_data: undefined, context: PageContext): View => ({
  title: words.title,
  lead: words.lead,
  width: 'narrow',
  current: 'surveys',
  trail,
  body: (
    <Form action={xlsformPath} files {...formOf(context, importXlsform, { sampling: 'sample' })}>
      <FileInput name="file" label={words.file} accept=".xlsx" />
      <TextInput
        name="title"
        label={words.name}
        hint={words.nameHint}
        width="full"
        maxLength={120}
        optional
      />
      <Radios
        name="sampling"
        label={words.sampling}
        choices={[
          { value: 'sample', label: staff.samplings.sample, hint: staff.create.sampleHint },
          { value: 'open', label: staff.samplings.open, hint: staff.create.openHint },
        ]}
      />
      <Actions>
        <Button variant="primary">{words.read}</Button>
      </Actions>
    </Form>
  ),
});

const uploadPage = page({
  door: 'staff',
  path: xlsformPath,
  command: importXlsform,
  load: nothing,
  view: uploadView,
});

/** What a remark says, in one or two sentences. */
const sentenceOf = ({ kind, about, problem }: RowRemark): string => {
  if (kind === 'check') return problem ? pl.problems[problem](about) : about;
  return refuses(kind) ? words.refusals[kind](about) : words.remarks[kind](about);
};

const Remarks = ({ caption, remarks }: { caption: string; remarks: readonly RowRemark[] }) => (
  <Table
    caption={caption}
    rows={remarks.map((remark, at) => ({ ...remark, at }))}
    rowKey={({ at }) => String(at)}
    columns={[
      { key: 'sheet', label: words.sheet, cell: ({ sheet }) => sheet },
      {
        key: 'row',
        label: words.row,
        numeric: true,
        rowHeader: true,
        cell: ({ row }) => (row === 0 ? words.whole : row),
      },
      { key: 'what', label: words.what, cell: sentenceOf },
    ]}
  />
);

const Understood = ({ definition }: { definition: Definition }) => (
  <Table
    caption={words.understood}
    rows={definition.sections.flatMap(({ title, questions }) =>
      questions.map((question) => ({ section: title.pl, question })),
    )}
    rowKey={({ question }) => question.name}
    columns={[
      {
        key: 'question',
        label: words.question,
        rowHeader: true,
        cell: ({ question }) => question.text.pl || question.name,
      },
      { key: 'type', label: words.type, cell: ({ question }) => staff.types[question.type] },
      { key: 'section', label: words.section, cell: ({ section }) => section },
      {
        key: 'shown',
        label: staff.design.shownIf,
        cell: ({ question }) => (question.shownIf ? conditionLine(question.shownIf) : ''),
      },
    ]}
  />
);

interface Read {
  definition: Definition;
  remarks: RowRemark[];
  refusedCount: number;
  file: string | null;
}

function previewView({ definition, remarks, refusedCount, file: content }: Read, sampling: Sampling): View {
  const refused = remarks.filter(isRefusal);
  const rest = remarks.filter((one) => !isRefusal(one));
  const { sections, questions } = countOf(definition);
  return {
    title: words.previewTitle,
    lead: words.previewLead,
    width: 'wide',
    current: 'surveys',
    trail: [...trail, { href: xlsformPath, label: words.title }],
    body: (
      <Stack>
        {refusedCount > 0 ? (
          <Notice kind="warning" title={words.refusedTitle(refusedCount)}>
            <p>{words.refusedBody}</p>
          </Notice>
        ) : (
          <Notice kind="success" title={words.noneRefused} />
        )}
        {refused.length > 0 && <Remarks caption={words.refused} remarks={refused} />}
        <Panel id="przyjecie" title={definition.title.pl || words.name}>
          <p>{words.counts(sections, questions)}</p>
          {questions > 0 && (
            <Form
              action={xlsformPath}
              once={newId()}
              values={{ title: definition.title.pl }}
              hidden={{ 'file.content': content ?? '', sampling, take: 'tak' }}
            >
              <TextInput name="title" label={words.name} width="full" maxLength={120} />
              <Actions>
                <Button variant="primary">
                  {refusedCount > 0 ? words.takeWithout(refusedCount) : words.take}
                </Button>
                <ButtonLink href={xlsformPath}>{words.other}</ButtonLink>
              </Actions>
            </Form>
          )}
          {questions === 0 && (
            <Actions>
              <ButtonLink href={xlsformPath} variant="primary">
                {words.other}
              </ButtonLink>
            </Actions>
          )}
        </Panel>
        {rest.length > 0 && <Remarks caption={words.remarksTitle} remarks={rest} />}
        {questions > 0 && <Understood definition={definition} />}
      </Stack>
    ),
  };
}

const exportFile = file({
  door: 'staff',
  path: `${surveysPath}/:surveyId/xlsform.xlsx`,
  async send(ask, { params, today }) {
    const asked = await ask(getSurvey, { surveyId: params['surveyId'] });
    if (!asked.ok) return asked;
    const { survey } = asked.value;
    const definition =
      shownDefinition(asked.value) ?? blankDefinition(survey.title, staff.design.firstSection);
    const sheets = xlsformOf(
      definition,
      { id: survey.slug, version: `${today.replaceAll('-', '')}${survey.answeredVersion ?? 0}` },
      { noOpinion: words.noOpinion },
    );
    const body = await xlsxOf(
      Object.entries(sheets).map(([name, [head = [], ...rows]]) => ({
        name,
        head,
        rows: rows.map((row) => row.map((cell) => (cell === '' ? null : cell))),
      })),
    );
    return {
      ok: true,
      value: { type: xlsxType, body, name: contentDisposition(`${words.fileName}-${survey.slug}.xlsx`) },
    };
  },
});

/** A questionnaire from an XLSForm, and one as an XLSForm. */
export const xlsformRoutes = [
  uploadPage,
  exportFile,
  form({
    door: 'staff',
    path: xlsformPath,
    command: importXlsform,
    page: uploadPage,
    next: (read) =>
      read.surveyId === null
        ? { view: previewView(read, read.sampling) }
        : surveyPath(read.surveyId, '/pytania'),
  }),
];
