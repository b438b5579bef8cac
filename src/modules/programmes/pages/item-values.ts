import type { ProgrammeItemId } from '../../../law/index.ts';
import type { FormValues } from '../../../platform/http/form-data.ts';
import { conditionValues } from '../../directory/index.ts';
import type { Items } from '../domain/items.ts';

type Row = Record<string, string | number | null>;

const rowValues = (name: string, rows: readonly Row[]): FormValues =>
  Object.fromEntries(
    rows.flatMap((row, index) =>
      Object.entries(row).map(([field, value]) => [
        `value.${name}.${index}.${field}`,
        value === null ? '' : String(value),
      ]),
    ),
  );

/** Grosze as people type złote: 12,50. */
export const typedMoney = (grosze: number | null): string =>
  grosze === null ? '' : `${Math.floor(grosze / 100)},${String(grosze % 100).padStart(2, '0')}`;

const fullDay = (value: string | null): string =>
  value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : '';

/** The values of an item's form for what is stored. */
const values: Record<ProgrammeItemId, (items: Items) => FormValues> = {
  nameAndGoal: ({ nameAndGoal: it }) => ({ 'value.name': it?.name ?? '', 'value.goal': it?.goal ?? '' }),
  period: ({ period: it }) => ({
    'value.from': fullDay(it?.from ?? null),
    'value.to': fullDay(it?.to ?? null),
  }),
  needs: ({ needs: it }) => ({ 'value.text': it?.text ?? '' }),
  recipients: ({ recipients: it }) => ({
    'value.text': it?.text ?? '',
    ...rowValues('groups', it?.groups ?? []),
  }),
  services: ({ services: it }) => ({ 'value.others': it?.others.join('\n') ?? '' }),
  qualification: ({ qualification: it }) => ({
    'value.procedure': it?.procedure ?? '',
    ...conditionValues(it?.conditions ?? [], 'value.conditions'),
  }),
  fees: ({ fees: it }) => ({
    'value.charged': it === undefined || it.charged === null ? '' : it.charged ? 'tak' : 'nie',
    'value.text': it?.text ?? '',
    ...rowValues('reliefs', it?.reliefs ?? []),
  }),
  evidence: ({ evidence: it }) => rowValues('rows', it?.rows ?? []),
  personalData: ({ personalData: it }) => ({ 'value.fields': it?.fields ?? [] }),
  organisation: ({ organisation: it }) => rowValues('stages', it?.stages ?? []),
  monitoring: ({ monitoring: it }) => ({
    'value.text': it?.text ?? '',
    ...rowValues(
      'indicators',
      (it?.indicators ?? []).map(({ result: _result, ...row }) => row),
    ),
  }),
  budget: ({ budget: it }) => ({
    'value.funding': it?.funding ?? '',
    ...rowValues(
      'lines',
      (it?.lines ?? []).map((line) => ({ words: line.words, grosze: typedMoney(line.grosze) })),
    ),
  }),
};

/** The values of the form of one item. */
export const itemValues = (id: ProgrammeItemId, items: Items): FormValues => values[id](items);

/**
 * How many rows a table of a form shows: those in which something was stored or typed, and some blank ones. Fields named
 * in `preset` say something even in a blank row.
 */
export function rowCount(shown: FormValues, name: string, spare = 3, preset: readonly string[] = []): number {
  const prefix = `${name}.`;
  const filled = Object.entries(shown).flatMap(([key, value]) => {
    if (!key.startsWith(prefix) || value === '') return [];
    const [index, field = ''] = key.slice(prefix.length).split('.');
    return preset.includes(field) ? [] : [Number(index)];
  });
  return Math.max(0, ...filled.map((index) => index + 1)) + spare;
}
