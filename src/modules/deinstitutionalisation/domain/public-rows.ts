import type { Figure, Passport } from '../../../statistics/figure.ts';

/** Below the centre's home: where everybody reads its adopted plans. */
export const publicPath = '/plan-lokalny';
export const publicPlanPath = (planId: string): string => `${publicPath}/${planId}`;
export const publicNumbersPath = (planId: string): string => `${publicPlanPath(planId)}/liczby`;
export const publicCardPath = (planId: string, actionId: string): string =>
  `${publicPlanPath(planId)}/dzialanie/${actionId}`;

interface Public {
  planId: string;
  /** Where the published results of surveys are, by the id of the survey. */
  surveys: ReadonlyMap<string, string>;
  /** The population page that everybody may open. */
  population: string;
}

type Place = (found: RegExpExecArray, to: Public) => string | undefined;

/** Where a page of staff has a twin that everybody may open; the first that fits stands. */
const twins: readonly (readonly [RegExp, Place])[] = [
  [
    /^\/praca\/lpdi\/([^/?#]+)\/dzialanie\/([^/?#]+)/,
    (found, { planId }) => publicCardPath(planId, found[2] ?? ''),
  ],
  [/^\/praca\/lpdi\/[^/?#]+/, (_found, { planId }) => `${publicPlanPath(planId)}#cele`],
  [/^\/praca\/zasoby/, (_found, { planId }) => `${publicNumbersPath(planId)}#placowki`],
  [/^\/praca\/diagnoza\/luka/, (_found, { planId }) => `${publicNumbersPath(planId)}#luka`],
  [/^\/praca\/ludnosc(.*)$/, (found, { population }) => `${population}${found[1] ?? ''}`],
  [
    /^\/praca\/badania\/([^/?#]+)\/wyniki(.*)$/,
    (found, { surveys }) => {
      const place = surveys.get(found[1] ?? '');
      return place === undefined ? undefined : `${place}${found[2] ?? ''}`;
    },
  ],
];

/** The page that shows everybody the rows behind a number; undefined: they are open to staff only. */
export function publicRows(rows: string, to: Public): string | undefined {
  if (!rows.startsWith('/praca/')) return rows;
  for (const [address, place] of twins) {
    const found = address.exec(rows);
    if (found) return place(found, to);
  }
  return undefined;
}

function publicPassport({ rows, moreRows, ...passport }: Passport, to: Public): Passport {
  const open = rows === undefined ? undefined : publicRows(rows, to);
  const more = (moreRows ?? []).flatMap((one) => {
    const place = publicRows(one.rows, to);
    return place === undefined ? [] : [{ name: one.name, rows: place }];
  });
  return {
    ...passport,
    ...(open === undefined ? {} : { rows: open }),
    ...(more.length === 0 ? {} : { moreRows: more }),
  };
}

/** A figure whose links lead only where everybody may go. */
export const publicFigure =
  (to: Public) =>
  (figure: Figure): Figure => ({ ...figure, passport: publicPassport(figure.passport, to) });
