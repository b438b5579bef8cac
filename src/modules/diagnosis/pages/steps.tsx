import { formOf, type PageContext } from '../../../platform/http/route.ts';
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  DateInput,
  Form,
  fullDate,
  Panel,
  Row,
  Stack,
  TextInput,
} from '../../../ui/index.ts';
import { openConsultation, proposeUpdate } from '../commands/steps.ts';
import { isEditable, mayStep, type StepKey } from '../domain/lifecycle.ts';
import { plPages } from '../pl-pages.ts';
import type { DiagnosisView } from '../queries/view.ts';
import { writes } from './list.tsx';
import { documentPath, newPath } from './paths.ts';
import { datedSteps, plainSteps } from './step-paths.ts';

const words = plPages.view;

type Given = { view: DiagnosisView; context: PageContext };

const Consult = ({ view, context }: Given) => {
  const { from, to } = view.proposed;
  return (
    <Form
      id="konsultacje"
      action={`${documentPath(view.diagnosis.id)}/krok/konsultacje`}
      {...formOf(context, openConsultation, {
        consultedFrom: from,
        consultedTo: to,
      })}
      label={words.steps.openConsultation}
    >
      <DateInput name="consultedFrom" label={words.consultedFrom} />
      <DateInput name="consultedTo" label={words.consultedTo} hint={words.consultedHint} />
      <Actions>
        <Button variant="primary">{words.steps.openConsultation}</Button>
      </Actions>
    </Form>
  );
};

const Update = ({ view, context }: Given) => (
  <Form
    id="aktualizacja"
    action={`${documentPath(view.diagnosis.id)}/krok/aktualizacja`}
    {...formOf(context, proposeUpdate)}
    label={words.steps.proposeUpdate}
  >
    <TextInput
      name="because"
      label={words.because}
      hint={words.becauseHint}
      width="full"
      maxLength={1000}
      optional
    />
    <Actions>
      <Button variant={view.significant.length > 0 ? 'primary' : 'secondary'}>
        {words.steps.proposeUpdate}
      </Button>
    </Actions>
  </Form>
);

const receiverKeys = { handToMayor: 'mayor', handToCouncil: 'council' } as const;

/** What may be done next, by this reader. */
export const Steps = ({ view, context }: Given) => {
  const { diagnosis } = view;
  if (!writes(context)) return null;
  const director = context.actor.roles.includes('director');
  const may = (step: StepKey): boolean => mayStep(step, diagnosis.state);
  const plain = plainSteps.filter(({ key }) => may(key));
  const dated = director ? datedSteps.filter(({ key }) => may(key)) : [];
  return (
    <Panel id="dalej" title={words.next}>
      <Stack>
        {isEditable(diagnosis.state) && (
          <Row>
            <ActionForm
              action={`${documentPath(diagnosis.id)}/odswiez`}
              label={words.refresh}
              variant={
                diagnosis.figuresOn === null && diagnosis.state !== 'planned' ? 'primary' : 'secondary'
              }
              once={context.form.once}
            />
            <span class="description-note">
              {diagnosis.figuresOn === null
                ? words.neverRefreshed
                : words.refreshedOn(fullDate(diagnosis.figuresOn))}
            </span>
          </Row>
        )}
        {plain.length > 0 && (
          <Row>
            {plain.map(({ key, path }) => (
              <ActionForm
                key={key}
                action={`${documentPath(diagnosis.id)}/krok/${path}`}
                label={words.steps[key]}
                variant={diagnosis.figuresOn === null && key !== 'collect' ? 'secondary' : 'primary'}
                once={context.form.once}
              />
            ))}
          </Row>
        )}
        {may('openConsultation') && <Consult view={view} context={context} />}
        {dated.map(({ key, path, command }) => (
          <Form
            key={key}
            id={path}
            action={`${documentPath(diagnosis.id)}/krok/${path}`}
            {...formOf(context, command, {
              on: context.today,
              ...(key === 'putInForce' ? {} : { to: view.receiver[receiverKeys[key]] }),
            })}
            label={words.steps[key]}
          >
            <DateInput name="on" label={words.on} />
            {key !== 'putInForce' && (
              <TextInput name="to" label={words.to} hint={words.toHint} width="l" maxLength={300} optional />
            )}
            <Actions>
              <Button variant="primary">{words.steps[key]}</Button>
            </Actions>
          </Form>
        ))}
        {may('proposeUpdate') && <Update view={view} context={context} />}
        {(diagnosis.state === 'updating' || diagnosis.state === 'expired') && (
          <Row>
            <ButtonLink href={`${newPath}?na-podstawie=${diagnosis.id}`} variant="primary">
              {words.startUpdate}
            </ButtonLink>
          </Row>
        )}
      </Stack>
    </Panel>
  );
};
