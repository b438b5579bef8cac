import { renderDocx } from '../../../platform/documents/docx.ts';
import type { Letter } from '../../../platform/documents/letter.ts';
import { renderPdf } from '../../../platform/documents/pdf.ts';
import { contentDisposition } from '../../../platform/files/name.ts';
import { file, type PageRequest } from '../../../platform/http/route.ts';
import { diagnosisLetter, type Paper } from '../documents/diagnosis.ts';
import { reportLetter } from '../documents/report.ts';
import { plDocument } from '../pl-document.ts';
import { type DiagnosisView, viewConsultation, viewDiagnosis } from '../queries/view.ts';
import { consultationsPath, listPath } from './paths.ts';

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

type Kind = keyof typeof kinds;
type Shown = Pick<DiagnosisView, 'remarks'> & { diagnosis: Parameters<typeof diagnosisLetter>[0] };

const papers = {
  diagnoza: {
    name: plDocument.fileName,
    letter: ({ diagnosis }: Shown, paper: Paper) => diagnosisLetter(diagnosis, paper),
  },
  raport: {
    name: plDocument.report.fileName,
    letter: ({ diagnosis, remarks }: Shown, paper: Paper) => reportLetter(diagnosis, remarks, paper),
  },
} as const;

const rendered = async (letter: Letter, kind: Kind, name: string) => ({
  type: kinds[kind].type,
  body: await kinds[kind].render(letter),
  name: contentDisposition(`${name}.${kind}`, kind === 'pdf' ? 'inline' : 'attachment'),
});

const staffFile = (which: keyof typeof papers, kind: Kind) =>
  file({
    door: 'staff',
    path: `${listPath}/:diagnosisId/${which}.${kind}`,
    async send(ask, request) {
      const asked = await ask(viewDiagnosis, { diagnosisId: request.params['diagnosisId'] });
      if (!asked.ok) return asked;
      const { letter, name } = papers[which];
      return { ok: true, value: await rendered(letter(asked.value, paperOf(request)), kind, name) };
    },
  });

/** What everybody may open: the draft, and the report when its answers are ready. */
const publicFile = (which: keyof typeof papers, at: string) =>
  file({
    door: 'public',
    path: `/:centre${consultationsPath}/:diagnosisId/${at}.pdf`,
    async send(ask, request) {
      const asked = await ask(viewConsultation, {
        diagnosisId: request.params['diagnosisId'],
        report: which === 'raport',
      });
      if (!asked.ok) return asked;
      const { letter, name } = papers[which];
      return { ok: true, value: await rendered(letter(asked.value, paperOf(request)), 'pdf', name) };
    },
  });

/** The diagnosis and the report of its consultation: tagged PDF and editable DOCX. */
export const documentFiles = [
  staffFile('diagnoza', 'pdf'),
  staffFile('diagnoza', 'docx'),
  staffFile('raport', 'pdf'),
  staffFile('raport', 'docx'),
  publicFile('diagnoza', 'projekt'),
  publicFile('raport', 'raport'),
];
