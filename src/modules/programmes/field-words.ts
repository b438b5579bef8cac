import type { Lang } from '../../lang.ts';
import type { ApplicationField, ApplicationFieldId, FieldWords } from './domain/application-fields.ts';
import { enFields } from './en-fields.ts';
import { ukFields } from './uk-fields.ts';

interface Worded {
  label: string;
  hint?: string;
  choices?: Readonly<Record<string, string>>;
}

const translated: Record<Exclude<Lang, 'pl'>, FieldWords> = { uk: ukFields, en: enFields };

const isTranslated = (words: FieldWords, id: string): id is ApplicationFieldId => Object.hasOwn(words, id);

/** A question of the application in a language: what is asked and how it is kept stays the same. */
export function fieldIn(field: ApplicationField, lang: Lang): ApplicationField {
  if (lang === 'pl') return field;
  const all = translated[lang];
  if (!isTranslated(all, field.id)) return field;
  const words: Worded = all[field.id];
  return {
    ...field,
    label: words.label,
    ...(words.hint === undefined ? {} : { hint: words.hint }),
    ...(field.choices
      ? {
          choices: field.choices.map(({ value, label }) => ({
            value,
            label: words.choices?.[value] ?? label,
          })),
        }
      : {}),
  };
}
