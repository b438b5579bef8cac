import { describe, expect, it } from 'vitest';
import { applicationFields } from './domain/application-fields.ts';
import { fieldIn } from './field-words.ts';

describe('questions of the application in the languages of residents', () => {
  it.each(['uk', 'en'] as const)('every question, hint and answer has its words in %s', (lang) => {
    const same = applicationFields.flatMap((field) => {
      const translated = fieldIn(field, lang);
      return [
        ...(translated.label === field.label ? [`${field.id}: ${field.label}`] : []),
        ...(field.hint !== undefined && translated.hint === field.hint ? [`${field.id}: ${field.hint}`] : []),
        ...(field.choices ?? [])
          .filter(({ value, label }) =>
            translated.choices?.some((one) => one.value === value && one.label === label),
          )
          .map(({ value }) => `${field.id}: ${value}`),
      ];
    });
    expect(same).toEqual(lang === 'uk' ? ['pesel: PESEL'] : []);
  });

  it('what is kept is the same in every language', () => {
    for (const field of applicationFields) {
      const { label: _label, hint: _hint, choices, ...rest } = fieldIn(field, 'uk');
      expect(field).toMatchObject(rest);
      expect(choices?.map(({ value }) => value)).toEqual(field.choices?.map(({ value }) => value));
    }
  });
});
