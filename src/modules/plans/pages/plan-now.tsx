import type { ComponentChildren, VNode } from 'preact';
import { dateWords } from '../../../law/index.ts';
import type { PageContext } from '../../../platform/http/route.ts';
import {
  ActionForm,
  Actions,
  ButtonLink,
  Notice,
  Panel,
  Stack,
  Steps,
  type StepState,
} from '../../../ui/index.ts';
import { stateWords as caseStateWords } from '../../casework/index.ts';
import { stateWords, type VersionState } from '../domain/lifecycle.ts';
import { planWords } from '../pl.ts';
import { planPages } from '../pl-pages.ts';
import type { PlanView } from '../queries/schemas.ts';
import { casePath, planPath, stepPath } from './paths.ts';

const words = planPages.plan;

const life = ['draft', 'agreed', 'approved', 'running', 'ended', 'summarised'] as const;

const reached: Record<VersionState, number> = {
  draft: 0,
  returned: 0,
  agreed: 2,
  approved: 3,
  running: 3,
  superseded: 3,
  ended: 5,
  resigned: 5,
  summarised: 6,
  abandoned: 0,
};

/** The way of a plan as a row of windows; the one where it stands is open. */
export const PlanLife = ({ view }: { view: PlanView }): VNode => {
  const stands = reached[view.at.state];
  const over = view.at.state === 'abandoned' || view.at.state === 'superseded';
  const stateOf = (index: number): StepState =>
    index < stands
      ? 'done'
      : over
        ? 'skipped'
        : index === stands && view.at.state !== 'approved'
          ? 'current'
          : 'next';
  return (
    <Steps
      label={words.life}
      steps={life.map((key, index) => ({
        label: words.steps[key],
        state: stateOf(index),
        ...(key === 'ended' && view.at.ending === 'resignation' ? { note: words.resigned } : {}),
      }))}
    />
  );
};

const inDraft = (state: VersionState): boolean => state === 'draft' || state === 'returned';

const day = (date: string | null): string => (date === null ? '' : dateWords(date));

/** What stands behind the state, in one or two sentences. */
function textOf(view: PlanView, today: string): ComponentChildren[] {
  const { at } = view;
  const mine = view.actions.includes('write');
  const endsOn = at.endsOn ?? '';
  const texts: Record<VersionState, (string | null)[]> = {
    draft: [
      mine
        ? view.lacks.length > 0
          ? words.text.lacks(view.lacks.length)
          : words.text.whole
        : words.text.notYours(view.coordinatorName),
    ],
    returned: [at.returnRemarks && `${words.text.remarks}: ${at.returnRemarks}`],
    agreed: [words.text.agreed(day(at.agreedOn), at.agreedHow ?? '')],
    approved: [
      at.startsOn !== null && at.startsOn <= today
        ? words.text.mayStart
        : words.text.starts(day(at.startsOn)),
    ],
    running: [
      endsOn < today ? words.text.over(day(at.endsOn)) : words.text.running(day(at.startsOn), day(at.endsOn)),
    ],
    superseded: [words.text.superseded],
    ended: [endedText(view), at.endReason, words.text.toSummarise],
    resigned: [endedText(view), at.endReason, words.text.toSummarise],
    summarised: [endedText(view), at.endReason],
    abandoned: [at.endReason && words.text.reason(at.endReason)],
  };
  return texts[at.state].filter((text) => text !== null).map((text) => <p key={text}>{text}</p>);
}

const endedText = ({ at }: PlanView): string =>
  words.text.ended(day(at.endedOn), at.ending === null ? '' : planWords.endings[at.ending]);

/** The one thing to do now, by the state and by who looks; nothing when it is somebody else's turn. */
function Primary({ view, context }: { view: PlanView; context: PageContext }) {
  const { id, actions, at } = view;
  const link = (href: string, label: string) => (
    <ButtonLink href={href} variant="primary">
      {label}
    </ButtonLink>
  );
  if (actions.includes('approve'))
    return view.mayNotApprove ? null : link(planPath(id, 'zatwierdz'), words.actions.approve);
  if (view.preparing?.actions.includes('approve'))
    return link(planPath(id, 'zatwierdz'), words.actions.approve);
  if (actions.includes('write')) {
    const [lack] = view.lacks;
    if (at.state === 'returned' && !lack) return link(stepPath(id, 'lines'), words.actions.correct);
    return lack
      ? link(stepPath(id, lack.step), words.actions.draw)
      : link(stepPath(id, 'agreement'), words.actions.agree);
  }
  if (actions.includes('start') && at.startsOn !== null && at.startsOn <= context.today)
    return (
      <ActionForm
        action={planPath(id, 'rozpocznij')}
        label={words.actions.start}
        variant="primary"
        once={context.form.once}
        version={at.version}
      />
    );
  if (actions.includes('end') && at.endsOn !== null && at.endsOn < context.today)
    return link(planPath(id, 'zakoncz'), words.actions.end);
  if (actions.includes('summarise')) return link(planPath(id, 'podsumuj'), words.actions.summarise);
  if (actions.includes('monitor')) return link('#monitorowanie', words.actions.monitor);
  return null;
}

const handsOver = (context: PageContext): boolean =>
  context.actor.roles.some((role) => role === 'director' || role === 'service_organiser');

const isOpenPlan = (state: VersionState): boolean =>
  !['summarised', 'abandoned', 'superseded'].includes(state);

/** The other steps open now, none of them primary. */
function Others({ view, context }: { view: PlanView; context: PageContext }) {
  const { id, actions, at } = view;
  const over = at.endsOn !== null && at.endsOn < context.today;
  const links: [string, string, boolean][] = [
    [planPath(id, 'zmien'), words.actions.update, actions.includes('update') && view.preparing === null],
    [planPath(id, 'zakoncz'), words.actions.end, actions.includes('end') && !over],
    [planPath(id, 'rezygnacja'), words.actions.resign, actions.includes('resign')],
    [stepPath(id, 'agreement'), words.actions.agree, at.state === 'returned' && actions.includes('agree')],
    [
      stepPath(id, 'period'),
      words.actions.draw,
      at.state === 'draft' && actions.includes('write') && view.lacks.length === 0,
    ],
    [planPath(id, 'zaniechaj'), words.actions.abandon, actions.includes('abandon')],
    [`/praca/przekazanie?plan=${id}`, words.actions.handOver, handsOver(context) && isOpenPlan(at.state)],
  ];
  return (
    <>
      {actions.includes('reopen') && (
        <ActionForm
          action={planPath(id, 'wroc-do-opracowania')}
          label={words.actions.reopen}
          once={context.form.once}
          version={at.version}
        />
      )}
      {links
        .filter(([, , open]) => open)
        .map(([href, label]) => (
          <ButtonLink key={href} href={href} variant="quiet">
            {label}
          </ButtonLink>
        ))}
    </>
  );
}

const Preparing = ({ view }: { view: PlanView }) => {
  if (!view.preparing) return null;
  const { number, state } = view.preparing;
  return (
    <Notice
      kind="info"
      title={words.preparing(number, stateWords(state))}
      action={
        <Actions>
          <ButtonLink href={`${planPath(view.id)}?wersja=${number}`}>{words.openPreparing}</ButtonLink>
          {view.at.approvedOn !== null && (
            <ButtonLink href={planPath(view.id, `wersje/${number}/porownaj`)} variant="quiet">
              {words.compare}
            </ButtonLink>
          )}
        </Actions>
      }
    >
      {words.preparingText}
    </Notice>
  );
};

/** A draft whose case was withdrawn or refused meanwhile. */
const isStranded = (view: PlanView): boolean =>
  inDraft(view.at.state) && view.caseState !== 'plan_in_preparation' && view.caseState !== 'plan_running';

/** How the plan stands and what to do now: what has to be understood in five seconds. */
export const PlanNow = ({ view, context }: { view: PlanView; context: PageContext }): VNode => (
  <Stack>
    {view.granted && <Notice kind="warning">{words.granted}</Notice>}
    <Panel
      id="teraz"
      title={words.now[view.at.state]}
      actions={<a href={casePath(view.caseId)}>{`${words.case} ${view.caseSign ?? ''}`.trim()}</a>}
    >
      <Stack>
        {isStranded(view) ? (
          <p>{words.text.caseClosed(caseStateWords(view.caseState))}</p>
        ) : (
          textOf(view, context.today)
        )}
        {view.mayNotApprove && (
          <Notice kind="warning" title={words.mayNotApprove}>
            <p>{view.mayNotApprove.words}</p>
            <p>{view.mayNotApprove.basis}</p>
          </Notice>
        )}
        <Actions>
          <Primary view={view} context={context} />
          <Others view={view} context={context} />
        </Actions>
      </Stack>
    </Panel>
    <Preparing view={view} />
  </Stack>
);
