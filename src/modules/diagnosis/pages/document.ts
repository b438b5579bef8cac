import {
  issuedPaperFile,
  type Paper,
  paperFile,
  type PaperKind,
  paperOf,
} from '../../../platform/documents/paper.ts';
import { file } from '../../../platform/http/route.ts';
import { diagnosisLetter } from '../documents/diagnosis.ts';
import { reportLetter } from '../documents/report.ts';
import { plDocument } from '../pl-document.ts';
import { type DiagnosisView, viewDiagnosis, viewPaper } from '../queries/view.ts';
import { consultationsPath, listPath } from './paths.ts';

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

const staffFile = (which: keyof typeof papers, kind: PaperKind) =>
  file({
    door: 'staff',
    path: `${listPath}/:diagnosisId/${which}.${kind}`,
    async send(ask, request) {
      const asked = await ask(viewDiagnosis, { diagnosisId: request.params['diagnosisId'] });
      if (!asked.ok) return asked;
      const { letter, name } = papers[which];
      return { ok: true, value: await paperFile(letter(asked.value, paperOf(request)), kind, name) };
    },
  });

/** What everybody may open: the paper as it was issued, whatever the figures became since. */
const publicFile = (paper: 'document' | 'report', at: string, name: string) =>
  file({
    door: 'public',
    path: `/:centre${consultationsPath}/:diagnosisId/${at}.pdf`,
    async send(ask, { params }) {
      const asked = await ask(viewPaper, { diagnosisId: params['diagnosisId'], paper });
      if (!asked.ok) return asked;
      return { ok: true, value: await issuedPaperFile(asked.value, name) };
    },
  });

/** The diagnosis and the report of its consultation: tagged PDF and editable DOCX. */
export const documentFiles = [
  staffFile('diagnoza', 'pdf'),
  staffFile('diagnoza', 'docx'),
  staffFile('raport', 'pdf'),
  staffFile('raport', 'docx'),
  publicFile('document', 'projekt', plDocument.fileName),
  publicFile('report', 'raport', plDocument.report.fileName),
];
