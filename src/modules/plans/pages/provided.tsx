import type { View } from '../../../platform/http/route.ts';
import { EmptyState, Table } from '../../../ui/index.ts';
import { unitsText } from '../domain/compare.ts';
import { scheduleText } from '../domain/schedule.ts';
import { planPages } from '../pl-pages.ts';
import type { myLines } from '../queries/my-lines.ts';
import { Span } from './parts.tsx';

const words = planPages.provided;

export type ProvidedLines = NonNullable<Awaited<ReturnType<typeof myLines.read>>>;

type ProvidedLine = ProvidedLines['lines'][number];

/** What a provider sees of plans: the own services. */
export const providedView = ({ lines }: ProvidedLines): View => ({
  title: words.title,
  lead: words.lead,
  current: 'plans',
  body:
    lines.length === 0 ? (
      <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
    ) : (
      <Table<ProvidedLine>
        caption={words.caption}
        captionHidden
        rows={lines}
        rowKey={(line) => line.id}
        columns={[
          {
            key: 'person',
            label: words.columns.person,
            rowHeader: true,
            cell: (line) => (
              <>
                {line.personName}
                <br />
                <small>{line.planNumber}</small>
              </>
            ),
          },
          { key: 'service', label: words.columns.service, cell: (line) => line.serviceName },
          {
            key: 'when',
            label: words.columns.when,
            cell: (line) => scheduleText(line.week, line.scheduleWords) ?? words.ask,
          },
          { key: 'where', label: words.columns.where, cell: (line) => line.place ?? words.ask },
          { key: 'units', label: words.columns.units, numeric: true, nowrap: true, cell: unitsText },
          {
            key: 'period',
            label: words.columns.period,
            cell: (line) => <Span from={line.startsOn} to={line.endsOn} />,
          },
          { key: 'contact', label: words.columns.contact, cell: (line) => line.coordinatorName },
        ]}
      />
    ),
});
