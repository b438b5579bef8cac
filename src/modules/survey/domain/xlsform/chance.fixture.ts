import type { Condition, Definition, Question } from '../definition.ts';

const texts = (pl: string) => ({ pl, uk: `${pl} (uk)` });

/** Definitions made by chance from a seed: every type, hints, translations that are missing here and there, conditions backwards. */
export function madeByChance(seed: number): Definition {
  let state = seed;
  const below = (end: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * end);
  };
  const maybe = <T>(value: T): T | undefined => (below(2) === 0 ? value : undefined);
  const spread = <K extends string, T>(key: K, value: T | undefined) =>
    value === undefined ? {} : { [key]: value };
  const options = Array.from({ length: 2 + below(5) }, (_, at) => ({
    code: at + 1,
    text: below(3) === 0 ? { pl: `odpowiedź "${at}" & <b>` } : texts(`odpowiedź ${at}`),
    ...spread('alone', maybe(true)),
  }));
  const before: Question[] = [];
  const condition = (): Condition | undefined => {
    const tests = before.slice(-3).flatMap((question): Condition['tests'] => {
      const name = question.name;
      if (question.type === 'text') return [{ question: name, is: 'answered' }];
      if (question.type === 'number')
        return [{ question: name, is: below(2) === 0 ? 'atLeast' : 'atMost', value: below(50) }];
      if (question.type === 'matrix')
        return [
          { question: name, item: 'w1', is: 'chosen', value: question.noOpinion ? -1 : 1 },
          { question: name, is: 'answered' },
        ];
      return [{ question: name, is: below(2) === 0 ? 'chosen' : 'notChosen', value: 1 }];
    });
    if (tests.length === 0 || below(3) === 0) return undefined;
    // One test alone is the same joined by either word.
    return { join: tests.length > 1 && below(2) === 0 ? 'any' : 'all', tests };
  };
  const kinds = ['single', 'multi', 'ranking', 'matrix', 'scale', 'number', 'text', 'metric'] as const;
  const question = (number: number): Question => {
    const common = {
      name: `p${number}`,
      text: texts(`Pytanie ${number}?`),
      ...spread('hint', maybe({ pl: 'Wskazówka\nw dwóch wierszach' })),
      required: below(2) === 0,
      ...spread('shownIf', condition()),
      ...spread('area', maybe(1 + below(14))),
      ...spread('asks', maybe('knows' as const)),
    };
    const type = kinds[below(kinds.length)] ?? 'text';
    const noOpinion = below(2) === 0;
    switch (type) {
      case 'single':
        return { ...common, type, options };
      case 'multi':
        return { ...common, type, options, ...spread('max', maybe(1 + below(3))) };
      case 'ranking':
        return { ...common, type, options, choose: 1 + below(options.length) };
      case 'matrix': {
        const items = ['w1', 'w2', 'w3'].map((name) => ({ name, text: texts(name) }));
        return { ...common, type, items, options, noOpinion };
      }
      case 'scale': {
        const from = below(2);
        const ends = {
          ...spread('low', maybe({ pl: 'źle – wcale' })),
          ...spread('high', maybe(texts('świetnie'))),
        };
        return { ...common, type, from, to: from + 2 + below(7), ...ends, noOpinion };
      }
      case 'number':
        return {
          ...common,
          type,
          min: below(9) - 9,
          max: 10 + below(90),
          ...spread('unit', maybe(texts('godzin'))),
        };
      case 'text':
        return { ...common, type, maxLength: 1 + below(2000) };
      case 'metric':
        return { ...common, type, metric: 'age', options };
    }
  };
  const sections = Array.from({ length: 1 + below(4) }, (_, at) => {
    const shownIf = condition();
    const questions = Array.from({ length: 1 + below(5) }, (__, index) => {
      const one = question(at * 10 + index);
      before.push(one);
      return one;
    });
    const intro = maybe({ pl: 'Wstęp do części' });
    return {
      name: `s${at}`,
      title: texts(`Część ${at}`),
      ...spread('intro', intro),
      ...spread('shownIf', shownIf),
      questions,
    };
  });
  return {
    langs: ['pl', 'uk'],
    title: texts('Ankieta'),
    ...spread('intro', maybe(texts('Wstęp'))),
    sections,
  };
}
