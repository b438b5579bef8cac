import { z } from 'zod';
import { anyone } from '../../../platform/actor.ts';
import { query } from '../../../platform/runner/query.ts';
import { basis, cite } from '../../../law/index.ts';
import {
  capacitySchema,
  conditionSchema,
  publicAnswers,
  publicStates,
  selectServiceList,
  translationsSchema,
} from '../../directory/index.ts';
import { offersInForce } from '../../programmes/index.ts';
import { findHelp } from '../domain/fit.ts';
import { ageKeys, difficultyKeys, outings, urgencies, whose } from '../domain/questions.ts';

const answer = z.enum(['passed', 'unknown', 'failed']);

const reason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('condition'), answer, condition: conditionSchema }),
  z.object({ kind: z.literal('notOffered'), answer }),
  z.object({ kind: z.literal('noConditions'), answer }),
  z.object({ kind: z.literal('reach'), answer }),
  z.object({ kind: z.literal('places'), answer, capacity: capacitySchema, full: z.boolean() }),
]);

const found = z.object({
  serviceId: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  recipients: z.string().nullable(),
  translations: translationsSchema,
  outcome: answer,
  answers: z.array(z.enum(difficultyKeys)),
  reasons: z.array(reason),
});

export type Found = z.infer<typeof found>;
export type FoundReason = z.infer<typeof reason>;

const most = 30;

/** Services that answer what is hard: why each fits, why not, what is unknown. Nothing of it is stored or disclosed. */
export const findHelpQuery = query({
  name: 'guidance.find-help',
  summary:
    'Services that answer what is hard for somebody: why each fits, why not, what is unknown; nothing is stored',
  input: z.object({
    whose: z.enum(whose),
    age: z.enum(ageKeys).nullable().default(null),
    hard: z.array(z.enum(difficultyKeys)).min(1).max(difficultyKeys.length),
    soon: z.enum(urgencies),
    gmina: z.string().max(7).nullable().default(null),
    outside: z.boolean().default(false),
    locality: z.string().max(80).nullable().default(null),
    outing: z.enum(outings).nullable().default(null),
  }),
  output: z.array(found),
  basis: cite(basis('cus', '13 ust. 1 pkt 9', 'statute')),
  async read(db, given, { actor, today }): Promise<Found[]> {
    const [services, offers, answers] = await Promise.all([
      selectServiceList(db, actor.centreId, { states: publicStates }),
      offersInForce(db, actor.centreId, today),
      publicAnswers(db, actor.centreId),
    ]);
    return findHelp(services, offers, given, today, answers)
      .slice(0, most)
      .map(({ service, outcome, answers, reasons }) => ({
        serviceId: service.id,
        name: service.name,
        description: service.description,
        recipients: service.recipients,
        translations: service.translations,
        outcome,
        answers,
        reasons,
      }));
  },
  allow: anyone(),
  discloses: () => undefined,
});
