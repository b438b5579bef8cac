import type { VNode } from 'preact';
import { areas, latestPlanEnd, citeAll, dateWords } from '../../../law/index.ts';
import { form, formOf, page, type PageContext, type PageRequest } from '../../../platform/http/route.ts';
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  CardList,
  DateInput,
  Disclosure,
  EmptyState,
  Form,
  Panel,
  Radios,
  Select,
  Stack,
  TextArea,
  TextInput,
  WhyDate,
} from '../../../ui/index.ts';
import { removeAction, removeNeed } from '../commands/remove-part.ts';
import { setPeriod } from '../commands/set-period.ts';
import { writeAction } from '../commands/write-action.ts';
import { writeNeed } from '../commands/write-need.ts';
import { actionKinds, actionKindWords } from '../domain/plan.ts';
import { planPages } from '../pl-pages.ts';
import { drawing } from '../queries/drawing.ts';
import { type Drawing, drawingView, Onwards, stepAfter } from './drawing.tsx';
import { ActionMeta, NeedMeta } from './parts.tsx';
import { planIdOf, stepPath } from './paths.ts';

const words = planPages.drawing;

const load: Parameters<typeof page<Drawing>>[0]['load'] = (ask, request) =>
  ask(drawing, { planId: planIdOf(request) });

const PeriodForm = ({ of, context }: { of: Drawing; context: PageContext }): VNode => {
  const ask = words.period;
  const fixed = of.at.updateKind !== null && of.at.startsOn !== null;
  const startsOn = of.at.startsOn ?? context.today;
  const latest = latestPlanEnd(startsOn);
  return (
    <Form
      action={stepPath(of.id, 'period')}
      version={of.at.version}
      {...formOf(context, setPeriod, { startsOn, endsOn: of.at.endsOn ?? '' })}
      hidden={fixed ? { startsOn } : {}}
    >
      {fixed ? (
        <p>{`${ask.fixed} (${dateWords(startsOn)})`}</p>
      ) : (
        <DateInput name="startsOn" label={ask.startsOn} />
      )}
      <DateInput name="endsOn" label={ask.endsOn} hint={ask.latest(dateWords(latest.value))} />
      <WhyDate
        summary={ask.why}
        steps={latest.steps.map((text) => ({ text }))}
        basis={[{ text: citeAll(latest.basis) }]}
      />
      <Actions>
        <Button variant="primary">{ask.submit}</Button>
        <Button name="_intent" value="draft" variant="quiet" noValidate>
          {words.saveDraft}
        </Button>
      </Actions>
    </Form>
  );
};

const periodPage = page<Drawing>({
  door: 'staff',
  path: '/praca/plany/:planId/opracowanie/okres',
  draft: (request) => `plan-okres:${planIdOf(request)}`,
  load,
  view: (of, context) =>
    drawingView(of, 'period', words.period, <PeriodForm of={of} context={context} />, context.today),
});

/** Things of a draft, each with a way to correct it and to take it out. */
const Parts = <T extends { id: string; words: string }>({
  of,
  parts,
  meta,
  edit,
  remove,
  once,
}: {
  of: Drawing;
  parts: readonly T[];
  meta: (part: T) => VNode;
  edit: (part: T) => string;
  remove: (part: T) => string;
  once: string;
}): VNode => (
  <CardList>
    {parts.map((part) => (
      <Card
        level={2}
        key={part.id}
        title={part.words}
        meta={meta(part)}
        footer={
          <Actions>
            <ButtonLink href={edit(part)} small about={part.words}>
              {words.edit}
            </ButtonLink>
            <ActionForm
              action={remove(part)}
              label={words.remove}
              about={part.words}
              variant="quiet"
              small
              once={once}
              version={of.at.version}
            />
          </Actions>
        }
      />
    ))}
  </CardList>
);

const NeedForm = ({
  of,
  context,
  needId,
}: {
  of: Drawing;
  context: PageContext;
  needId: string | undefined;
}): VNode => {
  const ask = words.needs;
  const need = of.content.needs.find((one) => one.id === needId);
  const initial: Record<string, string> = need
    ? {
        words: need.words,
        area: String(need.area ?? ''),
        priority: String(need.priority),
        source: need.source ?? '',
      }
    : { priority: '2' };
  const alone = of.content.needs.length === 0 || need !== undefined;
  return (
    <Form
      id="potrzeba"
      action={`${stepPath(of.id, 'needs')}${need ? `?potrzeba=${need.id}` : ''}`}
      version={of.at.version}
      {...formOf(context, writeNeed, initial)}
      hidden={need ? { needId: need.id } : {}}
    >
      <TextArea name="words" label={ask.words} hint={ask.wordsHint} rows={3} />
      <Select
        name="area"
        label={ask.area}
        optional
        width="l"
        placeholder={ask.noArea}
        options={areas.map((area) => ({ value: String(area.code), label: `${area.code}. ${area.name}` }))}
      />
      <Radios
        name="priority"
        label={ask.priority}
        inline
        choices={[1, 2, 3].map((value) => ({
          value: String(value),
          label: planPages.plan.priorities[value],
        }))}
      />
      <TextInput name="source" label={ask.source} optional width="l" />
      <Actions>
        <Button variant={alone ? 'primary' : 'secondary'}>{ask.submit}</Button>
        {need && (
          <ButtonLink href={stepPath(of.id, 'needs')} variant="quiet">
            {words.cancel}
          </ButtonLink>
        )}
      </Actions>
    </Form>
  );
};

const NeedStep = ({ of, context }: { of: Drawing; context: PageContext }): VNode => {
  const ask = words.needs;
  const needId = context.query['potrzeba'];
  const editing = of.content.needs.some((need) => need.id === needId);
  if (editing)
    return (
      <Panel id="popraw" title={ask.change}>
        <NeedForm of={of} context={context} needId={needId} />
      </Panel>
    );
  const empty = of.content.needs.length === 0;
  return (
    <Stack>
      {empty ? (
        <EmptyState level={2} title={ask.none}>
          {ask.noneText}
        </EmptyState>
      ) : (
        <Parts
          of={of}
          parts={of.content.needs}
          meta={(need) => <NeedMeta need={need} />}
          edit={(need) => `${stepPath(of.id, 'needs')}?potrzeba=${need.id}`}
          remove={(need) => `${stepPath(of.id, 'needs')}/${need.id}/usun`}
          once={context.form.once}
        />
      )}
      <Disclosure
        summary={ask.add}
        open={empty || context.form.command === writeNeed.name || context.form.draftSavedAt !== undefined}
      >
        <NeedForm of={of} context={context} needId={undefined} />
      </Disclosure>
      {!empty && (
        <Actions>
          <Onwards of={of} from="needs" primary />
        </Actions>
      )}
    </Stack>
  );
};

const needsPage = page<Drawing>({
  door: 'staff',
  path: '/praca/plany/:planId/opracowanie/potrzeby',
  draft: (request) => `plan-potrzeba:${planIdOf(request)}:${request.query['potrzeba'] ?? ''}`,
  load,
  view: (of, context) =>
    drawingView(of, 'needs', words.needs, <NeedStep of={of} context={context} />, context.today),
});

const ActionFields = ({
  of,
  context,
  actionId,
}: {
  of: Drawing;
  context: PageContext;
  actionId: string | undefined;
}): VNode => {
  const ask = words.actions;
  const action = of.content.actions.find((one) => one.id === actionId);
  const initial: Record<string, string> = action
    ? { kind: action.kind, words: action.words, who: action.who, scheduleWords: action.scheduleWords ?? '' }
    : {};
  return (
    <Form
      id="dzialanie"
      action={`${stepPath(of.id, 'actions')}${action ? `?dzialanie=${action.id}` : ''}`}
      version={of.at.version}
      {...formOf(context, writeAction, initial)}
      hidden={action ? { actionId: action.id } : {}}
    >
      <Radios
        name="kind"
        label={ask.kind}
        inline
        choices={actionKinds.map((value) => ({ value, label: actionKindWords[value] }))}
      />
      <TextArea name="words" label={ask.words} rows={2} />
      <TextInput name="who" label={ask.who} width="l" />
      <TextInput name="scheduleWords" label={ask.when} optional width="l" />
      <Actions>
        <Button variant={action ? 'primary' : 'secondary'}>{ask.submit}</Button>
        {action && (
          <ButtonLink href={stepPath(of.id, 'actions')} variant="quiet">
            {words.cancel}
          </ButtonLink>
        )}
      </Actions>
    </Form>
  );
};

const ActionStep = ({ of, context }: { of: Drawing; context: PageContext }): VNode => {
  const ask = words.actions;
  const actionId = context.query['dzialanie'];
  const editing = of.content.actions.some((action) => action.id === actionId);
  if (editing)
    return (
      <Panel id="popraw" title={ask.change}>
        <ActionFields of={of} context={context} actionId={actionId} />
      </Panel>
    );
  return (
    <Stack>
      {of.content.actions.length === 0 ? (
        <EmptyState level={2} title={ask.none}>
          {ask.noneText}
        </EmptyState>
      ) : (
        <Parts
          of={of}
          parts={of.content.actions}
          meta={(action) => <ActionMeta action={action} />}
          edit={(action) => `${stepPath(of.id, 'actions')}?dzialanie=${action.id}`}
          remove={(action) => `${stepPath(of.id, 'actions')}/${action.id}/usun`}
          once={context.form.once}
        />
      )}
      <Disclosure
        summary={ask.add}
        open={context.form.command === writeAction.name || context.form.draftSavedAt !== undefined}
      >
        <ActionFields of={of} context={context} actionId={undefined} />
      </Disclosure>
      <Actions>
        <Onwards of={of} from="actions" primary />
      </Actions>
    </Stack>
  );
};

const actionsPage = page<Drawing>({
  door: 'staff',
  path: '/praca/plany/:planId/opracowanie/dzialania',
  draft: (request) => `plan-dzialanie:${planIdOf(request)}:${request.query['dzialanie'] ?? ''}`,
  load,
  view: (of, context) =>
    drawingView(of, 'actions', words.actions, <ActionStep of={of} context={context} />, context.today),
});

const to = (step: 'needs' | 'actions') => (_result: unknown, request: PageRequest) =>
  stepPath(planIdOf(request), step);

/** Period, needs and supporting actions of a draft. */
export const basicsRoutes = [
  periodPage,
  form({
    door: 'staff',
    path: periodPage.path,
    command: setPeriod,
    page: periodPage,
    next: (_result, request) => stepPath(planIdOf(request), stepAfter('period')),
  }),
  needsPage,
  form({ door: 'staff', path: needsPage.path, command: writeNeed, page: needsPage, next: to('needs') }),
  form({
    door: 'staff',
    path: '/praca/plany/:planId/opracowanie/potrzeby/:partId/usun',
    command: removeNeed,
    page: needsPage,
    next: to('needs'),
  }),
  actionsPage,
  form({
    door: 'staff',
    path: actionsPage.path,
    command: writeAction,
    page: actionsPage,
    next: to('actions'),
  }),
  form({
    door: 'staff',
    path: '/praca/plany/:planId/opracowanie/dzialania/:partId/usun',
    command: removeAction,
    page: actionsPage,
    next: to('actions'),
  }),
];
