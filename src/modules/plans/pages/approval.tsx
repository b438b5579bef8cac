import type { VNode } from 'preact';
import { dateWords } from '../../../law/index.ts';
import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  DescriptionList,
  EmptyState,
  Form,
  fullDate,
  money,
  Notice,
  Panel,
  Stack,
  TextArea,
} from '../../../ui/index.ts';
import { approve } from '../commands/approve.ts';
import { returnPlan } from '../commands/return.ts';
import { costOf } from '../domain/line.ts';
import { planWords } from '../pl.ts';
import { planPages } from '../pl-pages.ts';
import type { PlanView } from '../queries/schemas.ts';
import { viewPlan } from '../queries/view-plan.ts';
import {
  ActionList,
  inPlan,
  LineCard,
  NeedList,
  PlanStateTag,
  PlanWeek,
  ScheduleNotice,
  Span,
} from './parts.tsx';
import { planIdOf, planPath } from './paths.ts';

const words = planPages.approve;

/** In place of a form, when the plan has moved on meanwhile. */
export const NothingToDo = ({
  planId,
  title,
  children,
}: {
  planId: string;
  title: string;
  children: string;
}): VNode => (
  <EmptyState
    title={title}
    action={
      <ButtonLink href={planPath(planId)} variant="primary">
        {words.open}
      </ButtonLink>
    }
  >
    {children}
  </EmptyState>
);

const Money = ({ view }: { view: PlanView }) => {
  const { lines } = view.content;
  const cost = lines.reduce((sum, line) => sum + costOf(line), 0);
  const fee = lines.reduce((sum, line) => sum + line.feeGrosze, 0);
  return (
    <DescriptionList
      columns={2}
      items={[
        { term: words.cost, value: money(cost) },
        { term: words.fee, value: fee === 0 ? planWords.free : money(fee) },
      ]}
    />
  );
};

const Facts = ({ view }: { view: PlanView }) => {
  const { at } = view;
  return (
    <DescriptionList
      columns={2}
      items={[
        ...(at.startsOn && at.endsOn
          ? [{ term: planPages.plan.period, value: <Span from={at.startsOn} to={at.endsOn} /> }]
          : []),
        { term: words.agreed, value: at.agreedOn && fullDate(at.agreedOn), note: at.agreedHow },
        { term: words.author, value: at.authorName },
        ...(at.updateKind
          ? [{ term: words.reason, value: planWords.updateKinds[at.updateKind], note: at.updateReason }]
          : []),
      ]}
    />
  );
};

const Effects = ({ view, today }: { view: PlanView; today: string }) => {
  const says = words.effectsList;
  const update = view.at.updateKind !== null;
  const starts = view.at.startsOn ?? today;
  return (
    <ul>
      <li>{says.places}</li>
      {view.content.lines.some((line) => line.feeGrosze > 0) && <li>{says.fees}</li>}
      <li>{update ? says.superseded : says.clock}</li>
      <li>{says.papers}</li>
      <li>{starts <= today ? says.runs : says.waits(dateWords(starts))}</li>
    </ul>
  );
};

const Content = ({ view }: { view: PlanView }) => (
  <>
    <Panel id="tydzien" title={planPages.plan.week}>
      <PlanWeek lines={view.content.lines} caption={planPages.plan.weekCaption(view.personName)} />
    </Panel>
    <Panel id="uslugi" title={planPages.plan.services}>
      <Stack>
        {view.content.lines.map((line) => (
          <div key={line.id}>
            <ScheduleNotice line={line} />
            <LineCard line={line} />
          </div>
        ))}
      </Stack>
    </Panel>
    <Panel id="potrzeby" title={planPages.plan.needs}>
      <NeedList needs={view.content.needs} />
    </Panel>
    <Panel id="dzialania" title={planPages.plan.supporting}>
      <ActionList actions={view.content.actions} />
    </Panel>
  </>
);

const ApprovalForm = ({ view, context }: { view: PlanView; context: PageContext }) => (
  <Form action={planPath(view.id, 'zatwierdz')} version={view.at.version} {...formOf(context, approve)}>
    {view.lateSince && (
      <TextArea
        name="overdueReason"
        label={words.overdue}
        hint={planPages.drawing.agreement.overdueHint(dateWords(view.lateSince))}
        rows={2}
      />
    )}
    <Actions>
      <Button variant="primary">{words.submit}</Button>
      <ButtonLink href={planPath(view.id, 'zwroc')}>{words.return}</ButtonLink>
    </Actions>
  </Form>
);

function approvalView(view: PlanView, context: PageContext): View {
  const shown = { title: words.title, lead: words.lead(view.personName), ...inPlan(view) };
  if (!view.actions.includes('approve'))
    return {
      ...shown,
      body: (
        <NothingToDo planId={view.id} title={words.nothing}>
          {words.nothingText}
        </NothingToDo>
      ),
    };
  return {
    ...shown,
    aside: <PlanStateTag state={view.at.state} />,
    body: (
      <Stack>
        {view.mayNotApprove && (
          <Notice kind="warning" title={planPages.plan.mayNotApprove}>
            <p>{view.mayNotApprove.words}</p>
            <p>{view.mayNotApprove.basis}</p>
          </Notice>
        )}
        <Panel id="co" title={words.waiting}>
          <Stack>
            <Facts view={view} />
            <Money view={view} />
            {view.at.updateKind && (
              <a href={planPath(view.id, `wersje/${view.at.number}/porownaj`)}>{planPages.plan.compare}</a>
            )}
          </Stack>
        </Panel>
        <Content view={view} />
        <Panel id="skutki" title={words.effects}>
          <Stack>
            <Effects view={view} today={context.today} />
            {!view.mayNotApprove && <ApprovalForm view={view} context={context} />}
          </Stack>
        </Panel>
      </Stack>
    ),
  };
}

const load: Parameters<typeof page<PlanView>>[0]['load'] = (ask, request) =>
  ask(viewPlan, { planId: planIdOf(request), which: 'prepared' });

const approvalPage = page<PlanView>({
  door: 'staff',
  path: '/praca/plany/:planId/zatwierdz',
  load,
  view: approvalView,
});

const returnPage = page<PlanView>({
  door: 'staff',
  path: '/praca/plany/:planId/zwroc',
  draft: (request) => `plan-zwrot:${planIdOf(request)}`,
  load,
  view: (view, context) => ({
    title: words.returnTitle,
    lead: words.returnLead,
    width: 'narrow',
    ...inPlan(view),
    body: view.actions.includes('return') ? (
      <Form action={planPath(view.id, 'zwroc')} version={view.at.version} {...formOf(context, returnPlan)}>
        <TextArea name="remarks" label={words.remarks} rows={6} />
        <Actions>
          <Button variant="primary">{words.returnSubmit}</Button>
          <ButtonLink href={planPath(view.id, 'zatwierdz')} variant="quiet">
            {planPages.drawing.back}
          </ButtonLink>
        </Actions>
      </Form>
    ) : (
      <NothingToDo planId={view.id} title={words.nothing}>
        {words.nothingText}
      </NothingToDo>
    ),
  }),
});

const toPlan = (_result: unknown, request: { params: Record<string, string> }): string =>
  planPath(planIdOf(request));

/** Approval and return of an agreed plan. */
export const approvalRoutes = [
  approvalPage,
  form({ door: 'staff', path: approvalPage.path, command: approve, page: approvalPage, next: toPlan }),
  returnPage,
  form({ door: 'staff', path: returnPage.path, command: returnPlan, page: returnPage, next: toPlan }),
];
