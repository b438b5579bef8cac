import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { id, optionalText, text } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { safeOf } from '../../../platform/vault/stores.ts';
import { findProgrammeOf } from '../db/programmes.ts';
import { servesGmina } from '../db/reports.ts';
import { insertWebDraft } from '../db/web-drafts.ts';
import { linkToken, seedPattern } from '../domain/follow-up.ts';
import { refuseProgramme } from '../domain/submission.ts';
import { webContentSchema } from '../domain/web-draft.ts';
import { intakeWords } from '../pl-intake.ts';

/** A resident begins an application on the web: a draft at a secret address, which is nobody's case yet. */
export const startWebApplication = command({
  name: 'casework.start-web-application',
  summary: 'Begin an application on the web; the draft lives at a secret address for thirty days',
  input: z.object({
    gmina: text(7, intakeWords.report.errors.gmina),
    /** The service as a programme offers it. */
    offerId: id(intakeWords.application.errors.noService),
    need: optionalText(4000),
    seed: z.string().regex(seedPattern),
  }),
  /** The address follows from the secret that the page sent and from this key. */
  result: z.object({ key: z.string() }),
  basis: 'art. 35 ustawy o CUS',
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const [programme, served] = await Promise.all([
      findProgrammeOf(tx, centreId, input.offerId, moment.today),
      servesGmina(tx, centreId, input.gmina, moment.today),
    ]);
    return programme && { programme, served };
  },
  allow: { visitor: always, resident: always, clerk: always, plan_coordinator: always },
  decide({ programme, served }, input) {
    if (!served)
      return refuse('casework.foreign-gmina', intakeWords.report.errors.foreignGmina, { field: 'gmina' });
    const wrong = refuseProgramme(programme, input.gmina, 'offerId');
    if (wrong) return wrong;
    const offer = programme.offers.find((one) => one.offerId === input.offerId);
    const key = newId();
    return {
      key,
      token: linkToken(input.seed, key),
      programmeVersionId: programme.versionId,
      gmina: input.gmina,
      content: webContentSchema.parse({ serviceIds: offer ? [offer.serviceId] : [], need: input.need }),
    };
  },
  async save(tx, { key, ...draft }, moment) {
    await insertWebDraft(tx, safeOf(moment), draft, moment.now);
    return { key };
  },
  audit: (change) => ({ what: { programmeVersionId: change.programmeVersionId } }),
});
