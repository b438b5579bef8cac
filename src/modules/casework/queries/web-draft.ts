import { z } from 'zod';
import { anyone } from '../../../platform/actor.ts';
import { query } from '../../../platform/runner/query.ts';
import { listOtherTrack, listProgrammesInForce } from '../db/programmes.ts';
import { clauseWords, currentClause } from '../../privacy/index.ts';
import { findWebDraft } from '../db/web-drafts.ts';
import { tokenPattern } from '../domain/follow-up.ts';
import { programmeSchema } from '../domain/programme.ts';
import { webContentSchema } from '../domain/web-draft.ts';

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
    /** The centre's own information clause; null: the program's words hold. */
    clause: clauseWords.nullable(),
  }),
  basis: 'art. 35 ustawy o CUS',
  async read(db, input, moment) {
    const [draft, clause] = await Promise.all([
      findWebDraft(db, moment, input.link),
      currentClause(db, moment.actor.centreId, 'application', moment.today),
    ]);
    return draft && { ...draft, clause: clause?.words ?? null };
  },
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

/** Services under a separate statute, whose application is taken and passed on (art. 19): public facts. */
export const otherServices = query({
  name: 'casework.other-services',
  summary: 'Services under a separate statute for which an application is taken and passed on',
  input: z.object({}),
  output: z.array(z.object({ id: z.string(), name: z.string(), gminas: z.array(z.string()) })),
  basis: 'art. 19 ustawy o CUS',
  read: async (db, _input, moment) => await listOtherTrack(db, moment.actor.centreId),
  allow: anyone(),
  discloses: () => undefined,
});
