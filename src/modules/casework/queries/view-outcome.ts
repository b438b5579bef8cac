import { z } from 'zod';
import { type Condition, cite, type Judgement } from '../../../law/index.ts';
import { permits } from '../../../platform/actor.ts';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { conditionWords, trackOf } from '../../directory/index.ts';
import { groszeLeft, peopleLeft, priceWords, reliefsOf } from '../../programmes/index.ts';
import { findAppealBoard } from '../db/decision-file.ts';
import { listPlaces } from '../db/places.ts';
import { type OutcomeView, readOutcome } from '../db/outcome-file.ts';
import { mayStep } from '../domain/lifecycle.ts';
import { firstOutcome, outcomeChoices, outcomes } from '../domain/outcome.ts';
import {
  closesCase,
  decidesOnCase,
  readsOutcome,
  settlesResignation,
  signsDecisions,
  transfersCase,
} from '../domain/outcome-policy.ts';
import { isExhausted, judgeOffer, type WantedService } from '../domain/wanted.ts';
import { disclosed, findSection, sectionShape } from './section.ts';

const text = z.string();
const amount = z.number().nullable();

const reason = z.object({ condition: text, reason: text, change: text.nullable() });

const wantedSchema = z.object({
  serviceId: text,
  name: text,
  track: z.enum(['programme', 'separate_statute', 'general_offer']),
  trackBasis: text,
  handledBy: text.nullable(),
  organizationId: text.nullable(),
  performer: text.nullable(),
  offer: z
    .object({
      programmeServiceId: text,
      programmeName: text,
      unit: z.enum(['hour', 'visit', 'day', 'month', 'item']),
      unitPriceGrosze: amount,
      maxMonths: amount,
      offeredTo: text.nullable(),
      limitPeople: amount,
      usedPeople: z.number(),
      peopleLeft: amount,
      limitGrosze: amount,
      usedGrosze: z.number(),
      groszeLeft: amount,
      exhausted: z.boolean(),
      price: text.nullable(),
      feeKnown: z.boolean(),
      reliefs: z.array(z.object({ id: text, words: text })),
      judgement: z.object({
        answer: z.enum(['passed', 'failed', 'unknown']),
        passed: z.array(reason),
        failed: z.array(reason),
        unknown: z.array(reason),
      }),
      /** Conditions that only a worker can judge: they are asked in the form. */
      confirms: z.array(z.object({ id: text, words: text })),
    })
    .nullable(),
});

export type WantedView = z.infer<typeof wantedSchema>;

/** Conditions a person must judge, wherever they stand in the tree. */
const confirmsIn = (conditions: readonly Condition[]): { id: string; words: string }[] =>
  conditions.flatMap((one) => {
    if (one.kind === 'workerConfirms') return [{ id: one.id, words: one.words }];
    return one.kind === 'anyOf' || one.kind === 'allOf' ? confirmsIn(one.conditions) : [];
  });

const said = (list: Judgement['passed']) =>
  list.map((each) => ({
    condition: conditionWords(each.condition),
    reason: each.reason,
    change: each.change,
  }));

function wantedView(
  service: WantedService,
  { facts, reliefs }: Pick<OutcomeView, 'facts' | 'reliefs'>,
  today: string,
): WantedView {
  const { offer } = service;
  const judgement = offer && judgeOffer(offer, facts);
  return {
    serviceId: service.serviceId,
    name: service.name,
    track: service.track,
    trackBasis: cite(trackOf(service.track).basis),
    handledBy: service.handledBy,
    organizationId: service.organizationId,
    performer: service.performer,
    offer: offer &&
      judgement && {
        programmeServiceId: offer.id,
        programmeName: offer.programmeName,
        unit: offer.unit,
        unitPriceGrosze: offer.unitPriceGrosze,
        maxMonths: offer.maxMonths,
        offeredTo: service.offeredTo,
        limitPeople: offer.limitPeople,
        usedPeople: offer.usedPeople,
        peopleLeft: peopleLeft(offer),
        limitGrosze: offer.limitGrosze,
        usedGrosze: offer.usedGrosze,
        groszeLeft: groszeLeft(offer),
        exhausted: isExhausted(offer),
        price: priceWords(offer, today) ?? offer.feeNote,
        feeKnown: offer.fee !== null,
        // Only what was claimed with a declaration may be given (art. 36(1)).
        reliefs: reliefsOf(offer.fee, today)
          .filter((relief) => reliefs.includes(relief.words))
          .map((relief) => ({ id: relief.id, words: relief.words })),
        judgement: {
          answer: judgement.answer,
          passed: said(judgement.passed),
          failed: said(judgement.failed),
          unknown: said(judgement.unknown),
        },
        confirms: confirmsIn([...offer.commonConditions, ...offer.conditions]),
      },
  };
}

/** How an application may end now: the outcomes open and closed with why, the wanted services judged, places and prices. */
export const viewOutcome = query({
  name: 'casework.view-outcome',
  summary:
    'Outcomes open to a case, its wanted services with conditions, places and prices, and the places it holds',
  input: z.object({ caseId: id() }),
  output: z.object({
    ...sectionShape,
    version: z.number(),
    title: text,
    personName: text,
    sign: text.nullable(),
    submittedOn: text.nullable(),
    choices: z.array(z.object({ outcome: z.enum(outcomes), open: z.boolean(), why: text, basis: text })),
    first: z.enum(outcomes).nullable(),
    /** What this reader may do, apart from the state. */
    may: z.object({
      decide: z.boolean(),
      transfer: z.boolean(),
      sign: z.boolean(),
      close: z.boolean(),
      resign: z.boolean(),
    }),
    services: z.array(wantedSchema),
    places: z.array(
      z.object({
        id: text,
        programmeServiceId: text,
        serviceName: text,
        state: z.enum(['reserved', 'accepted', 'released']),
        startsOn: text.nullable(),
        endsOn: text.nullable(),
        units: amount,
        grosze: z.number(),
        feeGrosze: amount,
        qualifiedOn: text,
        releasedOn: text.nullable(),
      }),
    ),
    board: text.nullable(),
  }),
  basis: 'art. 38, art. 42, art. 50 ust. 3 ustawy o CUS',
  async read(db, input, moment) {
    const { actor, today } = moment;
    const [head, outcome, places, board] = await Promise.all([
      findSection(db, moment, input.caseId),
      readOutcome(db, moment, input.caseId),
      listPlaces(db, actor.centreId, input.caseId),
      findAppealBoard(db, actor.centreId),
    ]);
    if (!head || !outcome) return undefined;
    const { file, wanted, completeUntil } = outcome;
    const choices = outcomeChoices({ state: file.state, completeUntil }, wanted, today);
    return {
      ...head,
      version: file.version,
      title: file.title,
      personName: file.personName,
      sign: file.sign,
      submittedOn: file.submittedOn,
      choices,
      first: firstOutcome(choices, wanted) ?? null,
      may: {
        decide: permits(decidesOnCase, actor, { file }),
        transfer: permits(transfersCase, actor, { file }),
        sign: permits(signsDecisions, actor, {}),
        close: mayStep('close', file.state) && permits(closesCase, actor, { file }),
        resign: mayStep('resign', file.state) && permits(settlesResignation, actor, { file }),
      },
      services: wanted.map((service) => wantedView(service, outcome, today)),
      places,
      board: board ?? null,
    };
  },
  allow: readsOutcome,
  discloses: (view) => disclosed(view, 'outcome'),
  hidden: true,
});
