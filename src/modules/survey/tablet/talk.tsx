import { textIn } from '../domain/definition.ts';
import {
  askedNow,
  beginTalk,
  codeFault,
  dayOf,
  placeOf,
  sheetOf,
  takenDown,
  turnBack,
  turnPage,
} from './interview.ts';
import type { Draft, Keeping, Kept, TakenSurvey } from './keeping.ts';
import { type Action, answersIn, showAsked, type Stage, textOf, valuesOf } from './page.tsx';
import { tablet } from './pl.ts';
import { DropTalk } from './screen-home.tsx';
import { Begin, Saved, Talk } from './screen-talk.tsx';

interface Open {
  key: string;
  draft: Draft;
  survey: Kept<TakenSurvey>;
  /** On the clock that only counts; undefined while nobody looks at the screen. */
  since: number | undefined;
}

/** Talks with residents, one at a time. */
export interface Talks {
  actions: Readonly<Record<string, Action>>;
  /** Something in the form has changed: shows what is asked now, and keeps it. */
  changed(form: HTMLFormElement): void;
  /** Keeps what is on the screen, at once. */
  keep(): Promise<void>;
  /** One section back; false: there is none, or no talk is open. */
  back(): Promise<boolean>;
  /** Whether somebody looks at the screen: time away from it is not time of answering. */
  watched(yes: boolean): void;
  isOpen(): boolean;
}

/** Milliseconds after a change until it is on the disk. */
const settle = 400;

/** Talks over what is kept; `home` shows the first screen, `ended` is told that a sheet has come into the queue. */
export function talksOf(
  stage: Stage,
  keeping: Keeping,
  { home, ended, report }: { home(): Promise<void>; ended(): void; report(error: unknown): void },
): Talks {
  let open: Open | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Writes wait for one another: what was typed last is what stays, and an ended talk does not come back. */
  let written: Promise<unknown> = Promise.resolve();
  const inTurn = <T,>(work: () => Promise<T>): Promise<T> => {
    const done = written.then(work, work);
    written = done.catch(() => undefined);
    return done;
  };

  const today = (): string => dayOf(new Date());
  const surveyOf = async (draft: Draft): Promise<Kept<TakenSurvey> | undefined> =>
    (await keeping.all('surveys')).find(
      ({ value }) => value.surveyId === draft.surveyId && value.versionNo === draft.versionNo,
    );
  /** What is on the screen of a talk; undefined: another screen is shown. */
  const onPage = (talk: Open): Draft | undefined => {
    const form = stage.form('turn');
    const values = form && valuesOf(form);
    return values && textOf(values, 'section') === talk.draft.section
      ? takenDown(talk.survey.value.definition, talk.draft, answersIn(values))
      : undefined;
  };
  /** The talk with the seconds that have passed. */
  const timed = (talk: Open, draft: Draft): Draft => {
    const now = performance.now();
    const passed = talk.since === undefined ? 0 : (now - talk.since) / 1000;
    talk.since = talk.since === undefined ? undefined : now;
    return { ...draft, seconds: draft.seconds + passed };
  };
  const put = async (talk: Open, draft: Draft): Promise<void> => {
    clearTimeout(timer);
    await inTurn(async () => {
      const kept = timed(talk, draft);
      await keeping.change([{ shelf: 'drafts', key: talk.key, value: kept }]);
      talk.draft = kept;
    });
  };
  const show = (talk: Open): void => {
    const { definition } = talk.survey.value;
    stage.show(
      <Talk
        definition={definition}
        draft={talk.draft}
        asked={askedNow(definition, talk.draft, talk.draft.answers)}
        fields={{}}
        onlyMissing={false}
      />,
    );
  };
  const begin = (survey: Kept<TakenSurvey>, values = {}, errors = {}): void =>
    stage.show(<Begin survey={survey} values={values} errors={errors} />);
  const named = async (key: string): Promise<Kept<TakenSurvey> | undefined> =>
    (await keeping.all('surveys')).find((one) => one.key === key);

  async function finish(talk: Open, draft: Draft): Promise<void> {
    clearTimeout(timer);
    await inTurn(async () => {
      const sheet = sheetOf(timed(talk, draft), crypto.randomUUID());
      // One transaction: a sheet is never both begun and ended, and never neither.
      await keeping.change([
        { shelf: 'queue', key: crypto.randomUUID(), value: sheet },
        { shelf: 'drafts', key: talk.key, drop: true },
      ]);
      open = undefined;
    });
    stage.show(<Saved survey={talk.survey.key} />);
    ended();
  }

  const actions: Record<string, Action> = {
    async begin(values) {
      const survey = await named(textOf(values, 'survey'));
      if (survey) begin(survey);
      else await home();
    },
    async start(values) {
      const survey = await named(textOf(values, 'survey'));
      if (!survey) return await home();
      const typed = textOf(values, 'code');
      const wanted = textOf(values, 'lang');
      const lang = survey.value.definition.langs.find((one) => one === wanted) ?? 'pl';
      const [drafts, queue] = await Promise.all([keeping.all('drafts'), keeping.all('queue')]);
      const fault = codeFault(survey.value, typed, { drafts, queue });
      if (fault) return begin(survey, { code: typed, lang }, { code: tablet.begin.codeFaults[fault] });
      const draft = beginTalk(survey.value, { lang, typed, today: today() });
      const talk = { key: crypto.randomUUID(), draft, survey, since: performance.now() };
      await put(talk, draft);
      open = talk;
      return show(talk);
    },
    async resume(values) {
      const kept = (await keeping.all('drafts')).find(({ key }) => key === textOf(values, 'talk'));
      const survey = kept && (await surveyOf(kept.value));
      if (!kept || !survey) return await home();
      open = { key: kept.key, draft: kept.value, survey, since: performance.now() };
      return show(open);
    },
    async turn(values) {
      const talk = open;
      if (!talk) return await home();
      const { definition } = talk.survey.value;
      const way = textOf(values, 'way');
      const raw = answersIn(values);
      if (way === 'back' || way === 'later') {
        const here = takenDown(definition, talk.draft, raw);
        const before = way === 'back' ? turnBack(definition, here) : undefined;
        await put(talk, before ?? here);
        if (before) return show(talk);
        open = undefined;
        return await home();
      }
      const turned = turnPage(definition, talk.draft, { raw, refuses: textOf(values, 'refuses') !== '' });
      if (turned.kind === 'whole') return await finish(talk, turned.draft);
      await put(talk, turned.draft);
      if (turned.kind === 'next') return show(talk);
      return stage.show(
        <Talk
          definition={definition}
          draft={talk.draft}
          asked={askedNow(definition, talk.draft, raw)}
          fields={turned.fields}
          onlyMissing={turned.onlyMissing}
          values={values}
        />,
      );
    },
    async drop(values) {
      const kept = (await keeping.all('drafts')).find(({ key }) => key === textOf(values, 'talk'));
      const survey = kept && (await surveyOf(kept.value));
      if (!kept || !survey) return await home();
      const { definition } = survey.value;
      const { at, of } = placeOf(definition, kept.value);
      const what = `${textIn(definition.title, 'pl')}. ${tablet.home.draftOf(kept.value.day, at, of)}`;
      return stage.show(<DropTalk talk={kept.key} what={what} />);
    },
    async dropNow(values) {
      await keeping.change([{ shelf: 'drafts', key: textOf(values, 'talk'), drop: true }]);
      await home();
    },
  };

  const keep = async (): Promise<void> =>
    await inTurn(async () => {
      const draft = open && onPage(open);
      if (!open || !draft) return;
      const kept = timed(open, draft);
      open.draft = kept;
      await keeping.change([{ shelf: 'drafts', key: open.key, value: kept }]);
    });

  return {
    actions,
    keep,
    changed(form) {
      const talk = open;
      if (!talk) return;
      showAsked(form, askedNow(talk.survey.value.definition, talk.draft, answersIn(valuesOf(form))));
      clearTimeout(timer);
      timer = setTimeout(() => void keep().catch(report), settle);
    },
    async back() {
      const talk = open;
      if (!talk) return false;
      const here = onPage(talk) ?? talk.draft;
      const before = turnBack(talk.survey.value.definition, here);
      await put(talk, before ?? here);
      if (!before) {
        open = undefined;
        return false;
      }
      show(talk);
      return true;
    },
    watched(yes) {
      const talk = open;
      if (!talk) return;
      if (yes) talk.since = performance.now();
      else {
        talk.draft = timed(talk, talk.draft);
        talk.since = undefined;
      }
    },
    isOpen: () => open !== undefined,
  };
}
