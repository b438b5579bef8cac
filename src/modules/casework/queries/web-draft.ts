import { z } from 'zod';
import { anyone } from '../../../platform/actor.ts';
import { query } from '../../../platform/runner/query.ts';
import { listProgrammesInForce } from '../db/programmes.ts';
import { findWebDraft } from '../db/web-drafts.ts';
import { tokenPattern } from '../domain/follow-up.ts';
import { webContentSchema } from '../domain/web-draft.ts';

const programmeSchema = z.object({
  versionId: z.string(),
  programmeId: z.string(),
  name: z.string(),
  gmina: z.string(),
  resolution: z.string().nullable(),
  inForce: z.boolean(),
  offers: z.array(z.object({ offerId: z.string(), serviceId: z.string(), name: z.string() })),
  whitelist: z.array(z.string()),
  reliefs: z.array(z.string()),
  documents: z.array(z.string()),
});

/** The unsent application behind its secret address. */
export const webDraft = query({
  name: 'casework.web-draft',
  summary: 'An application being written on the web, by its secret address',
  input: z.object({ link: z.string().regex(tokenPattern) }),
  output: z.object({
    programme: programmeSchema,
    gmina: z.string(),
    content: webContentSchema,
    version: z.number(),
  }),
  basis: 'art. 35 ustawy o CUS',
  read: async (db, input, moment) => await findWebDraft(db, moment.actor.centreId, input.link, moment),
  allow: anyone(),
  // The writer reads their own words back: nobody's data are disclosed to anybody else.
  discloses: () => undefined,
  hidden: true,
});

/** Programmes to which a resident may apply today: public facts. */
export const applicationChoices = query({
  name: 'casework.application-choices',
  summary: 'Programmes in force with their services, to choose what to apply for',
  input: z.object({}),
  output: z.array(programmeSchema),
  basis: 'art. 13 ust. 1 pkt 9 ustawy o CUS',
  read: async (db, _input, moment) => await listProgrammesInForce(db, moment.actor.centreId, moment.today),
  allow: anyone(),
  discloses: () => undefined,
});
