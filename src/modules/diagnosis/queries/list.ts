import { z } from 'zod';
import { always, type Allow } from '../../../platform/actor.ts';
import { query } from '../../../platform/runner/query.ts';
import { gminasOn } from '../../directory/index.ts';
import { diagnosisBasis } from '../basis.ts';
import { legalFormOf } from '../db/centre.ts';
import { listDiagnoses } from '../db/diagnoses.ts';
import { listSettings } from '../db/settings.ts';
import { diagnosisStates } from '../domain/lifecycle.ts';

/** Domain reference 2.9: everybody inside who recognises needs reads the diagnosis, and the region does. */
export const readers: Allow<unknown> = {
  director: always,
  service_organiser: always,
  community_organiser: always,
  plan_coordinator: always,
  assistance_organiser: always,
  region: always,
};

/** Diagnoses of the centre, the newest years first. */
export const listOfDiagnoses = query({
  name: 'diagnosis.list',
  summary: 'Needs diagnoses of the centre with their states',
  input: z.object({}),
  output: z.object({
    diagnoses: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        gmina: z.string().nullable(),
        gminaName: z.string().nullable(),
        fromYear: z.number(),
        toYear: z.number(),
        state: z.enum(diagnosisStates),
        consultedTo: z.string().nullable(),
        inForceOn: z.string().nullable(),
      }),
    ),
    gminas: z.array(z.object({ teryt: z.string(), name: z.string() })),
    perGmina: z.boolean(),
    /** How long the centre consults, oldest setting first. */
    settings: z.array(z.object({ validFrom: z.string(), days: z.number(), source: z.string() })),
  }),
  basis: diagnosisBasis,
  async read(db, _input, { actor, today }) {
    const [diagnoses, gminas, form, settings] = await Promise.all([
      listDiagnoses(db, actor.centreId),
      gminasOn(db, actor.centreId, today),
      legalFormOf(db, actor.centreId),
      listSettings(db, actor.centreId),
    ]);
    return {
      settings,
      diagnoses: diagnoses.map(
        ({ id, title, gmina, gminaName, fromYear, toYear, state, consultedTo, inForceOn }) => ({
          id,
          title,
          gmina,
          gminaName,
          fromYear,
          toYear,
          state,
          consultedTo,
          inForceOn,
        }),
      ),
      gminas,
      perGmina: form === 'B',
    };
  },
  allow: readers,
  discloses: () => undefined,
});
