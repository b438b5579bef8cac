import type { Lang } from '../../../lang.ts';
import {
  Checkboxes,
  type Errors,
  fieldId,
  Fieldset,
  Radios,
  Select,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import type { Answers } from '../domain/answers.ts';
import {
  type Definition,
  noOpinionCode,
  type Question,
  type QuestionOf,
  textIn,
} from '../domain/definition.ts';
import { webWordsOf } from '../web-words.ts';

type FieldOf<T extends Question> = { question: T; lang: Lang; errors: Errors };

const nameOf = (question: Question, part?: string | number): string =>
  part === undefined ? `answers.${question.name}` : `answers.${question.name}.${part}`;

const hintOf = ({ hint }: Question, lang: Lang): string | undefined =>
  hint ? textIn(hint, lang) : undefined;

const Choice = ({ question, lang }: FieldOf<QuestionOf<'single'> | QuestionOf<'metric'>>) => (
  <Radios
    name={nameOf(question)}
    label={textIn(question.text, lang)}
    hint={hintOf(question, lang)}
    optional={!question.required}
    choices={question.options.map(({ code, text }) => ({ value: String(code), label: textIn(text, lang) }))}
  />
);

const Several = ({ question, lang }: FieldOf<QuestionOf<'multi'>>) => {
  const words = webWordsOf(lang).page;
  const hint = [hintOf(question, lang), question.max === undefined ? undefined : words.upTo(question.max)];
  return (
    <Checkboxes
      name={nameOf(question)}
      label={textIn(question.text, lang)}
      hint={hint.filter(Boolean).join(' ') || undefined}
      optional={!question.required}
      choices={question.options.map(({ code, text }) => ({ value: String(code), label: textIn(text, lang) }))}
    />
  );
};

const Ranking = ({ question, lang, errors }: FieldOf<QuestionOf<'ranking'>>) => {
  const words = webWordsOf(lang).page;
  const options = question.options.map(({ code, text }) => ({
    value: String(code),
    label: textIn(text, lang),
  }));
  const error = errors[nameOf(question)];
  return (
    <div id={fieldId(nameOf(question))} tabindex={-1}>
      <Fieldset legend={textIn(question.text, lang)} hint={hintOf(question, lang)}>
        {Array.from({ length: question.choose }, (_, at) => (
          <Select
            key={at}
            name={nameOf(question, at + 1)}
            label={words.place(at + 1)}
            placeholder={words.choose}
            options={options}
            optional={!question.required}
            {...(at === 0 && error ? { error } : {})}
          />
        ))}
      </Fieldset>
    </div>
  );
};

const Matrix = ({ question, lang }: FieldOf<QuestionOf<'matrix'>>) => {
  const words = webWordsOf(lang).page;
  const choices = [
    ...question.options.map(({ code, text }) => ({ value: String(code), label: textIn(text, lang) })),
    ...(question.noOpinion ? [{ value: String(noOpinionCode), label: words.noOpinion }] : []),
  ];
  return (
    <Fieldset legend={textIn(question.text, lang)} hint={hintOf(question, lang)}>
      {question.items.map((item) => (
        <Radios
          key={item.name}
          name={nameOf(question, item.name)}
          label={textIn(item.text, lang)}
          optional={!question.required}
          choices={choices}
          inline
        />
      ))}
    </Fieldset>
  );
};

const Scale = ({ question, lang }: FieldOf<QuestionOf<'scale'>>) => {
  const words = webWordsOf(lang).page;
  const { from, to, low, high } = question;
  const labelOf = (step: number): string => {
    const end = step === from ? low : step === to ? high : undefined;
    return end ? `${step} – ${textIn(end, lang)}` : String(step);
  };
  return (
    <Radios
      name={nameOf(question)}
      label={textIn(question.text, lang)}
      hint={hintOf(question, lang)}
      optional={!question.required}
      choices={[
        ...Array.from({ length: to - from + 1 }, (_, at) => ({
          value: String(from + at),
          label: labelOf(from + at),
        })),
        ...(question.noOpinion ? [{ value: String(noOpinionCode), label: words.noOpinion }] : []),
      ]}
      inline
    />
  );
};

const Amount = ({ question, lang }: FieldOf<QuestionOf<'number'>>) => (
  <TextInput
    name={nameOf(question)}
    label={textIn(question.text, lang)}
    hint={hintOf(question, lang) ?? webWordsOf(lang).page.whole(String(question.min), String(question.max))}
    optional={!question.required}
    inputMode="numeric"
    width="s"
    autoComplete="off"
    {...(question.unit ? { suffix: textIn(question.unit, lang) } : {})}
  />
);

const OwnWords = ({ question, lang }: FieldOf<QuestionOf<'text'>>) => (
  <TextArea
    name={nameOf(question)}
    label={textIn(question.text, lang)}
    hint={hintOf(question, lang)}
    optional={!question.required}
    maxLength={question.maxLength}
  />
);

/** One question as a person answers it. Names of fields are `answers.<question>` and `answers.<question>.<line or place>`. */
export const QuestionField = (props: FieldOf<Question>) => {
  const { question, lang, errors } = props;
  switch (question.type) {
    case 'single':
    case 'metric':
      return <Choice question={question} lang={lang} errors={errors} />;
    case 'multi':
      return <Several question={question} lang={lang} errors={errors} />;
    case 'ranking':
      return <Ranking question={question} lang={lang} errors={errors} />;
    case 'matrix':
      return <Matrix question={question} lang={lang} errors={errors} />;
    case 'scale':
      return <Scale question={question} lang={lang} errors={errors} />;
    case 'number':
      return <Amount question={question} lang={lang} errors={errors} />;
    case 'text':
      return <OwnWords question={question} lang={lang} errors={errors} />;
  }
};

/** Answers as the values of these fields. */
export function fieldValues(answers: Answers): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const [name, answer] of Object.entries(answers)) {
    if (typeof answer === 'number' || typeof answer === 'string') values[`answers.${name}`] = String(answer);
    else if (Array.isArray(answer)) {
      values[`answers.${name}`] = answer.map(String);
      for (const [at, code] of answer.entries()) values[`answers.${name}.${at + 1}`] = String(code);
    } else
      for (const [line, code] of Object.entries(answer)) values[`answers.${name}.${line}`] = String(code);
  }
  return values;
}

/** The language of the questions on a page: Polish where the survey does not speak the page's. */
export const questionLang = ({ langs }: Definition, lang: Lang): Lang => (langs.includes(lang) ? lang : 'pl');
