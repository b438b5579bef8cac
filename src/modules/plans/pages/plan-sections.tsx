import type { VNode } from 'preact';
import { formOf, type PageContext } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  DateInput,
  DateText,
  DeadlineBar,
  DescriptionList,
  Disclosure,
  EmptyState,
  Form,
  money,
  Panel,
  Radios,
  Stack,
  Table,
  TextArea,
  Timeline,
  fullDate,
} from '../../../ui/index.ts';
import { DeadlineBars } from '../../agenda/index.ts';
import { DocumentList } from '../../records/index.ts';
import { monitor } from '../commands/monitor.ts';
import { contactKinds, type MonitoringEntry, type Version } from '../domain/plan.ts';
import { planWords } from '../pl.ts';
import { planPages } from '../pl-pages.ts';
import type { PlanView } from '../queries/schemas.ts';
import { PlanStateTag, Span } from './parts.tsx';
import { casePath, planPath } from './paths.ts';

const words = planPages.plan;

/** The period of the plan and its clocks as bars of time, each with why. */
export const ClockSection = ({ view, today }: { view: PlanView; today: string }): VNode => {
  const { at } = view;
  const period = at.startsOn && at.endsOn ? { start: at.startsOn, due: at.endsOn } : undefined;
  const passes = at.endedOn === null && at.state !== 'superseded' && at.state !== 'abandoned';
  return (
    <Panel id="terminy" title={words.clocks}>
      <Stack>
        <DeadlineBars
          // The clock of the closing stands still until the last day: the period above says all.
          deadlines={view.clocks.filter((clock) => clock.kind !== 'planClosing' || clock.startsOn <= today)}
          today={today}
        />
        {period && passes && (
          <DeadlineBar {...period} today={today} label={words.period} basis={words.periodBasis} />
        )}
        {period && !passes && (
          <DescriptionList
            items={[
              { term: words.period, value: <Span from={period.start} to={at.endedOn ?? period.due} /> },
            ]}
          />
        )}
        {!period && view.clocks.length === 0 && <p>{words.noClocks}</p>}
      </Stack>
    </Panel>
  );
};

type FeeOfPlan = PlanView['fees'][number];

/** Fees of the plan; each opens on the page where payments and waivers are. */
export const FeeSection = ({ view }: { view: PlanView }): VNode => (
  <Panel id="oplaty" title={words.fees}>
    <Table<FeeOfPlan>
      caption={words.fees}
      captionHidden
      rows={view.fees}
      rowKey={(fee) => fee.id}
      empty={
        <p>
          {view.content.lines.some((line) => line.feeGrosze > 0 || line.feeSteps.length === 0)
            ? words.feesLater
            : words.noFees}
        </p>
      }
      columns={[
        {
          key: 'what',
          label: words.feeColumns.what,
          rowHeader: true,
          cell: (fee) => <a href={`${casePath(view.caseId)}/oplaty/${fee.id}`}>{fee.title}</a>,
        },
        {
          key: 'amount',
          label: words.feeColumns.amount,
          numeric: true,
          nowrap: true,
          cell: (fee) => money(fee.amountGrosze),
        },
        {
          key: 'due',
          label: words.feeColumns.due,
          numeric: true,
          nowrap: true,
          cell: (fee) => <DateText date={fee.dueOn} />,
        },
        {
          key: 'state',
          label: words.feeColumns.state,
          cell: (fee) => words.feeStates[fee.state] ?? fee.state,
        },
      ]}
    />
  </Panel>
);

/** All versions, the newest first; an approved one is compared with the one before it. */
export const VersionSection = ({ view }: { view: PlanView }): VNode => (
  <Panel id="wersje" title={words.versions}>
    <Table<Version>
      caption={words.versions}
      captionHidden
      rows={view.versions.toReversed()}
      rowKey={(version) => version.id}
      tone={(version) => (version.id === view.at.id ? 'current' : undefined)}
      columns={[
        {
          key: 'version',
          label: words.versionColumns.version,
          rowHeader: true,
          nowrap: true,
          cell: (version) => (
            <a href={`${planPath(view.id)}?wersja=${version.number}`}>{words.version(version.number)}</a>
          ),
        },
        {
          key: 'state',
          label: words.versionColumns.state,
          cell: (version) => (
            <>
              <PlanStateTag state={version.state} />
              {version.number > 1 &&
                view.versions.some((one) => one.number < version.number && one.approvedOn) && (
                  <>
                    <br />
                    <a href={planPath(view.id, `wersje/${version.number}/porownaj`)}>{words.compare}</a>
                  </>
                )}
            </>
          ),
        },
        {
          key: 'approved',
          label: words.versionColumns.approved,
          cell: (version) =>
            version.approvedOn ? (
              <>
                <DateText date={version.approvedOn} />
                {version.approvedByName && (
                  <>
                    <br />
                    <small>{version.approvedByName}</small>
                  </>
                )}
              </>
            ) : (
              '–'
            ),
        },
      ]}
    />
  </Panel>
);

const EntryForm = ({ view, context }: { view: PlanView; context: PageContext }) => {
  const ask = words.entry;
  return (
    <Disclosure
      summary={ask.add}
      open={
        context.form.command === monitor.name ||
        view.monitoring.length === 0 ||
        context.form.draftSavedAt !== undefined
      }
    >
      <Form
        id="wpis"
        action={planPath(view.id, 'monitorowanie')}
        {...formOf(context, monitor, { heldOn: context.today, contact: 'visit' })}
      >
        <DateInput name="heldOn" label={ask.heldOn} />
        <Radios
          name="contact"
          label={ask.contact}
          inline
          choices={contactKinds.map((value) => ({ value, label: planWords.contacts[value] }))}
        />
        <TextArea name="finding" label={ask.finding} rows={4} />
        <TextArea name="action" label={ask.action} rows={2} optional />
        <Actions>
          <Button>{ask.submit}</Button>
        </Actions>
      </Form>
    </Disclosure>
  );
};

const entryItem = (entry: MonitoringEntry) => ({
  id: entry.id,
  when: entry.heldOn,
  who: `${entry.authorName}, ${planWords.contacts[entry.contact]}`,
  what: entry.finding,
  ...(entry.action ? { detail: <p>{`${words.next}: ${entry.action}`}</p> } : {}),
});

/** How the plan goes: the entries, and the form for who leads the plan (art. 45(1)). */
export const MonitoringSection = ({ view, context }: { view: PlanView; context: PageContext }): VNode => {
  const mayWrite = view.actions.includes('monitor');
  return (
    <Panel id="monitorowanie" title={words.monitoring}>
      <Stack>
        {mayWrite && <EntryForm view={view} context={context} />}
        {view.monitoring.length === 0 ? (
          <p>{mayWrite ? words.noMonitoringText : words.noMonitoring}</p>
        ) : (
          <Timeline label={words.monitoring} items={view.monitoring.map(entryItem)} />
        )}
      </Stack>
    </Panel>
  );
};

/** Papers of the plan as issued. */
export const PaperSection = ({ view }: { view: PlanView }): VNode => (
  <Panel id="dokumenty" title={words.documents}>
    {view.documents.length === 0 ? <p>{words.noDocuments}</p> : <DocumentList documents={view.documents} />}
  </Panel>
);

/** Who led the plan before. */
export const HandoverSection = ({ view }: { view: PlanView }): VNode | null =>
  view.handovers.length === 0 ? null : (
    <Panel id="przekazania" title={words.handovers}>
      <Timeline
        label={words.handovers}
        items={view.handovers.map((one) => ({
          id: one.id,
          when: one.orderedOn,
          who: one.orderedByName,
          what: words.handover(one.fromName, one.toName),
          detail: <p>{one.reason}</p>,
        }))}
      />
    </Panel>
  );

/** The summary of a closed plan; a need that remains is one link from a new report. */
export const ClosingSection = ({ view }: { view: PlanView }): VNode | null => {
  const { closing } = view;
  if (!closing) return null;
  const terms = words.closingTerms;
  return (
    <Panel id="podsumowanie" title={words.closing}>
      <Stack>
        <DescriptionList
          items={[
            {
              term: terms.talk,
              value: closing.talkOn ? fullDate(closing.talkOn) : words.noTalk(closing.noTalkReason ?? ''),
            },
            { term: terms.outcome, value: planWords.outcomes[closing.outcome] },
            { term: terms.description, value: closing.description },
            { term: terms.results, value: closing.results },
            ...(closing.remainingNeeds ? [{ term: terms.remaining, value: closing.remainingNeeds }] : []),
            { term: terms.author, value: closing.authorName, note: fullDate(closing.writtenOn) },
          ]}
        />
        {closing.remainingNeeds && (
          <p>
            <a href={`/praca/zgloszenia/nowe?osoba=${view.personId}`}>{words.report}</a>
          </p>
        )}
      </Stack>
    </Panel>
  );
};

/** In place of services while there are none. */
export const NoServices = (): VNode => <EmptyState level={3} title={words.noServices} />;
