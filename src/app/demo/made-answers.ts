import { type Answers, type Definition, type Question, shownFor } from '../../modules/survey/index.ts';
import type { Random } from './random.ts';

/** Who is more likely to be older, so that what they need follows from who they are. */
const older = 5;

/** Takes `count` of the list by chance, in its order. */
const some = (random: Random, codes: readonly number[], count: number): number[] =>
  random
    .shuffle(codes)
    .slice(0, count)
    .toSorted((one, other) => one - other);

function answerTo(question: Question, random: Random, age: number): Answers[string] | undefined {
  switch (question.type) {
    case 'metric':
      return question.metric === 'age'
        ? (question.options[Math.min(age, question.options.length - 1)]?.code ?? 1)
        : random.pick(question.options).code;
    case 'single':
      return random.pick(question.options).code;
    case 'multi': {
      const alone = question.options.find((option) => option.alone);
      const others = question.options.filter((option) => !option.alone).map(({ code }) => code);
      // Needs grow with age; the young more often choose "none of these".
      if (alone && random.chance(age >= older ? 0.1 : 0.45)) return [alone.code];
      return some(random, others, random.int(1, Math.min(question.max || 3, 3, others.length)));
    }
    case 'ranking':
      return random.shuffle(question.options.map(({ code }) => code)).slice(0, question.choose || 1);
    case 'matrix': {
      const codes = question.options.map(({ code }) => code);
      return Object.fromEntries(question.items.map(({ name }) => [name, random.pick(codes)]));
    }
    case 'scale':
      return random.int(question.from, question.to);
    case 'number':
      return random.int(question.min, Math.min(question.max, question.min + 40));
    case 'text':
      return undefined;
  }
}

/** Made-up answers of one person, with what follows from their age; only what the questionnaire would show them. */
export function madeAnswers(definition: Definition, random: Random): Answers {
  const age = random.int(0, 7);
  let answers: Answers = {};
  for (const { questions } of definition.sections)
    for (const question of questions) {
      const answer = answerTo(question, random, age);
      const shown = shownFor(definition, answers).sections.flatMap((one) => one.questions);
      if (answer !== undefined && shown.some(({ name }) => name === question.name))
        answers = { ...answers, [question.name]: answer };
    }
  return answers;
}
