import type { ComponentChildren, VNode } from 'preact';
import { ageOn } from '../../../law/index.ts';
import { dayInPoland } from '../../../platform/clock.ts';
import {
  ActionForm,
  DateText,
  DescriptionList,
  Notice,
  Panel,
  Row,
  shortDate,
  Stack,
  type Step,
  Steps,
  Tag,
  Timeline,
} from '../../../ui/index.ts';
import { DeadlineBars } from '../../agenda/index.ts';
import { DocumentList } from '../../records/index.ts';
import type { CaseView } from '../domain/case-view.ts';
import type { CaseState } from '../domain/lifecycle.ts';
import { caseWords } from '../pl-case.ts';
import { intakeWords } from '../pl-intake.ts';
import { areaWords, casePath, CodeText, personNameOf } from './case-parts.tsx';

/** Sections of the page of a case. Each stands alone, so that the page can be composed of them in any order. */

const words = caseWords.page;
type Of = { view: CaseView };

/** How far along the way a case in a state has come: done steps, and the one where it stands (if it still moves). */
const progress: Record<CaseState, readonly [done: number, current: boolean]> = {
  reported: [0, true],
  answered: [1, false],
  draft: [1, true],
  submitted: [1, true],
  awaiting_completion: [1, true],
  left_unconsidered: [1, false],
  in_recognition: [2, true],
  qualified: [4, false],
  plan_in_preparation: [4, true],
  plan_running: [4, true],
  transferred: [3, true],
  transfer_accepted: [4, false],
  refused: [4, false],
  withdrawn: [1, false],
  closed: [5, false],
};

/** The way of a case as a row of windows. */
export const CaseSteps = ({ view }: Of): VNode => {
  const [done, moves] = progress[view.state];
  const { report, application, recognition, outcome, plan } = words.steps;
  const labels = [report, application, recognition, outcome, plan];
  const stateAt = (index: number): Step['state'] => {
    if (index < done) return 'done';
    if (!moves) return 'skipped';
    return index === done ? 'current' : 'next';
  };
  return (
    <Steps label={words.path} steps={labels.map((label, index) => ({ label, state: stateAt(index) }))} />
  );
};

/** One sentence on what the case waits for, and the buttons for it. */
export const NowSection = ({ view, children }: Of & { children?: ComponentChildren }): VNode => (
  <Panel id="teraz" title={words.now}>
    <p>{words.nowText[view.state]}</p>
    {children}
  </Panel>
);

/** Clocks of the case as bars of time, each with "why this date?". */
export const DeadlineSection = ({ view, today }: Of & { today: string }): VNode | null =>
  view.deadlines.some((one) => one.state !== 'cancelled') ? (
    <Panel id="terminy" title={words.deadlines}>
      <DeadlineBars deadlines={view.deadlines} today={today} />
    </Panel>
  ) : null;

/** The needs in the person's own words, with the area and the service that the worker saw behind them. */
export const NeedSection = ({ view }: Of): VNode => (
  <Panel id="potrzeby" title={words.needs}>
    {view.needs.length === 0 ? (
      <p>{words.noNeeds}</p>
    ) : (
      <Stack>
        {view.needs.map((need) => (
          <div key={need.id}>
            <p>{words.quoted(need.words)}</p>
            <Row>
              {areaWords(need.area) && <Tag>{areaWords(need.area)}</Tag>}
              {need.service && <Tag tone="accent">{words.wanted(need.service)}</Tag>}
            </Row>
          </div>
        ))}
      </Stack>
    )}
  </Panel>
);

const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const joined = (parts: readonly (string | null | undefined)[], glue = ', '): string =>
  parts.filter((part): part is string => Boolean(part)).join(glue);

/** Who reported, what they said of the person, and how it was answered. */
export const ReportSection = ({ view }: Of): VNode | null => {
  const { report } = view;
  if (!report) return null;
  const role = Object.entries(intakeWords.reporterRoles).find(([key]) => key === report.role)?.[1];
  const { name, birthYear, birthDate, phone, note } = report.about;
  const about = joined([
    asText(name),
    shortDate(asText(birthDate)) || asText(birthYear),
    asText(phone),
    asText(note),
  ]);
  return (
    <Panel id="zgloszenie" title={words.report}>
      <DescriptionList
        columns={2}
        items={[
          { term: words.reporter, value: joined([report.name, role]) },
          { term: words.phone, value: joined([report.phone, report.email]) },
          ...(view.person && !about ? [] : [{ term: words.about, value: about }]),
          ...(report.contactWish ? [{ term: words.contactWish, value: report.contactWish }] : []),
          { term: words.takenBy, value: report.takenBy ?? words.byWeb },
          ...(report.answer
            ? [
                {
                  term: words.answer,
                  value: report.answer,
                  note: joined([report.answeredBy, report.answeredOn]),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
};

/** Who the case is about; without them, what is known and the way to say who it is. */
export const PersonSection = ({
  view,
  today,
  mayIdentify,
}: Of & { today: string; mayIdentify: boolean }): VNode => {
  const { person } = view;
  if (!person)
    return (
      <Panel
        id="osoba"
        title={words.person}
        actions={mayIdentify && <a href={casePath(view.id, 'osoba')}>{words.identify}</a>}
      >
        <p>{words.unidentified}</p>
        <DescriptionList items={[{ term: words.typed, value: personNameOf(view) }]} />
      </Panel>
    );
  return (
    <Panel
      id="osoba"
      title={words.person}
      actions={<a href={`/praca/osoby/${person.id}`}>{words.personCard}</a>}
    >
      <DescriptionList
        items={[
          {
            term: words.age,
            value: person.birthDate && words.years(ageOn(person.birthDate, today)),
            note: person.birthDate && <DateText date={person.birthDate} />,
          },
          { term: words.phone, value: person.phone && <a href={`tel:${person.phone}`}>{person.phone}</a> },
          ...(person.email ? [{ term: words.email, value: person.email }] : []),
          { term: words.address, value: person.shielded ? words.shielded : person.address },
          ...(person.accessibility ? [{ term: words.accessibility, value: person.accessibility }] : []),
        ]}
      />
    </Panel>
  );
};

/** When and how the case came, and who carries it. */
export const FactSection = ({ view, mayAssign }: Of & { mayAssign: boolean }): VNode => (
  <Panel
    id="koordynator"
    title={words.coordinator}
    actions={
      mayAssign && (
        <a href={casePath(view.id, 'koordynator')}>
          {view.coordinatorId === null ? words.assign : words.reassign}
        </a>
      )
    }
  >
    <p>{view.coordinator ?? words.noCoordinator}</p>
    <DescriptionList
      items={[
        { term: words.received, value: <DateText date={dayInPoland(view.receivedAt)} /> },
        ...(view.submittedOn ? [{ term: words.submitted, value: <DateText date={view.submittedOn} /> }] : []),
        { term: words.channel, value: intakeWords.channels[view.channel] },
        { term: words.gmina, value: view.gmina.name },
        ...(view.closedOn
          ? [{ term: words.closed, value: <DateText date={view.closedOn} />, note: view.closingReason }]
          : []),
      ]}
    />
  </Panel>
);

/** Letters of the case with their files. */
export const DocumentSection = ({ view }: Of): VNode | null =>
  view.documents.length === 0 ? null : (
    <Panel id="pisma" title={words.documents}>
      <DocumentList documents={view.documents} />
    </Panel>
  );

/** What was done, newest first; the metric of the case says the rest. */
export const HistorySection = ({ view, titleOf }: Of & { titleOf: (action: string) => string }): VNode => (
  <Panel
    id="historia"
    title={words.history}
    actions={<a href={casePath(view.id, 'metryka')}>{words.metric}</a>}
  >
    <Timeline
      items={view.history.map((one) => ({
        id: String(one.seq),
        when: one.at,
        who: one.actor,
        what: titleOf(one.action),
      }))}
    />
  </Panel>
);

/** The follow-up code, right after it was given: it is nowhere else. */
export const CodeNotice = ({ code }: { code: string }): VNode => (
  <Notice kind="success" title={words.codeTitle} live>
    <CodeText code={code} />
    <p>{words.codeText}</p>
  </Notice>
);

/** The way to a new code, when the person lost theirs. */
export const NewCode = ({ view, seed, once }: Of & { seed: string; once: string }): VNode => (
  <ActionForm
    action={`${casePath(view.id, 'kod')}?klucz=${seed}`}
    label={words.newCode}
    variant="quiet"
    small
    once={once}
  />
);
