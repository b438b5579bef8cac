import type { z } from 'zod';
import { page, type PageContext, type View } from '../../../../platform/http/route.ts';
import { EmptyState, fullDate, Panel, Stack } from '../../../../ui/index.ts';
import { publicPath, publicPlanPath } from '../../domain/public-rows.ts';
import { publishedPlans } from '../../queries/public.ts';
import { webWordsOf } from '../../web-words.ts';

function listView(
  { plans }: z.infer<typeof publishedPlans.output>,
  { lang, centre: { home } }: PageContext,
): View {
  const words = webWordsOf(lang);
  return {
    title: words.listTitle,
    lead: words.listLead,
    trail: [{ href: home, label: words.home }],
    body:
      plans.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      ) : (
        <Stack>
          {plans.map((one) => (
            <Panel
              key={one.id}
              id={`p-${one.id}`}
              title={
                <a href={`${home}${publicPlanPath(one.id)}`} lang="pl">
                  {one.title}
                </a>
              }
            >
              <p>
                {words.years(one.gminaName, one.fromYear, one.toYear)}.{' '}
                {one.resolution !== null &&
                  one.adoptedOn !== null &&
                  words.adopted(one.resolution, fullDate(one.adoptedOn, lang))}{' '}
                {one.ended && words.ended}
              </p>
              <p>{words.size(one.goals, one.actions)}</p>
            </Panel>
          ))}
        </Stack>
      ),
  };
}

/** Adopted plans of the centre. */
export const publicListPage = page({
  door: 'public',
  path: `/:centre${publicPath}`,
  keep: { until: ['lpdi'] },
  load: async (ask) => await ask(publishedPlans, {}),
  view: listView,
});
