import { z } from 'zod';
import { permits } from '../../../platform/actor.ts';
import { renderPdf } from '../../../platform/documents/pdf.ts';
import { contentDisposition } from '../../../platform/files/name.ts';
import { writeZip } from '../../../platform/files/zip-write.ts';
import {
  all,
  file,
  form,
  formOf,
  page,
  type PageContext,
  type PageRequest,
  type View,
} from '../../../platform/http/route.ts';
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Checkbox,
  FileInput,
  Form,
  Notice,
  Panel,
  Stack,
  Table,
  TextInput,
} from '../../../ui/index.ts';
import { dateWords } from '../../../law/index.ts';
import { drawSurveySample, printInvitations } from '../commands/sample.ts';
import { designs } from '../commands/roles.ts';
import { groupedCode } from '../domain/code-text.ts';
import type { RegisterFault } from '../domain/register.ts';
import { invitationLetter } from '../documents/paper.ts';
import { forms } from '../pl-forms.ts';
import { pl } from '../pl.ts';
import { staff } from '../pl-staff.ts';
import { getSurvey, sampleProgress, type StratumRow, type SurveyFile } from '../queries/surveys.ts';
import { surveyPath, surveysPath } from './parts.tsx';

const words = forms.sample;

interface Data {
  file: SurveyFile;
  sample: { strata: StratumRow[] };
}

const frame = (surveyId: string, title: string) => ({
  current: 'surveys',
  trail: [
    { href: surveysPath, label: staff.list.title },
    { href: surveyPath(surveyId), label: title },
  ],
});

const Draw = ({ data, context }: { data: Data; context: PageContext }) => (
  <Form
    action={surveyPath(data.file.survey.id, '/proba')}
    {...formOf(context, drawSurveySample, { error: '5', response: '40' })}
    files
  >
    <FileInput name="file" label={words.file} hint={words.fileHint} accept=".csv,text/csv" />
    <TextInput name="error" label={words.error} hint={words.errorHint} inputMode="decimal" width="xs" />
    <TextInput
      name="response"
      label={words.response}
      hint={words.responseHint}
      inputMode="numeric"
      width="xs"
    />
    <Checkbox name="withoutFaulty" label={words.withoutFaulty} optional />
    <Actions>
      <Button variant="primary">{words.submit}</Button>
    </Actions>
  </Form>
);

const groupWords = ({ sex, ageFrom, ageTo }: StratumRow): string =>
  `${words.sexes[sex]}, ${words.ages(ageFrom, ageTo)}`;

const Strata = ({ strata }: { strata: StratumRow[] }) => {
  const sum = (of: (row: StratumRow) => number): number => strata.reduce((total, row) => total + of(row), 0);
  return (
    <Table
      caption={words.strata}
      rows={strata}
      rowKey={({ no }) => String(no)}
      columns={[
        { key: 'group', label: words.group, rowHeader: true, cell: groupWords },
        { key: 'locality', label: words.locality, cell: ({ locality }) => locality },
        { key: 'population', label: words.population, numeric: true, cell: ({ population }) => population },
        { key: 'drawn', label: words.drawn, numeric: true, cell: ({ drawn }) => drawn },
        { key: 'answered', label: words.answered, numeric: true, cell: ({ answered }) => answered },
        { key: 'silent', label: words.silent, numeric: true, cell: ({ silent }) => silent },
      ]}
      total={{
        group: words.total,
        population: sum((row) => row.population),
        drawn: sum((row) => row.drawn),
        answered: sum((row) => row.answered),
        silent: sum((row) => row.silent),
      }}
    />
  );
};

const Letters = ({ data, context }: { data: Data; context: PageContext }) => {
  const { survey } = data.file;
  if (!permits(designs, context.actor, undefined)) return null;
  const { problem } = context.form;
  return (
    <Panel id="zaproszenia" title={words.letters}>
      {problem && context.form.command === printInvitations.name && (
        <Notice kind="danger" title={problem.words} live />
      )}
      {survey.state === 'draft' ? (
        <>
          <p>{words.waits}</p>
          <Actions>
            <ButtonLink href={surveyPath(survey.id, '/publikacja')} variant="primary">
              {staff.survey.publish}
            </ButtonLink>
          </Actions>
        </>
      ) : survey.waves >= 2 ? (
        <p>{words.done}</p>
      ) : (
        <>
          <p>{survey.waves === 0 ? words.lettersLead : words.secondLead}</p>
          <ActionForm
            action={surveyPath(survey.id, '/zaproszenia')}
            label={survey.waves === 0 ? words.first : words.second}
            variant="primary"
            once={context.form.once}
          />
        </>
      )}
    </Panel>
  );
};

function sampleView(data: Data, context: PageContext): View {
  const { survey } = data.file;
  const { strata } = data.sample;
  return {
    ...frame(survey.id, survey.title),
    title: words.title,
    lead: words.lead,
    ...(strata.length > 0 ? { width: 'wide' as const } : { width: 'narrow' as const }),
    body:
      survey.sampling === 'open' ? (
        <Notice kind="info" title={words.openPoll} />
      ) : strata.length > 0 ? (
        <Stack>
          <Letters data={data} context={context} />
          <Strata strata={strata} />
        </Stack>
      ) : permits(designs, context.actor, undefined) ? (
        <Draw data={data} context={context} />
      ) : (
        <p>{pl.errors.noSample}</p>
      ),
  };
}

const samplePage = page({
  door: 'staff',
  path: `${surveysPath}/:surveyId/proba`,
  load: async (ask, { params }) => {
    const surveyId = params['surveyId'];
    return await all({ file: ask(getSurvey, { surveyId }), sample: ask(sampleProgress, { surveyId }) });
  },
  view: sampleView,
});

const faultsView = (surveyId: string, faults: readonly RegisterFault[], count: number): View => ({
  title: words.faultsTitle(count),
  lead: words.faultsLead,
  current: 'surveys',
  body: (
    <Stack>
      <Table
        caption={words.faultsTitle(count)}
        captionHidden
        rows={faults}
        rowKey={({ line }) => String(line)}
        columns={[
          { key: 'line', label: words.line, rowHeader: true, numeric: true, cell: ({ line }) => line },
          { key: 'fault', label: words.fault, cell: ({ kind }) => pl.registerFaults[kind] },
          { key: 'value', label: words.value, cell: ({ value }) => value || '–' },
        ]}
      />
      <Actions>
        <ButtonLink href={surveyPath(surveyId, '/proba')} variant="primary">
          {words.back}
        </ButtonLink>
      </Actions>
    </Stack>
  ),
});

interface Invited {
  surveyId: string;
  wave: number;
  slug: string;
  letters: { lines: string[]; code: string }[];
}

/** Shown once: whatever is not printed now is gone. The letters travel in the form that makes the file. */
const lettersView = ({ surveyId, wave, letters }: Invited): View => ({
  title: words.lettersTitle(wave, letters.length),
  width: 'wide',
  current: 'surveys',
  trail: [{ href: surveyPath(surveyId, '/proba'), label: words.title }],
  body: (
    <Stack>
      <Notice kind="warning" title={words.once}>
        <p>{words.onceBody}</p>
      </Notice>
      <Form action={surveyPath(surveyId, '/zaproszenia.zip')} hidden={{ letters: JSON.stringify(letters) }}>
        <Actions>
          <Button variant="primary">{words.pdf}</Button>
        </Actions>
      </Form>
      <Table
        caption={words.lettersTitle(wave, letters.length)}
        captionHidden
        rows={letters}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'addressee',
            label: words.addressee,
            rowHeader: true,
            cell: ({ lines }) => lines.filter(Boolean).join(', '),
          },
          { key: 'code', label: words.code, nowrap: true, cell: ({ code }) => groupedCode(code) },
        ]}
      />
    </Stack>
  ),
});

const typedLetters = z
  .array(z.object({ lines: z.array(z.string().max(200)).max(6), code: z.string().max(20) }))
  .max(5000);

/** The letters that the page shown once sends back to be set; nothing when somebody else made up the field. */
function readLetters(raw: string | string[] | undefined): z.infer<typeof typedLetters> {
  try {
    return typedLetters.parse(JSON.parse(typeof raw === 'string' ? raw : '[]'));
  } catch {
    return [];
  }
}

const surveyIdOf = ({ params }: PageRequest): string => params['surveyId'] ?? '';

const lettersFile = file({
  door: 'staff',
  path: `${surveysPath}/:surveyId/zaproszenia.zip`,
  typed: true,
  async send(ask, request, typed) {
    const asked = await ask(getSurvey, { surveyId: surveyIdOf(request) });
    if (!asked.ok) return asked;
    const { survey } = asked.value;
    const address = `${request.centre.home}/ankieta/${survey.slug}`;
    const files: { name: string; content: Uint8Array }[] = [];
    for (const [at, { lines, code }] of readLetters(typed['letters']).entries())
      files.push({
        name: `${forms.letter.file}-${String(at + 1).padStart(4, '0')}.pdf`,
        content: await renderPdf(
          invitationLetter(request.centre, {
            lines,
            code,
            title: survey.title,
            address,
            closesOn: survey.closesOn ? dateWords(survey.closesOn) : '–',
            date: request.today,
          }),
        ),
      });
    return {
      ok: true,
      value: {
        type: 'application/zip',
        body: writeZip(files),
        name: contentDisposition(`${forms.letter.file}.zip`),
      },
    };
  },
});

/** The sample: drawing, letters that are shown once, and how the drawn answer. */
export const sampleRoutes = [
  samplePage,
  lettersFile,
  form({
    door: 'staff',
    path: `${surveysPath}/:surveyId/proba`,
    command: drawSurveySample,
    page: samplePage,
    next: ({ drawn, faults, faultCount }, request) =>
      drawn === 0
        ? { view: faultsView(surveyIdOf(request), faults, faultCount) }
        : surveyPath(surveyIdOf(request), '/proba'),
  }),
  form({
    door: 'staff',
    path: `${surveysPath}/:surveyId/zaproszenia`,
    command: printInvitations,
    page: samplePage,
    next: (invited) => ({ view: lettersView(invited) }),
  }),
];
