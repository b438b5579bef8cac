import type { VNode } from 'preact';
import { DateInput, Radios, Select, TextArea, TextInput } from '../../../ui/index.ts';
import type { ApplicationField } from '../../programmes/index.ts';
import { caseWords } from '../pl-case.ts';
import { webWords } from '../pl-web.ts';

const words = caseWords.application;

/** What the law says of the data stands beside the question, so that nobody writes down more than is needed. */
function hintOf(field: ApplicationField, plain: boolean): string | undefined {
  if (plain) return field.sensitivity === 'ordinary' ? field.hint : webWords.steps.sensitive;
  const special =
    field.sensitivity === 'art9'
      ? words.sensitive
      : field.sensitivity === 'art10'
        ? words.convictions
        : undefined;
  return [field.hint, special].filter(Boolean).join(' ') || undefined;
}

const Question = ({
  field,
  optional,
  plain,
}: {
  field: ApplicationField;
  optional: boolean;
  plain: boolean;
}) => {
  const hint = hintOf(field, plain);
  const props = { name: `answers.${field.id}`, label: field.label, optional, ...(hint ? { hint } : {}) };
  switch (field.type) {
    case 'yesNo':
      return (
        <Radios
          {...props}
          choices={[
            { value: 'tak', label: words.yes },
            { value: 'nie', label: words.no },
          ]}
          inline
        />
      );
    case 'choice':
      return <Select {...props} options={field.choices ?? []} />;
    case 'longText':
      return <TextArea {...props} rows={3} maxLength={4000} />;
    case 'date':
      return <DateInput {...props} />;
    case 'money':
      return <TextInput {...props} inputMode="decimal" width="s" suffix={words.currency} />;
    case 'number':
      return <TextInput {...props} inputMode="numeric" width="s" />;
    default:
      return (
        <TextInput
          {...props}
          width="l"
          maxLength={300}
          type={field.id === 'phone' ? 'tel' : field.id === 'email' ? 'email' : 'text'}
        />
      );
  }
};

/** Questions of an application from the catalogue; `needed`: those that cannot be left blank. */
export const QuestionFields = ({
  fields,
  needed = [],
  plain = false,
}: {
  fields: readonly ApplicationField[];
  needed?: readonly string[];
  /** For residents: in plain words, without articles. */
  plain?: boolean;
}): VNode => (
  <>
    {fields.map((field) => (
      <Question key={field.id} field={field} optional={!needed.includes(field.id)} plain={plain} />
    ))}
  </>
);

/** Answers as the fields show them again: money in złote, everything else as kept. */
export const answerValues = (answers: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([id, value]): [string, string][] => {
      if (typeof value === 'string') return [[`answers.${id}`, value]];
      if (typeof value !== 'number') return [];
      return [
        [`answers.${id}`, id === 'income' ? (value / 100).toFixed(2).replace('.', ',') : String(value)],
      ];
    }),
  );
