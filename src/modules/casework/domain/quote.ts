import { type Basis, basis, type Household } from '../../../law/index.ts';
import { type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { quoteFee, reliefsOf } from '../../programmes/index.ts';
import { outcomeWords } from '../pl-outcome.ts';
import type { ChosenPlace } from './chosen.ts';

/** A chosen service with what the person pays for it, in grosze, and the working. */
export interface PricedPlace extends ChosenPlace {
  feeGrosze: number;
  feeSteps: readonly string[];
  feeBasis: readonly Basis[];
}

const onlyByProgramme = basis('cus', '43 ust. 1', 'statute');
const words = outcomeWords.refusals;

interface Payer {
  household: Household | undefined;
  incomeGrosze: number | null;
  /** Reliefs that the application claims, each with its declaration (art. 36(1)). */
  reliefs: readonly string[];
}

function priceOne(chosen: ChosenPlace, payer: Payer): PricedPlace | Refusal {
  const { offer, name } = chosen.wanted;
  // A programme that says nothing of a fee charges none (art. 43(1)).
  if (offer.fee === null)
    return {
      ...chosen,
      feeGrosze: 0,
      feeSteps: [outcomeWords.qualify.feeNotSaid],
      feeBasis: [onlyByProgramme],
    };
  if (offer.fee.kind === 'byIncome' && payer.household === undefined)
    return refuse('casework.fee-unknown', words.householdUnknown(name), {
      field: `services.${chosen.row}.units`,
    });
  const relief = reliefsOf(offer.fee, chosen.startsOn).find((one) => one.id === chosen.reliefId);
  if (relief && !payer.reliefs.includes(relief.words))
    return refuse('casework.relief-undeclared', words.reliefUndeclared(name, relief.words), {
      field: `services.${chosen.row}.reliefId`,
      basis: 'art. 36 ust. 1 ustawy o CUS',
    });
  const quote = quoteFee(offer, {
    incomeGrosze: payer.incomeGrosze,
    household: payer.household ?? 'single',
    units: chosen.units,
    on: chosen.startsOn,
    reliefId: chosen.reliefId,
  });
  if (!quote.ok)
    return refuse('casework.fee-unknown', words.feeUnknown(name, quote.words), {
      field: `services.${chosen.row}.${quote.code === 'reliefUnknown' ? 'reliefId' : 'units'}`,
    });
  return { ...chosen, feeGrosze: quote.value, feeSteps: quote.steps, feeBasis: quote.basis };
}

/** The fee of every chosen service by its programme (art. 43(1)), or why one cannot be told; nothing is guessed. */
export function priceServices(chosen: readonly ChosenPlace[], payer: Payer): PricedPlace[] | Refusal {
  const priced: PricedPlace[] = [];
  for (const one of chosen) {
    const result = priceOne(one, payer);
    if ('refused' in result) return result;
    priced.push(result);
  }
  return priced;
}
