import type { ComponentChildren } from 'preact';
import {
  form,
  formOf,
  page,
  type PageContext,
  type PageRequest,
  type View,
} from '../../../platform/http/route.ts';
import type { AnyCommand } from '../../../platform/runner/command.ts';
import {
  Actions,
  Button,
  ButtonLink,
  DateInput,
  DescriptionList,
  Disclosure,
  Fieldset,
  Form,
  Radios,
  Stack,
  TextArea,
  TextInput,
  Timeline,
} from '../../../ui/index.ts';
import { dateWords, daysBetween } from '../../../law/index.ts';
import { abandon } from '../commands/abandon.ts';
import { end } from '../commands/end.ts';
import { resign } from '../commands/resign.ts';
import { summarise } from '../commands/summarise.ts';
import { update } from '../commands/update.ts';
import { unitsText } from '../domain/compare.ts';
import { closingOutcomes, type Line, updateKinds } from '../domain/plan.ts';
import { plannedUnits } from '../domain/schedule.ts';
import { planWords } from '../pl.ts';
import { planPages } from '../pl-pages.ts';
import type { PlanView } from '../queries/schemas.ts';
import { viewPlan } from '../queries/view-plan.ts';
import { NothingToDo } from './approval.tsx';
import { inPlan, PlanStateTag } from './parts.tsx';
import { planIdOf, planPath } from './paths.ts';

interface Step {
  /** The step of the plan's life that opens the page. */
  action: string;
  path: `/praca/plany/:planId/${string}`;
  command: AnyCommand;
  words: { title: string; lead: string; submit: string };
  which: 'leading' | 'prepared';
  variant?: 'primary' | 'danger';
  initial(view: PlanView, context: PageContext): Record<string, string>;
  fields(view: PlanView, context: PageContext): ComponentChildren;
  next(result: unknown, request: PageRequest): string;
}

const toPlan = (_result: unknown, request: PageRequest): string => planPath(planIdOf(request));

/** A page with one form: one step of the plan's life that needs some words. */
function stepRoutes(step: Step) {
  const below = step.path.slice('/praca/plany/:planId/'.length);
  const view = (data: PlanView, context: PageContext): View => ({
    title: step.words.title,
    heading: `${step.words.title}: ${data.personName}`,
    lead: step.words.lead,
    width: 'narrow',
    aside: <PlanStateTag state={data.at.state} />,
    ...inPlan(data),
    body: data.actions.includes(step.action) ? (
      <Form
        action={planPath(data.id, below)}
        version={data.at.version}
        {...formOf(context, step.command, step.initial(data, context))}
      >
        {step.fields(data, context)}
        <Actions>
          <Button variant={step.variant ?? 'primary'}>{step.words.submit}</Button>
          <ButtonLink href={planPath(data.id)} variant="quiet">
            {planPages.drawing.back}
          </ButtonLink>
        </Actions>
      </Form>
    ) : (
      <NothingToDo planId={data.id} title={planPages.approve.nothing}>
        {planPages.approve.nothingText}
      </NothingToDo>
    ),
  });
  const route = page<PlanView>({
    door: 'staff',
    path: step.path,
    draft: (request) => `plan-${below}:${planIdOf(request)}`,
    load: (ask, request) => ask(viewPlan, { planId: planIdOf(request), which: step.which }),
    view,
  });
  return [
    route,
    form({ door: 'staff', path: step.path, command: step.command, page: route, next: step.next }),
  ];
}

const changes = planPages.update;

const updateRoutes = stepRoutes({
  action: 'update',
  path: '/praca/plany/:planId/zmien',
  command: update,
  words: changes,
  which: 'leading',
  initial: () => ({}),
  fields: () => (
    <>
      <Radios
        name="kind"
        label={changes.kind}
        choices={updateKinds.map((value) => ({ value, label: planWords.updateKinds[value] }))}
      />
      <TextArea name="reason" label={changes.reason} rows={4} />
    </>
  ),
  next: (_result, request) => planPath(planIdOf(request), 'opracowanie/uslugi'),
});

const abandonRoutes = stepRoutes({
  action: 'abandon',
  path: '/praca/plany/:planId/zaniechaj',
  command: abandon,
  words: planPages.abandon,
  which: 'prepared',
  variant: 'danger',
  initial: () => ({}),
  fields: () => <TextArea name="reason" label={planPages.abandon.reason} rows={3} />,
  next: toPlan,
});

/** What the schedule, or else the part of the time that has passed, says was given until today; the worker corrects it. */
const estimate = (line: Line, today: string): number => {
  const until = today < line.endsOn ? today : line.endsOn;
  const planned = plannedUnits({ week: line.week, unit: line.unit, startsOn: line.startsOn, endsOn: until });
  const share = (daysBetween(line.startsOn, until) + 1) / (daysBetween(line.startsOn, line.endsOn) + 1);
  return Math.min(planned ?? Math.floor(line.units * share), line.units);
};

const begun = (view: PlanView, today: string): Line[] =>
  view.content.lines.filter((line) => line.startsOn <= today);

const deliveredInitial = (view: PlanView, { today }: PageContext): Record<string, string> =>
  Object.fromEntries(
    begun(view, today).map((line, index) => [`delivered.${index}.units`, String(estimate(line, today))]),
  );

const DeliveredFields = ({ view, today }: { view: PlanView; today: string }) => {
  const words = planPages.resign;
  const lines = begun(view, today);
  if (lines.length === 0) return <p>{words.nothingBegan}</p>;
  return (
    <Fieldset legend={words.delivered} hint={words.deliveredHint}>
      {lines.map((line, index) => (
        <div key={line.id}>
          <input type="hidden" name={`delivered.${index}.originId`} value={line.originId} />
          <TextInput
            name={`delivered.${index}.units`}
            label={line.serviceName}
            hint={words.planned(unitsText(line))}
            width="xs"
            inputMode="numeric"
            suffix={planWords.units[line.unit] ?? line.unit}
          />
        </div>
      ))}
    </Fieldset>
  );
};

const resignRoutes = stepRoutes({
  action: 'resign',
  path: '/praca/plany/:planId/rezygnacja',
  command: resign,
  words: planPages.resign,
  which: 'leading',
  initial: (view, context) => ({ resignedOn: context.today, ...deliveredInitial(view, context) }),
  fields: (view, context) => (
    <>
      <DateInput name="resignedOn" label={planPages.resign.resignedOn} />
      <TextArea name="reason" label={planPages.resign.reason} rows={3} optional />
      <DeliveredFields view={view} today={context.today} />
    </>
  ),
  next: toPlan,
});

const endWords = planPages.end;

const endRoutes = stepRoutes({
  action: 'end',
  path: '/praca/plany/:planId/zakoncz',
  command: end,
  words: endWords,
  which: 'leading',
  initial: (view, context) => ({
    endedOn: context.today,
    ...(view.at.endsOn !== null && view.at.endsOn <= context.today ? { kind: 'period' } : {}),
    ...deliveredInitial(view, context),
  }),
  fields: (view, context) => (
    <>
      <Radios
        name="kind"
        label={endWords.kind}
        choices={[
          {
            value: 'period',
            label: endWords.kinds.period,
            hint: endWords.kindHints.period(dateWords(view.at.endsOn ?? context.today)),
          },
          { value: 'services', label: endWords.kinds.services, hint: endWords.kindHints.services },
          {
            value: 'other',
            label: endWords.kinds.other,
            hint: endWords.kindHints.other,
            reveal: (
              <Stack>
                <TextArea name="reason" label={endWords.reason} rows={2} optional />
                <DeliveredFields view={view} today={context.today} />
              </Stack>
            ),
          },
        ]}
      />
      <DateInput name="endedOn" label={endWords.endedOn} optional />
    </>
  ),
  next: toPlan,
});

const closing = planPages.summarise;

const summariseRoutes = stepRoutes({
  action: 'summarise',
  path: '/praca/plany/:planId/podsumuj',
  command: summarise,
  words: closing,
  which: 'leading',
  initial: () => ({ talk: 'tak' }),
  fields: (view) => (
    <>
      <DescriptionList
        items={view.content.lines.map((line) => ({
          term: `${closing.expected}: ${line.serviceName}`,
          value: line.expectedResult,
        }))}
      />
      {view.monitoring.length > 0 && (
        <Disclosure summary={`${closing.entries} (${view.monitoring.length})`}>
          <Timeline
            label={closing.entries}
            items={view.monitoring.map((entry) => ({
              id: entry.id,
              when: entry.heldOn,
              who: planWords.contacts[entry.contact],
              what: entry.finding,
            }))}
          />
        </Disclosure>
      )}
      <Radios
        name="talk"
        label={closing.talk}
        choices={[
          {
            value: 'tak',
            label: closing.talks.tak,
            reveal: <DateInput name="talkOn" label={closing.talkOn} />,
          },
          {
            value: 'nie',
            label: closing.talks.nie,
            reveal: <TextInput name="noTalkReason" label={closing.noTalkReason} width="full" />,
          },
        ]}
      />
      <TextArea name="description" label={closing.description} hint={closing.descriptionHint} rows={7} />
      <TextArea name="results" label={closing.results} hint={closing.resultsHint} rows={5} />
      <Radios
        name="outcome"
        label={closing.outcome}
        choices={closingOutcomes.map((value) => ({ value, label: planWords.outcomes[value] }))}
      />
      <TextArea
        name="remainingNeeds"
        label={closing.remaining}
        hint={closing.remainingHint}
        rows={3}
        optional
      />
    </>
  ),
  next: toPlan,
});

/** Steps of a plan's life that need some words: change, giving up a draft, resignation, end, summary. */
export const changingRoutes = [
  ...updateRoutes,
  ...abandonRoutes,
  ...resignRoutes,
  ...endRoutes,
  ...summariseRoutes,
];
