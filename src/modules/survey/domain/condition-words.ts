import { type Condition, type Definition, questionsOf, type Test } from './definition.ts';
import { forms } from '../pl-forms.ts';

const words = forms.paper;

function testWords(test: Test, definition: Definition): string {
  const question = questionsOf(definition).find(({ name }) => name === test.question);
  if (!question) return test.question;
  const line =
    question.type === 'matrix' ? question.items.find(({ name }) => name === test.item)?.text.pl : undefined;
  const subject = `„${line ? `${question.text.pl} – ${line}` : question.text.pl}”`;
  const answer =
    ('options' in question ? question.options.find(({ code }) => code === test.value)?.text.pl : undefined) ??
    String(test.value ?? '');
  switch (test.is) {
    case 'answered':
      return words.answered(subject);
    case 'chosen':
      return words.chosen(subject, answer);
    case 'notChosen':
      return words.notChosen(subject, answer);
    case 'atLeast':
      return words.atLeast(subject, String(test.value ?? ''));
    case 'atMost':
      return words.atMost(subject, String(test.value ?? ''));
  }
}

/** A condition in the words of the questionnaire, for people who read it from paper or aloud. */
export const conditionWords = ({ join, tests }: Condition, definition: Definition): string =>
  tests.map((test) => testWords(test, definition)).join(join === 'all' ? words.and : words.or);
