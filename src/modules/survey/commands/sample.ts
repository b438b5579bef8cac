import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { id, integer, tick } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { sampleSize } from '../../../statistics/index.ts';
import { insertSample, markInvitations, silentInvitations, strataOf } from '../db/sample.ts';
import { findSurvey, updateSurvey } from '../db/surveys.ts';
import { codeMark, newCode } from '../domain/codes.ts';
import { addresseePlace } from '../domain/contact.ts';
import { readRegister, registerFaultKinds } from '../domain/register.ts';
import { drawSample } from '../domain/sample.ts';
import { surveyBasis } from '../domain/survey.ts';
import { pl } from '../pl.ts';
import { designs } from './roles.ts';

const words = pl.errors;

const largestRegister = 15 * 1024 * 1024;

/** A register file as a form sends it, or as Base64 in the API. */
const registerFile = z.preprocess(
  (value) => {
    const content =
      typeof value === 'object' && value !== null && 'content' in value ? value.content : undefined;
    if (content instanceof Uint8Array) return Buffer.from(content).toString('utf8');
    return typeof content === 'string' ? Buffer.from(content, 'base64').toString('utf8') : undefined;
  },
  z.string(words.registerFile).min(1, words.registerFile).max(largestRegister, words.registerFile),
);

const faultSchema = z.object({ line: z.number(), kind: z.enum(registerFaultKinds), value: z.string() });

/** Where an address is sealed: it opens nowhere else. */

/** Draws a sample from a register file; rows that cannot be drawn are told one by one, and nothing is drawn until they are accepted. */
export const drawSurveySample = command({
  name: 'survey.draw-sample',
  summary: 'Draw a sample by age, sex and locality from a register file (CSV)',
  input: z.object({
    surveyId: id(),
    file: registerFile,
    /** Wanted error in percentage points. */
    error: z.preprocess(
      (value) => (typeof value === 'string' ? Number(value.replace(',', '.')) : value),
      z.number(words.sampleSize).min(1, words.sampleSize).max(20, words.sampleSize),
    ),
    /** How many of a hundred invited are expected to answer. */
    response: integer(1, 100),
    /** Draws although some rows were left out. */
    withoutFaulty: tick(),
  }),
  result: z.object({
    drawn: z.number(),
    population: z.number(),
    faults: z.array(faultSchema),
    faultCount: z.number(),
  }),
  basis: surveyBasis,
  files: true,
  async load(tx, { surveyId }, { actor }) {
    const survey = await findSurvey(tx, actor.centreId, { id: surveyId }, true);
    return survey && { survey, strata: await strataOf(tx, actor.centreId, surveyId) };
  },
  allow: designs,
  decide({ survey, strata }, { file, error, response, withoutFaulty }, { today, vault }) {
    if (survey.sampling !== 'sample') return refuse('survey.sample-only', words.sampleOnly);
    if (strata.length > 0) return refuse('survey.sample-drawn', words.sampleDrawn);
    const { people, faults, missing } = readRegister(file, today);
    if (missing.length > 0)
      return refuse('survey.register-columns', words.registerColumns(missing.join(', ')), { field: 'file' });
    if (people.length === 0) return refuse('survey.register-empty', words.registerEmpty, { field: 'file' });
    const told = { faults: faults.slice(0, 500), faultCount: faults.length, population: people.length };
    if (faults.length > 0 && !withoutFaulty)
      return { ...told, surveyId: survey.id, strata: [], invitations: [] };
    const size = sampleSize({ population: people.length, error: error / 100, response: response / 100 });
    if (!size.ok) return refuse('survey.sample-size', words.sampleSize, { field: 'error' });
    const sample = drawSample(people, size.value.invitations, (below) => randomInt(below));
    return {
      ...told,
      surveyId: survey.id,
      strata: sample.strata,
      invitations: sample.people.map(({ person, stratumNo }) => ({
        stratumNo,
        addressee: vault.seal(
          JSON.stringify([person.name, person.address, person.locality]),
          addresseePlace(survey.id),
        ),
      })),
    };
  },
  async save(tx, { surveyId, strata, invitations, faults, faultCount, population }, { actor }) {
    if (strata.length > 0) await insertSample(tx, actor.centreId, surveyId, strata, invitations);
    return { drawn: invitations.length, population, faults, faultCount };
  },
  audit: ({ surveyId }, { drawn, population, faultCount }) => ({
    what: { surveyId, drawn, population, faultCount },
  }),
});

const addresseeLines = z.array(z.string());

/** Gives everyone who has not answered a code for their letter. Codes are shown once: only their marks are kept. */
export const printInvitations = command({
  name: 'survey.print-invitations',
  fresh: true,
  summary: 'Make the invitations of the first or the second wave, with one-time codes that are shown once',
  input: z.object({ surveyId: id() }),
  result: z.object({
    surveyId: z.string(),
    wave: z.number(),
    slug: z.string(),
    letters: z.array(z.object({ lines: z.array(z.string()), code: z.string() })),
  }),
  basis: surveyBasis,
  async load(tx, { surveyId }, { actor }) {
    const survey = await findSurvey(tx, actor.centreId, { id: surveyId }, true);
    return survey && { survey, silent: await silentInvitations(tx, actor.centreId, surveyId) };
  },
  allow: designs,
  decide({ survey, silent }, _input, { actor, vault }) {
    if (survey.sampling !== 'sample') return refuse('survey.sample-only', words.sampleOnly);
    if (survey.waves >= 2) return refuse('survey.waves-done', words.wavesDone);
    if (survey.state !== 'published') return refuse('survey.not-running', words.notRunning);
    if (silent.length === 0) return refuse('survey.all-answered', words.allAnswered);
    return {
      survey,
      wave: survey.waves === 0 ? (1 as const) : (2 as const),
      letters: silent.map(({ id: invitationId, addressee }) => {
        const code = newCode();
        return {
          id: invitationId,
          code,
          mark: codeMark(actor.centreId, 'invitation', code),
          lines: addresseeLines.parse(JSON.parse(vault.open(addressee, addresseePlace(survey.id)))),
        };
      }),
    };
  },
  async save(tx, { survey, wave, letters }, { actor }) {
    await markInvitations(tx, actor.centreId, survey.id, wave, letters);
    await updateSurvey(tx, actor.centreId, survey.id, { waves: wave });
    return {
      surveyId: survey.id,
      wave,
      slug: survey.slug,
      letters: letters.map(({ lines, code }) => ({ lines, code })),
    };
  },
  // Names and codes are on paper only.
  receipt: () => undefined,
  audit: ({ survey, wave, letters }) => ({ what: { surveyId: survey.id, wave, letters: letters.length } }),
});
