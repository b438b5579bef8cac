import type { z } from 'zod';
import { page, type PageContext, type View } from '../../../../platform/http/route.ts';
import { fullDate, PublishedList } from '../../../../ui/index.ts';
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
    body: (
      <PublishedList
        items={plans.map((one) => ({
          id: one.id,
          href: `${home}${publicPlanPath(one.id)}`,
          title: one.title,
          about: (
            <>
              <p>
                {words.years(one.gminaName, one.fromYear, one.toYear)}.{' '}
                {one.resolution !== null &&
                  one.adoptedOn !== null &&
                  words.adopted(one.resolution, fullDate(one.adoptedOn, lang))}{' '}
                {one.ended && words.ended}
              </p>
              <p>{words.size(one.goals, one.actions)}</p>
            </>
          ),
        }))}
        empty={{
          title: words.none,
          text: words.noneText,
          next: { href: `${home}/konsultacje`, label: words.noneNext },
        }}
      />
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
