import { page, type PageContext, type View } from '../../../platform/http/route.ts';
import type { Figure } from '../../../statistics/figure.ts';
import { EmptyState, Stack } from '../../../ui/index.ts';
import { publicPopulationPath } from '../domain/access.ts';
import { type PopulationView, publishedPopulation } from '../queries/view-population.ts';
import { webWordsOf } from '../web-words.ts';
import { Around } from './around.tsx';
import { Numbers, Ratios, Series } from './page.tsx';
import { Projection } from './projection.tsx';
import { AgePyramid } from './pyramid.tsx';
import { Voivodeship } from './voivodeship.tsx';

/** The rows behind these numbers are this very page. */
const here = (figure: Figure): Figure => {
  const { rows: _rows, ...passport } = figure.passport;
  return { ...figure, passport };
};

const withoutLinks = (data: PopulationView): PopulationView => ({
  ...data,
  figures: data.figures && {
    people: here(data.figures.people),
    older: here(data.figures.older),
    oldest: here(data.figures.oldest),
  },
  projection: {
    ...data.projection,
    rows: data.projection.rows.map((row) => ({ ...row, now: here(row.now), later: row.later.map(here) })),
  },
  ratios: data.ratios.map(({ key, figure }) => ({ key, figure: here(figure) })),
});

function view(given: PopulationView, context: PageContext): View {
  const words = webWordsOf(context.lang);
  const { home } = context.centre;
  const data = withoutLinks(given);
  const { gmina, structure } = data;
  return {
    title: gmina ? words.title(gmina.name) : words.none,
    lead: words.lead,
    width: 'wide',
    trail: [{ href: home, label: words.home }],
    body:
      gmina && structure ? (
        <Stack>
          {context.lang !== 'pl' && <p>{words.polishOnly}</p>}
          <div lang="pl">
            <Stack>
              <Numbers data={data} home={home} />
              <AgePyramid data={data} />
              <Projection data={data} home={home} />
              <Series data={data} />
              <Voivodeship data={data} />
              <Ratios data={data} home={home} />
              <Around data={data} />
            </Stack>
          </div>
        </Stack>
      ) : (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      ),
  };
}

/** The population of a gmina for everybody: what an adopted plan and a diagnosis stand on. */
export const publicPopulationPage = page({
  door: 'public',
  path: `/:centre${publicPopulationPath}`,
  keep: { until: ['population'], query: ['gmina'] },
  load: async (ask, { query }) => await ask(publishedPopulation, { gmina: query['gmina'] }),
  view,
});
