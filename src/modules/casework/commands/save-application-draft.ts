import { z } from 'zod';
import { id } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { safeOf } from '../../../platform/vault/stores.ts';
import { findApplication, saveContent } from '../db/applications.ts';
import { findCase } from '../db/cases.ts';
import { changeCase } from '../db/changes.ts';
import { contentInput, enclosures, refuseContent, tickedParts, withContent } from '../domain/application.ts';
import { registersApplication } from '../domain/relation.ts';
import { intakeWords } from '../pl-intake.ts';

/** Keeps what an application says so far; only what its programme lets the centre ask is kept. */
export const saveApplicationDraft = command({
  name: 'casework.save-application-draft',
  summary: 'Keep the draft of an application: only data on the whitelist of its programme (item 9) are taken',
  input: z.object({ caseId: id(), ...contentInput.shape, ...tickedParts.shape }),
  result: z.object({ caseId: z.string() }),
  basis: 'art. 5 ust. 3 pkt 9, art. 50 ust. 1 ustawy o CUS',
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const [file, application] = await Promise.all([
      findCase(tx, centreId, input.caseId, true),
      findApplication(tx, moment, input.caseId),
    ]);
    return file && application && { ...file, application };
  },
  allow: registersApplication,
  decide(target, input, { today }) {
    if (target.state !== 'draft') return refuse('casework.wrong-state', intakeWords.application.errors.sent);
    const content = withContent(target.application.content, input);
    return refuseContent(content, target.application.programme, today) ?? { target, content };
  },
  async save(tx, { target, content }, moment) {
    const { centreId } = moment.actor;
    const documents = enclosures(target.application.programme, content.documents);
    await Promise.all([
      saveContent(tx, safeOf(moment), target.id, content, documents),
      changeCase(tx, centreId, target.id, {}),
    ]);
    return { caseId: target.id };
  },
  audit: ({ target, content }) => ({
    personId: target.personId,
    caseId: target.id,
    what: { fields: Object.keys(content.answers) },
  }),
});
