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
import type { Lang } from '../../../lang.ts';
import { HelpWays } from '../../directory/index.ts';
import { questionsOf } from '../domain/application-fields.ts';
import { priceWords } from '../domain/fee.ts';
import { isFull, type Offer, peopleLeft } from '../domain/offer.ts';
import { fieldIn } from '../field-words.ts';
import type { WebWords } from '../pl-web.ts';
import { webWordsOf } from '../web-words.ts';
import { listProgrammes, type ProgrammeList } from '../queries/list-programmes.ts';
import type { VersionView } from '../queries/view.ts';
import { viewProgramme } from '../queries/view-programme.ts';
import { Paragraphs } from './item-view.tsx';
import { ConditionList } from './parts.tsx';

const periodWords = ({ version }: VersionView, words: WebWords): string | undefined =>
  version.validFrom
    ? words.period(shortDate(version.validFrom), version.validTo && shortDate(version.validTo))
    : undefined;

const ProgrammeCard = ({ view, home, words }: { view: VersionView; home: string; words: WebWords }) => (
  <Card
    title={view.programme.name}
    level={2}
    href={`${home}/programy/${view.programme.id}`}
    meta={[view.programme.gminaName, periodWords(view, words), words.count(view.offers.length)]
      .filter(Boolean)
      .join(' · ')}
  >
    {view.version.items.nameAndGoal?.goal && <p lang="pl">{view.version.items.nameAndGoal.goal}</p>}
  </Card>
);

function listView({ programmes }: ProgrammeList, context: PageContext): View {
  const { home } = context.centre;
  const words = webWordsOf(context.lang);
  const inForce = programmes.filter((one) => one.version.state === 'in_force');
  return {
    title: words.title,
    lead: words.lead,
    trail: [{ href: home, label: words.home }],
    body:
      inForce.length === 0 ? (
        <EmptyState
          title={words.emptyTitle}
          action={<ButtonLink href={`${home}/zglos`}>{words.report}</ButtonLink>}
        >
          <p>{words.empty}</p>
        </EmptyState>
      ) : (
        <Stack>
          <CardList>
            {inForce.map((view) => (
              <ProgrammeCard key={view.programme.id} view={view} home={home} words={words} />
            ))}
          </CardList>
          <HelpWays context={context} />
        </Stack>
      ),
  };
}

// Places are taken and given back by cases and plans.
const keep = { until: ['programmes', 'directory', 'casework', 'plans'] };

export const publicListPage = page({
  door: 'public',
  path: '/:centre/programy',
  keep,
  load: async (ask) => await ask(listProgrammes, {}),
  view: listView,
});

const Places = ({ offer, words }: { offer: Offer; words: WebWords }) => {
  const left = peopleLeft(offer);
  if (isFull(offer)) return <StateTag state="stopped" label={words.noPlaces} />;
  return left === null ? null : <StateTag state="open" label={words.places(left)} />;
};

const OfferCard = ({ offer, view, context }: { offer: Offer; view: VersionView; context: PageContext }) => {
  const words = webWordsOf(context.lang);
  return (
    <Card
      title={offer.serviceName}
      href={`${context.centre.home}/uslugi/${offer.serviceId}`}
      aside={view.version.state === 'in_force' && <Places offer={offer} words={words} />}
    >
      <DescriptionList
        items={[
          {
            term: words.fee,
            value: priceWords(offer, context.today, words) ?? offer.feeNote ?? (
              <Unknown>{words.feeUnsaid}</Unknown>
            ),
          },
          ...(offer.conditions.length > 0
            ? [
                {
                  term: words.conditions,
                  value: (
                    <div lang="pl">
                      <ConditionList conditions={offer.conditions} />
                    </div>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
};

const Rules = ({ view, lang }: { view: VersionView; lang: Lang }) => {
  const words = webWordsOf(lang);
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
                <li key={field.id}>{fieldIn(field, lang).label}</li>
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
  const { home } = context.centre;
  const words = webWordsOf(context.lang);
  const addresses = [version.bipOffice, version.bipCentre].filter((one): one is string => one !== null);
  const goal = version.items.nameAndGoal?.goal;
  return {
    title: programme.name,
    ...(goal ? { lead: goal } : {}),
    trail: [
      { href: home, label: words.home },
      { href: `${home}/programy`, label: words.title },
    ],
    body: (
      <Stack>
        {words.inPolish && <Notice kind="info">{words.inPolish}</Notice>}
        {programme.note && (
          <Notice kind="info" title={words.note}>
            {programme.note}
          </Notice>
        )}
        {version.state !== 'in_force' && <Notice kind="warning">{words.states[version.state]}</Notice>}
        <Panel id="uslugi" title={words.services}>
          <p>{[programme.gminaName, periodWords(data, words)].filter(Boolean).join(', ')}</p>
          <CardList>
            {offers.map((offer) => (
              <OfferCard key={offer.id} offer={offer} view={data} context={context} />
            ))}
          </CardList>
          {version.state === 'in_force' && (
            <Actions>
              <ButtonLink href={`${home}/wniosek?program=${programme.id}`} variant="primary">
                {words.apply}
              </ButtonLink>
              <ButtonLink href={`${home}/zglos`}>{words.report}</ButtonLink>
            </Actions>
          )}
        </Panel>
        <Rules view={data} lang={context.lang} />
        <HelpWays context={context} />
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
  keep,
  load: async (ask, request) => await ask(viewProgramme, { programmeId: request.params['programmeId'] }),
  view: programmeView,
});
