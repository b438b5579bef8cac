import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { choice, id, integer, optionalId, optionalText, text } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { changesBetween } from '../../../statistics/index.ts';
import { gminasOn } from '../../directory/index.ts';
import { diagnosisBasis } from '../basis.ts';
import { legalFormOf } from '../db/centre.ts';
import { findDiagnosis, insertDiagnosis, updateDiagnosis } from '../db/diagnoses.ts';
import { chapterKeys, emptyContent } from '../domain/content.ts';
import { yearsOfDiagnosis } from '../domain/lifecycle.ts';
import { taken } from '../figures.ts';
import { pl } from '../pl.ts';
import { changeWords } from '../words.ts';
import { closedToEdits, diagnosisInput, loadDiagnosis, writers } from './target.ts';

/** A new diagnosis for five years: empty, or an update of an older one with everything that is written in it. */
export const start = command({
  name: 'diagnosis.start',
  summary: 'Begin a needs diagnosis for five years, empty or as an update of an older one',
  input: z.object({
    title: text(300),
    gmina: optionalText(7),
    fromYear: integer(2020, 2095),
    replaces: optionalId(),
  }),
  result: z.object({ diagnosisId: id() }),
  basis: diagnosisBasis,
  load: async (tx, { replaces }, { actor, today }) => ({
    legalForm: await legalFormOf(tx, actor.centreId),
    gminas: await gminasOn(tx, actor.centreId, today),
    older: replaces === undefined ? undefined : await findDiagnosis(tx, actor.centreId, replaces),
  }),
  allow: { service_organiser: always, director: always },
  decide({ legalForm, gminas, older }, { title, gmina, fromYear, replaces }) {
    // A centre of several gminas makes one for each of them, any other centre one for itself (art. 8-17).
    const ofGmina = legalForm === 'B' ? (gmina ?? null) : null;
    if (legalForm === 'B' && !gminas.some(({ teryt }) => teryt === ofGmina))
      return refuse('diagnosis.gmina-not-served', pl.errors.gmina, { field: 'gmina' });
    if (replaces !== undefined && (older === undefined || older.gmina !== ofGmina))
      return refuse('diagnosis.no-such-diagnosis', pl.errors.noSuch, { field: 'replaces' });
    return {
      title,
      gmina: ofGmina,
      fromYear,
      toYear: fromYear + yearsOfDiagnosis - 1,
      content: older ? { ...emptyContent, texts: older.content.texts } : emptyContent,
      replaces: older?.id ?? null,
    };
  },
  save: async (tx, of, moment) => ({ diagnosisId: await insertDiagnosis(tx, moment, of) }),
  audit: ({ title, gmina, replaces }, { diagnosisId }) => ({
    what: { diagnosis: diagnosisId, title, gmina, replaces },
  }),
});

/** The words of one chapter. */
export const writeChapter = command({
  name: 'diagnosis.write-chapter',
  summary: 'Write a chapter of a needs diagnosis that is not yet consulted or is being corrected after it',
  input: diagnosisInput.extend({ chapter: choice(chapterKeys), words: optionalText(20_000) }),
  result: z.object({}),
  basis: diagnosisBasis,
  load: async (tx, input, moment) => await loadDiagnosis(tx, input, moment),
  allow: writers,
  decide: ({ diagnosis }, { chapter, words }) =>
    closedToEdits(diagnosis) ?? {
      diagnosis,
      chapter,
      content: {
        ...diagnosis.content,
        texts: { ...diagnosis.content.texts, [chapter]: words ?? '' },
      },
    },
  async save(tx, { diagnosis, content }, { actor }) {
    await updateDiagnosis(tx, actor.centreId, diagnosis.id, { content });
    return {};
  },
  audit: ({ diagnosis, chapter }) => ({ what: { diagnosis: diagnosis.id, chapter } }),
});

/** Takes figures, gaps, findings and performers anew from the running system, and lists what changed. */
export const refresh = command({
  name: 'diagnosis.refresh',
  summary: 'Take the figures and tables of the running system anew into a diagnosis and list what changed',
  input: diagnosisInput,
  result: z.object({ changed: z.number() }),
  basis: diagnosisBasis,
  async load(tx, input, moment) {
    const target = await loadDiagnosis(tx, input, moment);
    return (
      target && { ...target, now: await taken(tx, moment.actor.centreId, target.diagnosis, moment.today) }
    );
  },
  allow: writers,
  decide({ diagnosis, now }, _input, { today }) {
    const changes = changesBetween(diagnosis.figures, now.figures);
    return (
      closedToEdits(diagnosis) ?? {
        diagnosis,
        changes,
        change: {
          figures: now.figures,
          figuresOn: today,
          content: {
            ...diagnosis.content,
            ...now.tables,
            // At the first time everything is new: a list of it would say nothing.
            changed: diagnosis.figuresOn === null ? [] : changes.map(changeWords),
          },
        },
      }
    );
  },
  async save(tx, { diagnosis, change, changes }, { actor }) {
    await updateDiagnosis(tx, actor.centreId, diagnosis.id, change);
    return { changed: changes.length };
  },
  audit: ({ diagnosis, changes }) => ({
    what: { diagnosis: diagnosis.id, changed: changes.map(({ key, kind }) => [key, kind]) },
  }),
});
