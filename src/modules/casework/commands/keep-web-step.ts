import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { optionalDate } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { safeOf } from '../../../platform/vault/stores.ts';
import { findWebDraft, saveWebDraft } from '../db/web-drafts.ts';
import { refuseBirth } from '../domain/birth.ts';
import { contentInput, refuseContent, tickedParts, withContent } from '../domain/application.ts';
import { tokenPattern } from '../domain/follow-up.ts';
import { optionalLanguage } from '../domain/report.ts';
import { applicationOf, stepAfter, type WebContent, webSteps } from '../domain/web-draft.ts';
import { intakeWords } from '../pl-intake.ts';

/** Keeps one page of an application that is being written on the web. */
export const keepWebStep = command({
  name: 'casework.keep-web-step',
  summary: 'Keep one step of an application written on the web',
  input: z.object({
    link: z.string().regex(tokenPattern),
    step: z.enum(webSteps),
    followBirthDate: optionalDate(),
    language: optionalLanguage(),
    ...contentInput.shape,
    ...tickedParts.shape,
  }),
  result: z.object({ next: z.enum(webSteps) }),
  basis: 'art. 5 ust. 3 pkt 9, art. 35 ustawy o CUS',
  load: async (tx, input, moment) => await findWebDraft(tx, moment, input.link, true),
  // Whoever holds the address writes the draft: there is nothing else to know them by.
  allow: { visitor: always, resident: always, clerk: always, plan_coordinator: always },
  decide(draft, input, { today }) {
    const words = intakeWords.application.errors;
    const content = withContent(applicationOf(draft.content), input);
    const wrong = refuseContent(content, draft.programme, today);
    if (wrong) return wrong;
    if (input.step === 'kto' && content.applicantRole !== 'person' && !content.applicant.name)
      return refuse('casework.applicant', words.applicant, { field: 'applicant.name' });
    const { documents: _documents, ...kept } = content;
    const followBirthDate = input.step === 'osoba' ? input.followBirthDate : draft.content.followBirthDate;
    const unborn = refuseBirth(followBirthDate, today, 'followBirthDate');
    if (unborn) return unborn;
    const { followBirthDate: _before, ...rest } = draft.content;
    const language = input.language ?? draft.content.language;
    const changed: WebContent = {
      ...rest,
      ...kept,
      ...(followBirthDate ? { followBirthDate } : {}),
      ...(language ? { language } : {}),
    };
    return { link: input.link, content: changed, next: stepAfter(draft.programme, input.step) };
  },
  async save(tx, change, moment) {
    await saveWebDraft(tx, safeOf(moment), change.link, change.content);
    return { next: change.next };
  },
  audit: (change) => ({ what: { fields: Object.keys(change.content.answers) } }),
});
