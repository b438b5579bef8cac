import { randomUUID } from 'node:crypto';
import type { ComponentChildren } from 'preact';
import type { Lang } from '../../../lang.ts';
import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  CardList,
  DateText,
  EmptyState,
  Form,
  Notice,
  Panel,
  Prose,
  Stack,
  TextInput,
} from '../../../ui/index.ts';
import { answerSection } from '../commands/answer-section.ts';
import { groupedCode } from '../domain/code-text.ts';
import { type Definition, minutesOf, type Section, textIn } from '../domain/definition.ts';
import { sectionBefore, shownFor } from '../domain/shown.ts';
import { openSurveys, type Questionnaire, readQuestionnaire } from '../queries/surveys.ts';
import { webWordsOf } from '../web-words.ts';
import { fieldValues, QuestionField, questionLang } from './question-fields.tsx';

/** Where a resident finds the surveys of a centre, below its home. */
export const surveysOfResidents = '/ankiety';
const listPath = surveysOfResidents;
const minutesIn = (definition: Definition, lang: Lang): string => {
  const { least, most } = minutesOf(definition);
  return webWordsOf(lang).intro.minutes(least, most);
};

const pathOf = (slug: string): string => `/ankieta/${slug}`;

/** Address of a section: the code of the begun sheet, the section, the code of the invitation. */
const sectionPath = (
  slug: string,
  asked: { k?: string | undefined; c?: string | undefined; z?: string | undefined },
): string => {
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([key, value]): [string, string][] => (value ? [[key, value]] : [])),
  ).toString();
  return `${pathOf(slug)}/czesc${query === '' ? '' : `?${query}`}`;
};

/** Questions of a survey in a language that the page does not speak are marked with theirs. */
const Spoken = ({
  data,
  context,
  children,
}: {
  data: Questionnaire;
  context: PageContext;
  children: ComponentChildren;
}) => {
  const lang = questionLang(data.definition, context.lang);
  return lang === context.lang ? <>{children}</> : <div lang={lang}>{children}</div>;
};

/** The remark that stands wherever an open poll is shown. */
export const OpenPoll = ({
  data,
  context,
}: {
  data: Pick<Questionnaire, 'sampling'>;
  context: PageContext;
}) => {
  const words = webWordsOf(context.lang);
  return data.sampling === 'open' ? <p class="description-note">{words.openPoll}</p> : null;
};

const listPage = page({
  door: 'public',
  path: `/:centre${listPath}`,
  load: async (ask) => await ask(openSurveys, {}),
  view({ surveys }, context): View {
    const words = webWordsOf(context.lang).list;
    const { home } = context.centre;
    return {
      title: words.title,
      lead: words.lead,
      trail: [{ href: home, label: words.home }],
      body:
        surveys.length === 0 ? (
          <EmptyState
            title={words.empty}
            action={
              <ButtonLink href={`${home}/zglos`} variant="primary">
                {words.report}
              </ButtonLink>
            }
          >
            <p>{words.emptyNext}</p>
          </EmptyState>
        ) : (
          <CardList>
            {surveys.map((one) => (
              <Card
                key={one.slug}
                title={textIn(one.definition.title, questionLang(one.definition, context.lang))}
                href={`${home}${pathOf(one.slug)}`}
                level={2}
                meta={
                  <>
                    {words.until} <DateText date={one.closesOn} />. {minutesIn(one.definition, context.lang)}
                  </>
                }
              >
                <OpenPoll data={one} context={context} />
              </Card>
            ))}
          </CardList>
        ),
    };
  },
});

const NotOpen = ({ data, context }: { data: Questionnaire; context: PageContext }) => {
  const words = webWordsOf(context.lang);
  const waits = data.opensOn !== null && data.opensOn > context.today;
  const day = waits ? data.opensOn : data.closesOn;
  return (
    <EmptyState
      title={words.intro.notOpenTitle}
      action={<ButtonLink href={context.centre.home}>{words.list.home}</ButtonLink>}
    >
      <p>
        {waits ? words.intro.notYet : words.intro.over} {day && <DateText date={day} long />}.
      </p>
    </EmptyState>
  );
};

function introView(data: Questionnaire, context: PageContext): View {
  const words = webWordsOf(context.lang);
  const { home } = context.centre;
  const { definition } = data;
  const lang = questionLang(definition, context.lang);
  const typed = context.query['z'];
  const base = {
    title: textIn(definition.title, lang),
    width: 'narrow' as const,
    trail: [{ href: `${home}${listPath}`, label: words.list.title }],
  };
  if (!data.open) return { ...base, body: <NotOpen data={data} context={context} /> };
  return {
    ...base,
    lead: minutesIn(definition, context.lang),
    body: (
      <Stack>
        {data.sampling === 'open' && (
          <Notice kind="info" title={words.openPollTitle}>
            <p>{words.openPoll}</p>
          </Notice>
        )}
        <Spoken data={data} context={context}>
          <Prose>{definition.intro && <p>{textIn(definition.intro, lang)}</p>}</Prose>
        </Spoken>
        <Prose>
          <p>
            <strong>{words.intro.anonymousTitle}.</strong> {words.intro.anonymous}
          </p>
          <p>{words.intro.voluntary}</p>
          {lang !== context.lang && <p>{words.intro.otherLanguages}</p>}
        </Prose>
        <Form
          method="get"
          action={`${home}${pathOf(data.slug)}/czesc`}
          values={typed ? { z: typed } : {}}
          label={words.intro.start}
        >
          {data.sampling === 'sample' && (
            <TextInput
              name="z"
              label={words.intro.code}
              hint={words.intro.codeHint}
              width="m"
              autoComplete="off"
            />
          )}
          <Actions>
            <Button variant="primary">{words.intro.start}</Button>
          </Actions>
        </Form>
        <Panel id="powrot" title={words.intro.resumeTitle} tone="plain">
          <Form
            id="wroc"
            method="get"
            action={`${home}${pathOf(data.slug)}/czesc`}
            label={words.intro.resume}
          >
            <TextInput name="k" label={words.intro.resumeCode} width="m" autoComplete="off" />
            <Actions>
              <Button>{words.intro.resume}</Button>
            </Actions>
          </Form>
        </Panel>
      </Stack>
    ),
  };
}

const introPage = page({
  door: 'public',
  path: '/:centre/ankieta/:slug',
  load: async (ask, { params }) => await ask(readQuestionnaire, { slug: params['slug'] }),
  view: introView,
});

/** The sheet that this page belongs to: the one begun, the one of a form that came back, or a new one by chance. */
const sheetId = (data: Questionnaire, { form: { values } }: PageContext): string =>
  data.sheetId ?? (isText(values['sheet']) ? values['sheet'] : randomUUID());

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** The section to show: the one asked for, else the first one that has not been answered yet. */
function sectionOf(data: Questionnaire, context: PageContext): Section | undefined {
  const { definition, answers } = data;
  const sent = context.form.values['section'];
  const named = isText(sent) ? sent : context.query['c'];
  const found = definition.sections.find(({ name }) => name === named);
  if (found) return found;
  const { sections } = shownFor(definition, answers);
  const fresh = sections.find(({ questions }) => questions.every(({ name }) => answers[name] === undefined));
  return fresh?.section ?? sections.at(-1)?.section;
}

const Later = ({ data, context }: { data: Questionnaire; context: PageContext }) => {
  const words = webWordsOf(context.lang).page;
  if (!data.draft) return null;
  return (
    <Panel id="pozniej" title={words.laterTitle} tone="plain">
      <p>
        {words.later} <strong class="nowrap">{groupedCode(data.draft)}</strong>
      </p>
      <p>{words.laterWhat}</p>
    </Panel>
  );
};

function sectionView(data: Questionnaire, context: PageContext): View {
  const words = webWordsOf(context.lang);
  const { home } = context.centre;
  const { definition, slug, answers } = data;
  const lang = questionLang(definition, context.lang);
  const trail = [{ href: `${home}${pathOf(slug)}`, label: textIn(definition.title, lang) }];
  const base = { title: textIn(definition.title, lang), width: 'narrow' as const, trail };
  if (!data.open) return { ...base, body: <NotOpen data={data} context={context} /> };
  const again = (title: string, why: string): View => ({
    ...base,
    body: (
      <EmptyState
        title={title}
        action={
          <ButtonLink href={`${home}${pathOf(slug)}`} variant="primary">
            {words.page.again}
          </ButtonLink>
        }
      >
        <p>{why}</p>
      </EmptyState>
    ),
  });
  if (context.query['k'] && !data.draft) return again(words.page.gone, words.page.goneWhy);
  if (data.sampling === 'sample' && !data.draft && !data.invited && !context.form.command)
    return again(words.intro.code, words.intro.codeMissing);
  const section = sectionOf(data, context);
  if (!section) return again(words.page.gone, words.page.goneWhy);
  const sent = formOf(context, answerSection, fieldValues(answers));
  const questions =
    shownFor(definition, answers).sections.find((one) => one.section.name === section.name)?.questions ?? [];
  const place = definition.sections.indexOf(section) + 1;
  const before = sectionBefore(definition, answers, section.name);
  const last = place === definition.sections.length;
  const code = isText(context.form.values['code']) ? context.form.values['code'] : context.query['z'];
  return {
    ...base,
    title: textIn(section.title, lang),
    lead: words.page.part(place, definition.sections.length),
    body: (
      <Stack>
        <Spoken data={data} context={context}>
          {section.intro && <p>{textIn(section.intro, lang)}</p>}
          <Form
            action={`${home}${sectionPath(slug, { k: data.draft ?? undefined, c: section.name, z: data.draft ? undefined : code })}`}
            {...sent}
            hidden={{
              section: section.name,
              sheet: sheetId(data, context),
              seen: questions.map(({ name }) => name).join(','),
              ...(data.draft ? { draft: data.draft } : {}),
              ...(code && !data.draft && !sent.errors['code'] ? { code } : {}),
            }}
            trap
          >
            {sent.errors['code'] && (
              <TextInput name="code" label={words.intro.code} hint={words.intro.codeHint} width="m" />
            )}
            {questions.map((question) => (
              <QuestionField key={question.name} question={question} lang={lang} errors={sent.errors} />
            ))}
            <Actions>
              <Button variant="primary">{last ? words.page.send : words.page.next}</Button>
              {before && data.draft && (
                <ButtonLink
                  href={`${home}${sectionPath(slug, { k: data.draft, c: before })}`}
                  variant="quiet"
                >
                  {words.page.back}
                </ButtonLink>
              )}
            </Actions>
          </Form>
        </Spoken>
        <Later data={data} context={context} />
        <OpenPoll data={data} context={context} />
      </Stack>
    ),
  };
}

const sectionPage = page({
  door: 'public',
  path: '/:centre/ankieta/:slug/czesc',
  load: async (ask, { params, query }) =>
    await ask(readQuestionnaire, { slug: params['slug'], draft: query['k'], code: query['z'] }),
  view: sectionView,
});

const sectionForm = form({
  door: 'public',
  path: '/:centre/ankieta/:slug/czesc',
  command: answerSection,
  page: sectionPage,
  input: (values, { params, lang }) => ({ ...values, slug: params['slug'], lang }),
  next: ({ code, next }, { centre, params }) => {
    const slug = params['slug'] ?? '';
    return next === null || code === null
      ? `${centre.home}${pathOf(slug)}/koniec`
      : `${centre.home}${sectionPath(slug, { k: code, c: next })}`;
  },
});

/** The residents' pages: which surveys there are, and one section a page. */
export const residentRoutes = [listPage, introPage, sectionPage, sectionForm];
