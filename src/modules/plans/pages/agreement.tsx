import type { VNode } from 'preact';
import { dateWords } from '../../../law/index.ts';
import { form, formOf, page, type PageContext } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  DateInput,
  Form,
  Notice,
  Panel,
  Stack,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { agree } from '../commands/agree.ts';
import { planPages } from '../pl-pages.ts';
import { drawing } from '../queries/drawing.ts';
import { type Drawing, drawingView } from './drawing.tsx';
import { ActionList, LineCard, NeedList, PlanWeek } from './parts.tsx';
import { planIdOf, planPath, stepPath } from './paths.ts';

const words = planPages.drawing;

const Lacks = ({ of }: { of: Drawing }): VNode => (
  <Notice kind="warning" title={words.agreement.lacks}>
    <ul>
      {of.lacks.map((lack) => (
        <li key={lack.words}>
          <a href={stepPath(of.id, lack.step)}>{lack.words}</a> <small>{lack.basis}</small>
        </li>
      ))}
    </ul>
  </Notice>
);

const AgreementForm = ({ of, context }: { of: Drawing; context: PageContext }): VNode => {
  const ask = words.agreement;
  return (
    <Form
      action={stepPath(of.id, 'agreement')}
      version={of.at.version}
      {...formOf(context, agree, { agreedOn: context.today })}
    >
      <DateInput name="agreedOn" label={ask.agreedOn} />
      <TextInput name="agreedHow" label={ask.agreedHow} hint={ask.agreedHint} width="full" />
      {of.lateSince && (
        <TextArea
          name="overdueReason"
          label={ask.overdue}
          hint={ask.overdueHint(dateWords(of.lateSince))}
          rows={2}
        />
      )}
      <p>{ask.after}</p>
      <Actions>
        <Button variant="primary">{ask.submit}</Button>
      </Actions>
    </Form>
  );
};

const Agreement = ({ of, context }: { of: Drawing; context: PageContext }): VNode => (
  <Stack>
    {of.lacks.length > 0 && <Lacks of={of} />}
    {of.content.lines.length > 0 && (
      <Panel id="tydzien" title={planPages.plan.week}>
        <PlanWeek lines={of.content.lines} caption={planPages.plan.weekCaption(of.personName)} />
      </Panel>
    )}
    {of.content.lines.map((line) => (
      <LineCard key={line.id} line={line} />
    ))}
    <Panel id="potrzeby" title={planPages.plan.needs}>
      <NeedList needs={of.content.needs} />
    </Panel>
    <Panel id="dzialania" title={planPages.plan.supporting}>
      <ActionList actions={of.content.actions} />
    </Panel>
    {of.lacks.length === 0 && (
      <Panel id="uzgodnienie" title={words.agreement.heading}>
        <AgreementForm of={of} context={context} />
      </Panel>
    )}
  </Stack>
);

const agreementPage = page<Drawing>({
  door: 'staff',
  path: '/praca/plany/:planId/uzgodnij',
  draft: (request) => `plan-uzgodnienie:${planIdOf(request)}`,
  load: (ask, request) => ask(drawing, { planId: planIdOf(request) }),
  view: (of, context) =>
    drawingView(of, 'agreement', words.agreement, <Agreement of={of} context={context} />, context.today),
});

/** The last step of drawing up: what was agreed with the person, and how. */
export const agreementRoutes = [
  agreementPage,
  form({
    door: 'staff',
    path: agreementPage.path,
    command: agree,
    page: agreementPage,
    next: (_result, request) => planPath(planIdOf(request)),
  }),
];
