import { permits } from '../../../platform/actor.ts';
import { renderPdf } from '../../../platform/documents/pdf.ts';
import { contentDisposition } from '../../../platform/files/name.ts';
import { writeZip } from '../../../platform/files/zip-write.ts';
import { all, file, form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Form,
  Notice,
  number,
  Panel,
  Radios,
  Row,
  Stack,
  StateTag,
  Table,
  TextInput,
} from '../../../ui/index.ts';
import { printCopies, settleCopy } from '../commands/enter-sheet.ts';
import { designs, enters } from '../commands/roles.ts';
import { noAnswer, notAsked } from '../domain/columns.ts';
import { copyCode } from '../domain/codes.ts';
import { paperCopy } from '../documents/paper.ts';
import { forms } from '../pl-forms.ts';
import { staff } from '../pl-staff.ts';
import {
  type CopyRow,
  getSurvey,
  listCopiesQuery,
  publishedDefinition,
  type SurveyFile,
} from '../queries/surveys.ts';
import { surveyPath, surveysPath } from './parts.tsx';

const words = forms.copies;

interface Data {
  file: SurveyFile;
  paper: {
    printed: number;
    runs: { from: number; to: number; versionNo: number }[];
    copies: CopyRow[];
    compared: number;
    differed: number;
  };
}

const StateOf = ({ copy }: { copy: CopyRow }) => {
  if (copy.differing.length > 0)
    return <StateTag state="warning" label={words.differs(copy.differing.length)} />;
  if (copy.awaitsSecond) return <StateTag state="waiting" label={words.awaits} />;
  if (copy.secondDone) return <StateTag state="done" label={words.same} />;
  return <StateTag state="done" label={words.once} />;
};

const valueWords = (value: string): string => {
  if (value === '' || value === String(noAnswer)) return words.blank;
  return value === String(notAsked) ? words.notAsked : value;
};

const Settle = ({ data, copy, context }: { data: Data; copy: CopyRow; context: PageContext }) => (
  <Panel id={`roznice-${copy.no}`} title={words.settleTitle(copyCode(copy.no))}>
    <p>{words.settleLead}</p>
    <Form
      id={`rozstrzygnij-${copy.no}`}
      action={surveyPath(data.file.survey.id, '/egzemplarze/rozstrzygnij')}
      {...formOf(context, settleCopy)}
      hidden={{ no: copy.no }}
      label={words.settleTitle(copyCode(copy.no))}
    >
      {copy.differing.map(({ key, first, second }) => (
        <Radios
          key={key}
          name={`choices.${key.replaceAll('.', '__')}`}
          label={key}
          inline
          choices={[
            { value: 'first', label: words.first(valueWords(first)) },
            { value: 'second', label: words.second(valueWords(second)) },
          ]}
        />
      ))}
      <Actions>
        <Button>{words.submit}</Button>
      </Actions>
    </Form>
  </Panel>
);

const Printing = ({ data, context }: { data: Data; context: PageContext }) => {
  const { survey } = data.file;
  const { printed } = data.paper;
  if (survey.state !== 'published' || !permits(designs, context.actor, undefined)) return null;
  return (
    <Panel id="druk" title={words.download}>
      <p>{words.printed(printed)}</p>
      <Form
        id="przygotuj"
        action={surveyPath(survey.id, '/egzemplarze')}
        {...formOf(context, printCopies, { count: '50' })}
        label={words.add}
        layout="inline"
      >
        <TextInput name="count" label={words.count} inputMode="numeric" width="xs" />
        <Actions>
          <Button>{words.add}</Button>
        </Actions>
      </Form>
      {printed > 0 && (
        <Form
          id="pobierz"
          method="get"
          action={surveyPath(survey.id, '/egzemplarze.zip')}
          values={{ od: String(Math.max(1, printed - 49)), do: String(printed) }}
          label={words.file}
          layout="inline"
        >
          <TextInput name="od" label={words.from} inputMode="numeric" width="xs" />
          <TextInput name="do" label={words.to} inputMode="numeric" width="xs" />
          <Actions>
            <Button>{words.file}</Button>
          </Actions>
          <p class="description-note">{words.downloadLead}</p>
        </Form>
      )}
    </Panel>
  );
};

function copiesView(data: Data, context: PageContext): View {
  const { survey } = data.file;
  const { copies, compared, differed } = data.paper;
  const { problem } = context.form;
  return {
    title: words.title,
    lead: words.lead,
    width: 'wide',
    current: 'surveys',
    trail: [
      { href: surveysPath, label: staff.list.title },
      { href: surveyPath(survey.id), label: survey.title },
    ],
    body: (
      <Stack>
        {problem && context.form.command === settleCopy.name && (
          <Notice kind="danger" title={problem.words} live />
        )}
        {permits(enters, context.actor, undefined) && (
          <Row>
            <ButtonLink href={surveyPath(survey.id, '/wpis?tryb=papier')} variant="primary">
              {words.enter}
            </ButtonLink>
            {[...new Set(data.paper.runs.map(({ versionNo }) => versionNo))]
              .filter((versionNo) => versionNo !== survey.answeredVersion)
              .map((versionNo) => (
                <ButtonLink
                  key={versionNo}
                  href={surveyPath(survey.id, `/wpis?tryb=papier&wersja=${versionNo}`)}
                >
                  {words.enterVersion(versionNo)}
                </ButtonLink>
              ))}
          </Row>
        )}
        <Printing data={data} context={context} />
        <Panel id="lista" title={words.listTitle(copies.length)}>
          {copies.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <>
              {compared > 0 && (
                <p>{words.rate(`${number(Math.round((1000 * differed) / compared) / 10)} %`, compared)}</p>
              )}
              <Table
                caption={words.listTitle(copies.length)}
                captionHidden
                rows={copies}
                rowKey={({ no }) => String(no)}
                columns={[
                  { key: 'code', label: words.code, rowHeader: true, cell: ({ no }) => copyCode(no) },
                  { key: 'state', label: words.state, cell: (copy) => <StateOf copy={copy} /> },
                ]}
              />
            </>
          )}
        </Panel>
        {permits(enters, context.actor, undefined) &&
          copies
            .filter(({ differing }) => differing.length > 0)
            .map((copy) => <Settle key={copy.no} data={data} copy={copy} context={context} />)}
      </Stack>
    ),
  };
}

const copiesPage = page({
  door: 'staff',
  path: `${surveysPath}/:surveyId/egzemplarze`,
  load: async (ask, { params }) => {
    const surveyId = params['surveyId'];
    return await all({ file: ask(getSurvey, { surveyId }), paper: ask(listCopiesQuery, { surveyId }) });
  },
  view: copiesView,
});

const mostAtOnce = 200;

const copiesFile = file({
  door: 'staff',
  path: `${surveysPath}/:surveyId/egzemplarze.zip`,
  async send(ask, { params, query, centre, today }) {
    const surveyId = params['surveyId'];
    const asked = await all({
      file: ask(getSurvey, { surveyId }),
      paper: ask(listCopiesQuery, { surveyId }),
    });
    if (!asked.ok) return asked;
    const { survey } = asked.value.file;
    const from = Math.max(1, Math.trunc(Number(query['od'])) || 1);
    const to = Math.min(
      survey.copies,
      Math.trunc(Number(query['do'])) || survey.copies,
      from + mostAtOnce - 1,
    );
    const files: { name: string; content: Uint8Array }[] = [];
    for (const run of asked.value.paper.runs) {
      if (run.to < from || run.from > to) continue;
      const form = await ask(publishedDefinition, { surveyId, versionNo: run.versionNo });
      if (!form.ok) return form;
      const { definition, sampling } = form.value;
      for (let no = Math.max(from, run.from); no <= Math.min(to, run.to); no += 1)
        files.push({
          name: `${forms.paper.file}-${copyCode(no)}.pdf`,
          content: await renderPdf(paperCopy(centre, definition, { no, date: today, sampling })),
        });
    }
    return {
      ok: true,
      value: {
        type: 'application/zip',
        body: writeZip(files),
        name: contentDisposition(`${survey.slug}-${from}-${to}.zip`),
      },
    };
  },
});

/** Paper copies: their codes, files, second typing and differences. */
export const copiesRoutes = [
  copiesPage,
  copiesFile,
  form({
    door: 'staff',
    path: `${surveysPath}/:surveyId/egzemplarze`,
    command: printCopies,
    page: copiesPage,
    next: ({ surveyId }) => surveyPath(surveyId, '/egzemplarze'),
  }),
  form({
    door: 'staff',
    path: `${surveysPath}/:surveyId/egzemplarze/rozstrzygnij`,
    command: settleCopy,
    page: copiesPage,
    next: ({ surveyId }) => surveyPath(surveyId, '/egzemplarze'),
  }),
];
