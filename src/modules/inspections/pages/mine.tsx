import { file, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  ButtonLink,
  Columns,
  DateText,
  daysBetween,
  DescriptionList,
  EmptyState,
  Notice,
  Panel,
  shortDate,
  Stack,
  Table,
  Tag,
} from '../../../ui/index.ts';
import { heldFacts } from '../../privacy/index.ts';
import { packFile } from '../documents/pack.ts';
import { pl } from '../pl.ts';
import { type InspectedFile, inspectedFile, inspectionPack, ownInspection } from '../queries/sampled.ts';
import type { Head } from '../queries/inspections.ts';
import { filePath, minePath, packPath } from './paths.ts';

const words = pl.mine;

type Mine = NonNullable<Awaited<ReturnType<typeof ownInspection.read>>>;

/** Who inspects, on what, and what it covers. */
export const scopeItems = (head: Head) => [
  { term: pl.one.authority, value: `${pl.authorities[head.authority]}: ${head.authorityName}` },
  { term: pl.one.ground, value: head.ground },
  { term: pl.one.authorisation, value: head.authorisation },
  {
    term: pl.one.scope,
    value: `${head.kinds.map((kind) => pl.kinds[kind]).join(', ')}; ${shortDate(head.periodFrom)} – ${shortDate(head.periodTo)}`,
  },
  { term: pl.one.days, value: `${shortDate(head.validFrom)} – ${shortDate(head.validTo)}` },
];

const Files = ({ files }: { files: Mine['files'] }) => (
  <Panel id="akta" title={words.files}>
    <Table
      caption={pl.one.filesCaption}
      captionHidden
      rows={files}
      rowKey={({ caseId }) => caseId}
      empty={
        <EmptyState title={words.none} level={3}>
          {words.noneWhat}
        </EmptyState>
      }
      columns={[
        { key: 'no', label: pl.one.fileNo, numeric: true, cell: ({ position }) => position },
        {
          key: 'sign',
          label: pl.one.sign,
          rowHeader: true,
          cell: ({ caseId, sign, title }) => (
            <>
              <a href={filePath(caseId)}>{sign ?? pl.one.noSign}</a>
              <span class="description-note">{title}</span>
            </>
          ),
        },
        {
          key: 'received',
          label: pl.one.received,
          nowrap: true,
          cell: ({ receivedOn }) => <DateText date={receivedOn} />,
        },
        {
          key: 'address',
          label: pl.one.address,
          cell: ({ shielded, addressWhy }) =>
            shielded && addressWhy === null ? (
              <Tag tone="warning">{pl.one.addressHidden}</Tag>
            ) : (
              pl.one.addressOpen
            ),
        },
      ]}
    />
  </Panel>
);

const minePage = page({
  door: 'staff',
  path: minePath,
  load: (ask) => ask(ownInspection, {}),
  view: (mine, context): View => ({
    title: words.title,
    lead: words.lead(context.centre.name),
    current: pl.ownCurrent,
    body: (
      <Columns
        main={
          <Stack>
            <Notice kind="info">{pl.one.left(daysBetween(context.today, mine.validTo) + 1)}</Notice>
            <Files files={mine.files} />
          </Stack>
        }
        side={
          <Stack>
            {mine.files.length > 0 && (
              <Panel id="pakiet" title={words.pack} tone="plain">
                <p>{words.packWhat}</p>
                <ButtonLink href={packPath} variant="primary">
                  {words.download}
                </ButtonLink>
              </Panel>
            )}
            <Panel id="zakres" title={words.facts} tone="plain">
              <DescriptionList items={scopeItems(mine)} />
            </Panel>
            <Panel id="zasady" title={words.about} tone="plain">
              <ul>
                {words.rules.map((rule) => (
                  <li key={rule}>{rule}</li>
                ))}
              </ul>
            </Panel>
          </Stack>
        }
      />
    ),
  }),
});

const Papers = ({ papers }: { papers: InspectedFile['papers'] }) => (
  <Panel id="pisma" title={pl.file.papers}>
    <Table
      caption={pl.file.papersCaption}
      captionHidden
      rows={papers}
      rowKey={({ id }) => id}
      empty={<p>{pl.file.papersNone}</p>}
      columns={[
        { key: 'paper', label: pl.file.paper, rowHeader: true, cell: ({ title }) => title },
        { key: 'kind', label: pl.file.kind, cell: ({ kind }) => pl.file.kinds[kind] },
        { key: 'on', label: pl.file.on, nowrap: true, cell: ({ on }) => <DateText date={on} /> },
      ]}
    />
  </Panel>
);

/** Papers have a table of their own above; their rows say nothing that it does not. */
const isShown = ({ table }: InspectedFile['held'][number]): boolean =>
  table !== 'document' && table !== 'attachment';

const Held = ({ held }: { held: InspectedFile['held'] }) => (
  <>
    {held.map(({ table, rows }) => (
      <Panel key={table} id={table} title={pl.tables[table] ?? table}>
        <Stack>
          {rows
            .filter((row) => Object.keys(row).length > 0)
            .map((row, at) => (
              <div key={at}>
                {rows.length > 1 && <h3>{pl.file.row(at + 1)}</h3>}
                <DescriptionList items={heldFacts(row)} />
              </div>
            ))}
        </Stack>
      </Panel>
    ))}
  </>
);

const fileView = (shown: InspectedFile, _context: PageContext): View => ({
  title: pl.file.of(shown.position, shown.sign ?? pl.one.noSign),
  lead: pl.file.lead,
  current: pl.ownCurrent,
  trail: [{ href: minePath, label: words.title }],
  aside: (
    <ButtonLink href={`${filePath(shown.caseId)}/pakiet.zip`} variant="primary">
      {pl.file.download}
    </ButtonLink>
  ),
  body: (
    <Stack>
      {shown.addressHidden && (
        <Notice kind="warning" title={pl.file.hidden}>
          {pl.file.hiddenWhat}
        </Notice>
      )}
      <Columns
        main={
          <Stack>
            <Papers papers={shown.papers} />
            <Held held={shown.held.filter(isShown)} />
          </Stack>
        }
        side={
          <Panel id="spis" title={pl.file.contents} tone="plain">
            <ul>
              <li>
                <a href="#pisma">{pl.file.papers}</a>
              </li>
              {shown.held.filter(isShown).map(({ table }) => (
                <li key={table}>
                  <a href={`#${table}`}>{pl.tables[table] ?? table}</a>
                </li>
              ))}
            </ul>
          </Panel>
        }
      />
    </Stack>
  ),
});

const filePage = page({
  door: 'staff',
  path: '/praca/kontrola/akta/:caseId',
  load: (ask, { params }) => ask(inspectedFile, { caseId: params['caseId'] }),
  view: fileView,
});

const wholePack = file({
  door: 'staff',
  path: packPath,
  async send(ask, request) {
    const pack = await ask(inspectionPack, {});
    return pack.ok ? { ok: true, value: await packFile(pack.value, request) } : pack;
  },
});

const onePack = file({
  door: 'staff',
  path: '/praca/kontrola/akta/:caseId/pakiet.zip',
  async send(ask, request) {
    const pack = await ask(inspectionPack, { caseId: request.params['caseId'] });
    return pack.ok ? { ok: true, value: await packFile(pack.value, request) } : pack;
  },
});

/** Everything that an inspector may open. */
export const ownRoutes = [minePage, filePage, wholePack, onePack];
