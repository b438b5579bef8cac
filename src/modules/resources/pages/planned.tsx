import { number, Panel, Table, Tag } from '../../../ui/index.ts';
import { pl } from '../pl.ts';
import type { ResourceList } from '../queries/list-resources.ts';

const words = pl.planned;

/** What plans will add to the resources shown; every row opens its action card. */
export const PlannedPanel = ({ planned }: Pick<ResourceList, 'planned'>) =>
  planned.length === 0 ? null : (
    <Panel id="planowane" title={words.title} tone="plain">
      <p>{words.lead}</p>
      <Table
        caption={words.caption}
        captionHidden
        rows={planned}
        rowKey={({ card, year }) => `${card} ${year}`}
        columns={[
          { key: 'kind', label: pl.list.kind, rowHeader: true, cell: ({ kind }) => pl.kindName(kind) },
          { key: 'year', label: words.year, numeric: true, cell: ({ year }) => year },
          { key: 'amount', label: words.amount, numeric: true, cell: ({ amount }) => `+${number(amount)}` },
          {
            key: 'action',
            label: words.action,
            cell: ({ action, card }) => <a href={card}>{action}</a>,
          },
          {
            key: 'plan',
            label: words.plan,
            cell: ({ plan, adoptedOn }) => (
              <>
                {plan} {adoptedOn === null && <Tag tone="warning">{words.notAdopted}</Tag>}
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
