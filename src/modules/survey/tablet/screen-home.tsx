import { ButtonLink, Card, CardList, DateText, EmptyState, Notice, Panel, Stack } from '../../../ui/index.ts';
import { textIn } from '../domain/definition.ts';
import type { Listed } from './api.ts';
import { mayBegin, newestOf, placeOf } from './interview.ts';
import type { Draft, Kept, TakenSurvey, Waiting } from './keeping.ts';
import { tablet } from './pl.ts';
import { Do, Screen } from './screens.tsx';
import type { Ending } from './send.ts';

/** Where an interviewer signs in again, and comes back from. */
export const signInPath = '/logowanie?powrot=%2Fpraca%2Ftablet';

/** All that the first screen shows. */
export interface HomeData {
  device: string;
  today: string;
  surveys: readonly Kept<TakenSurvey>[];
  drafts: readonly Kept<Draft>[];
  queue: readonly Kept<Waiting>[];
  unreadable: number;
  /** What can be taken along; undefined: nobody could be asked. */
  offered: readonly Listed[] | undefined;
  signedOut: boolean;
  sending: 'now' | Ending | undefined;
  /** Said once: what has just been done. */
  said?: string | undefined;
  lowSpace: boolean;
  mayVanish: boolean;
}

const words = tablet.home;

const SignIn = () => (
  <Notice
    kind="warning"
    action={
      <ButtonLink href={signInPath} variant="primary">
        {tablet.sending.signIn}
      </ButtonLink>
    }
    live
  >
    <p>{tablet.sending.signedOut}</p>
  </Notice>
);

function Said({ sending }: Pick<HomeData, 'sending'>) {
  const say = tablet.sending;
  if (sending === undefined) return null;
  if (sending === 'now') return <Notice kind="info" title={say.now} live />;
  const sent = sending.sent > 0 && (
    <Notice kind="success" live>
      <p>{say.sent(sending.sent)}</p>
    </Notice>
  );
  if (sending.kind === 'away')
    return (
      <>
        {sent}
        <Notice kind="warning" live>
          <p>{say.away}</p>
        </Notice>
      </>
    );
  if (sending.kind === 'refused')
    return (
      <>
        {sent}
        <Notice kind="danger" live>
          <p>{say.refused(sending.words, sending.code)}</p>
        </Notice>
      </>
    );
  return <>{sent}</>;
}

const Sending = ({ data }: { data: HomeData }) => {
  const say = tablet.sending;
  const ready = data.queue.filter(({ value }) => !value.aside);
  const aside = data.queue.flatMap(({ key, value }) =>
    value.aside ? [{ key, day: value.sheet.day, ...value.aside }] : [],
  );
  return (
    <Panel id="wyslanie" title={say.title}>
      <Stack>
        <Said sending={data.sending} />
        {ready.length === 0 ? (
          <p>{say.none}</p>
        ) : (
          <>
            <p class="tablet-waiting">
              <strong>{say.waiting(ready.length)}</strong>
            </p>
            <p>{say.safe}</p>
            <Do
              name="send"
              label={say.submit}
              {...(data.surveys.length === 0 ? { variant: 'primary' } : {})}
            />
            <p class="description-note">{say.byItself}</p>
          </>
        )}
        {aside.length > 0 && (
          <Notice kind="warning" title={`${say.aside}: ${aside.length}`}>
            <p>{say.asideWhy}</p>
            <ul>
              {aside.map(({ key, day, words: why, code }) => (
                <li key={key}>{say.asideOne(day, why, code)}</li>
              ))}
            </ul>
            <Do name="again" label={say.again} />
          </Notice>
        )}
      </Stack>
    </Panel>
  );
};

const SurveyCard = ({
  survey: { key, value },
  today,
  first,
}: {
  survey: Kept<TakenSurvey>;
  today: string;
  first: boolean;
}) => {
  const title = textIn(value.definition.title, 'pl');
  const waits = !value.closed && value.opensOn !== null && value.opensOn > today;
  return (
    <Card
      title={title}
      level={2}
      meta={
        <>
          {words.until} {value.closesOn && <DateText date={value.closesOn} />}.{' '}
          {words.version(value.versionNo)}.{value.sampling === 'open' && ` ${words.open}.`}
        </>
      }
    >
      {mayBegin(value, today) ? (
        <Do
          name="begin"
          label={words.begin}
          values={{ survey: key }}
          about={title}
          variant={first ? 'primary' : 'secondary'}
        />
      ) : (
        <p>
          {waits && value.opensOn ? (
            <>
              {words.waits} <DateText date={value.opensOn} />
            </>
          ) : (
            words.over
          )}
        </p>
      )}
    </Card>
  );
};

/** Whether a talk was begun with questions that have changed since. */
const isOlder = ({ value }: Kept<Draft>, surveys: HomeData['surveys']): boolean =>
  surveys.some((one) => one.value.surveyId === value.surveyId && one.value.versionNo > value.versionNo);

const Talks = ({ data }: { data: HomeData }) => (
  <Panel id="rozmowy" title={words.drafts}>
    {data.drafts.some((talk) => isOlder(talk, data.surveys)) && <p>{words.newVersion}</p>}
    <ul class="tablet-list">
      {data.drafts.map(({ key, value }) => {
        const survey = data.surveys.find(
          (one) => one.value.surveyId === value.surveyId && one.value.versionNo === value.versionNo,
        );
        if (!survey) return null;
        const { definition } = survey.value;
        const { at, of } = placeOf(definition, value);
        const what = words.draftOf(value.day, at, of);
        return (
          <li key={key}>
            <p>
              <strong>{textIn(definition.title, 'pl')}</strong>
              <br />
              {what}
            </p>
            <div class="row">
              <Do name="resume" label={words.resume} values={{ talk: key }} about={what} />
              <Do name="drop" label={words.dropDraft} values={{ talk: key }} about={what} variant="quiet" />
            </div>
          </li>
        );
      })}
    </ul>
  </Panel>
);

const Offered = ({ data }: { data: HomeData }) => (
  <Panel id="pobierz" title={words.take} tone="plain">
    {data.offered === undefined ? (
      <p>{words.takeAway}</p>
    ) : data.offered.length === 0 ? (
      <p>{words.takeNone}</p>
    ) : (
      <ul class="tablet-list">
        {data.offered.map(({ id, title, closesOn }, at) => (
          <li key={id}>
            <p>
              <strong>{title}</strong>
              <br />
              {closesOn && (
                <>
                  {words.until} <DateText date={closesOn} />
                </>
              )}
            </p>
            <Do
              name="take"
              label={words.takeIt}
              values={{ survey: id }}
              about={title}
              variant={at === 0 && data.surveys.length === 0 ? 'primary' : 'secondary'}
            />
          </li>
        ))}
      </ul>
    )}
    <div class="row">
      <Do name="refresh" label={words.refresh} variant="quiet" />
      <Do name="forgotten" label={words.wipe} variant="quiet" />
    </div>
  </Panel>
);

/** The first screen: what can be asked, what was begun, what waits for the line. */
export const Home = (data: HomeData) => {
  const surveys = newestOf(data.surveys);
  const open = surveys.find(({ value }) => mayBegin(value, data.today));
  return (
    <Screen title={tablet.title} lead={words.device(data.device)}>
      <Stack>
        {data.said && (
          <Notice kind="success" live>
            <p>{data.said}</p>
          </Notice>
        )}
        {data.signedOut && <SignIn />}
        {data.lowSpace && (
          <Notice kind="warning">
            <p>{words.full}</p>
          </Notice>
        )}
        {data.unreadable > 0 && (
          <Notice kind="danger">
            <p>{words.unreadable(data.unreadable)}</p>
          </Notice>
        )}
        {surveys.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneNext}</p>
          </EmptyState>
        ) : (
          <CardList>
            {surveys.map((survey) => (
              <SurveyCard
                key={survey.key}
                survey={survey}
                today={data.today}
                first={survey.key === open?.key}
              />
            ))}
          </CardList>
        )}
        {data.drafts.length > 0 && <Talks data={data} />}
        {(data.queue.length > 0 || surveys.length > 0) && <Sending data={data} />}
        <Offered data={data} />
        {data.mayVanish && <p class="description-note">{tablet.setup.mayVanish}</p>}
      </Stack>
    </Screen>
  );
};

/** Whether a begun talk is really to go. */
export const DropTalk = ({ talk, what }: { talk: string; what: string }) => (
  <Screen title={words.dropTitle} lead={what}>
    <Stack>
      <p>{words.dropBody}</p>
      <Do name="dropNow" label={words.dropConfirm} values={{ talk }} variant="danger" />
      <Do name="home" label={words.keep} />
    </Stack>
  </Screen>
);
