import { describe, expect, it } from 'vitest';
import { bankQuestions, templateDefinition, templateKeys } from '../../bank/bank.ts';
import { wholeDefinition } from '../../survey.fixture.ts';
import type { Definition, Question } from '../definition.ts';
import { isRefusal } from './problem.ts';
import { readXlsform, type Imported } from './read.ts';
import { xlsformOf } from './write.ts';

const words = {
  choice: { pl: 'Inne' },
  question: { pl: 'Jakie inne?' },
  section: { pl: 'Pytania' },
};
const ours = (definition: Definition) =>
  xlsformOf(definition, { id: 'ankieta', version: '1' }, { noOpinion: { pl: 'nie wiem', uk: 'не знаю' } });

function taken(read: Imported): { definition: Definition; refused: string[] } {
  if (!read.ok) throw new Error(read.fault);
  const { definition, remarks } = read;
  return {
    definition,
    refused: remarks
      .filter(isRefusal)
      .map(({ sheet, row, kind, about }) => `${sheet} ${row} ${kind} ${about}`),
  };
}

const again = (definition: Definition) =>
  taken(readXlsform({ sheets: { ...ours(definition) }, formulas: [] }, words));

describe('there and back', () => {
  it('every type of question, condition and section comes back the same', () => {
    expect(again(wholeDefinition)).toEqual({ definition: wholeDefinition, refused: [] });
  });
  it.each(templateKeys)('the template %s', (key) => {
    const definition = templateDefinition(key);
    expect(again(definition)).toEqual({ definition, refused: [] });
  });
  it('the whole bank', () => {
    const questions: Question[] = bankQuestions().map(({ question }) => question);
    const sections = [0, 70].map((from, at) => ({
      name: `s${at + 1}`,
      title: { pl: `Część ${at}` },
      questions: questions.slice(from, from + 70),
    }));
    const definition: Definition = { langs: ['pl', 'en'], title: { pl: 'Bank' }, sections };
    expect(again(definition)).toEqual({ definition, refused: [] });
  });
});
