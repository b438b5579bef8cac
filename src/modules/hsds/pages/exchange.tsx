import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Columns,
  EmptyState,
  FileInput,
  Form,
  moment,
  Panel,
  Stack,
  Table,
  TextInput,
} from '../../../ui/index.ts';
import { stageImport } from '../commands/stage-import.ts';
import { pl } from '../pl.ts';
import { type ImportView, viewImport } from '../queries/view-import.ts';
import { exportPath } from './export.ts';
import { openDataPath } from './paths.ts';

const words = pl.exchange;

export const exchangePath = '/praca/uslugi/wymiana';
const servicesPath = '/praca/uslugi';

/** Where one import is looked at and decided. */
export const importPath = (id: string): string => `${exchangePath}/${id}`;

const Export = ({ home }: { home: string }) => (
  <Panel id="pobierz" title={words.export.title}>
    <p>{words.export.text}</p>
    <Actions>
      <ButtonLink href={exportPath('json')}>{words.export.json}</ButtonLink>
      <ButtonLink href={exportPath('csv')}>{words.export.csv}</ButtonLink>
      <ButtonLink href={exportPath('ndjson')} variant="quiet">
        {words.export.lines}
      </ButtonLink>
    </Actions>
    <p class="hint">
      {words.export.public} <a href={`${home}${openDataPath}`}>{words.export.publicLink}</a>
    </p>
  </Panel>
);

const Import = ({ context }: { context: PageContext }) => (
  <Panel id="wez" title={words.import.title}>
    <p>{words.import.text}</p>
    <Form action={exchangePath} files {...formOf(context, stageImport)}>
      <FileInput name="file" label={words.import.file} megabytes={20} />
      <TextInput
        name="source"
        label={words.import.source}
        hint={words.import.sourceHint}
        maxLength={80}
        width="l"
        optional
      />
      <Actions>
        <Button variant="primary">{words.import.submit}</Button>
      </Actions>
    </Form>
  </Panel>
);

type Row = ImportView['latest'][number];

const result = ({ preview: { added, changed, unchanged, refused } }: Row): string =>
  [
    `${words.preview.added}: ${added}`,
    `${words.preview.changed}: ${changed}`,
    `${words.preview.unchanged}: ${unchanged}`,
    `${words.preview.refused}: ${refused}`,
  ].join(' · ');

const Latest = ({ rows }: { rows: readonly Row[] }) => (
  <Table
    caption={words.latest.title}
    rows={rows}
    rowKey={(row) => row.id}
    empty={
      <EmptyState title={words.latest.empty}>
        <p>{words.latest.emptyText}</p>
      </EmptyState>
    }
    columns={[
      {
        key: 'file',
        label: words.latest.file,
        cell: (row) => <a href={importPath(row.id)}>{row.fileName}</a>,
      },
      { key: 'source', label: words.latest.source, cell: (row) => row.sourceSystem },
      { key: 'when', label: words.latest.when, cell: (row) => moment(row.createdAt) },
      { key: 'by', label: words.latest.by, cell: (row) => row.by },
      { key: 'state', label: words.latest.state, cell: (row) => words.states[row.state] },
      { key: 'result', label: words.latest.result, cell: result },
    ]}
  />
);

function view(data: ImportView, context: PageContext): View {
  return {
    title: words.title,
    lead: words.lead,
    trail: [{ href: servicesPath, label: words.back }],
    width: 'wide',
    current: 'services',
    body: (
      <Stack>
        <Columns main={<Import context={context} />} side={<Export home={context.centre.home} />} />
        <Latest rows={data.latest} />
      </Stack>
    ),
  };
}

export const exchangePage = page({
  door: 'staff',
  path: exchangePath,
  load: async (ask) => await ask(viewImport, {}),
  view,
});

export const stageForm = form({
  door: 'staff',
  path: exchangePath,
  command: stageImport,
  page: exchangePage,
  next: ({ importId }) => importPath(importId),
});
