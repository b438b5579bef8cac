import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import type { ClosedFile, FileOnList, RetentionClass } from '../domain/retention.ts';

export type KeptClass = RetentionClass & { id: string; title: string; source: string; version: number };

/** The classes of the filing plan with their years, in the order of signs. */
export async function listClasses(db: Db, centreId: string): Promise<KeptClass[]> {
  const { rows } = await sql<KeptClass>`
    select id, sign, title, category, years, valid_from as "validFrom", valid_to as "validTo", source, version
    from retention_class where centre_id = ${centreId} order by sign, valid_from desc`.execute(db);
  return rows;
}

/** A class from a day on; the one before it ends the day before. */
export async function insertClass(
  tx: Db,
  centreId: string,
  one: Omit<KeptClass, 'version' | 'validTo'> & { madeBy: string },
): Promise<void> {
  await sql`update retention_class set valid_to = ${one.validFrom}::date - 1, version = version + 1
    where centre_id = ${centreId} and sign = ${one.sign} and valid_to is null and valid_from < ${one.validFrom}`.execute(
    tx,
  );
  await tx
    .insertInto('retention_class')
    .values({
      centre_id: centreId,
      id: one.id,
      sign: one.sign,
      title: one.title,
      category: one.category,
      years: one.years,
      valid_from: one.validFrom,
      source: one.source,
      made_by: one.madeBy,
    })
    .execute();
}

/** Closed files with a sign, the oldest first; those on a list that is being prepared are left out. */
export async function listClosedFiles(db: Db, centreId: string, limit: number): Promise<ClosedFile[]> {
  const { rows } = await sql<ClosedFile>`
    select id as "caseId", sign, closed_on as "closedOn" from case_file
    where centre_id = ${centreId} and closed_on is not null and sign is not null and erased_on is null
    order by closed_on, id limit ${limit}`.execute(db);
  return rows;
}

/** Classes that stand in signs of files and have no years yet: their files cannot come to any list. */
export async function listUnknownClasses(db: Db, centreId: string): Promise<string[]> {
  const { rows } = await sql<{ sign: string }>`
    select distinct split_part(c.sign, '.', 2) as sign from case_file c
    where c.centre_id = ${centreId} and c.sign is not null and c.erased_on is null
      and not exists (select from retention_class k where k.centre_id = c.centre_id and k.sign = split_part(c.sign, '.', 2))
    order by 1`.execute(db);
  return rows.map(({ sign }) => sign);
}

export interface ReviewItem extends FileOnList {
  id: string;
  decision: 'erase' | 'keep';
  reason: string | null;
  expertise: string | null;
  /** What keeps it from being erased today. */
  blockers: string[];
  erasedOn: string | null;
}

export interface Review {
  id: string;
  state: 'draft' | 'approved' | 'carried_out' | 'dropped';
  madeOn: string;
  madeBy: string;
  maker: string;
  consent: string | null;
  approver: string | null;
  approvedOn: string | null;
  carriedOutOn: string | null;
  version: number;
}

const reviews = (centreId: string) => sql`
  select r.id, r.state, r.made_on as "madeOn", r.made_by as "madeBy", m.name as maker, r.consent, a.name as approver,
    r.approved_on as "approvedOn", r.carried_out_on as "carriedOutOn", r.version
  from retention_review r join account m on m.centre_id = r.centre_id and m.id = r.made_by
  left join account a on a.centre_id = r.centre_id and a.id = r.approved_by where r.centre_id = ${centreId}`;

/** A list, locked when it is about to change. */
export async function findReview(
  db: Db,
  centreId: string,
  reviewId: string,
  lock = false,
): Promise<Review | undefined> {
  const { rows } = await sql<Review>`${reviews(centreId)} and r.id = ${reviewId}
    ${lock ? sql`for update of r` : sql``}`.execute(db);
  return rows[0];
}

/** Lists, the newest first. */
export async function listReviews(db: Db, centreId: string): Promise<Review[]> {
  return (await sql<Review>`${reviews(centreId)} order by r.id desc limit 50`.execute(db)).rows;
}

/** The lines of a list. */
export async function listItems(
  db: Db,
  centreId: string,
  reviewId: string,
  today: string,
): Promise<ReviewItem[]> {
  const { rows } = await sql<ReviewItem>`
    select i.id, i.case_id as "caseId", i.sign, i.category, i.years, i.closed_on as "closedOn", i.due_on as "dueOn", i.decision,
      i.reason, i.expertise, i.erased_on as "erasedOn",
      case when i.erased_on is null then coalesce(app.erasure_blockers(i.case_id, ${today}::date), '{}') else '{}' end as blockers
    from retention_item i where i.centre_id = ${centreId} and i.review_id = ${reviewId} order by i.sign, i.id`.execute(
    db,
  );
  return rows;
}

/** A new list with its lines. */
export async function insertReview(
  tx: Db,
  centreId: string,
  review: { id: string; madeOn: string; madeBy: string; files: readonly (FileOnList & { id: string })[] },
): Promise<void> {
  await tx
    .insertInto('retention_review')
    .values({ centre_id: centreId, id: review.id, made_on: review.madeOn, made_by: review.madeBy })
    .execute();
  await tx
    .insertInto('retention_item')
    .values(
      review.files.map((file) => ({
        centre_id: centreId,
        id: file.id,
        review_id: review.id,
        case_id: file.caseId,
        sign: file.sign,
        category: file.category,
        years: file.years,
        closed_on: file.closedOn,
        due_on: file.dueOn,
      })),
    )
    .execute();
}

export async function updateItem(
  tx: Db,
  centreId: string,
  itemId: string,
  change: { decision: 'erase' | 'keep'; reason: string | null; expertise: string | null },
): Promise<void> {
  await tx
    .updateTable('retention_item')
    .set(change)
    .where('centre_id', '=', centreId)
    .where('id', '=', itemId)
    .execute();
}

export async function updateReview(
  tx: Db,
  centreId: string,
  reviewId: string,
  change: {
    state: Review['state'];
    consent?: string;
    approved_by?: string;
    approved_on?: string;
    carried_out_on?: string;
  },
): Promise<void> {
  await tx
    .updateTable('retention_review')
    .set({ ...change, version: sql`version + 1` })
    .where('centre_id', '=', centreId)
    .where('id', '=', reviewId)
    .execute();
}

/** Erases the file of a line. @returns what kept it from being erased; nothing: it is gone */
export async function eraseFile(tx: Db, itemId: string, today: string): Promise<string[]> {
  const { rows } = await sql<{ blocked: string[] }>`
    select app.erase_case(${itemId}::uuid, ${today}::date) as blocked`.execute(tx);
  return rows[0]?.blocked ?? [];
}
