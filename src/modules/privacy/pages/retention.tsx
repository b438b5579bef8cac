import { form, formOf, page, type View } from '../../../platform/http/route.ts';
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  DateInput,
  DateText,
  EmptyState,
  Form,
  Notice,
  Panel,
  Radios,
  shortDate,
  Stack,
  StateTag,
  Table,
  TextInput,
} from '../../../ui/index.ts';
import { permits } from '../../../platform/actor.ts';
import { makeReview, setClass } from '../commands/retention.ts';
import { decides } from '../domain/policy.ts';
import { pl } from '../pl.ts';
import { retentionQuery } from '../queries/retention.ts';
import { retentionPath, reviewPath } from './paths.ts';
import { listShapes, trailOf } from './retention-parts.ts';

const words = pl.retention;

type Retention = NonNullable<Awaited<ReturnType<typeof retentionQuery.read>>>;

const Classes = ({ classes, adds }: { classes: Retention['classes']; adds: boolean }) => (
  <Panel
    id="klasy"
    title={words.classes}
    {...(adds ? { actions: <ButtonLink href={`${retentionPath}/klasa`}>{words.add}</ButtonLink> } : {})}
  >
    {classes.length === 0 ? (
      <EmptyState title={words.classesEmpty} level={3}>
        {words.classesEmptyWhat}
      </EmptyState>
    ) : (
      <Table
        caption={words.classes}
        captionHidden
        rows={classes}
        rowKey={(one) => one.id}
        columns={[
          { key: 'sign', label: words.columns.sign, rowHeader: true, nowrap: true, cell: (one) => one.sign },
          { key: 'title', label: words.columns.title, cell: (one) => one.title },
          { key: 'category', label: words.columns.category, cell: (one) => one.category },
          {
            key: 'years',
            label: words.columns.years,
            numeric: true,
            cell: (one) => (one.years === null ? words.forever : words.years(one.years)),
          },
          {
            key: 'from',
            label: words.columns.from,
            nowrap: true,
            cell: (one) => words.holds(shortDate(one.validFrom), one.validTo && shortDate(one.validTo)),
          },
          { key: 'source', label: words.columns.source, cell: (one) => one.source },
        ]}
      />
    )}
  </Panel>
);

const Lists = ({ reviews }: { reviews: Retention['reviews'] }) => (
  <Panel id="spisy" title={words.lists} tone="plain">
    {reviews.length === 0 ? (
      <p>{words.noLists}</p>
    ) : (
      <Table
        caption={words.lists}
        captionHidden
        rows={reviews}
        rowKey={(one) => one.id}
        columns={[
          {
            key: 'made',
            label: words.listColumns.made,
            rowHeader: true,
            cell: (one) => <a href={reviewPath(one.id)}>{shortDate(one.madeOn)}</a>,
          },
          { key: 'by', label: words.listColumns.by, cell: (one) => one.maker },
          {
            key: 'state',
            label: words.listColumns.state,
            cell: (one) => <StateTag state={listShapes[one.state]} label={words.states[one.state]} />,
          },
          {
            key: 'done',
            label: words.listColumns.done,
            cell: (one) => (one.carriedOutOn ? <DateText date={one.carriedOutOn} /> : '–'),
          },
        ]}
      />
    )}
  </Panel>
);

const Waiting = ({ retention, once }: { retention: Retention; once: string }) => {
  const open = retention.reviews.find(({ state }) => state === 'draft' || state === 'approved');
  return (
    <Panel id="czas-minal" title={words.waiting}>
      <p>{open ? words.openList(shortDate(open.madeOn)) : words.due(retention.due)}</p>
      {open ? (
        <ButtonLink href={reviewPath(open.id)} variant="primary">
          {words.goToList}
        </ButtonLink>
      ) : (
        retention.due > 0 && (
          <ActionForm action={`${retentionPath}/spis`} label={words.make} variant="primary" once={once} />
        )
      )}
    </Panel>
  );
};

const retentionPage = page({
  door: 'staff',
  path: retentionPath,
  load: (ask) => ask(retentionQuery, {}),
  view: (retention, context): View => {
    const failed = context.form.command === makeReview.name ? context.form.problem : undefined;
    return {
      title: words.title,
      lead: words.lead,
      current: pl.current,
      trail: trailOf(context),
      body: (
        <Stack>
          {failed && <Notice kind="danger">{failed.words}</Notice>}
          {retention.unknown.length > 0 && (
            <Notice kind="warning">{words.unknown(retention.unknown.join(', '))}</Notice>
          )}
          <Waiting retention={retention} once={context.form.once} />
          <Lists reviews={retention.reviews} />
          <Classes classes={retention.classes} adds={permits(decides, context.actor, undefined)} />
        </Stack>
      ),
    };
  },
});

const classPage = page({
  door: 'staff',
  path: `${retentionPath}/klasa`,
  command: setClass,
  load: (ask) => ask(retentionQuery, {}),
  view: ({ unknown }, context): View => ({
    title: words.form.title,
    width: 'narrow',
    current: pl.current,
    trail: [...trailOf(context), { href: retentionPath, label: words.title }],
    body: (
      <Form
        action={`${retentionPath}/klasa`}
        {...formOf(context, setClass, { sign: unknown[0] ?? '', category: 'B' })}
      >
        <Stack>
          <TextInput
            name="sign"
            label={words.form.sign}
            hint={words.form.signHint}
            width="s"
            inputMode="numeric"
          />
          <TextInput name="title" label={words.form.name} width="l" />
          <Radios
            name="category"
            label={words.form.category}
            choices={(['B', 'BE', 'A'] as const).map((one) => ({
              value: one,
              label: words.form.categories[one],
            }))}
          />
          <TextInput
            name="years"
            label={words.form.years}
            hint={words.form.yearsHint}
            width="xs"
            inputMode="numeric"
            optional
          />
          <DateInput name="validFrom" label={words.form.validFrom} />
          <TextInput name="source" label={words.form.source} width="l" />
          <Actions>
            <Button variant="primary">{words.form.submit}</Button>
          </Actions>
        </Stack>
      </Form>
    ),
  }),
});

/** Classes of the filing plan and files whose time is over; a list of them is a page of its own, review.tsx. */
export const retentionRoutes = [
  retentionPage,
  classPage,
  form({
    door: 'staff',
    path: `${retentionPath}/klasa`,
    command: setClass,
    page: classPage,
    next: () => retentionPath,
  }),
  form({
    door: 'staff',
    path: `${retentionPath}/spis`,
    command: makeReview,
    page: retentionPage,
    next: ({ reviewId }) => reviewPath(reviewId),
  }),
];
