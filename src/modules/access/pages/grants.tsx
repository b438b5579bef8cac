import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import type { Shape } from '../../../ui/index.ts';
import {
  About,
  Actions,
  Button,
  ButtonLink,
  Card,
  DescriptionList,
  EmptyState,
  Form,
  moment,
  Notice,
  Radios,
  Row,
  Stack,
  StateTag,
  Tabs,
  TextArea,
} from '../../../ui/index.ts';
import { openByNecessity, reviewGrant } from '../commands/necessity.ts';
import { type GrantState, verdicts } from '../domain/necessity.ts';
import { pl } from '../pl.ts';
import { findOpenGrantQuery, listGrantsQuery, type ShownGrant } from '../queries/grants.ts';

const words = pl.grants;

const shapes: Record<GrantState, Shape> = { to_review: 'waiting', justified: 'done', unjustified: 'refused' };

const Review = ({ grant, context }: { grant: ShownGrant; context: PageContext }) => {
  const { form: sent } = context;
  const mine = sent.command === reviewGrant.name && sent.values['grantId'] === grant.id;
  return (
    <Form
      id={`ocena-${grant.id}`}
      action="/praca/dostepy/ocena"
      {...(mine ? formOf(context, reviewGrant) : { once: sent.once })}
      hidden={{ grantId: grant.id }}
      label={`${words.verdict}: ${grant.accountName}, ${grant.personName}`}
    >
      <Radios
        name="verdict"
        label={words.verdict}
        inline
        choices={verdicts.map((verdict) => ({ value: verdict, label: words.verdicts[verdict] }))}
      />
      <TextArea name="note" label={words.note} hint={words.noteHint} rows={2} optional />
      <Actions>
        <Button about={`${grant.accountName}, ${grant.personName}`}>{words.review}</Button>
      </Actions>
    </Form>
  );
};

const Judgement = ({ grant, context }: { grant: ShownGrant; context: PageContext }) => {
  if (grant.state === 'to_review')
    return grant.accountId === context.actor.accountId ? (
      <Notice kind="info">{words.own}</Notice>
    ) : (
      <Review grant={grant} context={context} />
    );
  return (
    <DescriptionList
      items={[
        {
          term: words.by,
          value: grant.reviewedBy ?? '',
          note: grant.reviewedAt ? moment(grant.reviewedAt) : '',
        },
        ...(grant.review ? [{ term: words.note, value: grant.review }] : []),
      ]}
    />
  );
};

const Opening = ({ grant, context }: { grant: ShownGrant; context: PageContext }) => (
  <Card
    level={2}
    title={grant.personName}
    meta={words.opened(grant.accountName, grant.accountPosition)}
    aside={
      <Row>
        {grant.until > context.now && <StateTag state="running" label={words.openNow} />}
        <StateTag state={shapes[grant.state]} label={words.states[grant.state]} />
      </Row>
    }
  >
    <DescriptionList
      items={[
        { term: words.reason, value: grant.reason },
        { term: words.time, value: `${moment(grant.grantedAt)} – ${moment(grant.until).slice(-5)}` },
      ]}
    />
    <p>
      <a href={`/praca/osoby/${grant.personId}/kto-widzi#kto-zagladal`}>
        {words.looked}
        <About about={`${grant.accountName}, ${grant.personName}`} />
      </a>
    </p>
    <Judgement grant={grant} context={context} />
  </Card>
);

const whichOf = (query: Record<string, string>): 'to_review' | 'reviewed' =>
  query['pokaz'] === 'ocenione' ? 'reviewed' : 'to_review';

export const grantsPage = page({
  door: 'staff',
  path: '/praca/dostepy',
  load: (ask, request) => ask(listGrantsQuery, { which: whichOf(request.query) }),
  view(grants, context): View {
    const which = whichOf(context.query);
    return {
      title: words.title,
      lead: words.lead,
      current: words.current,
      body: (
        <Stack>
          <Tabs
            label={words.tabs}
            items={[
              {
                href: '/praca/dostepy',
                label: words.toReview,
                current: which === 'to_review',
                ...(which === 'to_review' ? { count: grants.length } : {}),
              },
              { href: '/praca/dostepy?pokaz=ocenione', label: words.reviewed, current: which === 'reviewed' },
            ]}
          />
          {grants.length === 0 ? (
            <EmptyState title={which === 'to_review' ? words.empty : words.emptyReviewed}>
              {which === 'to_review' ? words.emptyWhat : words.emptyReviewedWhat}
            </EmptyState>
          ) : (
            grants.map((grant) => <Opening key={grant.id} grant={grant} context={context} />)
          )}
        </Stack>
      ),
    };
  },
});

/** The form that opens a person outside one's own cases; other modules link here from "not yours". */
export const necessityPage = page({
  door: 'staff',
  path: '/praca/dostepy/osoba/:personId',
  load: (ask, request) => ask(findOpenGrantQuery, { personId: request.params['personId'] }),
  view({ until }, context): View {
    const person = `/praca/osoby/${context.params['personId'] ?? ''}`;
    return {
      title: words.openTitle,
      ...(until ? {} : { lead: words.openLead }),
      width: 'narrow',
      body: until ? (
        <Stack>
          <Notice kind="info">{words.alreadyOpen(moment(until).slice(-5))}</Notice>
          <Actions>
            <ButtonLink href={person} variant="primary">
              {words.goToPerson}
            </ButtonLink>
          </Actions>
        </Stack>
      ) : (
        <Form action={context.path} {...formOf(context, openByNecessity)}>
          <TextArea name="reason" label={words.openWhy} hint={words.openWhyHint} rows={4} maxLength={1000} />
          <Notice kind="warning">{words.openKept}</Notice>
          <Actions>
            <Button variant="primary">{words.open}</Button>
          </Actions>
        </Form>
      ),
    };
  },
});

export const grantForms = [
  form({
    door: 'staff',
    path: '/praca/dostepy/ocena',
    command: reviewGrant,
    page: grantsPage,
    next: () => '/praca/dostepy',
  }),
  form({
    door: 'staff',
    path: '/praca/dostepy/osoba/:personId',
    command: openByNecessity,
    page: necessityPage,
    next: (_result, request) => `/praca/osoby/${request.params['personId'] ?? ''}`,
  }),
];
