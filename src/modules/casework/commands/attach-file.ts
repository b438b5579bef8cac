import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isStaff } from '../../../platform/actor.ts';
import { optionalDate, optionalId, optionalText } from '../../../platform/fields.ts';
import { safeFileName } from '../../../platform/files/name.ts';
import { pl as fileWords } from '../../../platform/files/pl.ts';
import { sniff } from '../../../platform/files/sniff.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { findLink } from '../db/links.ts';
import { countAttachments, insertAttachment } from '../db/notes.ts';
import { findRelation } from '../db/relation.ts';
import { tokenPattern } from '../domain/follow-up.ts';
import type { CaseState } from '../domain/lifecycle.ts';
import { holdsLink, isOwn, writesInCase } from '../domain/relation.ts';
import { intakeWords } from '../pl-intake.ts';

const words = intakeWords.files.errors;

/** States in which the person may still add what their application lacks. */
const openToApplicant: readonly CaseState[] = ['submitted', 'awaiting_completion', 'in_recognition'];

const most = { ofCase: 200, ofApplicant: 10 };

/** Base64 as RFC 4648 writes it; what Buffer makes of anything else is not what was sent. */
const isBase64 = (text: string): boolean => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);

/** A file of a form, or of the API with its content in Base64. */
const sentFile = z.preprocess(
  (value) => {
    if (typeof value !== 'object' || value === null || !('content' in value)) return value;
    return typeof value.content === 'string' && isBase64(value.content)
      ? { ...value, content: Buffer.from(value.content, 'base64') }
      : value;
  },
  z.object(
    { name: z.string(words.choose), content: z.instanceof(Uint8Array, { error: words.notBase64 }) },
    words.choose,
  ),
);

/** Keeps a file sent to a case, judged by its bytes and not by its name. */
export const attachFile = command({
  name: 'casework.attach-file',
  files: true,
  summary: 'Attach a file (PDF, picture, office document or text, up to 20 MB) to a case',
  input: z
    .object({
      caseId: optionalId(),
      link: z.string().regex(tokenPattern).optional(),
      file: sentFile,
      /** Of a letter that came to the centre: the day, and who brought or sent it. Written down by workers only. */
      cameOn: optionalDate(),
      cameFrom: optionalText(200),
    })
    .refine((input) => input.caseId !== undefined || input.link !== undefined, words.choose),
  result: z.object({ attachmentId: z.string(), caseId: z.string(), name: z.string() }),
  basis: 'art. 36 ust. 3 ustawy o CUS',
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const linked = input.link ? await findLink(tx, centreId, input.link, moment.now) : undefined;
    const caseId = linked ?? input.caseId;
    if (!caseId || (input.link && !linked)) return undefined;
    const sha256 = createHash('sha256').update(input.file.content).digest('hex');
    const [relation, kept] = await Promise.all([
      findRelation(tx, centreId, caseId),
      countAttachments(tx, centreId, caseId, sha256),
    ]);
    return relation && { ...relation, byLink: linked !== undefined, sha256, kept };
  },
  allow: {
    ...writesInCase,
    resident: (actor, target) => isOwn(actor, target) || holdsLink(actor, target),
    visitor: holdsLink,
  },
  decide(target, input, moment) {
    const staff = isStaff(moment.actor);
    if (!staff && !openToApplicant.includes(target.state))
      return refuse('casework.wrong-state', words.closed, { field: 'file' });
    if (target.kept.count >= (staff ? most.ofCase : most.ofApplicant))
      return refuse('casework.too-many-files', words.tooMany(staff ? most.ofCase : most.ofApplicant), {
        field: 'file',
      });
    if (target.kept.same) return refuse('casework.same-file', words.same, { field: 'file' });
    if (input.cameOn !== undefined && input.cameOn > moment.today)
      return refuse('casework.came-in-future', words.cameInFuture, { field: 'cameOn' });
    const found = sniff(input.file.content, input.file.name);
    if (!found.ok)
      return refuse(`file.${found.code.toLowerCase()}`, fileWords.faults[found.code], { field: 'file' });
    return {
      file: {
        id: newId(),
        caseId: target.id,
        name: safeFileName(input.file.name, found.extension),
        type: found.type,
        content: input.file.content,
        sha256: target.sha256,
        addedBy: staff ? moment.actor.accountId : null,
        at: moment.now,
        cameOn: (staff && input.cameOn) || null,
        cameFrom: (staff && input.cameFrom) || null,
      },
      personId: target.personId,
    };
  },
  async save(tx, { file }, moment) {
    await insertAttachment(tx, moment.actor.centreId, file);
    return { attachmentId: file.id, caseId: file.caseId, name: file.name };
  },
  audit: ({ file, personId }) => ({
    personId,
    caseId: file.caseId,
    what: { attachmentId: file.id, sha256: file.sha256, cameOn: file.cameOn },
  }),
});
