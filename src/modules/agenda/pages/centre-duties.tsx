import { deadlineRuleOn } from '../../../law/index.ts';
import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import { Actions, Button, DateInput, Disclosure, Form, Panel, shortDate, Stack } from '../../../ui/index.ts';
import { finishCentreDuty, startCentreDuty } from '../commands/centre-duty.ts';
import { pl } from '../pl.ts';
import { centreDuties } from '../queries/centre-duties.ts';
import { DeadlineBars } from './deadlines.tsx';

const words = pl.centreDuties;
const address = '/praca/obowiazki/centrum';

type Duty = NonNullable<Awaited<ReturnType<typeof centreDuties.read>>>['duties'][number];

const idOf = ({ kind, gmina }: Duty): string => (gmina ? `${kind}-${gmina.teryt}` : kind);

/** Whether what was just sent is of this duty: its answer stands here and nowhere else. */
const isSent = ({ kind, gmina }: Duty, { params, form: { values } }: PageContext): boolean =>
  params['kind'] === kind && (values?.['gmina'] ?? '') === (gmina?.teryt ?? '');

const DayForm = ({ duty, context }: { duty: Duty; context: PageContext }) => {
  const { kind, running, gmina } = duty;
  const command = running ? finishCentreDuty : startCentreDuty;
  const own = isSent(duty, context)
    ? context
    : { ...context, form: { ...context.form, values: {}, errors: {} } };
  const event = deadlineRuleOn(kind, context.today).event;
  return (
    <Form
      id={`obowiazek-${idOf(duty)}`}
      action={`${address}/${kind}/${running ? 'zrobione' : 'od'}`}
      {...formOf(own, command)}
      hidden={gmina ? { gmina: gmina.teryt } : {}}
      label={running ? words.done[kind] : event}
    >
      <DateInput name="on" label={running ? words.done[kind] : words.since(event)} />
      <Actions>
        <Button>{running ? words.finish : words.start}</Button>
      </Actions>
    </Form>
  );
};

const DutyPanel = ({ duty, may, context }: { duty: Duty; may: boolean; context: PageContext }) => {
  const { kind, running, ended, gmina } = duty;
  const open = isSent(duty, context);
  const title = deadlineRuleOn(kind, context.today).words;
  return (
    <Panel id={idOf(duty)} title={gmina ? `${title}, ${words.ofGmina(gmina.name)}` : title}>
      <Stack>
        {running ? <DeadlineBars deadlines={[running]} today={context.today} /> : <p>{words.noClock}</p>}
        {may && running && (
          <Disclosure summary={words.finish} open={open}>
            <DayForm duty={duty} context={context} />
          </Disclosure>
        )}
        {may && !running && <DayForm duty={duty} context={context} />}
        {ended.length > 0 && (
          <ul>
            {ended.map((one) => (
              <li key={one.id}>
                {words.ended(
                  shortDate(one.endedOn ?? one.dueOn),
                  one.state === 'missed',
                  shortDate(one.dueOn),
                )}
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </Panel>
  );
};

const dutiesOfCentrePage = page({
  door: 'staff',
  path: address,
  load: (ask) => ask(centreDuties, {}),
  view: ({ duties, mayRecord }, context): View => ({
    title: words.title,
    lead: words.lead,
    current: 'duties',
    trail: [{ href: '/praca/obowiazki', label: words.back }],
    body: (
      <Stack>
        {duties.map((duty) => (
          <DutyPanel key={idOf(duty)} duty={duty} may={mayRecord} context={context} />
        ))}
      </Stack>
    ),
  }),
});

const back = (): string => address;

/** The page of the centre's own duties, where the director says from when they count and when they were done. */
export const centreDutyRoutes = [
  dutiesOfCentrePage,
  form({
    door: 'staff',
    path: `${address}/:kind/od`,
    command: startCentreDuty,
    page: dutiesOfCentrePage,
    next: back,
  }),
  form({
    door: 'staff',
    path: `${address}/:kind/zrobione`,
    command: finishCentreDuty,
    page: dutiesOfCentrePage,
    next: back,
  }),
];
