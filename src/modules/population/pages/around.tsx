import boundaries from '../../../../data/boundaries.json' with { type: 'json' };
import { AreaMap, BarChart, Columns, number, Panel, Passport, Unknown } from '../../../ui/index.ts';
import { sameGmina } from '../domain/teryt.ts';
import { pl } from '../pl.ts';
import type { PopulationView } from '../queries/view-population.ts';

const words = pl.page;

const Map = ({ around }: { around: PopulationView['around'] }) => {
  const known = around.flatMap(({ share65 }) => (share65 === null ? [] : [share65]));
  const low = Math.min(...known);
  const range = Math.max(...known) - low || 1;
  const areas = boundaries.gminas.flatMap(({ teryt, name, rings }) => {
    const found = around.find((one) => sameGmina(one.teryt, teryt));
    return found
      ? [
          {
            name,
            rings,
            value: found.share65 === null ? '?' : number(found.share65),
            share: found.share65 === null ? 0 : 0.2 + ((found.share65 - low) / range) * 1.8,
          },
        ]
      : [];
  });
  return areas.length === 0 ? (
    <p>
      <Unknown>{words.noMap}</Unknown>
    </p>
  ) : (
    <figure>
      <AreaMap label={words.mapLabel} areas={areas} points={[]} />
      <figcaption>{words.mapNote}</figcaption>
    </figure>
  );
};

/** The share of older people in the gminas around: a map with its table. */
export const Around = ({ data }: { data: PopulationView }) => {
  const drawn = data.around.filter(
    (one) => one.own || boundaries.gminas.some(({ teryt }) => sameGmina(teryt, one.teryt)),
  );
  const shown = drawn.length > 1 ? drawn : data.around;
  return (
    <Panel id="mapa" title={words.map}>
      <Columns
        main={<Map around={shown} />}
        side={
          <BarChart
            caption={words.mapLabel}
            labelHead={words.gmina}
            valueHead={words.share}
            points={shown
              .toSorted((one, other) => (other.share65 ?? 0) - (one.share65 ?? 0))
              .map(({ name, share65, own }) => ({
                label: own ? `${name} *` : name,
                value: share65 ?? undefined,
              }))}
          />
        }
      />
      <Passport
        of={{
          source: pl.sources.gminas,
          asOf: '2020-12-31',
          filter: '',
          formula: pl.ratios.share65.formula,
        }}
      />
    </Panel>
  );
};
