import type { ProblemKind } from '../check.ts';

/** Why a row was not taken; the words stand in `pl-xlsform.ts` under the same keys. */
export const refusalKinds = [
  'formula',
  'noType',
  'unknownType',
  'meta',
  'dateType',
  'mediaType',
  'decimalType',
  'calculate',
  'repeat',
  'externalList',
  'nestedGroup',
  'endWithoutBegin',
  'notClosed',
  'notePlace',
  'noName',
  'sameName',
  'noList',
  'noListName',
  'noChoiceName',
  'sameChoice',
  'faultyList',
  'matrixRow',
  'matrixLists',
  'matrixRequired',
  'scaleList',
  'relevantSyntax',
  'relevantShape',
  'tooManyTests',
  'unknownReference',
  'forwardReference',
  'cycle',
  'leansOnRefused',
  'unknownAnswer',
  'inRefusedGroup',
  'requiredShape',
  'constraintSyntax',
  'constraintShape',
  'columnValue',
  'parameters',
  'unknownMark',
  'labelReference',
  'outOfBounds',
] as const;
export type RefusalKind = (typeof refusalKinds)[number];

/** What was taken otherwise than it stands, or not taken although its row was. */
export const remarkKinds = [
  'renamed',
  'recoded',
  'ownColumn',
  'foreignLanguage',
  'otherSheet',
  'appearance',
  'message',
  'orOther',
  'setting',
  'check',
] as const;
export type RemarkKind = (typeof remarkKinds)[number];

/** A remark on a row of a workbook; row 0: the sheet as a whole. */
export interface RowRemark {
  sheet: string;
  row: number;
  kind: RefusalKind | RemarkKind;
  /** What exactly: a name, a value, names around a circle. */
  about: string;
  /** Of a `check`: what keeps it from publication. */
  problem?: ProblemKind;
}

const refusals: readonly string[] = refusalKinds;

/** Whether a remark says that its row was left out. */
export const refuses = (kind: RowRemark['kind']): kind is RefusalKind => refusals.includes(kind);

/** Whether the row was left out. */
export const isRefusal = ({ kind }: Pick<RowRemark, 'kind'>): boolean => refuses(kind);

/** Whoever reads the sheets tells by it what is wrong. */
export type Tell = (sheet: string, row: number, kind: RowRemark['kind'], about?: string) => void;
