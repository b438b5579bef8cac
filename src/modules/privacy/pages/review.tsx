import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  About,
  ActionForm,
  Actions,
  Button,
  DateText,
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
import { approveReview, carryOutReview, decideItem, dropReview } from '../commands/retention.ts';
import { approvesReview, decides } from '../domain/policy.ts';
import { pl } from '../pl.ts';
import { reviewQuery } from '../queries/retention.ts';
import { retentionPath, reviewPath } from './paths.ts';
import { listShapes, trailOf } from './retention-parts.ts';

const words = pl.retention;
const ofReview = pl.review;

type Review = NonNullable<Awaited<ReturnType<typeof reviewQuery.read>>>;
type Item = Review['items'][number];

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
          cell: (one) => one.sign,
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
          cell: (one) => (
            <>
              {[standing(one), one.reason].filter(Boolean).join(': ')}
              {review.state === 'draft' && (
                <>
                  {' '}
                  <a href={`${reviewPath(review.id)}/pozycje/${one.id}`}>
                    {ofReview.decide}
                    <About about={one.sign} />
                  </a>
                </>
              )}
            </>
          ),
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
    aside: <StateTag state={listShapes[review.state]} label={words.states[review.state]} />,
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
      ...(item
        ? {
            lead: ofReview.itemLead(
              shortDate(item.closedOn),
              `${item.category}${item.years ?? ''}`,
              item.dueOn === null ? null : shortDate(item.dueOn),
            ),
          }
        : {}),
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
            <TextInput name="reason" label={ofReview.reason} hint={ofReview.reasonHint} width="l" optional />
            {item?.category === 'BE' && (
              <TextInput
                name="expertise"
                label={ofReview.expertise}
                hint={ofReview.expertiseHint}
                width="l"
                optional
              />
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

/** One list of files whose time is over: its lines, what is decided of each, and its end. */
export const reviewRoutes = [
  reviewPage,
  itemPage,
  step('pozycje/:itemId', decideItem, itemPage),
  step('zatwierdz', approveReview),
  step('wykonaj', carryOutReview),
  step('odloz', dropReview),
];
