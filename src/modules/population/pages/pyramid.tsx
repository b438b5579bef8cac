import { Halves, number, NumberTable, Panel, Passport, Pyramid, Stack, Unknown } from '../../../ui/index.ts';
import { pl } from '../pl.ts';
import type { PopulationView } from '../queries/view-population.ts';

const words = pl.page;

const Count = ({ of }: { of: number | null }) => (of === null ? <Unknown /> : <>{number(of)}</>);

/** Ages of a group, never broken into two lines. */
const ageText = (group: string): string => group.replace('-', '\u2060–\u2060');

/** The pyramid of ages with its table; the projection as an outline. */
export const AgePyramid = ({ data }: { data: PopulationView }) => {
  const { structure, gmina } = data;
  if (!structure || !gmina) return null;
  const later = structure.rows.every((row) => row.later !== null) ? data.projection.years.at(-1) : undefined;
  return (
    <Panel id="piramida" title={words.pyramid}>
      <Stack>
        <Halves>
          <figure>
            <Pyramid
              label={words.pyramidLabel(gmina.name, structure.year, later)}
              leftHead={words.men}
              rightHead={words.women}
              bands={structure.rows.map((row) => ({
                label: ageText(row.group),
                left: row.men,
                right: row.women,
                ...(later && row.laterMen !== null && row.laterWomen !== null
                  ? { leftLater: row.laterMen, rightLater: row.laterWomen }
                  : {}),
              }))}
            />
            {later && <figcaption>{words.pyramidNote(later)}</figcaption>}
          </figure>
          <NumberTable
            caption={words.ageTable}
            captionHidden
            head={[words.group, words.men, words.women, words.all, ...(later ? [String(later)] : [])]}
            rows={structure.rows.map((row) => ({
              key: row.group,
              head: ageText(row.group),
              cells: [row.men, row.women, row.people, ...(later ? [row.later] : [])].map((count, at) => (
                <Count key={at} of={count} />
              )),
            }))}
          />
        </Halves>
        {structure.split && <p class="hint">{words.split(structure.voivodeship)}</p>}
        {structure.estimated.length > 0 && (
          <p class="hint">{words.estimated(structure.estimated.join(', '))}</p>
        )}
        <Passport
          of={{
            source: structure.source,
            asOf: `${structure.year}-12-31`,
            filter: gmina.name,
            formula: structure.split ? pl.passport.splitBySex(structure.voivodeship) : '',
          }}
        />
      </Stack>
    </Panel>
  );
};
