import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { id } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { findApplication } from '../db/applications.ts';
import { findCase } from '../db/cases.ts';
import { saveCode } from '../db/links.ts';
import { findAbout, findPerson } from '../db/reports.ts';
import { caseCode, seedPattern } from '../domain/follow-up.ts';
import { typedBirthDate } from '../domain/questions.ts';
import { coordinates } from '../domain/relation.ts';
import { intakeWords } from '../pl-intake.ts';

/** Gives the person a new follow-up code; the one they lost works no more. */
export const renewCode = command({
  name: 'casework.renew-code',
  summary: 'Give a new follow-up code of a case; the earlier one stops working',
  input: z.object({ caseId: id(), seed: z.string().regex(seedPattern) }),
  result: z.object({ caseId: z.string() }),
  basis: 'art. 14 ust. 1 ustawy o CUS',
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const [file, about, application] = await Promise.all([
      findCase(tx, centreId, input.caseId, true),
      findAbout(tx, centreId, input.caseId),
      findApplication(tx, moment, input.caseId),
    ]);
    const person = file?.personId ? await findPerson(tx, centreId, file.personId) : undefined;
    const typed = application ? typedBirthDate(application.content.answers) : undefined;
    return file && { ...file, birthDate: person?.birthDate ?? typed ?? about?.birthDate };
  },
  allow: { clerk: always, plan_coordinator: coordinates },
  decide(target, input) {
    if (!target.birthDate) return refuse('casework.no-birth-date', intakeWords.code.errors.noBirthDate);
    return {
      target,
      code: { caseId: target.id, code: caseCode(input.seed, target.id), birthDate: target.birthDate },
    };
  },
  async save(tx, { code }, moment) {
    await saveCode(tx, moment.actor.centreId, code);
    return { caseId: code.caseId };
  },
  audit: ({ target }) => ({ personId: target.personId, caseId: target.id, what: { fields: ['code'] } }),
});
