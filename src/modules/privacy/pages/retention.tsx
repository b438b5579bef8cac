import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
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
import {
  approveReview,
  carryOutReview,
  decideItem,
  dropReview,
  makeReview,
  setClass,
} from '../commands/retention.ts';
import { approvesReview, decides, watches } from '../domain/policy.ts';
import { pl } from '../pl.ts';
import { retentionQuery, reviewQuery } from '../queries/retention.ts';
import { homePath, retentionPath, reviewPath } from './paths.ts';

const words = pl.retention;
const ofReview = pl.review;

type Retention = NonNullable<Awaited<ReturnType<typeof retentionQuery.read>>>;
type Review = NonNullable<Awaited<ReturnType<typeof reviewQuery.read>>>;
type Item = Review['items'][number];

const trailOf = (context: PageContext) =>
  permits(watches, context.actor, undefined) ? [{ href: homePath, label: pl.home.title }] : [];

const shapes = { draft: 'open', approved: 'waiting', carried_out: 'done', dropped: 'stopped' } as const;

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
            cell: (one) => <StateTag state={shapes[one.state]} label={words.states[one.state]} />,
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

const retentionPage = page({
  door: 'staff',
  path: retentionPath,
  load: (ask) => ask(retentionQuery, {}),
  view: (retention, context): View => {
    const open = retention.reviews.some(({ state }) => state === 'draft' || state === 'approved');
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
          <Classes classes={retention.classes} adds={permits(decides, context.actor, undefined)} />
          <Lists reviews={retention.reviews} />
          <p>{words.due(retention.due)}</p>
          {retention.due > 0 && !open && (
            <ActionForm
              action={`${retentionPath}/spis`}
              label={words.make}
              variant="primary"
              once={context.form.once}
            />
          )}
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

const standing = (item: Item): string =>
  item.erasedOn ? `${ofReview.erased} ${shortDate(item.erasedOn)}` : ofReview[item.decision];

const Items = ({ review }: { review: Review }) => (
  <Panel id="pozycje" title={ofReview.items}>
    <Table
      caption={ofReview.items}
      captionHidden
      rows={review.items}
      rowKey={(one) => one.id}
      tone={(one) => (one.blockers.length > 0 && one.decision === 'erase' ? 'warning' : undefined)}
      columns={[
        {
          key: 'sign',
          label: ofReview.columns.sign,
          rowHeader: true,
          nowrap: true,
          cell: (one) =>
            review.state === 'draft' ? (
              <a href={`${reviewPath(review.id)}/pozycje/${one.id}`}>{one.sign}</a>
            ) : (
              one.sign
            ),
        },
        {
          key: 'closed',
          label: ofReview.columns.closed,
          nowrap: true,
          cell: (one) => <DateText date={one.closedOn} />,
        },
        {
          key: 'category',
          label: ofReview.columns.category,
          cell: (one) => `${one.category}${one.years === null ? '' : one.years}`,
        },
        {
          key: 'due',
          label: ofReview.columns.due,
          nowrap: true,
          cell: (one) => (one.dueOn ? <DateText date={one.dueOn} /> : words.forever),
        },
        {
          key: 'decision',
          label: ofReview.columns.decision,
          cell: (one) => [standing(one), one.reason].filter(Boolean).join(': '),
        },
        {
          key: 'stays',
          label: ofReview.columns.stays,
          cell: (one) =>
            one.blockers.length === 0
              ? ofReview.nothing
              : one.blockers.map((code) => ofReview.blockers[code] ?? code).join('; '),
        },
      ]}
    />
  </Panel>
);

const Step = ({ review, context }: { review: Review; context: PageContext }) => {
  const path = reviewPath(review.id);
  const drop = (
    <ActionForm
      action={`${path}/odloz`}
      label={ofReview.drop}
      variant="quiet"
      once={context.form.once}
      version={review.version}
    />
  );
  if (review.state === 'draft')
    return permits(approvesReview, context.actor, review) ? (
      <Panel id="zatwierdz" title={ofReview.approve}>
        <p>{ofReview.approveWhat}</p>
        <Form action={`${path}/zatwierdz`} {...formOf(context, approveReview)} version={review.version}>
          <TextInput name="consent" label={ofReview.consent} hint={ofReview.consentHint} width="l" />
          <Actions>
            <Button variant="primary">{ofReview.approveSubmit}</Button>
          </Actions>
        </Form>
        {drop}
      </Panel>
    ) : (
      <Stack>
        <Notice kind="info">{ofReview.ownList}</Notice>
        {drop}
      </Stack>
    );
  if (review.state === 'approved')
    return (
      <Panel id="wykonaj" title={ofReview.carryOut}>
        <p>
          {ofReview.approved(review.approver ?? '', shortDate(review.approvedOn ?? ''), review.consent ?? '')}
        </p>
        <Notice kind="warning">{ofReview.carryOutWhat}</Notice>
        {permits(decides, context.actor, undefined) && (
          <ActionForm
            action={`${path}/wykonaj`}
            label={ofReview.carryOut}
            variant="danger"
            once={context.form.once}
            version={review.version}
          />
        )}
        {drop}
      </Panel>
    );
  return review.carriedOutOn ? (
    <Notice kind="success">{ofReview.carriedOut(shortDate(review.carriedOutOn))}</Notice>
  ) : null;
};

const loadReview = (ask: Parameters<Parameters<typeof page>[0]['load']>[0], params: Record<string, string>) =>
  ask(reviewQuery, { reviewId: params['reviewId'], itemId: params['itemId'] });

const reviewPage = page({
  door: 'staff',
  path: `${retentionPath}/:reviewId`,
  load: (ask, request) => loadReview(ask, request.params),
  view: (review, context): View => ({
    title: ofReview.title(shortDate(review.madeOn)),
    lead: ofReview.lead,
    width: 'wide',
    current: pl.current,
    trail: [...trailOf(context), { href: retentionPath, label: words.title }],
    aside: <StateTag state={shapes[review.state]} label={words.states[review.state]} />,
    body: (
      <Stack>
        <Items review={review} />
        <Step review={review} context={context} />
      </Stack>
    ),
  }),
});

const itemPage = page({
  door: 'staff',
  path: `${retentionPath}/:reviewId/pozycje/:itemId`,
  command: decideItem,
  load: (ask, request) => loadReview(ask, request.params),
  view: (review, context): View => {
    const item = review.items.find(({ id }) => id === context.params['itemId']);
    return {
      title: ofReview.decideTitle(item?.sign ?? ''),
      width: 'narrow',
      current: pl.current,
      trail: [
        ...trailOf(context),
        { href: retentionPath, label: words.title },
        { href: reviewPath(review.id), label: ofReview.title(shortDate(review.madeOn)) },
      ],
      body: (
        <Form
          action={`${reviewPath(review.id)}/pozycje/${context.params['itemId'] ?? ''}`}
          {...formOf(context, decideItem, {
            decision: item?.decision ?? 'erase',
            reason: item?.reason ?? '',
            expertise: item?.expertise ?? '',
          })}
        >
          <Stack>
            <Radios
              name="decision"
              label={ofReview.decision}
              choices={[
                { value: 'erase', label: ofReview.decisionErase },
                { value: 'keep', label: ofReview.decisionKeep },
              ]}
            />
            <TextInput name="reason" label={ofReview.reason} width="l" optional />
            {item?.category === 'BE' && (
              <TextInput name="expertise" label={ofReview.expertise} width="l" optional />
            )}
            <Actions>
              <Button variant="primary">{ofReview.saveDecision}</Button>
            </Actions>
          </Stack>
        </Form>
      ),
    };
  },
});

const toReview = (_done: unknown, request: { params: Record<string, string> }): string =>
  reviewPath(request.params['reviewId'] ?? '');

const step = (path: string, command: Parameters<typeof form>[0]['command'], shown = reviewPage) =>
  form({ door: 'staff', path: `${retentionPath}/:reviewId/${path}`, command, page: shown, next: toReview });

/** Classes of the filing plan, lists of files whose time is over, and what is done with each. */
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
  reviewPage,
  itemPage,
  step('pozycje/:itemId', decideItem, itemPage),
  step('zatwierdz', approveReview),
  step('wykonaj', carryOutReview),
  step('odloz', dropReview),
];
