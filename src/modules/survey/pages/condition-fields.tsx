import { Disclosure, fieldId, Panel, Radios, Select, TextInput } from '../../../ui/index.ts';
import {
  codesOf,
  type Condition,
  type Definition,
  type Question,
  questionsOf,
} from '../domain/definition.ts';
import { testKinds } from '../domain/definition-schema.ts';
import { forms } from '../pl-forms.ts';

const words = forms.condition;

/** Tests that a condition has room for, at least. */
const leastSlots = 3;

/** Questions (and lines of matrices) that stand before a part, as choices. */
function subjectsBefore(
  definition: Definition,
  part: string | undefined,
): { value: string; label: string; question: Question }[] {
  const before: Question[] = [];
  for (const section of definition.sections) {
    if (section.name === part) break;
    const place = section.questions.findIndex(({ name }) => name === part);
    before.push(...(place < 0 ? section.questions : section.questions.slice(0, place)));
    if (place >= 0) break;
  }
  return before.flatMap((question): { value: string; label: string; question: Question }[] =>
    question.type === 'matrix'
      ? question.items.map((item) => ({
          value: `${question.name}.${item.name}`,
          label: `${question.text.pl} – ${item.text.pl}`,
          question,
        }))
      : [{ value: question.name, label: question.text.pl, question }],
  );
}

const Codes = ({ questions }: { questions: readonly Question[] }) => (
  <Disclosure summary={words.codes}>
    <dl>
      {questions.flatMap((question) =>
        'options' in question
          ? [
              <dt key={question.name}>{question.text.pl}</dt>,
              <dd key={`${question.name}-codes`}>
                {question.options.map(({ code, text }) => `${code} – ${text.pl}`).join('; ')}
              </dd>,
            ]
          : question.type === 'scale'
            ? [
                <dt key={question.name}>{question.text.pl}</dt>,
                <dd key={`${question.name}-codes`}>{codesOf(question)?.join(', ')}</dd>,
              ]
            : [],
      )}
    </dl>
  </Disclosure>
);

/** "Shown only if": up to three tests on what is asked earlier. `part` is the section or question; none: it comes last. */
export const ConditionFields = ({
  definition,
  part,
  tests = 0,
}: {
  definition: Definition;
  part: string | undefined;
  /** How many tests the condition has now. */
  tests?: number | undefined;
}) => {
  const subjects = subjectsBefore(definition, part);
  const known = questionsOf(definition).filter((question) =>
    subjects.some((one) => one.question === question),
  );
  return (
    <Panel id="warunek" title={words.title} tone="plain">
      {subjects.length === 0 ? (
        <p id={fieldId('tests')}>{words.none}</p>
      ) : (
        <>
          <p>{words.hint}</p>
          <Codes questions={known} />
          {Array.from({ length: Math.max(leastSlots, tests) }, (_, slot) => (
            <div class="row" key={slot}>
              <Select
                name={`tests.${slot}.subject`}
                label={words.subject(slot + 1)}
                placeholder={words.always}
                options={subjects}
                width="l"
                optional
              />
              <Select
                name={`tests.${slot}.is`}
                label={words.is}
                options={testKinds.map((kind) => ({ value: kind, label: words.tests[kind] }))}
                width="m"
                optional
              />
              <TextInput
                name={`tests.${slot}.value`}
                label={words.value}
                inputMode="numeric"
                width="xs"
                optional
              />
            </div>
          ))}
          <Radios
            name="join"
            label={words.join}
            inline
            optional
            choices={[
              { value: 'all', label: words.joins.all },
              { value: 'any', label: words.joins.any },
            ]}
          />
        </>
      )}
    </Panel>
  );
};

/** A condition as the values of these fields. */
export const conditionValues = (condition: Condition | undefined): Record<string, string> => ({
  join: condition?.join ?? 'all',
  ...Object.fromEntries(
    (condition?.tests ?? []).flatMap(({ question, item, is, value }, at) => [
      [`tests.${at}.subject`, item ? `${question}.${item}` : question],
      [`tests.${at}.is`, is],
      [`tests.${at}.value`, value === undefined ? '' : String(value)],
    ]),
  ),
});
