import { issuedPaperFile } from '../../../../platform/documents/paper.ts';
import { file, page, type PageContext, type View } from '../../../../platform/http/route.ts';
import { notFound } from '../../../../platform/runner/outcome.ts';
import { fullDate, Stack } from '../../../../ui/index.ts';
import { publicCardPath, publicPath, publicPlanPath } from '../../domain/public-rows.ts';
import { plDocument } from '../../pl-document.ts';
import { type PublicPlan, publishedPlan, publishedPlanPaper } from '../../queries/public.ts';
import { webWordsOf } from '../../web-words.ts';
import { CostsRead, Facts, PlacesRead, SpentRead, TestRead } from '../action-read.tsx';
import { BudgetPanel } from '../budget.tsx';
import { Numbers } from '../diagnostic.tsx';
import { IndicatorsPanel } from '../indicators.tsx';
import { TreePanel } from '../tree.tsx';
import { publicPart } from './frame.tsx';

const path = `/:centre${publicPath}/:planId`;

const load = { keep: { until: ['lpdi', 'resources', 'population', 'results'] }, door: 'public' } as const;

function planView(view: PublicPlan, context: PageContext): View {
  const { home } = context.centre;
  return publicPart(view, 'plan', context, {
    body: (
      <>
        <TreePanel
          view={view}
          writes={false}
          cardAt={(actionId) => `${home}${publicCardPath(view.plan.id, actionId)}`}
        />
        <BudgetPanel view={view} home={home} />
        <IndicatorsPanel view={view} home={home} />
      </>
    ),
  });
}

function numbersView(view: PublicPlan, context: PageContext): View {
  const { figuresOn } = view.plan;
  const words = webWordsOf(context.lang);
  return publicPart(view, 'numbers', context, {
    ...(figuresOn === null ? {} : { lead: words.taken(fullDate(figuresOn, context.lang)) }),
    body: <Numbers view={view} home={context.centre.home} open />,
  });
}

interface Card {
  plan: PublicPlan['plan'];
  action: PublicPlan['plan']['content']['actions'][number];
}

function cardView({ plan, action }: Card, { lang, centre: { home } }: PageContext): View {
  const words = webWordsOf(lang);
  const title = `${action.number}. ${action.title}`;
  return {
    title: `${words.actions}: ${title}`,
    heading: <span lang="pl">{title}</span>,
    trail: [
      { href: home, label: words.home },
      { href: `${home}${publicPath}`, label: words.listTitle },
      { href: `${home}${publicPlanPath(plan.id)}`, label: plan.title },
    ],
    body: (
      <div lang="pl">
        <Stack>
          <Facts goals={plan.content.goals} action={action} />
          <CostsRead action={action} />
          <PlacesRead action={action} />
          <TestRead action={action} />
          <SpentRead action={action} />
        </Stack>
      </div>
    ),
  };
}

const loadPlan: Parameters<typeof page<PublicPlan>>[0]['load'] = async (ask, { params }) =>
  await ask(publishedPlan, { planId: params['planId'] });

const loadCard: Parameters<typeof page<Card>>[0]['load'] = async (ask, request) => {
  const loaded = await loadPlan(ask, request);
  if (!loaded.ok) return loaded;
  const { plan } = loaded.value;
  const action = plan.content.actions.find(({ id }) => id === request.params['actionId']);
  return action ? { ok: true, value: { plan, action } } : { ok: false, problem: notFound };
};

/** An adopted plan for everybody: its goals and money, its numbers, its action cards, and the paper that was adopted. */
export const publicPlanRoutes = [
  page({ ...load, path, load: loadPlan, view: planView }),
  page({ ...load, path: `${path}/liczby`, load: loadPlan, view: numbersView }),
  page({ ...load, path: `${path}/dzialanie/:actionId`, load: loadCard, view: cardView }),
  file({
    door: 'public',
    path: `${path}/plan.pdf`,
    async send(ask, { params }) {
      const asked = await ask(publishedPlanPaper, { planId: params['planId'] });
      if (!asked.ok) return asked;
      return { ok: true, value: await issuedPaperFile(asked.value, plDocument.fileName) };
    },
  }),
];
