import { page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  ButtonLink,
  Card,
  CardList,
  DescriptionList,
  EmptyState,
  Notice,
  Panel,
  Prose,
  shortDate,
  Stack,
  StateTag,
  Unknown,
} from '../../../ui/index.ts';
import { questionsOf } from '../domain/application-fields.ts';
import { priceWords } from '../domain/fee.ts';
import { isFull, type Offer, peopleLeft } from '../domain/offer.ts';
import { pl } from '../pl.ts';
import { listProgrammes, type ProgrammeList } from '../queries/list-programmes.ts';
import type { VersionView } from '../queries/view.ts';
import { viewProgramme } from '../queries/view-programme.ts';
import { Paragraphs } from './item-view.tsx';
import { ConditionList } from './parts.tsx';

const words = pl.pages.public;

const periodWords = ({ version }: VersionView): string | undefined =>
  version.validFrom
    ? words.period(shortDate(version.validFrom), version.validTo && shortDate(version.validTo))
    : undefined;

const ProgrammeCard = ({ view, slug }: { view: VersionView; slug: string }) => (
  <Card
    title={view.programme.name}
    href={`/${slug}/programy/${view.programme.id}`}
    meta={[view.programme.gminaName, periodWords(view), pl.pages.list.services(view.offers.length)]
      .filter(Boolean)
      .join(' · ')}
  >
    {view.version.items.nameAndGoal?.goal && <p>{view.version.items.nameAndGoal.goal}</p>}
  </Card>
);

function listView({ programmes }: ProgrammeList, context: PageContext): View {
  const { slug } = context.centre;
  const inForce = programmes.filter((one) => one.version.state === 'in_force');
  return {
    title: words.title,
    lead: words.lead,
    trail: [{ href: `/${slug}`, label: words.home }],
    body:
      inForce.length === 0 ? (
        <EmptyState
          title={words.emptyTitle}
          action={<ButtonLink href={`/${slug}/zglos`}>{words.report}</ButtonLink>}
        >
          <p>{words.empty}</p>
        </EmptyState>
      ) : (
        <CardList>
          {inForce.map((view) => (
            <ProgrammeCard key={view.programme.id} view={view} slug={slug} />
          ))}
        </CardList>
      ),
  };
}

export const publicListPage = page({
  door: 'public',
  path: '/:centre/programy',
  load: async (ask) => await ask(listProgrammes, {}),
  view: listView,
});

const Places = ({ offer }: { offer: Offer }) => {
  const left = peopleLeft(offer);
  if (isFull(offer)) return <StateTag state="stopped" label={words.noPlaces} />;
  return left === null ? null : <StateTag state="open" label={words.places(left)} />;
};

const OfferCard = ({ offer, view, context }: { offer: Offer; view: VersionView; context: PageContext }) => (
  <Card
    title={offer.serviceName}
    href={`/${context.centre.slug}/uslugi/${offer.serviceId}`}
    aside={view.version.state === 'in_force' && <Places offer={offer} />}
  >
    <DescriptionList
      items={[
        {
          term: words.fee,
          value: priceWords(offer, context.today) ?? offer.feeNote ?? (
            <Unknown>{pl.pages.view.feeUnsaid}</Unknown>
          ),
        },
        ...(offer.conditions.length > 0
          ? [{ term: pl.pages.view.conditions, value: <ConditionList conditions={offer.conditions} /> }]
          : []),
      ]}
    />
  </Card>
);

const Rules = ({ view }: { view: VersionView }) => {
  const { items } = view.version;
  return (
    <>
      {items.qualification && (
        <Panel id="zasady" title={words.how} tone="plain">
          {items.qualification.conditions.length > 0 && (
            <ConditionList conditions={items.qualification.conditions} />
          )}
          {items.qualification.procedure && <Paragraphs text={items.qualification.procedure} />}
        </Panel>
      )}
      {items.fees?.text && (
        <Panel id="oplaty" title={words.fee} tone="plain">
          <Paragraphs text={items.fees.text} />
        </Panel>
      )}
      {items.evidence && (
        <Panel id="dokumenty" title={words.evidence} tone="plain">
          <Prose>
            <ul>
              {items.evidence.rows.map((row) => (
                <li key={row.criterion}>
                  {row.criterion}: {row.documents}
                </li>
              ))}
            </ul>
          </Prose>
        </Panel>
      )}
      {items.personalData && (
        <Panel id="dane" title={words.data} tone="plain">
          <p>{words.dataLead}</p>
          <Prose>
            <ul>
              {questionsOf(items.personalData.fields).map((field) => (
                <li key={field.id}>{field.label}</li>
              ))}
            </ul>
          </Prose>
        </Panel>
      )}
    </>
  );
};

function programmeView(data: VersionView, context: PageContext): View {
  const { programme, version, offers } = data;
  const { slug } = context.centre;
  const addresses = [version.bipOffice, version.bipCentre].filter((one): one is string => one !== null);
  const goal = version.items.nameAndGoal?.goal;
  return {
    title: programme.name,
    ...(goal ? { lead: goal } : {}),
    trail: [
      { href: `/${slug}`, label: words.home },
      { href: `/${slug}/programy`, label: words.title },
    ],
    body: (
      <Stack>
        {programme.note && (
          <Notice kind="info" title={pl.pages.view.noteTitle}>
            {programme.note}
          </Notice>
        )}
        {version.state !== 'in_force' && <Notice kind="warning">{pl.states[version.state]}</Notice>}
        <Panel id="uslugi" title={words.services}>
          <p>{[programme.gminaName, periodWords(data)].filter(Boolean).join(', ')}</p>
          <CardList>
            {offers.map((offer) => (
              <OfferCard key={offer.id} offer={offer} view={data} context={context} />
            ))}
          </CardList>
          {version.state === 'in_force' && (
            <Actions>
              <ButtonLink href={`/${slug}/wniosek?program=${programme.id}`} variant="primary">
                {words.apply}
              </ButtonLink>
              <ButtonLink href={`/${slug}/zglos`}>{words.report}</ButtonLink>
            </Actions>
          )}
        </Panel>
        <Rules view={data} />
        {addresses.length > 0 && (
          <Panel id="tekst" title={words.published} tone="plain">
            <ul>
              {addresses.map((one) => (
                <li key={one}>
                  <a href={one}>{one}</a>
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </Stack>
    ),
  };
}

export const publicProgrammePage = page({
  door: 'public',
  path: '/:centre/programy/:programmeId',
  load: async (ask, request) => await ask(viewProgramme, { programmeId: request.params['programmeId'] }),
  view: programmeView,
});
