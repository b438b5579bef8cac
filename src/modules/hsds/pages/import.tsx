import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  ActionForm,
  Button,
  DescriptionList,
  Form,
  Notice,
  Stack,
  Table,
  Tag,
} from '../../../ui/index.ts';
import { dropImport } from '../commands/drop-import.ts';
import { takeImport } from '../commands/import.ts';
import { pl } from '../pl.ts';
import { faultWords } from '../pl-faults.ts';
import { type ImportView, viewImport } from '../queries/view-import.ts';
import { exchangePath, importPath } from './exchange.tsx';

const words = pl.exchange;
const preview = words.preview;

type Import = NonNullable<ImportView['one']>;
type Item = Import['preview']['items'][number];

const placeOf = ({ file, line }: { file?: string | undefined; line?: number | undefined }): string =>
  [file, line].filter((one) => one !== undefined && one !== 0).join(': ') || '–';

const fieldName = (path: string): string => {
  const [first = '', ...rest] = path.split('.');
  const name = words.properties[first] ?? first;
  return rest.length > 0 ? `${name} (${path})` : name;
};

const changesOf = (item: Item): string =>
  preview.changes([...new Set(item.changes.map(fieldName))].join(', '));

const Numbers = ({ one }: { one: Import }) => (
  <DescriptionList
    columns={2}
    items={[
      { term: preview.added, value: one.preview.added },
      { term: preview.changed, value: one.preview.changed },
      { term: preview.unchanged, value: one.preview.unchanged },
      { term: preview.refused, value: one.preview.refused },
      { term: preview.noted, value: one.preview.noted },
    ]}
  />
);

/** What waits for a decision can be taken over or given up. */
const Decision = ({ one, context }: { one: Import; context: PageContext }) => {
  const { once } = formOf(context, takeImport);
  const count = one.preview.added + one.preview.changed;
  const drop = (
    <ActionForm
      action={`${importPath(one.id)}/odrzuc`}
      label={preview.drop}
      once={once}
      version={one.version}
    />
  );
  return (
    <Stack>
      {count === 0 ? (
        <>
          <p>{preview.nothing}</p>
          {drop}
        </>
      ) : (
        <Actions>
          <Form action={importPath(one.id)} once={once} version={one.version}>
            <Button variant="primary">{preview.confirm(count)}</Button>
          </Form>
          {drop}
        </Actions>
      )}
    </Stack>
  );
};

const Items = ({ one }: { one: Import }) => (
  <Table
    caption={preview.items(
      one.preview.items.length,
      one.preview.added + one.preview.changed + one.preview.unchanged,
    )}
    rows={one.preview.items}
    rowKey={(item) => item.id}
    columns={[
      { key: 'line', label: preview.line, cell: placeOf, nowrap: true },
      {
        key: 'name',
        label: preview.name,
        rowHeader: true,
        cell: (item) =>
          one.state === 'done' || item.action !== 'added' ? (
            <a href={`/praca/uslugi/${item.id}`}>{item.name}</a>
          ) : (
            item.name
          ),
      },
      {
        key: 'what',
        label: preview.what,
        cell: (item) => (item.action === 'changed' ? changesOf(item) : preview.actions[item.action]),
      },
    ]}
  />
);

const Faults = ({ one }: { one: Import }) => {
  const { faults, refused, noted } = one.preview;
  if (faults.length === 0) return null;
  const rows = faults.map((fault, index) => ({ fault, key: String(index) }));
  return (
    <Table
      caption={preview.faults(faults.length, refused + noted)}
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        { key: 'line', label: preview.line, cell: ({ fault }) => placeOf(fault), nowrap: true },
        { key: 'name', label: preview.name, rowHeader: true, cell: ({ fault }) => fault.record ?? '–' },
        {
          key: 'what',
          label: preview.what,
          cell: ({ fault }) =>
            fault.refused ? (
              <Tag tone="warning" shape="waiting">
                {preview.happened.refused}
              </Tag>
            ) : fault.path ? (
              `${preview.happened.noted}: ${fieldName(fault.path)}`
            ) : (
              '–'
            ),
        },
        { key: 'why', label: preview.why, cell: ({ fault }) => faultWords(fault) },
      ]}
    />
  );
};

function view(data: ImportView, context: PageContext): View {
  const { one } = data;
  if (!one) return { title: words.title, body: null };
  return {
    title: preview.title(one.fileName),
    lead: preview[one.state],
    trail: [
      { href: '/praca/uslugi', label: words.back },
      { href: exchangePath, label: words.title },
    ],
    width: 'wide',
    current: 'services',
    body: (
      <Stack>
        {context.form.problem && <Notice kind="danger" title={context.form.problem.words} live />}
        {one.state === 'done' && <Notice kind="success" title={preview.done} />}
        <Numbers one={one} />
        {one.state === 'waiting' && <Decision one={one} context={context} />}
        <Faults one={one} />
        <Items one={one} />
      </Stack>
    ),
  };
}

export const importPage = page({
  door: 'staff',
  path: `${exchangePath}/:importId`,
  load: async (ask, { params }) => await ask(viewImport, { importId: params['importId'] }),
  view,
});

export const importForms = [
  form({
    door: 'staff',
    path: `${exchangePath}/:importId`,
    command: takeImport,
    page: importPage,
    next: ({ importId }) => importPath(importId),
  }),
  form({
    door: 'staff',
    path: `${exchangePath}/:importId/odrzuc`,
    command: dropImport,
    page: importPage,
    next: ({ importId }) => importPath(importId),
  }),
];
