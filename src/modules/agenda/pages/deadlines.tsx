import { deadlineRules } from '../../../law/index.ts';
import {
  DeadlineBar,
  DeadlineTag,
  DateText,
  deadlineTone,
  Stack,
  Table,
  WhyDate,
} from '../../../ui/index.ts';
import type { Deadline, ListedDeadline } from '../domain/deadline.ts';
import { pl } from '../pl.ts';

/** What the deadline is for, in the words of its rule. */
export const deadlineWordsOf = (kind: Deadline['kind']): string => deadlineRules[kind].at(-1)?.words ?? kind;

/** Where the thing behind a clock is. */
export const subjectHref = (
  one: Pick<Deadline, 'caseId' | 'planId' | 'programmeVersionId'>,
): string | undefined => {
  if (one.planId) return `/praca/plany/${one.planId}`;
  if (one.caseId) return `/praca/sprawy/${one.caseId}`;
  return one.programmeVersionId ? '/praca/programy' : undefined;
};

const clock = (one: Deadline, today: string) => ({
  start: one.startsOn,
  due: one.dueOn,
  amber: one.amberOn,
  red: one.redOn,
  today,
  ...(one.endedOn ? { done: one.endedOn } : {}),
});

const Why = ({ of }: { of: Deadline }) => (
  <WhyDate steps={of.steps.map((text) => ({ text }))} basis={of.basis.map((text) => ({ text }))} />
);

/** The clocks of one thing as bars of time, each with "why this date?". */
export const DeadlineBars = ({ deadlines, today }: { deadlines: readonly Deadline[]; today: string }) => (
  <Stack>
    {deadlines
      .filter((one) => one.state !== 'cancelled')
      .map((one) => (
        <DeadlineBar
          key={one.id}
          {...clock(one, today)}
          label={deadlineWordsOf(one.kind)}
          basis={one.basis[0]}
          why={<Why of={one} />}
        />
      ))}
  </Stack>
);

// A title reads "whom: about what"; the second half of a case of five services would fill a screen as a link.
const Subject = ({ of }: { of: ListedDeadline }) => {
  const [whom = of.title, ...about] = of.title.split(': ');
  const href = subjectHref(of);
  return (
    <>
      {href ? <a href={href}>{whom}</a> : whom}
      <span class="description-note">{[of.sign, about.join(': ')].filter(Boolean).join(' · ')}</span>
    </>
  );
};

/** Clocks as a list of work: what, about whom, by when. */
export const DeadlineTable = ({
  deadlines,
  today,
  caption,
  owners,
}: {
  deadlines: readonly ListedDeadline[];
  today: string;
  caption: string;
  owners?: boolean;
}) => (
  <Table
    caption={caption}
    captionHidden
    rows={deadlines}
    rowKey={(one) => one.id}
    tone={(one) => deadlineTone(clock(one, today))}
    columns={[
      {
        key: 'due',
        label: pl.columns.due,
        nowrap: true,
        cell: (one) => <DeadlineTag {...clock(one, today)} />,
      },
      {
        key: 'what',
        label: pl.columns.what,
        rowHeader: true,
        cell: (one) => <Subject of={one} />,
      },
      { key: 'kind', label: pl.columns.kind, cell: (one) => deadlineWordsOf(one.kind) },
      {
        key: 'day',
        label: pl.columns.day,
        numeric: true,
        nowrap: true,
        cell: (one) => <DateText date={one.dueOn} />,
      },
      ...(owners
        ? [{ key: 'owner', label: pl.columns.owner, cell: (one: ListedDeadline) => one.ownerName ?? pl.team }]
        : []),
      { key: 'why', label: pl.columns.why, nowrap: true, cell: (one) => <Why of={one} /> },
    ]}
  />
);
