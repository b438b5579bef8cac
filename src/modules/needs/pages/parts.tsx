import { areaOf } from '../../../law/index.ts';
import { areas } from '../../../law/index.ts';
import { DescriptionList, Disclosure, fullDate, Unknown } from '../../../ui/index.ts';
import { groupKeys, reasons } from '../domain/unmet-need.ts';
import { monthWords, pl } from '../pl.ts';
import type { UnmetNeeds } from '../queries/unmet-needs.ts';

/** The staff's address of the ledger. */
export const ledgerPath = '/praca/potrzeby';
export const reviewPath = `${ledgerPath}/przeglad`;

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The name of an area; "bez zakresu" where nobody has coded it. */
export const areaWords = (code: number | null): string =>
  code === null ? pl.noArea : capitalised(areaOf(code)?.name ?? String(code));

export const areaOptions = areas.map(({ code }) => ({ value: String(code), label: areaWords(code) }));
export const groupOptions = groupKeys.map((group) => ({ value: group, label: pl.groups[group] }));
export const reasonOptions = reasons.map((reason) => ({ value: reason, label: pl.reasons[reason] }));

/** A count, or that it is hidden. */
export const Count = ({ of }: { of: number | null }) =>
  of === null ? <Unknown>{pl.hidden}</Unknown> : <>{of}</>;

export const periodWords = ({ from, to }: { from: string; to: string }): string =>
  pl.ledger.period(monthWords(from), monthWords(to));

/** The passport of the figures: source, period, filter, formula, day. */
export const Passport = ({ of }: { of: UnmetNeeds['passport'] }) => (
  <Disclosure summary={pl.ledger.passport}>
    <DescriptionList
      items={[
        { term: pl.passport.sourceLabel, value: of.source },
        { term: pl.passport.periodLabel, value: periodWords(of) },
        { term: pl.passport.filterLabel, value: of.filter.join('; ') || pl.passport.noFilter },
        { term: pl.passport.formulaLabel, value: of.formula },
        { term: pl.passport.suppressionLabel, value: of.suppression },
        { term: pl.passport.madeLabel, value: fullDate(of.madeOn) },
      ]}
    />
  </Disclosure>
);
