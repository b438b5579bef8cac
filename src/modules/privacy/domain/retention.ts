import type { IsoDate } from '../../../law/index.ts';

export const categories = ['A', 'B', 'BE'] as const;
export type Category = (typeof categories)[number];

/** A class of the centre's filing plan, as it holds from a day on. */
export interface RetentionClass {
  sign: string;
  category: Category;
  /** null: kept for ever (A). */
  years: number | null;
  validFrom: IsoDate;
  validTo: IsoDate | null;
}

/** The class in the sign of a file: 5020 of CUS.5020.17.2026. */
export const classInSign = (sign: string): string | undefined => /\.(\d{2,6})\.\d+\.\d{4}$/.exec(sign)?.[1];

/** The class under which a file was closed: a file is judged by the rule of its day. */
export const classOf = <C extends RetentionClass>(
  classes: readonly C[],
  sign: string,
  closedOn: IsoDate,
): C | undefined =>
  classes.find(
    (one) =>
      one.sign === classInSign(sign) &&
      one.validFrom <= closedOn &&
      (one.validTo === null || one.validTo >= closedOn),
  );

/** The last day on which a file is kept: years are counted from the end of the year in which it was closed. */
export const keptUntil = ({ years }: Pick<RetentionClass, 'years'>, closedOn: IsoDate): IsoDate | null =>
  years === null ? null : `${Number(closedOn.slice(0, 4)) + years}-12-31`;

export interface ClosedFile {
  caseId: string;
  sign: string;
  closedOn: IsoDate;
}

export type FileOnList = ClosedFile & { category: Category; years: number | null; dueOn: IsoDate | null };

/** Files for the list: their time is over, or (A) they are to be handed to the archive. Without a class a file is not touched. */
export const filesForReview = (
  classes: readonly RetentionClass[],
  files: readonly ClosedFile[],
  today: IsoDate,
): FileOnList[] =>
  files.flatMap((file) => {
    const found = classOf(classes, file.sign, file.closedOn);
    if (!found) return [];
    const dueOn = keptUntil(found, file.closedOn);
    return dueOn !== null && dueOn < today
      ? [{ ...file, category: found.category, years: found.years, dueOn }]
      : [];
  });
