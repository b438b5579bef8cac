import {
  Disclosure,
  number,
  NumberTable,
  Panel,
  Passport,
  SeriesChart,
  Stack,
  Unknown,
} from '../../../ui/index.ts';
import { pl } from '../pl.ts';
import type { PopulationView } from '../queries/view-population.ts';

const words = pl.page;

/** The long series of the voivodeship: the direction, where a gmina has one year only. */
export const Voivodeship = ({ data }: { data: PopulationView }) => {
  const { voivodeship } = data;
  if (!voivodeship) return null;
  const [first, second] = voivodeship.breaks;
  const years = voivodeship.points.map(({ at }) => at);
  return (
    <Panel id="wojewodztwo" title={words.voivodeshipTitle(voivodeship.name)}>
      <Stack>
        <p>{words.voivodeshipLead}</p>
        <SeriesChart
          label={words.voivodeshipLabel(voivodeship.name)}
          lines={[{ key: 'older', label: '', points: voivodeship.points }]}
          breaks={[
            ...(first ? [{ at: first, label: words.census2011 }] : []),
            ...(second ? [{ at: second, label: words.census }] : []),
          ]}
        />
        <Disclosure summary={words.showTable}>
          <NumberTable
            caption={words.voivodeshipTitle(voivodeship.name)}
            captionHidden
            head={[words.year, words.older]}
            rows={voivodeship.points.map(({ at, value }) => ({
              key: String(at),
              head: at,
              cells: [value === null ? <Unknown key="value" /> : number(value)],
            }))}
          />
        </Disclosure>
        <Passport
          of={{
            source: voivodeship.source,
            asOf: `${years[0] ?? ''}–${years.at(-1) ?? ''}`,
            filter: voivodeship.name,
            formula: pl.passport.sum,
          }}
        />
      </Stack>
    </Panel>
  );
};
