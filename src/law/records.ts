import { type Basis, basis, type LawEntries } from './basis.ts';

/** A case sign: unit, class of the JRWA, number in the class, year: "DU.5023.12.2026". */
export type CaseSign = {
  readonly unit: string;
  readonly jrwa: string;
  readonly number: number;
  readonly year: number;
};

const form = basis('setting', '', 'recalled', 'znak sprawy według instrukcji kancelaryjnej i JRWA centrum');
const metric = basis('metric', '', 'statute');

const unitForm = /^[\p{Lu}\d]+(?:-[\p{Lu}\d]+)*$/u;
const signForm = /^([\p{Lu}\d-]+)\.(\d{1,6})\.([1-9]\d*)\.(\d{4})$/u;

/** The sign as written. Throws RangeError for parts that would not read back. */
export function formatCaseSign(sign: CaseSign): string {
  const text = `${sign.unit}.${sign.jrwa}.${sign.number}.${sign.year}`;
  if (parseCaseSign(text) === undefined) throw new RangeError(`Not a case sign: ${text}`);
  return text;
}

/** The parts of a written case sign; undefined when it is not one. */
export function parseCaseSign(text: string): CaseSign | undefined {
  const [, unit, jrwa, number, year] = signForm.exec(text.trim()) ?? [];
  if (unit === undefined || jrwa === undefined || !unitForm.test(unit)) return undefined;
  return { unit, jrwa, number: Number(number), year: Number(year) };
}

export type MetricField = {
  readonly id: 'caseSign' | 'title' | 'actionOn' | 'person' | 'position' | 'action' | 'documentId';
  readonly words: string;
  /** Once for the case, or in every row of actions. */
  readonly of: 'case' | 'action';
  readonly basis: Basis;
};

/** What a case metric holds; a system that shows these data of every action keeps the metric (§ 2(2)). */
export const metricFields: readonly MetricField[] = [
  { id: 'caseSign', words: 'oznaczenie sprawy', of: 'case', basis: metric },
  { id: 'title', words: 'tytuł sprawy', of: 'case', basis: metric },
  { id: 'actionOn', words: 'data czynności', of: 'action', basis: metric },
  { id: 'person', words: 'osoba podejmująca czynność', of: 'action', basis: metric },
  { id: 'position', words: 'stanowisko', of: 'action', basis: metric },
  { id: 'action', words: 'podjęta czynność', of: 'action', basis: metric },
  { id: 'documentId', words: 'identyfikator dokumentu', of: 'action', basis: metric },
];

export const metricBasis = basis('metric', '§ 2 ust. 2', 'statute');

export const basisOf: LawEntries = {
  subject: 'Znak sprawy i metryka',
  functions: { formatCaseSign: [form], parseCaseSign: [form] },
};
