import { z } from 'zod';
import { date, id, integer, optionalText, rows } from '../../../platform/fields.ts';
import { insideCommand } from '../../../platform/runner/command.ts';
import { isRefusal } from '../../../platform/runner/outcome.ts';
import { findCase, moveCase, refuseStep } from '../db/cases.ts';
import { capFee, listFees } from '../db/fees.ts';
import { holdPlaces, listPlaces } from '../db/places.ts';
import { caseStep } from '../domain/lifecycle.ts';
import { settlesResignation } from '../domain/outcome-policy.ts';
import { spentOn, usedUntil } from '../domain/resignation.ts';
import { outcomeWords } from '../pl-outcome.ts';

const action = 'resign';

/**
 * Records that a person who was qualified without a plan resigned (art. 44): fees are due for what was given up to that
 * day, and nothing more; a waiver is the director's. What was not given returns to the programme, and the case is closed.
 */
export const resignFromServices = insideCommand({
  name: 'casework.resign',
  summary: 'Record a resignation from services granted without a plan; fees are counted to its day',
  basis: caseStep(action).basis,
  input: z.object({
    caseId: id(),
    resignedOn: date(),
    reason: optionalText(2000),
    delivered: rows(
      z.object({ programmeServiceId: id(), units: integer(0, 100_000, outcomeWords.resign.units) }),
    ),
  }),
  result: z.object({ state: z.string(), dueGrosze: z.number() }),
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const file = await findCase(tx, centreId, input.caseId, true);
    if (!file) return undefined;
    const [places, fees] = await Promise.all([
      listPlaces(tx, centreId, file.id),
      listFees(tx, centreId, file.id),
    ]);
    return {
      file,
      places: places.filter((place) => place.state === 'accepted'),
      fees: fees.filter((fee) => fee.planLineId === null),
      version: file.version,
    };
  },
  allow: settlesResignation,
  decide({ file, places, fees }, input, moment) {
    const { resignedOn } = input;
    const wrongState = refuseStep(file, action);
    if (wrongState) return wrongState;
    const used = usedUntil(places, input.delivered, { resignedOn, today: moment.today });
    if (isRefusal(used)) return used;
    return { file, used, fees, resignedOn, reason: input.reason ?? outcomeWords.resign.defaultReason };
  },
  async save(tx, { file, used, fees, resignedOn, reason }, moment) {
    const { centreId } = moment.actor;
    let dueGrosze = 0;
    for (const fee of fees) {
      const place = used.find((one) => one.programmeServiceId === fee.programmeServiceId);
      if (!place?.units) continue;
      const capped = await capFee(tx, moment, fee, {
        resignedOn,
        plannedUnits: place.units,
        deliveries: [{ on: resignedOn, units: place.given }],
      });
      dueGrosze += capped.dueGrosze;
    }
    const given = used.filter((place) => place.given > 0);
    await holdPlaces(
      tx,
      moment,
      file.id,
      given.map((place) => ({
        ...place,
        endsOn: place.endsOn !== null && place.endsOn < resignedOn ? place.endsOn : resignedOn,
        units: place.units === null ? place.given : Math.min(place.given, place.units),
        grosze: spentOn(place),
      })),
      'accepted',
      reason,
    );
    const closed = { closed_on: moment.today, closing_reason: reason };
    return { state: await moveCase(tx, centreId, file, action, closed), dueGrosze };
  },
  audit: ({ file, used, resignedOn }, result) => ({
    personId: file.personId,
    caseId: file.id,
    what: {
      before: file.state,
      after: result.state,
      resignedOn,
      dueGrosze: result.dueGrosze,
      services: used.map((place) => place.programmeServiceId),
    },
  }),
});
