import { z } from 'zod';
import { anyone } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { choice, id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { changesBetween } from '../../../statistics/index.ts';
import { addDays } from '../../../law/index.ts';
import { letterSchema } from '../../../platform/documents/letter.ts';
import { gminasOn } from '../../directory/index.ts';
import { listFindings } from '../../needs/index.ts';
import { listPapers, newestPaper, paperSchema } from '../../records/index.ts';
import { diagnosisBasis } from '../basis.ts';
import { significantAfter } from '../commands/steps.ts';
import { type Diagnosis, figuresSchema, findDiagnosis, listDiagnoses } from '../db/diagnoses.ts';
import { listRemarks, remarkSchema } from '../db/remarks.ts';
import { listSettings } from '../db/settings.ts';
import { receiverOf } from '../documents/covers.ts';
import { proposedDays } from '../domain/consultation.ts';
import { contentSchema } from '../domain/content.ts';
import { diagnosisStates, isAnswered } from '../domain/lifecycle.ts';
import { paperKinds } from '../domain/papers.ts';
import { taken } from '../figures.ts';
import { changeWords } from '../words.ts';
import { readers } from './list.ts';

const diagnosisSchema = z.object({
  id: z.string(),
  gmina: z.string().nullable(),
  gminaName: z.string().nullable(),
  title: z.string(),
  fromYear: z.number(),
  toYear: z.number(),
  state: z.enum(diagnosisStates),
  content: contentSchema,
  figures: figuresSchema,
  figuresOn: z.string().nullable(),
  replaces: z.string().nullable(),
  consultedFrom: z.string().nullable(),
  consultedTo: z.string().nullable(),
  toMayorOn: z.string().nullable(),
  toCouncilOn: z.string().nullable(),
  inForceOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  version: z.number(),
});

export const viewSchema = z.object({
  diagnosis: diagnosisSchema,
  remarks: z.array(remarkSchema),
  /** What the running system says otherwise today. */
  pending: z.array(z.object({ name: z.string(), before: z.string(), after: z.string() })),
  /** Conclusions of significant changes that were found after it came into force. */
  significant: z.array(z.object({ foundOn: z.string(), conclusion: z.string() })),
  /** Documents as they were on their day, newest first. */
  papers: z.array(paperSchema),
  /** The next consultation by the centre's own setting. */
  proposed: z.object({ from: z.string(), to: z.string() }),
  /** Whose mayor and council receive it. */
  receiver: z.object({ mayor: z.string(), council: z.string() }),
});

export type DiagnosisView = z.infer<typeof viewSchema>;

async function pendingOf(db: Db, centreId: string, diagnosis: Diagnosis, today: string) {
  if (diagnosis.figuresOn === null || diagnosis.state === 'expired') return [];
  const { figures } = await taken(db, centreId, diagnosis, today);
  return changesBetween(diagnosis.figures, figures).map(changeWords);
}

/** One diagnosis with its remarks, what changed since its figures were taken, and what calls for an update. */
export const viewDiagnosis = query({
  name: 'diagnosis.view',
  summary: 'A needs diagnosis: chapters, figures, gaps, performers, remarks, and what changed since',
  input: z.object({ diagnosisId: id() }),
  output: viewSchema,
  basis: diagnosisBasis,
  async read(db, { diagnosisId }, { actor, today }): Promise<DiagnosisView | undefined> {
    const diagnosis = await findDiagnosis(db, actor.centreId, diagnosisId);
    if (!diagnosis) return undefined;
    const [remarks, findings, pending, papers, settings, gminas] = await Promise.all([
      listRemarks(db, actor.centreId, diagnosisId),
      listFindings(db, actor.centreId, { state: 'taken' }),
      pendingOf(db, actor.centreId, diagnosis, today),
      listPapers(db, actor.centreId, { what: 'diagnosis', id: diagnosisId }),
      listSettings(db, actor.centreId),
      gminasOn(db, actor.centreId, today),
    ]);
    const own = gminas.find(({ teryt }) => teryt === diagnosis.gmina) ?? gminas[0];
    return {
      papers,
      proposed: proposedDays(addDays(today, 1), settings),
      receiver: { mayor: receiverOf('mayor', own), council: receiverOf('council', own) },
      diagnosis,
      remarks,
      pending,
      significant: significantAfter(diagnosis, findings).map(({ foundOn, conclusion }) => ({
        foundOn,
        conclusion,
      })),
    };
  },
  allow: readers,
  discloses: () => undefined,
});

/** What everybody may see: from the consultation on. */
const isPublic = ({ state }: Diagnosis): boolean => !['planned', 'collecting', 'draft'].includes(state);

const publicDiagnosis = diagnosisSchema.omit({ version: true, replaces: true });

/** A consultation as everybody sees it: the draft while it runs, the remarks with their answers after it. */
export const viewConsultation = query({
  name: 'diagnosis.consultation',
  summary: 'The consultation of a diagnosis as everybody sees it; remarks and answers only when it is closed',
  input: z.object({ diagnosisId: id() }),
  output: z.object({ diagnosis: publicDiagnosis, remarks: z.array(remarkSchema), open: z.boolean() }),
  basis: diagnosisBasis,
  async read(db, { diagnosisId }, { actor, today }) {
    const diagnosis = await findDiagnosis(db, actor.centreId, diagnosisId);
    if (!diagnosis || !isPublic(diagnosis)) return undefined;
    // An answer that is still being written is nobody's yet.
    const remarks = isAnswered(diagnosis.state) ? await listRemarks(db, actor.centreId, diagnosisId) : [];
    const { version: _version, replaces: _replaces, ...shown } = diagnosis;
    return {
      diagnosis: { ...shown, content: { ...shown.content, changed: [] } },
      remarks,
      open:
        diagnosis.state === 'consultation' &&
        diagnosis.consultedFrom !== null &&
        diagnosis.consultedFrom <= today &&
        today <= (diagnosis.consultedTo ?? ''),
    };
  },
  allow: anyone(),
  discloses: () => undefined,
});

/** The newest kept paper that everybody may open: what was consulted or is in force, or the report of the consultation. */
export const viewPaper = query({
  name: 'diagnosis.paper',
  summary: 'The newest kept document of a diagnosis, or the report of its consultation, as it was issued',
  input: z.object({ diagnosisId: id(), paper: choice(['document', 'report']) }),
  output: z.object({
    pdf: z.string().nullable().describe('Base64; null while the file is being made from the letter'),
    letter: letterSchema,
  }),
  basis: diagnosisBasis,
  read: async (db, { diagnosisId, paper }, { actor }) =>
    await newestPaper(db, actor.centreId, { what: 'diagnosis', id: diagnosisId }, paperKinds[paper]),
  allow: anyone(),
  discloses: () => undefined,
  hidden: true,
});

/** Consultations that everybody may open. */
export const listConsultations = query({
  name: 'diagnosis.consultations',
  summary: 'Consultations of diagnoses, running and closed',
  input: z.object({}),
  output: z.object({
    consultations: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        gminaName: z.string().nullable(),
        state: z.enum(diagnosisStates),
        consultedFrom: z.string().nullable(),
        consultedTo: z.string().nullable(),
      }),
    ),
  }),
  basis: diagnosisBasis,
  async read(db, _input, { actor }) {
    const all = await listDiagnoses(db, actor.centreId);
    return {
      consultations: all
        .filter(isPublic)
        .map(({ id: key, title, gminaName, state, consultedFrom, consultedTo }) => ({
          id: key,
          title,
          gminaName,
          state,
          consultedFrom,
          consultedTo,
        })),
    };
  },
  allow: anyone(),
  discloses: () => undefined,
});
