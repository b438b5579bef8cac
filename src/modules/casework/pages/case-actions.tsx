import type { VNode } from 'preact';
import { type Actor, type Allow, permits } from '../../../platform/actor.ts';
import { ActionForm, Actions, ButtonLink, Disclosure } from '../../../ui/index.ts';
import type { CaseView } from '../domain/case-view.ts';
import { mayStep } from '../domain/lifecycle.ts';
import { type CaseRelation, coordinates, registersApplication, registersOrOwns } from '../domain/relation.ts';
import { caseWords } from '../pl-case.ts';
import { casePath } from './case-parts.tsx';

/** A step of the lifecycle as the page of a case offers it. */
export interface CaseAction {
  /** The action of the table of states, or one that stays in its state. */
  action: string;
  label: string;
  /** The last part of its address under the case. */
  step: string;
  /** Done at once by its button, without a page of its own. */
  immediate?: true;
  /** The way forward: the first of these that is open is the primary button. */
  forward?: true;
  allow: Allow<CaseRelation>;
  /** Open when the table of states says so; some also hang on what has happened. */
  open?(view: CaseView, today: string): boolean;
}

const inState =
  (action: string) =>
  (view: CaseView): boolean =>
    mayStep(action, view.state);

const words = caseWords.actions;

const untilPassed = (view: CaseView, today: string): boolean =>
  mayStep('leave-unconsidered', view.state) &&
  view.application?.completeUntil != null &&
  view.application.completeUntil < today;

/** What the intake half offers on the page of a case, the way forward first. */
export const intakeActions: readonly CaseAction[] = [
  {
    action: 'start-application',
    label: words['start-application'].label,
    step: 'wniosek',
    forward: true,
    allow: registersApplication,
  },
  {
    action: 'submit-application',
    label: words['submit-application'].label,
    step: 'wniosek',
    forward: true,
    allow: registersApplication,
  },
  {
    action: 'start-recognition',
    label: words['start-recognition'].label,
    step: 'rozpocznij-rozpoznanie',
    immediate: true,
    forward: true,
    allow: { plan_coordinator: coordinates },
    open: (view) => inState('start-recognition')(view) && view.personId !== null,
  },
  // A sent application without a person or a coordinator goes nowhere: saying who it is, and whose work it is, comes first.
  {
    action: 'identify-person',
    label: words['identify-person'].label,
    step: 'osoba',
    forward: true,
    allow: { ...registersApplication, service_organiser: () => true },
    open: (view) => view.state === 'submitted' && view.personId === null,
  },
  {
    action: 'assign',
    label: words.assign.label,
    step: 'koordynator',
    forward: true,
    allow: { clerk: () => true, service_organiser: () => true, director: () => true },
    open: (view) => view.state === 'submitted' && view.coordinatorId === null,
  },
  {
    action: 'record-call-delivered',
    label: words['record-call-delivered'].label,
    step: 'doreczenie',
    forward: true,
    allow: registersApplication,
    open: (view) => view.state === 'awaiting_completion' && view.application?.callDeliveredOn == null,
  },
  {
    action: 'leave-unconsidered',
    label: words['leave-unconsidered'].label,
    step: 'bez-rozpoznania',
    allow: registersApplication,
    open: untilPassed,
  },
  {
    action: 'complete-application',
    label: words['complete-application'].label,
    step: 'uzupelnienie',
    forward: true,
    allow: registersApplication,
  },
  {
    action: 'answer-report',
    label: words['answer-report'].label,
    step: 'odpowiedz',
    allow: { ...registersApplication, service_organiser: () => true },
  },
  {
    action: 'call-to-complete',
    label: words['call-to-complete'].label,
    step: 'wezwanie',
    allow: registersApplication,
  },
  { action: 'withdraw', label: words.withdraw.label, step: 'wycofanie', allow: registersOrOwns },
];

/** The actions that are open to the actor in this case. */
export const openTo = (
  actions: readonly CaseAction[],
  view: CaseView,
  actor: Actor,
  today: string,
): CaseAction[] =>
  actions.filter((one) => permits(one.allow, actor, view) && (one.open ?? inState(one.action))(view, today));

const Offer = ({
  view,
  offered,
  once,
  primary,
}: {
  view: CaseView;
  offered: CaseAction;
  once: string;
  primary: boolean;
}) =>
  offered.immediate ? (
    <ActionForm
      action={casePath(view.id, offered.step)}
      label={offered.label}
      once={once}
      version={view.version}
      {...(primary ? { variant: 'primary' as const } : {})}
    />
  ) : (
    <ButtonLink href={casePath(view.id, offered.step)} {...(primary ? { variant: 'primary' as const } : {})}>
      {offered.label}
    </ButtonLink>
  );

/**
 * Open actions as buttons and links: the way forward first, the rest folded when there are many. `step` is the way forward
 * that another section knows; it then goes before those of the case itself.
 */
export const CaseActions = ({
  view,
  actions,
  once,
  step,
}: {
  view: CaseView;
  actions: readonly CaseAction[];
  once: string;
  step?: VNode | null | undefined;
}): VNode => {
  const forward = step ? undefined : actions.find((one) => one.forward);
  const rest = actions.filter((one) => one !== forward);
  const list = rest.map((one) => (
    <Offer key={one.action} view={view} offered={one} once={once} primary={false} />
  ));
  if (actions.length === 0 && !step) return <p>{caseWords.page.noActions}</p>;
  return (
    <>
      {step && <Actions>{step}</Actions>}
      {forward && (
        <Actions>
          <Offer view={view} offered={forward} once={once} primary />
        </Actions>
      )}
      {rest.length > 0 &&
        (rest.length > 2 && (forward || step) ? (
          <Disclosure summary={caseWords.page.otherActions}>
            <Actions>{list}</Actions>
          </Disclosure>
        ) : (
          <Actions>{list}</Actions>
        ))}
    </>
  );
};
