import { page, type PageContext, type View } from '../../../platform/http/route.ts';
import { About, Disclosure, EmptyState, Pagination, Panel, Table, moment } from '../../../ui/index.ts';
import { visitsOf } from '../domain/visits.ts';
import { pl } from '../pl.ts';
import { auditLog, caseMetric, type Entry } from '../queries/trail.ts';

type Titles = Pick<PageContext, 'titleOf'>;

const words = pl.trail;

const EntryTable = ({
  entries,
  titleOf,
  caption,
}: Titles & { entries: readonly Entry[]; caption: string }) => (
  <Table
    caption={caption}
    captionHidden
    rows={entries}
    rowKey={(one) => String(one.seq)}
    empty={<p>{words.none}</p>}
    columns={[
      { key: 'when', label: words.when, nowrap: true, cell: (one) => moment(one.at) },
      {
        key: 'who',
        label: words.who,
        rowHeader: true,
        cell: (one) => (one.position ? `${one.actor}, ${one.position}` : one.actor),
      },
      { key: 'what', label: words.what, cell: (one) => titleOf(one.action) },
      { key: 'kind', label: words.kind, nowrap: true, cell: (one) => pl.kinds[one.kind] },
      { key: 'basis', label: words.basis, cell: (one) => one.basis ?? '–' },
    ]}
  />
);

/** Who looked at a person and who changed what: for the person's page. */
export const PersonTrailSection = ({ entries, titleOf }: Titles & { entries: readonly Entry[] }) => (
  <Panel id="kto-zagladal" title={words.title}>
    <Table
      caption={words.caption}
      captionHidden
      rows={visitsOf(entries)}
      rowKey={(one) => String(one.seq)}
      empty={<p>{words.none}</p>}
      columns={[
        { key: 'when', label: words.when, nowrap: true, cell: (one) => moment(one.at) },
        {
          key: 'who',
          label: words.who,
          rowHeader: true,
          cell: (one) => (
            <>
              {one.actor}
              <span class="description-note">{one.position}</span>
            </>
          ),
        },
        {
          key: 'what',
          label: words.what,
          cell: (one) => (
            <>
              {one.actions.map(titleOf).join(', ')}
              {one.bases.length > 1 ? (
                <Disclosure
                  summary={
                    <>
                      {words.bases(pl.kinds[one.kind], one.bases.length)}
                      <About about={`${one.actor}, ${moment(one.at)}`} />
                    </>
                  }
                >
                  {one.bases.join('; ')}
                </Disclosure>
              ) : (
                <span class="description-note">{[pl.kinds[one.kind], ...one.bases].join('; ')}</span>
              )}
            </>
          ),
        },
      ]}
    />
  </Panel>
);

export const metricPage = page({
  door: 'staff',
  path: '/praca/sprawy/:caseId/metryka',
  load: (ask, request) => ask(caseMetric, { caseId: request.params['caseId'] }),
  view: (metric, context): View => ({
    title: `${pl.metric.title}${metric.sign ? ` ${metric.sign}` : ''}`,
    lead: pl.metric.lead,
    current: 'cases',
    trail: [{ href: `/praca/sprawy/${context.params['caseId']}`, label: metric.sign ?? metric.title }],
    body: <EntryTable entries={metric.entries} titleOf={context.titleOf} caption={pl.metric.caption} />,
  }),
});

export const auditPage = page({
  door: 'staff',
  path: '/praca/dziennik',
  load: (ask, request) => ask(auditLog, request.query),
  view: (log, context): View => ({
    title: pl.audit.title,
    lead: pl.audit.lead,
    current: 'audit',
    body:
      log.entries.length === 0 ? (
        <EmptyState title={pl.audit.none} />
      ) : (
        <>
          <EntryTable entries={log.entries} titleOf={context.titleOf} caption={pl.audit.title} />
          <Pagination
            summary={pl.audit.summary(log.entries.length)}
            {...(log.next
              ? {
                  next: `/praca/dziennik?${new URLSearchParams({ ...context.query, before: String(log.next) }).toString()}`,
                }
              : {})}
          />
        </>
      ),
  }),
});
