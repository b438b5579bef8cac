import type { VNode } from 'preact';
import { DateInput, Radios, Select, TextArea, TextInput } from '../../../ui/index.ts';
import type { Lang } from '../../../lang.ts';
import { type ApplicationField, fieldIn } from '../../programmes/index.ts';
import { caseWords } from '../pl-case.ts';
import { webWordsOf } from '../web-words.ts';

const words = caseWords.application;

/** What the law says of the data stands beside the question, so that nobody writes down more than is needed. */
function hintOf(field: ApplicationField, residentsIn: Lang | undefined): string | undefined {
  if (residentsIn)
    return field.sensitivity === 'ordinary' ? field.hint : webWordsOf(residentsIn).steps.sensitive;
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
  residentsIn,
}: {
  field: ApplicationField;
  optional: boolean;
  residentsIn: Lang | undefined;
}) => {
  const hint = hintOf(field, residentsIn);
  const { yes, no, currency } = residentsIn ? webWordsOf(residentsIn) : words;
  const props = { name: `answers.${field.id}`, label: field.label, optional, ...(hint ? { hint } : {}) };
  switch (field.type) {
    case 'yesNo':
      return (
        <Radios
          {...props}
          choices={[
            { value: 'tak', label: yes },
            { value: 'nie', label: no },
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
      return <TextInput {...props} inputMode="decimal" width="s" suffix={currency} />;
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
  residentsIn,
}: {
  fields: readonly ApplicationField[];
  needed?: readonly string[];
  /** For residents: in their language, in plain words, without articles. */
  residentsIn?: Lang;
}): VNode => (
  <>
    {fields.map((field) => (
      <Question
        key={field.id}
        field={residentsIn ? fieldIn(field, residentsIn) : field}
        optional={!needed.includes(field.id)}
        residentsIn={residentsIn}
      />
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
