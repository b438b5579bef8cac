import { form, page } from '../../../platform/http/route.ts';
import { openConsultation, proposeUpdate } from '../commands/steps.ts';
import { refresh } from '../commands/write.ts';
import { viewDiagnosis } from '../queries/view.ts';
import { documentFiles } from './document.ts';
import { gapCsv } from './gap-csv.ts';
import { gapPage } from './gap.tsx';
import { placesRoutes } from './gap-places.tsx';
import { listRoutes } from './list.tsx';
import { documentPath, listPath } from './paths.ts';
import { publicRoutes } from './public.tsx';
import { datedSteps, plainSteps } from './step-paths.ts';
import { diagnosisView } from './view.tsx';
import { writeRoutes } from './write.tsx';

const path = `${listPath}/:diagnosisId` as const;

const viewPage = page({
  door: 'staff',
  path,
  load: async (ask, { params }) => await ask(viewDiagnosis, { diagnosisId: params['diagnosisId'] }),
  view: diagnosisView,
});

const here = (_result: unknown, { params }: { params: Record<string, string> }): string =>
  documentPath(params['diagnosisId'] ?? '');

const formAt = (at: string, command: Parameters<typeof form>[0]['command']) =>
  form({ door: 'staff', path: `${path}/${at}`, command, page: viewPage, next: here });

/** Every address of the diagnosis. */
export const diagnosisRoutes = [
  ...listRoutes,
  gapPage,
  gapCsv,
  ...placesRoutes,
  ...documentFiles,
  viewPage,
  ...writeRoutes,
  formAt('odswiez', refresh),
  ...[...plainSteps, ...datedSteps].map((one) => formAt(`krok/${one.path}`, one.command)),
  formAt('krok/konsultacje', openConsultation),
  formAt('krok/aktualizacja', proposeUpdate),
  ...publicRoutes,
];
