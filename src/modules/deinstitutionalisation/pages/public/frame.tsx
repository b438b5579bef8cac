import type { ComponentChildren } from 'preact';
import type { PageContext, View } from '../../../../platform/http/route.ts';
import { ButtonLink, fullDate, Row, Stack, Tabs } from '../../../../ui/index.ts';
import { publicNumbersPath, publicPath, publicPlanPath } from '../../domain/public-rows.ts';
import type { PublicPlan } from '../../queries/public.ts';
import { webWordsOf } from '../../web-words.ts';

const tabs = { plan: publicPlanPath, numbers: publicNumbersPath } as const;

/** One part of an adopted plan, as everybody reads it. */
export function publicPart(
  { plan }: PublicPlan,
  tab: keyof typeof tabs,
  { lang, centre: { home } }: PageContext,
  { lead = '', body }: { lead?: string; body: ComponentChildren },
): View {
  const words = webWordsOf(lang);
  const adopted =
    plan.resolution !== null && plan.adoptedOn !== null
      ? words.adopted(plan.resolution, fullDate(plan.adoptedOn, lang))
      : '';
  return {
    title: tab === 'plan' ? plan.title : `${words.numbers}: ${plan.title}`,
    heading: <span lang="pl">{plan.title}</span>,
    lead: [
      words.years(plan.gminaName, plan.fromYear, plan.toYear),
      adopted,
      plan.endedOn === null ? '' : words.ended,
    ]
      .filter(Boolean)
      .join(' · '),
    width: 'wide',
    trail: [
      { href: home, label: words.home },
      { href: `${home}${publicPath}`, label: words.listTitle },
    ],
    aside: (
      <Row>
        <ButtonLink href={`${home}${publicPlanPath(plan.id)}/plan.pdf`}>{words.document}</ButtonLink>
      </Row>
    ),
    body: (
      <Stack>
        <p>
          {words.open} {lead} {lang !== 'pl' && words.polishOnly}
        </p>
        <Tabs
          label={words.parts}
          items={(['plan', 'numbers'] as const).map((key) => ({
            href: `${home}${tabs[key](plan.id)}`,
            label: words[key],
            ...(key === tab ? { current: true } : {}),
          }))}
        />
        <div lang="pl">
          <Stack>{body}</Stack>
        </div>
      </Stack>
    ),
  };
}
