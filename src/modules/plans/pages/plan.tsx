import { isStaff } from '../../../platform/actor.ts';
import { form, page, type PageContext, type View } from '../../../platform/http/route.ts';
import { Columns, Notice, Panel, Row, Stack, Tag } from '../../../ui/index.ts';
import { monitor } from '../commands/monitor.ts';
import { reopen } from '../commands/reopen.ts';
import { start } from '../commands/start.ts';
import { inForce, leading, stateWords } from '../domain/lifecycle.ts';
import { planPages } from '../pl-pages.ts';
import type { PlanView } from '../queries/schemas.ts';
import { viewPlan } from '../queries/view-plan.ts';
import { ActionList, LineCard, NeedList, PlanStateTag, PlanWeek } from './parts.tsx';
import { planIdOf, planPath } from './paths.ts';
import { PlanLife, PlanNow } from './plan-now.tsx';
import {
  ClockSection,
  ClosingSection,
  FeeSection,
  HandoverSection,
  MonitoringSection,
  NoServices,
  PaperSection,
  VersionSection,
} from './plan-sections.tsx';

const words = planPages.plan;

/** An earlier or a later version than the one that holds says so. */
const Older = ({ view }: { view: PlanView }) => {
  const current = leading(view.versions);
  if (!current || current.id === view.at.id) return null;
  return (
    <Notice kind="info" action={<a href={planPath(view.id)}>{words.backToCurrent}</a>}>
      {words.older(view.at.number, stateWords(view.at.state))}
    </Notice>
  );
};

const Services = ({ view }: { view: PlanView }) => (
  <Panel id="uslugi" title={words.services}>
    {view.content.lines.length === 0 ? (
      <NoServices />
    ) : (
      <Stack>
        {view.content.lines.map((line) => (
          <LineCard key={line.id} line={line} />
        ))}
      </Stack>
    )}
  </Panel>
);

function view(data: PlanView, context: PageContext): View {
  const { content, at } = data;
  return {
    title: words.tab,
    heading: data.personName,
    lead: words.lead(data.number, data.coordinatorName),
    trail: [{ href: '/praca/plany', label: planPages.list.title }],
    current: 'plans',
    aside: (
      <Row>
        <PlanStateTag state={at.state} />
        {data.versions.length > 1 && <Tag>{words.version(at.number)}</Tag>}
      </Row>
    ),
    body: (
      <Stack>
        <Older view={data} />
        <PlanLife view={data} />
        <PlanNow view={data} context={context} />
        {content.lines.length > 0 && (
          <Panel id="tydzien" title={words.week}>
            <PlanWeek lines={content.lines} caption={words.weekCaption(data.personName)} />
          </Panel>
        )}
        <Columns
          main={
            <Stack>
              <ClosingSection view={data} />
              <Services view={data} />
              <Panel id="potrzeby" title={words.needs}>
                <NeedList needs={content.needs} />
              </Panel>
              <Panel id="dzialania" title={words.supporting}>
                <ActionList actions={content.actions} />
              </Panel>
              {(inForce.includes(at.state) || at.state === 'superseded') && (
                <MonitoringSection view={data} context={context} />
              )}
            </Stack>
          }
          side={
            <Stack>
              <ClockSection view={data} today={context.today} />
              <FeeSection view={data} />
              <PaperSection view={data} />
              <VersionSection view={data} />
              <HandoverSection view={data} />
              {isStaff(context.actor) && (
                <p>
                  <a href={`${planPath(data.id)}/kto-widzi`}>{words.whoSees}</a>
                </p>
              )}
            </Stack>
          }
        />
      </Stack>
    ),
  };
}

const planPage = page<PlanView>({
  door: 'staff',
  path: '/praca/plany/:planId',
  draft: (request) => `monitorowanie:${planIdOf(request)}`,
  load: (ask, request) => ask(viewPlan, { planId: planIdOf(request), number: request.query['wersja'] }),
  view,
});

const toPlan = (_result: unknown, request: { params: Record<string, string> }): string =>
  planPath(planIdOf(request));

/** The plan and the steps that need no words of their own. */
export const planRoutes = [
  planPage,
  form({
    door: 'staff',
    path: '/praca/plany/:planId/monitorowanie',
    command: monitor,
    page: planPage,
    next: (_result, request) => `${planPath(planIdOf(request))}#monitorowanie`,
  }),
  form({
    door: 'staff',
    path: '/praca/plany/:planId/rozpocznij',
    command: start,
    page: planPage,
    next: toPlan,
  }),
  form({
    door: 'staff',
    path: '/praca/plany/:planId/wroc-do-opracowania',
    command: reopen,
    page: planPage,
    next: (_result, request) => planPath(planIdOf(request), 'opracowanie/uslugi'),
  }),
];
