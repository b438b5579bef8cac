import type { Lang } from '../../../lang.ts';
import type { FormValues } from '../../../platform/http/form-data.ts';
import { Actions, Button, Form, LangContext, Prose, Radios, Stack, TextInput } from '../../../ui/index.ts';
import { type Definition, textIn } from '../domain/definition.ts';
import type { FaultKind } from '../domain/read-answers.ts';
import { fieldValues, QuestionField } from '../pages/question-fields.tsx';
import { sectionBefore } from '../domain/shown.ts';
import { faults } from '../pl.ts';
import { placeOf } from './interview.ts';
import type { Draft, Kept, TakenSurvey } from './keeping.ts';
import { tablet } from './pl.ts';
import { Do, Screen } from './screens.tsx';

/** Words in another language than the screen are marked with it. */
const spoken = (lang: Lang): { lang?: Lang } => (lang === 'pl' ? {} : { lang });

/** Before the first question: who asks and what for, in every language of the survey. */
export const Begin = ({
  survey: { key, value },
  values,
  errors,
}: {
  survey: Kept<TakenSurvey>;
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}) => {
  const words = tablet.begin;
  const { langs, title, intro } = value.definition;
  return (
    <Screen title={textIn(title, 'pl')} lead={words.lead}>
      <Stack>
        {langs.map((lang) => (
          <div key={lang} {...spoken(lang)}>
            <Prose>
              {intro && <p>{textIn(intro, lang)}</p>}
              <p>{words.anonymous[lang]}</p>
            </Prose>
          </div>
        ))}
        <Form action="#start" values={{ lang: 'pl', ...values }} errors={errors}>
          <input type="hidden" name="survey" value={key} />
          {langs.length > 1 && (
            <Radios
              name="lang"
              label={words.lang}
              choices={langs.map((lang) => ({ value: lang, label: words.langs[lang] }))}
            />
          )}
          {value.sampling === 'sample' && (
            <TextInput
              name="code"
              label={words.code}
              hint={words.codeHint}
              width="m"
              autoComplete="off"
              spellCheck={false}
            />
          )}
          <Actions>
            <Button variant="primary">{words.submit}</Button>
          </Actions>
        </Form>
        <Do name="home" label={words.back} variant="quiet" />
      </Stack>
    </Screen>
  );
};

/** One section of a talk. Every question of it stands in the form; those that are not asked are hidden (main.ts). */
export const Talk = ({
  definition,
  draft,
  asked,
  fields,
  onlyMissing,
  values,
}: {
  definition: Definition;
  draft: Draft;
  asked: ReadonlySet<string>;
  fields: Readonly<Record<string, FaultKind>>;
  onlyMissing: boolean;
  /** What stands in the fields, where it is not the answers: as it was typed. */
  values?: FormValues | undefined;
}) => {
  const words = tablet.talk;
  const section = definition.sections.find(({ name }) => name === draft.section);
  const { at, of } = placeOf(definition, draft);
  const { lang } = draft;
  const wrong = Object.fromEntries(Object.entries(fields).map(([field, kind]) => [field, faults[kind]]));
  if (!section) return null;
  return (
    <Screen
      title={textIn(section.title, lang)}
      lang={spoken(lang).lang}
      lead={
        <>
          <span>{words.part(at, of)}</span>
          <progress class="tablet-progress" max={of} value={at} aria-hidden="true" />
        </>
      }
    >
      <Form
        action="#turn"
        values={values ?? fieldValues(draft.answers)}
        errors={wrong}
        hidden={{ section: draft.section }}
      >
        <div class="stack" {...spoken(lang)}>
          <LangContext.Provider value={lang}>
            {section.intro && <p>{textIn(section.intro, lang)}</p>}
            {section.questions.map((question) => (
              <div key={question.name} data-question={question.name} hidden={!asked.has(question.name)}>
                <QuestionField question={question} lang={lang} errors={wrong} />
              </div>
            ))}
          </LangContext.Provider>
        </div>
        <Actions>
          <Button variant="primary">{at === of ? words.finish : words.next}</Button>
          {onlyMissing && (
            <Button name="refuses" value="1">
              {words.refuses}
            </Button>
          )}
          {sectionBefore(definition, draft.answers, draft.section) !== undefined && (
            <Button name="way" value="back" variant="quiet">
              {words.back}
            </Button>
          )}
          <Button name="way" value="later" variant="quiet">
            {words.later}
          </Button>
        </Actions>
        <p class="description-note">{words.kept}</p>
      </Form>
    </Screen>
  );
};

/** The talk is over: what happens with it, and the next one. */
export const Saved = ({ survey }: { survey: string | undefined }) => {
  const words = tablet.saved;
  return (
    <Screen title={words.title} lead={words.body}>
      <div class="actions">
        {survey && <Do name="begin" label={words.next} values={{ survey }} variant="primary" />}
        <Do name="home" label={words.home} />
      </div>
    </Screen>
  );
};
