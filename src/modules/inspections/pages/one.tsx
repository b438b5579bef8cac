import type { ComponentChildren } from 'preact';
import { permits } from '../../../platform/actor.ts';
import { form, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  ButtonLink,
  Columns,
  DateText,
  daysBetween,
  DescriptionList,
  moment,
  Notice,
  Panel,
  Stack,
  StateTag,
  Table,
  Tag,
} from '../../../ui/index.ts';
import { admitInspector, endInspection } from '../commands/open.ts';
import { addFile, drawSample, showAddress, withdrawFile } from '../commands/sample.ts';
import { orders } from '../domain/inspection.ts';
import { pl } from '../pl.ts';
import { viewInspection } from '../queries/inspections.ts';
import { tagOf } from './list.tsx';
import { scopeItems } from './mine.tsx';
import { AddFile, Admit, Draw, End, type One, ShowAddress, type Waits, Withdraw } from './one-forms.tsx';
import { listPath, onePath } from './paths.ts';

const words = pl.one;

const waitsOf = ({ state, drawing, files, inspectors, inScope }: One): Waits => {
  if (state === 'ended') return 'over';
  if (drawing === null && files.length === 0 && inScope > 0) return 'sample';
  return files.length > 0 && !inspectors.some(({ active }) => active) ? 'inspector' : 'nothing';
};

const leadOf: Readonly<Record<Waits, string>> = {
  sample: words.lead.frame,
  inspector: words.lead.inspector,
  nothing: words.lead.running,
  over: words.lead.over,
};

const Frame = ({ one, children }: { one: One; children: ComponentChildren }) => {
  const { drawing } = one;
  return (
    <Panel id="losowanie" title={words.frame}>
      <Stack>
        <DescriptionList
          items={
            drawing
              ? [
                  { term: words.inScopeThen, value: drawing.frame },
                  { term: words.size, value: drawing.size },
                  { term: words.seed, value: <code>{drawing.seed}</code> },
                  { term: words.drawnAt, value: moment(drawing.drawnAt) },
                ]
              : [{ term: words.inScope, value: one.inScope }]
          }
        />
        {drawing === null && one.inScope === 0 && <Notice kind="warning">{words.inScopeNone}</Notice>}
        {drawing && (
          <Notice kind={drawing.repeats ? 'success' : 'danger'}>
            {drawing.repeats ? words.repeats : words.doesNotRepeat}
          </Notice>
        )}
        {drawing && <p class="description-note">{words.how}</p>}
        {children}
      </Stack>
    </Panel>
  );
};

type Row = One['files'][number];

const Address = ({ file }: { file: Row }) => {
  if (file.erased) return <>{words.erased}</>;
  if (!file.shielded) return <>{words.addressOpen}</>;
  return file.addressWhy === null ? (
    <Tag tone="warning">{words.addressHidden}</Tag>
  ) : (
    <>{words.addressShown(file.addressWhy)}</>
  );
};

const Files = ({ files }: { files: One['files'] }) => (
  <Table
    caption={words.filesCaption}
    captionHidden
    rows={files}
    rowKey={({ caseId }) => caseId}
    empty={<p>{words.filesNone}</p>}
    columns={[
      { key: 'no', label: words.fileNo, numeric: true, cell: ({ position }) => position },
      {
        key: 'sign',
        label: words.sign,
        rowHeader: true,
        cell: ({ sign, title }) => (
          <>
            {sign ?? words.noSign}
            <span class="description-note">{title}</span>
          </>
        ),
      },
      {
        key: 'received',
        label: words.received,
        nowrap: true,
        cell: ({ receivedOn }) => <DateText date={receivedOn} />,
      },
      {
        key: 'how',
        label: pl.pack.columns[3],
        cell: ({ how, reason, withdrawnWhy }) => (
          <>
            {words.way[how]}
            {reason && <span class="description-note">{reason}</span>}
            {withdrawnWhy && <strong>{words.withdrawn(withdrawnWhy)}</strong>}
          </>
        ),
      },
      { key: 'address', label: words.address, cell: (file) => <Address file={file} /> },
    ]}
  />
);

const Inspectors = ({ inspectors }: { inspectors: One['inspectors'] }) => (
  <Table
    caption={words.inspectorsCaption}
    captionHidden
    rows={inspectors}
    rowKey={({ accountId }) => accountId}
    empty={<p>{words.inspectorsNone}</p>}
    columns={[
      {
        key: 'who',
        label: words.who,
        rowHeader: true,
        cell: ({ name, position, document }) => (
          <>
            {name}
            <span class="description-note">{document ? `${position}, ${document}` : position}</span>
          </>
        ),
      },
      { key: 'login', label: words.login, nowrap: true, cell: ({ login }) => <code>{login}</code> },
      {
        key: 'account',
        label: words.account,
        cell: ({ active }) => (active ? words.active : words.closed),
      },
      {
        key: 'last',
        label: words.lastSignedIn,
        cell: ({ lastSignedInAt }) => (lastSignedInAt ? moment(lastSignedInAt) : words.never),
      },
    ]}
  />
);

const Looks = ({ looks, context }: { looks: One['looks']; context: PageContext }) => (
  <Panel id="obejrzane" title={words.looks}>
    <Table
      caption={words.looksCaption}
      captionHidden
      rows={looks}
      rowKey={({ seq }) => String(seq)}
      empty={<p>{words.looksNone}</p>}
      tone={({ kind }) => (kind === 'access' ? 'warning' : undefined)}
      columns={[
        { key: 'when', label: words.when, nowrap: true, rowHeader: true, cell: ({ at }) => moment(at) },
        { key: 'who', label: words.who, cell: ({ who }) => who },
        {
          key: 'what',
          label: words.what,
          cell: ({ action, kind, files }) => (
            <>
              {context.titleOf(action)}
              {files !== null && <span class="description-note">{words.papers(files)}</span>}
              {kind === 'access' && (
                <>
                  {' '}
                  <Tag tone="warning">{words.denied}</Tag>
                </>
              )}
            </>
          ),
        },
        { key: 'file', label: words.fileOf, cell: ({ sign }) => sign ?? '–' },
      ]}
    />
  </Panel>
);

const view = (one: One, context: PageContext): View => {
  const waits = waitsOf(one);
  const works = waits !== 'over' && permits(orders, context.actor, undefined);
  const forms = { one, context, waits };
  return {
    title: one.authorityName,
    lead: leadOf[waits],
    current: pl.current,
    aside: <StateTag state={tagOf[one.state]} label={pl.states[one.state]} />,
    trail: [{ href: listPath, label: pl.title }],
    body: (
      <Columns
        main={
          <Stack>
            <Frame one={one}>{works && one.drawing === null && one.inScope > 0 && <Draw {...forms} />}</Frame>
            <Panel id="akta" title={words.files}>
              <Stack>
                <Files files={one.files} />
                {works && (
                  <div>
                    <AddFile {...forms} />
                    <ShowAddress {...forms} />
                    <Withdraw {...forms} />
                  </div>
                )}
              </Stack>
            </Panel>
            <Panel id="inspektorzy" title={words.inspectors}>
              <Stack>
                <Inspectors inspectors={one.inspectors} />
                {works && <Admit {...forms} />}
              </Stack>
            </Panel>
            <Looks looks={one.looks} context={context} />
          </Stack>
        }
        side={
          <Stack>
            <Panel id="zakres" title={words.facts} tone="plain">
              <DescriptionList
                items={[
                  ...scopeItems(one),
                  { term: words.openedBy, value: `${one.openedBy}, ${moment(one.openedAt)}` },
                  ...(one.endedAt
                    ? [{ term: words.ended, value: `${moment(one.endedAt)}. ${one.endedWhy ?? ''}` }]
                    : []),
                ]}
              />
              {one.state === 'running' && (
                <p>
                  <strong>{words.left(daysBetween(context.today, one.validTo) + 1)}</strong>
                </p>
              )}
            </Panel>
            {works && <End {...forms} />}
          </Stack>
        }
      />
    ),
  };
};

const onePage = page({
  door: 'staff',
  path: '/praca/kontrole/:inspectionId',
  load: (ask, { params }) => ask(viewInspection, { inspectionId: params['inspectionId'] }),
  view,
});

const back = (_done: unknown, request: { params: Record<string, string> }): string =>
  onePath(request.params['inspectionId'] ?? '');

const step = (path: string, command: Parameters<typeof form>[0]['command']) =>
  form({ door: 'staff', path: `/praca/kontrole/:inspectionId/${path}`, command, page: onePage, next: back });

type Once = { accountId: string; login: string; name: string; password: string | null };

/** The one-time password, once: only here it leaves the program. */
const onceView = (shown: Once, centre: { slug: string }, inspectionId: string): View => ({
  title: pl.once.title(shown.name),
  current: pl.current,
  width: 'narrow',
  trail: [{ href: listPath, label: pl.title }],
  body: (
    <Stack>
      <Notice kind="warning">{shown.password === null ? pl.once.again : pl.once.lead}</Notice>
      <Panel id="dane" title={shown.name}>
        <DescriptionList
          items={[
            { term: pl.once.login, value: <strong>{shown.login}</strong> },
            ...(shown.password === null
              ? []
              : [{ term: pl.once.password, value: <strong class="secret">{shown.password}</strong> }]),
            { term: pl.once.address, value: `/${centre.slug}/logowanie` },
          ]}
        />
      </Panel>
      <ButtonLink href={onePath(inspectionId)} variant="primary">
        {pl.once.done}
      </ButtonLink>
    </Stack>
  ),
});

const admitForm = form({
  door: 'staff',
  path: '/praca/kontrole/:inspectionId/inspektor',
  command: admitInspector,
  page: onePage,
  next: (shown, { centre, params }) => ({ view: onceView(shown, centre, params['inspectionId'] ?? '') }),
});

/** One inspection with its steps. */
export const oneRoutes = [
  onePage,
  step('losowanie', drawSample),
  step('akta', addFile),
  step('adres', showAddress),
  step('wycofanie', withdrawFile),
  admitForm,
  step('koniec', endInspection),
];
