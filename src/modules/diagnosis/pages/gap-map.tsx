import boundaries from '../../../../data/boundaries.json' with { type: 'json' };
import { serviceKinds } from '../../../law/index.ts';
import { AreaMap, BarChart, Columns, number, Panel, Unknown } from '../../../ui/index.ts';
import { sameGmina } from '../../population/index.ts';
import { pl } from '../pl-gap.ts';
import type { GapView } from '../queries/view-gap.ts';

const words = pl.page;

interface Counted {
  key: string;
  name: string;
  count: number | null;
}

/** Of a centre of several gminas: the gap that is known in most of them, else entries of the ledger by gmina. */
function byGmina({ rows, gminas, places }: GapView): { label: string; counted: Counted[] } {
  const known = rows.filter(({ gap }) => gap.value !== null);
  const timesOf = (kind: string): number => known.filter((row) => row.kind === kind).length;
  const [first] = known.toSorted((one, other) => timesOf(other.kind) - timesOf(one.kind));
  if (first)
    return {
      label: words.mapGap(serviceKinds[first.kind].name),
      counted: gminas.map(({ teryt, name }) => ({
        key: teryt,
        name,
        count: rows.find((row) => row.kind === first.kind && row.gmina === teryt)?.gap.value ?? null,
      })),
    };
  return {
    label: words.mapLabel,
    counted: gminas.map(({ teryt, name }) => ({
      key: teryt,
      name,
      count: places.find(({ gmina }) => gmina === teryt)?.count ?? null,
    })),
  };
}

const shareOf = (count: number | null, most: number): number =>
  count === null || most <= 0 ? 0 : Math.max(0, count) / most;

/** Where services are lacking: gminas of a type B centre, or localities of one gmina; a table beside the map. */
export const GapMap = ({ data }: { data: GapView }) => {
  const several = data.gminas.length > 1;
  const localities = data.places.flatMap(({ gmina, localities: of }) =>
    of.flatMap(({ locality, count }) =>
      locality === null ? [] : [{ key: `${gmina ?? ''} ${locality}`, gmina, name: locality, count }],
    ),
  );
  const { label, counted } = several ? byGmina(data) : { label: words.mapPlaces, counted: localities };
  const most = Math.max(0, ...counted.map(({ count }) => count ?? 0));
  const areas = boundaries.gminas.flatMap(({ teryt, name, rings }) => {
    const own = data.gminas.find((one) => sameGmina(one.teryt, teryt));
    if (!own) return [];
    const count = several ? (counted.find(({ key }) => key === own.teryt)?.count ?? null) : null;
    return [
      {
        name,
        rings,
        share: shareOf(count, most),
        ...(several ? { value: count === null ? '?' : number(count) } : {}),
      },
    ];
  });
  const points = several
    ? []
    : localities.flatMap(({ gmina, name, count }) => {
        const at = data.points.find(
          (one) =>
            one.locality === name && (one.gmina === null || gmina === null || sameGmina(one.gmina, gmina)),
        );
        return at && count !== null && count > 0
          ? [
              {
                name,
                longitude: at.longitude,
                latitude: at.latitude,
                value: number(count),
                share: shareOf(count, most),
              },
            ]
          : [];
      });
  if (counted.every(({ count }) => count === null || count === 0)) return null;
  return (
    <Panel id="mapa" title={words.map} tone="plain">
      <Columns
        main={
          areas.length === 0 ? (
            <p>
              <Unknown>{words.noMap}</Unknown>
            </p>
          ) : (
            <figure>
              <AreaMap label={label} areas={areas} points={points} />
              <figcaption>{words.mapNote}</figcaption>
            </figure>
          )
        }
        side={
          <BarChart
            caption={label}
            labelHead={words.place}
            valueHead={words.count}
            points={counted.map(({ name, count }) => ({ label: name, value: count ?? undefined }))}
          />
        }
      />
    </Panel>
  );
};
