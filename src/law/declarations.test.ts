import { describe, expect, it } from 'vitest';
import { carriesClause, declarationClause } from './declarations.ts';

describe('art. 36(2): the literal clause of a declaration', () => {
  it('is the sentence of the Act', () => {
    expect(declarationClause).toBe(
      'Jestem świadomy odpowiedzialności karnej za złożenie fałszywego oświadczenia.',
    );
  });

  it('may stand anywhere in the declaration', () => {
    expect(carriesClause(`Mieszkam w gminie. ${declarationClause} Podpis`)).toBe(true);
  });

  it.each([
    'Jestem świadoma odpowiedzialności karnej za złożenie fałszywego oświadczenia.',
    'Jestem świadomy odpowiedzialności karnej za złożenie fałszywego oświadczenia',
    'Jestem świadomy  odpowiedzialności karnej za złożenie fałszywego oświadczenia.',
    'jestem świadomy odpowiedzialności karnej za złożenie fałszywego oświadczenia.',
    'Jestem świadomy odpowiedzialności za złożenie fałszywego oświadczenia.',
    '',
  ])('"%s" does not carry it', (text) => {
    expect(carriesClause(text)).toBe(false);
  });
});
