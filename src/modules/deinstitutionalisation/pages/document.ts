import { renderDocx } from '../../../platform/documents/docx.ts';
import { renderPdf } from '../../../platform/documents/pdf.ts';
import { file, type PageRequest } from '../../../platform/http/route.ts';
import { contentDisposition } from '../../../platform/files/name.ts';
import { lpdiLetter, type Paper } from '../documents/lpdi.ts';
import { plDocument } from '../pl-document.ts';
import { viewPlan } from '../queries/view.ts';
import { listPath } from './paths.ts';

const paperOf = ({ centre, today }: PageRequest): Paper => {
  const { addressLines, phone, email, web } = centre.letterhead;
  return {
    letterhead: {
      centreName: centre.name,
      addressLines: addressLines.slice(0, 4),
      ...(phone ? { phone } : {}),
      ...(email ? { email } : {}),
      ...(web ? { web } : {}),
      gminas: centre.gminas.map(({ name }) => name).slice(0, 20),
    },
    place: centre.place,
    today,
    demonstration: centre.demonstration,
  };
};

const kinds = {
  pdf: { type: 'application/pdf', render: renderPdf },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    render: renderDocx,
  },
} as const;

/** The plan as tagged PDF and as an editable DOCX. */
export const documentFiles = (['pdf', 'docx'] as const).map((kind) =>
  file({
    door: 'staff',
    path: `${listPath}/:planId/dokument.${kind}`,
    async send(ask, request) {
      const asked = await ask(viewPlan, { planId: request.params['planId'] });
      if (!asked.ok) return asked;
      const { type, render } = kinds[kind];
      return {
        ok: true,
        value: {
          type,
          body: await render(lpdiLetter(asked.value, paperOf(request))),
          name: contentDisposition(
            `${plDocument.fileName}.${kind}`,
            kind === 'pdf' ? 'inline' : 'attachment',
          ),
        },
      };
    },
  }),
);
