import type { VNode } from 'preact';
import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import type { AnyCommand } from '../../../platform/runner/command.ts';
import {
  Actions,
  Button,
  ButtonLink,
  DateInput,
  Fieldset,
  Form,
  Notice,
  TextArea,
  Stack,
  TextInput,
} from '../../../ui/index.ts';
import { end } from '../commands/end.ts';
import { putInForce } from '../commands/put-in-force.ts';
import { recordAdoption } from '../commands/record-adoption.ts';
import { recordInformation } from '../commands/record-information.ts';
import { repeal } from '../commands/repeal.ts';
import { takeBack } from '../commands/take-back.ts';
import { pl } from '../pl.ts';
import type { VersionView } from '../queries/view.ts';
import { viewProgramme } from '../queries/view-programme.ts';
import { paths } from './parts.tsx';
import { type StepPage, stepPaths } from './step-paths.ts';

const words = pl.pages.steps;

const TwoPages = () => (
  <>
    <TextInput name="bipOffice" label={words.bipOffice} type="url" width="full" />
    <TextInput name="bipCentre" label={words.bipCentre} type="url" width="full" />
  </>
);

const Information = ({ view }: { view: VersionView }) => (
  <>
    <Fieldset legend={pl.pages.view.services}>
      {view.offers.map((offer, index) => (
        <Stack key={offer.id}>
          {offer.limitPeople === null && (
            <TextInput
              name={`services.${index}.planned`}
              label={words.plannedOf(offer.serviceName)}
              inputMode="numeric"
              width="xs"
            />
          )}
          <TextInput
            name={`services.${index}.actual`}
            label={words.actual(offer.serviceName)}
            hint={words.planned(offer.limitPeople)}
            inputMode="numeric"
            width="xs"
          />
          <TextInput
            name={`services.${index}.performers`}
            label={words.performers(offer.serviceName)}
            width="l"
            optional
          />
          <input type="hidden" name={`services.${index}.serviceId`} value={offer.serviceId} />
        </Stack>
      ))}
    </Fieldset>
    <TextArea name="realisation" label={pl.pages.view.realisation} rows={5} />
    <TextArea name="evaluation" label={pl.pages.view.evaluation} rows={5} />
    <TextInput name="costGrosze" label={words.cost} inputMode="decimal" suffix="zł" width="s" />
    <TwoPages />
    <DateInput name="publishedOn" label={words.publishedOn} />
  </>
);

interface StepForm {
  command: AnyCommand;
  fields: (view: VersionView) => VNode;
  initial?: (view: VersionView) => Record<string, string>;
  danger?: true;
}

/** The page of each step that asks something: its command and its fields. */
const stepForms: Record<StepPage, StepForm> = {
  'record-adoption': {
    command: recordAdoption,
    fields: () => (
      <>
        <TextInput name="resolutionNumber" label={words.resolutionNumber} />
        <DateInput name="resolutionDate" label={words.resolutionDate} />
        <TextInput name="journalPosition" label={words.journal} hint={words.journalHint} width="l" optional />
      </>
    ),
  },
  'put-in-force': {
    command: putInForce,
    initial: ({ version }) => ({ journalPosition: version.journalPosition ?? '' }),
    fields: () => (
      <>
        <DateInput name="validFrom" label={words.validFrom} />
        <TextInput name="journalPosition" label={words.journal} width="l" />
        <TwoPages />
      </>
    ),
  },
  end: {
    command: end,
    danger: true,
    fields: () => (
      <>
        <DateInput name="endedOn" label={words.endedOn} />
        <TextArea name="endReason" label={words.endReason} rows={3} optional />
      </>
    ),
  },
  repeal: {
    command: repeal,
    danger: true,
    fields: () => (
      <>
        <TextInput name="resolution" label={words.repealResolution} width="l" />
        <DateInput name="endedOn" label={words.endedOn} />
      </>
    ),
  },
  'take-back': { command: takeBack, fields: () => <TextArea name="reason" label={words.reason} rows={3} /> },
  'record-information': { command: recordInformation, fields: (view) => <Information view={view} /> },
};

const viewOf =
  (step: StepPage) =>
  (data: VersionView, context: PageContext): View => {
    const { programme, version } = data;
    const { command, fields, initial, danger } = stepForms[step];
    const here = paths.version(programme.id, version.number);
    const open = data.steps.includes(step);
    return {
      title: words[step].title,
      lead: words[step].lead,
      trail: [
        { href: paths.list, label: pl.pages.programmes },
        { href: here, label: programme.name },
      ],
      width: 'narrow',
      current: 'programmes',
      body: open ? (
        <Form
          action={`${here}/${stepPaths[step]}`}
          version={version.version}
          hidden={{ versionId: version.id }}
          {...formOf(context, command, initial?.(data))}
        >
          {fields(data)}
          <Actions>
            <Button variant={danger ? 'danger' : 'primary'}>{words[step].submit}</Button>
            <ButtonLink href={here} variant="quiet">
              {pl.pages.cancel}
            </ButtonLink>
          </Actions>
        </Form>
      ) : (
        <Notice kind="warning" action={<a href={here}>{pl.pages.cancel}</a>}>
          {pl.refusals.wrongState(pl.commandTitle(step), pl.states[version.state])}
        </Notice>
      ),
    };
  };

const steps = Object.keys(stepForms) as StepPage[];

/** Pages and forms of the steps of a version's life. */
export const stepRoutes = steps.flatMap((step) => {
  const path = `/praca/programy/:programmeId/:number/${stepPaths[step]}` as const;
  const stepPage = page({
    door: 'staff',
    path,
    command: stepForms[step].command,
    load: async (ask, request) =>
      await ask(viewProgramme, {
        programmeId: request.params['programmeId'],
        number: request.params['number'],
      }),
    view: viewOf(step),
  });
  return [
    stepPage,
    form<{ programmeId: string; number: number }>({
      door: 'staff',
      path,
      command: stepForms[step].command,
      page: stepPage,
      next: ({ programmeId, number }) => paths.version(programmeId, number),
    }),
  ];
});
