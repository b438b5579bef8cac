import { paperFile, paperOf } from '../../../platform/documents/paper.ts';
import { file } from '../../../platform/http/route.ts';
import { lpdiLetter } from '../documents/lpdi.ts';
import { plDocument } from '../pl-document.ts';
import { viewPlan } from '../queries/view.ts';
import { listPath } from './paths.ts';

/** The plan as tagged PDF and as an editable DOCX. */
export const documentFiles = (['pdf', 'docx'] as const).map((kind) =>
  file({
    door: 'staff',
    path: `${listPath}/:planId/dokument.${kind}`,
    async send(ask, request) {
      const asked = await ask(viewPlan, { planId: request.params['planId'] });
      if (!asked.ok) return asked;
      const letter = lpdiLetter(asked.value, paperOf(request));
      return { ok: true, value: await paperFile(letter, kind, plDocument.fileName) };
    },
  }),
);
