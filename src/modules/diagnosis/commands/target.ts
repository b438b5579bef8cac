import { z } from 'zod';
import { always, type Allow } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { id } from '../../../platform/fields.ts';
import { command, type Moment } from '../../../platform/runner/command.ts';
import { isRefusal, refuse, type Refusal } from '../../../platform/runner/outcome.ts';
import { issueDocument, type LetterContent, renderMessage } from '../../records/index.ts';
import { diagnosisBasis } from '../basis.ts';
import { type Diagnosis, type DiagnosisChange, findDiagnosis, updateDiagnosis } from '../db/diagnoses.ts';
import { type DiagnosisState, isEditable, mayStep, type StepKey, steps } from '../domain/lifecycle.ts';
import type { PaperKind } from '../domain/papers.ts';
import { pl } from '../pl.ts';

export const diagnosisInput = z.object({ diagnosisId: id() });

/** The diagnosis that a command changes, locked; `version` guards against a stale form. */
export type Target = { diagnosis: Diagnosis; version: number };

export const loadDiagnosis = async (
  tx: Db,
  { diagnosisId }: { diagnosisId: string },
  { actor }: Moment,
): Promise<Target | undefined> => {
  const diagnosis = await findDiagnosis(tx, actor.centreId, diagnosisId, 'lock');
  return diagnosis && { diagnosis, version: diagnosis.version };
};

/** The organiser of services writes it (art. 27); the director may as well. */
export const writers: Allow<Target> = { service_organiser: always, director: always };

/** The director hands it over and puts it in force. */
export const approvers: Allow<Target> = { director: always };

/** The refusal of an edit in a state that allows none. */
export const closedToEdits = ({ state }: Diagnosis): Refusal | undefined =>
  isEditable(state) ? undefined : refuse('diagnosis.not-editable', pl.errors.notEditable);

/** A step that may be taken, with what it writes. */
export interface Stepped<Input, More extends Target> {
  diagnosis: Diagnosis;
  target: More;
  input: Input;
  change: DiagnosisChange & { state: DiagnosisState };
}

/** A paper of a step, before it stands on the centre's letterhead. */
export interface Paper {
  kind: PaperKind;
  title: string;
  letter: LetterContent;
}

async function keepPapers(
  tx: Db,
  { diagnosis }: { diagnosis: Diagnosis },
  papers: readonly Paper[],
  moment: Moment,
): Promise<string[]> {
  const ids: string[] = [];
  for (const paper of papers) {
    const { id: kept } = await issueDocument(tx, moment, {
      ...paper,
      about: { what: 'diagnosis', id: diagnosis.id },
    });
    ids.push(kept);
  }
  return ids;
}

/** A step that looks at the diagnosis alone. */
export const alone = async (_tx: Db, target: Target): Promise<Target> => await Promise.resolve(target);

/** A step of the lifecycle as a command; `more` is what it writes besides the state, or why it may not. */
export const step = <Input extends { diagnosisId: string }, More extends Target>(definition: {
  key: StepKey;
  name: `diagnosis.${string}`;
  summary: string;
  allow: Allow<Target>;
  input: z.ZodType<Input>;
  /** What it looks at besides the diagnosis; `alone` when nothing. */
  load(tx: Db, target: Target, moment: Moment): Promise<More>;
  more(target: More, input: Input, moment: Moment): DiagnosisChange | Refusal;
  /** What else happens, in the same transaction. */
  also?(tx: Db, of: Stepped<Input, More>, moment: Moment): Promise<void>;
  /** Papers that are kept as they are on this day. */
  papers?(of: Stepped<Input, More>, moment: Moment): readonly Paper[];
}) =>
  command({
    name: definition.name,
    summary: definition.summary,
    input: definition.input,
    result: z.object({ documents: z.array(z.string()) }),
    basis: diagnosisBasis,
    async load(tx, input: Input, moment) {
      const target = await loadDiagnosis(tx, input, moment);
      return target && (await definition.load(tx, target, moment));
    },
    allow: definition.allow,
    decide(target, input, moment) {
      if (!mayStep(definition.key, target.diagnosis.state))
        return refuse('diagnosis.wrong-state', pl.errors.wrongState);
      const change = definition.more(target, input, moment);
      return isRefusal(change)
        ? change
        : {
            diagnosis: target.diagnosis,
            target,
            input,
            change: { ...change, state: steps[definition.key].to },
          };
    },
    async save(tx, of, moment) {
      await updateDiagnosis(tx, moment.actor.centreId, of.diagnosis.id, of.change);
      await definition.also?.(tx, of, moment);
      return { documents: await keepPapers(tx, of, definition.papers?.(of, moment) ?? [], moment) };
    },
    emits: (_change, { documents }) => documents.map(renderMessage),
    audit: ({ diagnosis, change }) => ({
      what: { diagnosis: diagnosis.id, before: diagnosis.state, after: change.state },
    }),
  });
