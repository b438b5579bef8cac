import type { VNode } from 'preact';
import type { Lang } from '../../../lang.ts';
import { Checkboxes, DateInput, Fieldset, Radios, TextInput } from '../../../ui/index.ts';
import { applicantRoles } from '../domain/case-view.ts';
import { askedOf, neededToReach } from '../domain/questions.ts';
import type { WebDraft, WebStep } from '../domain/web-draft.ts';
import type { WebWords } from '../pl-web.ts';
import { webWordsOf } from '../web-words.ts';
import { answerValues, QuestionFields } from './question-fields.tsx';
import { LanguageField } from './web-parts.tsx';

type StepWords = WebWords['steps'];

const Who = ({ words, lang }: { words: StepWords; lang: Lang }) => (
  <>
    <Radios
      name="applicantRole"
      label={words.who}
      choices={applicantRoles.map((role) => ({
        value: role,
        label: words.roles[role],
      }))}
    />
    <Fieldset legend={words.forOther} hint={words.forOtherHint}>
      <TextInput name="applicant.name" label={words.applicantName} autoComplete="name" width="l" optional />
      <TextInput name="applicant.phone" label={words.applicantPhone} type="tel" autoComplete="tel" optional />
      <TextInput
        name="applicant.document"
        label={words.applicantDocument}
        hint={words.applicantDocumentHint}
        width="l"
        optional
      />
    </Fieldset>
    <LanguageField lang={lang} />
  </>
);

const Person = ({ draft, lang }: { draft: WebDraft; lang: Lang }) => {
  const words = webWordsOf(lang).steps;
  const asked = askedOf(draft.programme.whitelist).person;
  return (
    <>
      <QuestionFields
        residentsIn={lang}
        fields={asked}
        needed={neededToReach.filter((id) => id !== 'phone')}
      />
      {!asked.some((field) => field.id === 'birth_date') && (
        <DateInput name="followBirthDate" label={words.birthDate} hint={words.birthDateHint} optional />
      )}
    </>
  );
};

const Reliefs = ({ draft, words }: { draft: WebDraft; words: StepWords }) => (
  <Checkboxes
    name="reliefs"
    label={words.reliefTitle}
    labelHidden
    choices={draft.programme.reliefs.map((one) => ({ value: one, label: one }))}
    optional
  />
);

/** What a step of the application asks. */
export function fieldsOf(step: WebStep, draft: WebDraft, lang: Lang): VNode {
  const words = webWordsOf(lang).steps;
  if (step === 'kto') return <Who words={words} lang={lang} />;
  if (step === 'osoba') return <Person draft={draft} lang={lang} />;
  if (step === 'ulgi') return <Reliefs draft={draft} words={words} />;
  return <QuestionFields residentsIn={lang} fields={askedOf(draft.programme.whitelist).programme} />;
}

/** What the draft says, as the fields of a step show it. */
export function valuesOf({ content }: WebDraft, lang: Lang): Record<string, string | string[]> {
  const applicant = Object.entries(content.applicant).flatMap(([name, value]): [string, string][] =>
    value ? [[`applicant.${name}`, value]] : [],
  );
  return {
    applicantRole: content.applicantRole,
    language: content.language ?? lang,
    reliefs: content.reliefs,
    ...(content.followBirthDate ? { followBirthDate: content.followBirthDate } : {}),
    ...Object.fromEntries(applicant),
    ...answerValues(content.answers),
  };
}
