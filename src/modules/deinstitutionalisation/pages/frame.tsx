import type { ComponentChildren } from 'preact';
import type { View } from '../../../platform/http/route.ts';
import { ButtonLink, fullDate, Row, Stack, Tabs } from '../../../ui/index.ts';
import { pl } from '../pl.ts';
import { plPages } from '../pl-pages.ts';
import { plParts } from '../pl-parts.ts';
import type { PlanView } from '../queries/view.ts';
import { diagnosticPath, listPath, listsPath, moneyPath, monitoringPath, planPath } from './paths.ts';

const words = plPages.plan;

const tabs = {
  plan: planPath,
  diagnostic: diagnosticPath,
  money: moneyPath,
  monitoring: monitoringPath,
  lists: listsPath,
} as const;

export type PlanTab = keyof typeof tabs;

/** A page of one part of a plan: which plan it is, in what state, the other parts, and what may be done first. */
export function planPart(
  { plan }: PlanView,
  tab: PlanTab,
  { body, action }: { body: ComponentChildren; action?: ComponentChildren },
): View {
  return {
    title: tab === 'plan' ? plan.title : `${plParts.tabs[tab]}: ${plan.title}`,
    heading: plan.title,
    lead: [
      words.lead(plan.gminaName, plan.fromYear, plan.toYear),
      pl.states[plan.state],
      ...(plan.resolution && plan.adoptedOn
        ? [words.adopted(`${plan.resolution}, ${fullDate(plan.adoptedOn)}`)]
        : []),
    ].join(' · '),
    width: 'wide',
    current: 'lpdi',
    trail: [
      { href: listPath, label: plPages.list.title },
      ...(tab === 'plan' ? [] : [{ href: planPath(plan.id), label: plan.title }]),
    ],
    aside: (
      <Row>
        {action}
        <ButtonLink href={`${planPath(plan.id)}/dokument.pdf`}>{words.pdf}</ButtonLink>
        <ButtonLink href={`${planPath(plan.id)}/dokument.docx`} download>
          {words.docx}
        </ButtonLink>
      </Row>
    ),
    body: (
      <Stack>
        <Tabs
          label={plParts.tabs.label}
          items={(Object.keys(tabs) as PlanTab[]).map((key) => ({
            href: tabs[key](plan.id),
            label: plParts.tabs[key],
            ...(key === tab ? { current: true } : {}),
          }))}
        />
        {body}
      </Stack>
    ),
  };
}
