import type { VNode } from 'preact';
import { areaOf, dateWords } from '../../../law/index.ts';
import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  CardList,
  Checkboxes,
  DateInput,
  DescriptionList,
  Disclosure,
  Form,
  fullDate,
  Panel,
  Row,
  Stack,
  TextArea,
  TextInput,
  Timeline,
  Unknown,
} from '../../../ui/index.ts';
import { agendaWords, type Deadline, DeadlineBars } from '../../agenda/index.ts';
import { recordCoordinatorsMeeting } from '../commands/record-coordinators-meeting.ts';
import { recordPlanSummary } from '../commands/record-plan-summary.ts';
import { type VersionState, stateWords, versionStates } from '../domain/lifecycle.ts';
import type { Summary, TableKey } from '../domain/summary.ts';
import { closingOutcomes } from '../domain/plan.ts';
import { planWords } from '../pl.ts';
import { planPages } from '../pl-pages.ts';
import { duties } from '../queries/duties.ts';

const words = planPages.duties;

type Duties = NonNullable<Awaited<ReturnType<typeof duties.read>>>;

const isState = (key: string): key is VersionState => versionStates.some((state) => state === key);
const outcomeOf = (key: string): string => {
  const found = closingOutcomes.find((outcome) => outcome === key);
  return found ? planWords.outcomes[found] : key;
};

const labelOf: Record<TableKey, (key: string) => string> = {
  states: (key) => (isState(key) ? stateWords(key) : key),
  events: (key) => words.events[key] ?? key,
  areas: (key) => (key === 'unknown' ? words.unknownArea : (areaOf(Number(key))?.name ?? key)),
  results: outcomeOf,
  gminas: (key) => key,
};

const CountText = ({ count }: { count: number | null }) =>
  count === null ? <Unknown>{words.hidden}</Unknown> : <strong>{count}</strong>;

const isHidden = (summary: Summary): boolean =>
  summary.tables.some((table) => table.cells.some((cell) => cell.count === null));

const isSummed = (key: TableKey): boolean => key === 'states' || key === 'results' || key === 'gminas';

/** Counts of plans, one card for each question; a hidden count says so. */
const SummaryTables = ({ summary }: { summary: Summary }): VNode => (
  <Stack>
    <CardList>
      {summary.tables.map((table) => (
        <Card key={table.key} title={words.tables[table.key]}>
          {table.cells.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <ul>
              {table.cells.map((cell) => (
                <li key={cell.key}>
                  {labelOf[table.key](cell.key)}: <CountText count={cell.count} />
                </li>
              ))}
              {isSummed(table.key) && (
                <li>
                  {words.total}: <CountText count={table.total} />
                </li>
              )}
            </ul>
          )}
        </Card>
      ))}
    </CardList>
    {isHidden(summary) && <p class="hint">{words.hiddenNote}</p>}
  </Stack>
);

const runningOf = (of: Duties, kind: Deadline['kind']): Deadline[] =>
  of.clocks.filter((clock) => clock.kind === kind && clock.state === 'running');

const Clock = ({ of, kind, today }: { of: Duties; kind: Deadline['kind']; today: string }) => {
  const running = runningOf(of, kind);
  return running.length === 0 ? <p>{words.noClock}</p> : <DeadlineBars deadlines={running} today={today} />;
};

/** Which of the two is due first: its button is the primary one. */
function firstDue(of: Duties): 'planSummary' | 'coordinatorsMeeting' {
  const due = (kind: Deadline['kind']): string => runningOf(of, kind)[0]?.dueOn ?? '9999';
  return due('coordinatorsMeeting') < due('planSummary') ? 'coordinatorsMeeting' : 'planSummary';
}

const SummaryForm = ({ of, context }: { of: Duties; context: PageContext }) => (
  <Form
    id="podsumowanie-planow"
    action="/praca/obowiazki/podsumowanie"
    {...formOf(context, recordPlanSummary, {
      coversFrom: of.preview.coversFrom,
      coversTo: of.preview.coversTo,
    })}
  >
    <p>{words.recordLead}</p>
    <Row>
      <DateInput name="coversFrom" label={words.coversFrom} />
      <DateInput name="coversTo" label={words.coversTo} />
    </Row>
    <Actions>
      <Button variant={firstDue(of) === 'planSummary' ? 'primary' : 'secondary'}>{words.recordSubmit}</Button>
    </Actions>
  </Form>
);

const MeetingForm = ({ of, context }: { of: Duties; context: PageContext }) => (
  <Disclosure
    summary={words.meetingRecord}
    open={context.form.command === recordCoordinatorsMeeting.name || firstDue(of) === 'coordinatorsMeeting'}
  >
    <Form
      id="spotkanie-koordynatorow"
      action="/praca/obowiazki/spotkanie"
      {...formOf(context, recordCoordinatorsMeeting, { heldOn: context.today })}
    >
      <DateInput name="heldOn" label={words.heldOn} />
      <Checkboxes
        name="coordinatorIds"
        label={words.present}
        choices={of.coordinators.map((one) => ({ value: one.id, label: one.name }))}
      />
      <TextInput name="guests" label={words.guests} hint={words.guestsHint} optional width="full" />
      <TextArea name="topics" label={words.topics} hint={words.topicsHint} rows={4} />
      <TextArea name="conclusions" label={words.conclusions} optional rows={4} />
      <Actions>
        <Button variant={firstDue(of) === 'coordinatorsMeeting' ? 'primary' : 'secondary'}>
          {words.meetingSubmit}
        </Button>
      </Actions>
    </Form>
  </Disclosure>
);

type Done = Duties['done'][number];

const DoneDetail = ({ duty }: { duty: Done }) =>
  duty.summary === null && duty.meeting === null ? null : (
    <Disclosure summary={words.show}>
      {duty.summary && <SummaryTables summary={duty.summary} />}
      {duty.meeting && (
        <DescriptionList
          items={[
            { term: words.present, value: duty.meeting.present.join(', ') },
            ...(duty.meeting.guests ? [{ term: words.guests, value: duty.meeting.guests }] : []),
            { term: words.topics, value: duty.meeting.topics },
            ...(duty.meeting.conclusions
              ? [{ term: words.conclusions, value: duty.meeting.conclusions }]
              : []),
          ]}
        />
      )}
    </Disclosure>
  );

const History = ({ of }: { of: Duties }) =>
  of.done.length === 0 ? (
    <p>{words.noHistory}</p>
  ) : (
    <Timeline
      label={words.history}
      items={of.done.map((duty) => ({
        id: duty.id,
        when: duty.doneOn,
        who: duty.authorName,
        what: `${words.done[duty.kind]}${duty.summary ? `, ${fullDate(duty.coversFrom)} – ${fullDate(duty.coversTo)}` : ''}`,
        shape: 'done' as const,
        detail: <DoneDetail duty={duty} />,
      }))}
    />
  );

function view(of: Duties, context: PageContext): View {
  const { today } = context;
  return {
    title: words.title,
    lead: words.lead,
    current: 'duties',
    aside: <ButtonLink href="/praca/obowiazki/centrum">{agendaWords.centreDuties.link}</ButtonLink>,
    body: (
      <Stack>
        <Panel id="podsumowanie" title={words.summary}>
          <Stack>
            <Clock of={of} kind="planSummary" today={today} />
            <Disclosure
              summary={words.preview(dateWords(of.preview.coversFrom), dateWords(of.preview.coversTo))}
              open
            >
              <SummaryTables summary={of.preview} />
            </Disclosure>
            {of.mayRecord && <SummaryForm of={of} context={context} />}
          </Stack>
        </Panel>
        <Panel id="spotkanie" title={words.meeting}>
          <Stack>
            <Clock of={of} kind="coordinatorsMeeting" today={today} />
            {of.mayRecord && <MeetingForm of={of} context={context} />}
          </Stack>
        </Panel>
        <Panel id="historia" title={words.history}>
          <History of={of} />
        </Panel>
      </Stack>
    ),
  };
}

const dutiesPage = page<Duties>({
  door: 'staff',
  path: '/praca/obowiazki',
  draft: () => 'plany-obowiazki',
  load: (ask) => ask(duties, {}),
  view,
});

/** Periodic duties of art. 46. */
export const dutyRoutes = [
  dutiesPage,
  form({
    door: 'staff',
    path: '/praca/obowiazki/podsumowanie',
    command: recordPlanSummary,
    page: dutiesPage,
    next: () => '/praca/obowiazki',
  }),
  form({
    door: 'staff',
    path: '/praca/obowiazki/spotkanie',
    command: recordCoordinatorsMeeting,
    page: dutiesPage,
    next: () => '/praca/obowiazki',
  }),
];
