import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import { newId } from '../../../platform/ids.ts';
import type { ActionKind, Content, Line, Need, SupportingAction } from '../domain/plan.ts';
import type { Slot } from '../domain/schedule.ts';

const json = (value: unknown) => sql<string>`${JSON.stringify(value)}::jsonb`;

const linesOf = (db: Db, centreId: string, versionId: string) =>
  db
    .selectFrom('plan_line as line')
    .innerJoin('programme_service as offer', (join) =>
      join
        .onRef('offer.centre_id', '=', 'line.centre_id')
        .onRef('offer.id', '=', 'line.programme_service_id'),
    )
    .innerJoin('service', (join) =>
      join.onRef('service.centre_id', '=', 'offer.centre_id').onRef('service.id', '=', 'offer.service_id'),
    )
    .innerJoin('programme_version as at', (join) =>
      join.onRef('at.centre_id', '=', 'offer.centre_id').onRef('at.id', '=', 'offer.programme_version_id'),
    )
    .innerJoin('programme', (join) =>
      join.onRef('programme.centre_id', '=', 'at.centre_id').onRef('programme.id', '=', 'at.programme_id'),
    )
    .leftJoin('organization', (join) =>
      join
        .onRef('organization.centre_id', '=', 'line.centre_id')
        .onRef('organization.id', '=', 'line.organization_id'),
    )
    .leftJoin('contract', (join) =>
      join.onRef('contract.centre_id', '=', 'line.centre_id').onRef('contract.id', '=', 'line.contract_id'),
    )
    .where('line.centre_id', '=', centreId)
    .where('line.plan_version_id', '=', versionId)
    .selectAll('line')
    .select([
      'service.id as service_id',
      'service.name as service_name',
      'programme.name as programme_name',
      'organization.name as organization_name',
      'contract.number as contract_number',
    ])
    .orderBy('line.position')
    .orderBy('line.id')
    .execute();

type LineRow = Awaited<ReturnType<typeof linesOf>>[number];

// The JSON columns were written by this file.
const lineOf = (row: LineRow): Line => ({
  id: row.id,
  originId: row.origin_id,
  programmeServiceId: row.programme_service_id,
  serviceId: row.service_id,
  programmeName: row.programme_name,
  serviceName: row.service_name,
  organizationId: row.organization_id,
  organizationName: row.organization_name,
  contractId: row.contract_id,
  contractNumber: row.contract_number,
  place: row.place,
  week: row.week as unknown as Slot[],
  scheduleWords: row.schedule_words,
  units: row.units,
  unit: row.unit,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  unitPriceGrosze: row.unit_price_grosze,
  feeGrosze: row.fee_grosze,
  feeSteps: row.fee_steps as string[],
  feeBasis: row.fee_basis as string[],
  feeDueOn: row.fee_due_on,
  payer: row.payer as Line['payer'],
  relief: row.relief,
  expectedResult: row.expected_result,
});

/** What a version says, in its order. */
export async function findContent(db: Db, centreId: string, versionId: string): Promise<Content> {
  const [needs, lines, actions] = await Promise.all([
    db
      .selectFrom('plan_need')
      .selectAll()
      .where('centre_id', '=', centreId)
      .where('plan_version_id', '=', versionId)
      .orderBy('priority')
      .orderBy('position')
      .orderBy('id')
      .execute(),
    linesOf(db, centreId, versionId),
    db
      .selectFrom('plan_action')
      .selectAll()
      .where('centre_id', '=', centreId)
      .where('plan_version_id', '=', versionId)
      .orderBy('position')
      .orderBy('id')
      .execute(),
  ]);
  return {
    needs: needs.map((row) => ({
      id: row.id,
      originId: row.origin_id,
      area: row.area,
      words: row.words,
      priority: row.priority,
      source: row.source,
    })),
    lines: lines.map(lineOf),
    actions: actions.map((row) => ({
      id: row.id,
      originId: row.origin_id,
      // The table's check holds it to the list.
      kind: row.kind as ActionKind,
      words: row.words,
      who: row.who,
      scheduleWords: row.schedule_words,
    })),
  };
}

export type NeedToSave = Omit<Need, 'id' | 'originId'>;

/** Writes a need anew, or over the one with this id. */
export async function saveNeed(
  tx: Db,
  centreId: string,
  versionId: string,
  need: NeedToSave,
  at: { id?: string; position?: number } = {},
): Promise<{ id: string }> {
  const values = { area: need.area, words: need.words, priority: need.priority, source: need.source };
  if (at.id) {
    await tx
      .updateTable('plan_need')
      .set(values)
      .where('centre_id', '=', centreId)
      .where('id', '=', at.id)
      .execute();
    return { id: at.id };
  }
  const id = newId();
  await tx
    .insertInto('plan_need')
    .values({
      ...values,
      centre_id: centreId,
      id,
      origin_id: id,
      plan_version_id: versionId,
      position: at.position ?? 0,
    })
    .execute();
  return { id };
}

export type LineToSave = Omit<
  Line,
  'id' | 'originId' | 'serviceId' | 'programmeName' | 'serviceName' | 'organizationName' | 'contractNumber'
>;

const lineValues = (line: LineToSave) => ({
  programme_service_id: line.programmeServiceId,
  organization_id: line.organizationId,
  contract_id: line.contractId,
  place: line.place,
  week: json(line.week),
  schedule_words: line.scheduleWords,
  units: line.units,
  unit: line.unit,
  starts_on: line.startsOn,
  ends_on: line.endsOn,
  unit_price_grosze: line.unitPriceGrosze,
  fee_grosze: line.feeGrosze,
  fee_steps: json(line.feeSteps),
  fee_basis: json(line.feeBasis),
  fee_due_on: line.feeDueOn,
  payer: json(line.payer),
  relief: line.relief,
  expected_result: line.expectedResult,
});

/** Writes a service of a plan anew, or over the one with this id. */
export async function saveLine(
  tx: Db,
  centreId: string,
  versionId: string,
  line: LineToSave,
  at: { id?: string; position?: number } = {},
): Promise<{ id: string }> {
  if (at.id) {
    await tx
      .updateTable('plan_line')
      .set(lineValues(line))
      .where('centre_id', '=', centreId)
      .where('id', '=', at.id)
      .execute();
    return { id: at.id };
  }
  const id = newId();
  await tx
    .insertInto('plan_line')
    .values({
      ...lineValues(line),
      centre_id: centreId,
      id,
      origin_id: id,
      plan_version_id: versionId,
      position: at.position ?? 0,
    })
    .execute();
  return { id };
}

export type ActionToSave = Omit<SupportingAction, 'id' | 'originId'>;

/** Writes a supporting action anew, or over the one with this id. */
export async function saveAction(
  tx: Db,
  centreId: string,
  versionId: string,
  action: ActionToSave,
  at: { id?: string; position?: number } = {},
): Promise<{ id: string }> {
  const values = {
    kind: action.kind,
    words: action.words,
    who: action.who,
    schedule_words: action.scheduleWords,
  };
  if (at.id) {
    await tx
      .updateTable('plan_action')
      .set(values)
      .where('centre_id', '=', centreId)
      .where('id', '=', at.id)
      .execute();
    return { id: at.id };
  }
  const id = newId();
  await tx
    .insertInto('plan_action')
    .values({
      ...values,
      centre_id: centreId,
      id,
      origin_id: id,
      plan_version_id: versionId,
      position: at.position ?? 0,
    })
    .execute();
  return { id };
}

/** Takes one thing out of a draft. */
export async function removeFrom(
  tx: Db,
  centreId: string,
  table: 'plan_need' | 'plan_line' | 'plan_action',
  id: string,
): Promise<void> {
  await tx.deleteFrom(table).where('centre_id', '=', centreId).where('id', '=', id).execute();
}

/** Copies what a version says into another one of the same plan: new rows, the same origins. */
export async function copyContent(
  tx: Db,
  centreId: string,
  content: Content,
  versionId: string,
): Promise<void> {
  const row = (originId: string, position: number) => ({
    centre_id: centreId,
    id: newId(),
    origin_id: originId,
    plan_version_id: versionId,
    position,
  });
  const needs = content.needs.map((need, index) => ({
    ...row(need.originId, index),
    area: need.area,
    words: need.words,
    priority: need.priority,
    source: need.source,
  }));
  const lines = content.lines.map((line, index) => ({ ...row(line.originId, index), ...lineValues(line) }));
  const actions = content.actions.map((action, index) => ({
    ...row(action.originId, index),
    kind: action.kind,
    words: action.words,
    who: action.who,
    schedule_words: action.scheduleWords,
  }));
  await Promise.all([
    needs.length > 0 ? tx.insertInto('plan_need').values(needs).execute() : undefined,
    lines.length > 0 ? tx.insertInto('plan_line').values(lines).execute() : undefined,
    actions.length > 0 ? tx.insertInto('plan_action').values(actions).execute() : undefined,
  ]);
}
