import { z } from 'zod';
import { always, type Actor } from '../../../platform/actor.ts';
import { choice, date, id, optionalInteger, optionalText, text } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { type ServiceKindKey, serviceKinds } from '../../../law/index.ts';
import { gminasOf } from '../db/counts.ts';
import { addFinding, findFinding, judgeFinding } from '../db/findings.ts';
import {
  type Finding,
  findingBasis,
  type FindingKind,
  findingKinds,
  namedSources,
  namesAPerson,
  serviceKindKeys,
  significances,
} from '../domain/finding.ts';
import { areaField, gminaPattern, groupKeys, onlyGmina } from '../domain/unmet-need.ts';
import { pl } from '../pl.ts';

const words = pl.finding.errors;

const orNothing = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** Whose word is a finding at once: the organiser's, and the community organiser's on supporting actions. */
const takesAtOnce = (actor: Actor, kind: FindingKind): boolean =>
  actor.roles.includes('service_organiser') ||
  (kind === 'supporting_action' && actor.roles.includes('community_organiser'));

/** Writes down what was learned about the community. */
export const recordFinding = command({
  name: 'needs.record-finding',
  summary:
    'Write down a finding on needs or potential of the community; a worker’s or a unit’s awaits the organiser',
  input: z.object({
    foundOn: date(),
    source: choice(namedSources),
    kind: choice(findingKinds),
    area: z.preprocess((value) => (value === '' ? undefined : value), areaField()),
    serviceKind: orNothing(z.enum(serviceKindKeys)),
    group: orNothing(z.enum(groupKeys)),
    gmina: orNothing(z.string().regex(gminaPattern)),
    locality: optionalText(80),
    scale: optionalInteger(1, 1_000_000),
    counted: orNothing(z.enum(['counted', 'estimated'])),
    significance: choice(significances),
    conclusion: text(2000, words.conclusion),
  }),
  result: z.object({ findingId: z.string(), state: z.enum(['proposed', 'taken']) }),
  basis: findingBasis,
  load: async (tx, _input, { actor, today }) => ({ gminas: await gminasOf(tx, actor.centreId, today) }),
  allow: {
    service_organiser: always,
    community_organiser: always,
    plan_coordinator: always,
    assistance_organiser: always,
    feeder: always,
  },
  decide({ gminas }, input, { today, actor }) {
    if (input.foundOn > today) return refuse('needs.finding-in-future', words.future, { field: 'foundOn' });
    if (namesAPerson(input.conclusion))
      return refuse('needs.finding-names-a-person', words.person, {
        field: 'conclusion',
        basis: findingBasis,
      });
    if (input.gmina !== undefined && gminas.every(({ teryt }) => teryt !== input.gmina))
      return refuse('needs.gmina-not-served', words.gminaNotServed, { field: 'gmina' });
    if (!kindInArea(input.serviceKind, input.area))
      return refuse('needs.kind-of-another-area', words.kindOfAnotherArea, { field: 'serviceKind' });
    const finding: Finding = {
      foundOn: input.foundOn,
      source: input.source,
      kind: input.kind,
      area: input.area,
      serviceKind: input.serviceKind ?? null,
      group: input.group ?? null,
      gmina: input.gmina ?? onlyGmina(gminas),
      locality: input.locality ?? null,
      scale: input.scale ?? null,
      scaleIs: input.scale === undefined ? 'unknown' : (input.counted ?? 'estimated'),
      significance: input.significance,
      conclusion: input.conclusion,
    };
    const state: 'taken' | 'proposed' = takesAtOnce(actor, input.kind) ? 'taken' : 'proposed';
    return { finding, state };
  },
  async save(tx, { finding, state }, moment) {
    const findingId = await addFinding(tx, moment, finding, state);
    if (findingId === undefined) throw new Error('a finding without a key of its own is always written');
    return { findingId, state };
  },
  audit: ({ finding, state }, { findingId }) => ({
    what: { finding: findingId, state, area: finding.area, significance: finding.significance },
  }),
});

function kindInArea(kind: ServiceKindKey | undefined, area: number): boolean {
  return kind === undefined || serviceKinds[kind].area === area;
}

const judges = {
  service_organiser: always,
  community_organiser: (_actor: Actor, target: { finding?: { kind: FindingKind } }) =>
    target.finding === undefined || target.finding.kind === 'supporting_action',
};

/** Takes a proposed finding into the recognition, with the significance that the organiser gives it. */
export const takeFinding = command({
  name: 'needs.take-finding',
  summary: 'Take a proposed finding into the recognition of needs',
  input: z.object({ findingId: id(), significance: choice(significances) }),
  result: z.object({}),
  basis: findingBasis,
  load: async (tx, { findingId }, { actor }) => await loadFinding(tx, actor.centreId, findingId),
  allow: judges,
  decide({ finding }, { significance }) {
    if (finding?.state !== 'proposed') return refuse('needs.finding-judged', words.judged);
    return { finding, significance };
  },
  async save(tx, { finding, significance }, moment) {
    await judgeFinding(tx, moment, finding.id, { state: 'taken', significance });
    return {};
  },
  audit: ({ finding, significance }) => ({
    what: { finding: finding.id, before: finding.significance, significance },
  }),
});

/** Sets a proposed finding aside, with the reason; it stays readable. */
export const setAsideFinding = command({
  name: 'needs.set-aside-finding',
  summary: 'Set a proposed finding aside, with the reason',
  input: z.object({ findingId: id(), because: text(300, words.because) }),
  result: z.object({}),
  basis: findingBasis,
  load: async (tx, { findingId }, { actor }) => await loadFinding(tx, actor.centreId, findingId),
  allow: judges,
  decide({ finding }, { because }) {
    if (finding?.state !== 'proposed') return refuse('needs.finding-judged', words.judged);
    return { finding, because };
  },
  async save(tx, { finding, because }, moment) {
    await judgeFinding(tx, moment, finding.id, { state: 'set_aside', because });
    return {};
  },
  audit: ({ finding, because }) => ({ what: { finding: finding.id, because } }),
});

async function loadFinding(tx: Parameters<typeof findFinding>[0], centreId: string, findingId: string) {
  const finding = await findFinding(tx, centreId, findingId);
  return finding ? { finding } : {};
}
