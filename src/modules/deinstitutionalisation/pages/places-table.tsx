import { serviceKinds } from '../../../law/index.ts';
import { Disclosure, money, number, Table, Tag, Unknown } from '../../../ui/index.ts';
import { costOfYear, type KeptPlace } from '../domain/places.ts';
import { plParts } from '../pl-parts.ts';

const words = plParts.diagnostic;

const Known = ({ of }: { of: number | null }) => (of === null ? <Unknown /> : <>{number(of)}</>);

/** Every place of services as it stood when the figures were taken (T3), each leading to its resource. */
export const PlacesTable = ({
  places,
  open = false,
}: {
  places: readonly KeptPlace[];
  /** Everybody reads it: without ways to pages of staff. */
  open?: boolean;
}) => (
  <Disclosure summary={words.t3Rows(places.length)}>
    {/* Inside what is folded: a browser that is sent here unfolds it. */}
    <div id="placowki">
      <Table
        caption={words.t3Rows(places.length)}
        captionHidden
        rows={[...places]}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            label: words.place,
            rowHeader: true,
            cell: ({ id, name, kind, institutional, operator, doubtful }) => (
              <>
                {open ? name : <a href={`/praca/zasoby/placowka/${id}`}>{name}</a>}
                <span class="description-note">
                  {[
                    serviceKinds[kind].name,
                    institutional ? words.institutional : words.community,
                    operator ?? '',
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </span>
                {doubtful && (
                  <Tag tone="warning" shape="warning">
                    {words.doubtful}
                  </Tag>
                )}
              </>
            ),
          },
          { key: 'places', label: words.places, numeric: true, cell: (one) => <Known of={one.places} /> },
          {
            key: 'occupied',
            label: words.occupied,
            numeric: true,
            cell: (one) => <Known of={one.occupied} />,
          },
          { key: 'waiting', label: words.waiting, numeric: true, cell: (one) => <Known of={one.waiting} /> },
          { key: 'staff', label: words.staff, numeric: true, cell: (one) => <Known of={one.staff} /> },
          {
            key: 'cost',
            label: words.costYear,
            numeric: true,
            cell: (one) => {
              const cost = costOfYear(one);
              return cost === null ? <Unknown /> : money(cost);
            },
          },
          {
            key: 'source',
            label: words.source,
            cell: ({ source, asOf }) => (
              <>
                {source} <span class="description-note">{asOf}</span>
              </>
            ),
          },
        ]}
      />
    </div>
  </Disclosure>
);
