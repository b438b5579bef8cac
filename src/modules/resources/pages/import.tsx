import { form, formOf, nothing, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  ActionForm,
  Actions,
  Button,
  Checkbox,
  Columns,
  DescriptionList,
  FileInput,
  Form,
  Notice,
  Panel,
  Stack,
  Table,
  Tag,
} from '../../../ui/index.ts';
import { dropImport, stageImport, takeImport } from '../commands/import.ts';
import { resourcesPath } from '../domain/figures.ts';
import { type Planned, verdicts } from '../domain/plan-import.ts';
import { registerKeys, registers } from '../domain/pl-registers.ts';
import { pl } from '../pl.ts';
import { type ImportView, viewImport } from '../queries/view-import.ts';
import { importPath, shippedPath } from './list.tsx';

const words = pl.import;

const onePath = (id: string): string => `${importPath}/${id}`;
const trail = [{ href: resourcesPath, label: pl.form.back }];

function stageView(_data: undefined, context: PageContext): View {
  return {
    title: words.title,
    lead: words.lead,
    trail,
    width: 'wide',
    current: 'resources',
    body: (
      <Stack>
        <Columns
          main={
            <Form action={importPath} files {...formOf(context, stageImport)}>
              <FileInput name="file" label={words.file} megabytes={20} />
              <Checkbox name="everywhere" label={words.everywhere} />
              <Actions>
                <Button variant="primary">{words.submit}</Button>
              </Actions>
            </Form>
          }
          side={
            <Panel id="dolaczone" title={words.shippedTitle}>
              <p>{words.shippedText}</p>
              <ActionForm action={shippedPath} label={words.shipped} once={context.form.once} />
            </Panel>
          }
        />
        <Table
          caption={words.known}
          rows={registerKeys}
          rowKey={(key) => key}
          columns={[
            { key: 'name', label: words.known, rowHeader: true, cell: (key) => words.registers[key] },
            { key: 'columns', label: words.columns, cell: (key) => registers[key].needs.join(', ') },
          ]}
        />
      </Stack>
    ),
  };
}

const shown = 400;
const weight = (row: Planned): number =>
  row.doubts.length > 0 && row.incoming
    ? 0
    : ['refused', 'added', 'changed', 'same'].indexOf(row.verdict) + 1 || 9;

const whatOf = (row: Planned): string => {
  if (row.refusal) return `${words.verdicts.refused}: ${words.refusals[row.refusal]}`;
  return row.verdict === 'changed' && row.changes.length > 0
    ? words.changes(row.changes.map((field) => words.fields[field] ?? field).join(', '))
    : words.verdicts[row.verdict];
};

const Decision = ({ data, context }: { data: ImportView; context: PageContext }) => {
  const count = data.counts.added + data.counts.changed;
  const { once } = formOf(context, takeImport);
  if (data.state !== 'waiting') return <Notice kind="info">{words.decided[data.state]}</Notice>;
  return (
    <Actions>
      {count > 0 ? (
        <Form action={onePath(data.id)} once={once} version={data.version}>
          <Button variant="primary">{words.take(count)}</Button>
        </Form>
      ) : (
        <p>{words.nothing}</p>
      )}
      <ActionForm
        action={`${onePath(data.id)}/odrzuc`}
        label={words.drop}
        once={once}
        version={data.version}
      />
    </Actions>
  );
};

function importView(data: ImportView, context: PageContext): View {
  const rows = data.rows.toSorted((one, other) => weight(one) - weight(other) || one.line - other.line);
  const oldCodes = data.rows.filter(({ oldCode }) => oldCode !== null).length;
  return {
    title: words.previewTitle(words.registers[data.register]),
    lead: data.fileName,
    trail: [...trail, { href: importPath, label: words.title }],
    width: 'wide',
    current: 'resources',
    body: (
      <Stack>
        <DescriptionList
          columns={2}
          items={[...verdicts, 'flagged' as const].map((verdict) => ({
            term: words.counts[verdict],
            value: String(data.counts[verdict]),
          }))}
        />
        {oldCodes > 0 && (
          <Notice kind="info" title={words.oldCodes(oldCodes)}>
            {words.oldCodesText}
          </Notice>
        )}
        <Decision data={data} context={context} />
        {rows.length > 0 && (
          <Table
            caption={words.more(Math.min(shown, rows.length), rows.length)}
            rows={rows.slice(0, shown)}
            rowKey={(row) => `${row.line}-${row.id ?? ''}-${row.name}`}
            tone={(row) =>
              row.verdict === 'refused' ? 'danger' : row.doubts.length > 0 ? 'warning' : undefined
            }
            columns={[
              { key: 'line', label: words.line, numeric: true, cell: (row) => row.line },
              { key: 'name', label: pl.list.name, rowHeader: true, cell: (row) => row.name || '–' },
              { key: 'what', label: words.what, cell: whatOf },
              {
                key: 'flags',
                label: words.flags,
                cell: (row) => (
                  <>
                    {row.doubts.map((doubt) => (
                      <Tag key={doubt} tone="warning" shape="warning">
                        {pl.doubts[doubt].name}
                      </Tag>
                    ))}
                    {row.unreadable.length > 0 && <span class="hint">{row.unreadable.join('; ')}</span>}
                    {row.oldCode !== null && (
                      <Tag tone="neutral" shape="info">
                        {words.oldCode(row.oldCode, row.incoming?.gmina)}
                      </Tag>
                    )}
                  </>
                ),
              },
            ]}
          />
        )}
      </Stack>
    ),
  };
}

export const stagePage = page({
  door: 'staff',
  path: importPath,
  command: stageImport,
  load: nothing,
  view: stageView,
});

export const importPage = page({
  door: 'staff',
  path: `${importPath}/:importId`,
  load: async (ask, { params }) => await ask(viewImport, { importId: params['importId'] }),
  view: importView,
});

export const importForms = [
  form({
    door: 'staff',
    path: importPath,
    command: stageImport,
    page: stagePage,
    next: ({ importId }) => onePath(importId),
  }),
  form({
    door: 'staff',
    path: shippedPath,
    command: stageImport,
    input: () => ({ shipped: true }),
    page: stagePage,
    next: ({ importId }) => onePath(importId),
  }),
  form({
    door: 'staff',
    path: `${importPath}/:importId`,
    command: takeImport,
    page: importPage,
    next: () => resourcesPath,
  }),
  form({
    door: 'staff',
    path: `${importPath}/:importId/odrzuc`,
    command: dropImport,
    page: importPage,
    next: () => importPath,
  }),
];
