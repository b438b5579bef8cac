import { sql } from 'kysely';
import type { Letter } from '../../../platform/documents/letter.ts';
import { letterheadOf } from '../../../platform/documents/paper.ts';
import { letterSchema } from '../../../platform/documents/letter.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { newId } from '../../../platform/ids.ts';
import type { Message, Moment } from '../../../platform/runner/command.ts';
import { pl } from '../pl.ts';

/** What the author of a letter writes; the letterhead, place, date and banner are the centre's. */
export type LetterContent = Omit<
  Letter,
  'letterhead' | 'place' | 'date' | 'lang' | 'large' | 'banner' | 'kind'
> &
  Partial<Pick<Letter, 'lang' | 'large'>>;

export interface IssueDocument {
  /** `receipt`, `call-to-complete`, `qualification`, `refusal`, `transfer`, `plan`, `plan-copy`, `plan-closing`, … */
  kind: string;
  title: string;
  caseId?: string | null;
  personId?: string | null;
  planVersionId?: string | null;
  /** Of a paper that belongs to no case and no person. */
  about?: About;
  letter: LetterContent;
}

/** What a paper without a case is about; its id is the other module's. */
export const aboutKinds = ['diagnosis', 'lpdi', 'survey'] as const;
export interface About {
  what: (typeof aboutKinds)[number];
  id: string;
}

/**
 * Issues a document in the caller's transaction: its words are fixed now; PDF and DOCX are made from them once, after
 * the commit (the command must emit `renderMessage(id)`).
 */
export async function issueDocument(tx: Db, moment: Moment, issue: IssueDocument): Promise<{ id: string }> {
  const { centreId, accountId } = moment.actor;
  const centre = await tx
    .selectFrom('centre')
    .select(['name', 'place', 'letterhead', 'demonstration'])
    .where('id', '=', centreId)
    .executeTakeFirstOrThrow();
  const gminas = await tx
    .selectFrom('centre_gmina')
    .innerJoin('gmina', 'gmina.teryt', 'centre_gmina.teryt')
    .where('centre_gmina.centre_id', '=', centreId)
    .select('gmina.name')
    .orderBy('gmina.name')
    .execute();
  const head = centre.letterhead as unknown as {
    addressLines: string[];
    phone: string | null;
    email: string | null;
    web: string | null;
  };
  const letter = letterSchema.parse({
    lang: 'pl',
    large: false,
    ...issue.letter,
    kind: issue.kind,
    letterhead: letterheadOf({ name: centre.name, gminas, letterhead: head }),
    place: centre.place,
    date: moment.today,
    ...(centre.demonstration ? { banner: issue.about ? pl.planningBanner : pl.banner } : {}),
  });
  const id = newId();
  await tx
    .insertInto('document')
    .values({
      centre_id: centreId,
      id,
      case_id: issue.caseId ?? null,
      person_id: issue.personId ?? null,
      plan_version_id: issue.planVersionId ?? null,
      about: issue.about?.what ?? null,
      about_id: issue.about?.id ?? null,
      kind: issue.kind,
      title: issue.title,
      sign: issue.letter.caseSign ?? '',
      letter: sql`${JSON.stringify(letter)}::jsonb`,
      issued_by: accountId,
      issued_on: moment.today,
    })
    .execute();
  return { id };
}

/** The message that makes the files of an issued document; a command returns it from `emits`. */
export const renderMessage = (documentId: string): Message => ({
  kind: 'records.render',
  payload: { documentId },
});

export interface IssuedDocument {
  id: string;
  kind: string;
  title: string;
  sign: string;
  caseId: string | null;
  personId: string | null;
  issuedOn: string;
  issuedBy: string | null;
  ready: boolean;
}

/** Documents of a case or of a person, newest first, without their content. */
export async function listDocuments(
  db: Db,
  centreId: string,
  of: { caseId: string } | { personId: string },
): Promise<IssuedDocument[]> {
  const rows = await db
    .selectFrom('document')
    .leftJoin('account', (join) =>
      join
        .onRef('account.centre_id', '=', 'document.centre_id')
        .onRef('account.id', '=', 'document.issued_by'),
    )
    .where('document.centre_id', '=', centreId)
    .where(
      'caseId' in of ? 'document.case_id' : 'document.person_id',
      '=',
      'caseId' in of ? of.caseId : of.personId,
    )
    .select([
      'document.id',
      'document.kind',
      'document.title',
      'document.sign',
      'document.case_id',
      'document.person_id',
      'document.issued_on',
      'account.name',
    ])
    .select(sql<boolean>`document.pdf is not null`.as('ready'))
    .orderBy('document.id', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    title: row.title,
    sign: row.sign,
    caseId: row.case_id,
    personId: row.person_id,
    issuedOn: row.issued_on,
    issuedBy: row.name,
    ready: row.ready,
  }));
}

/** A version of a paper that belongs to no case, as it was issued. */
export interface KeptPaper {
  id: string;
  kind: string;
  title: string;
  issuedOn: string;
  issuedBy: string | null;
  /** SHA-256 of the PDF, hexadecimal; null while the files are being made. */
  sha256: string | null;
}

/** Every version of the papers about one thing, newest first; the first 200. */
export async function listPapers(db: Db, centreId: string, { what, id }: About): Promise<KeptPaper[]> {
  const rows = await db
    .selectFrom('document')
    .leftJoin('account', (join) =>
      join
        .onRef('account.centre_id', '=', 'document.centre_id')
        .onRef('account.id', '=', 'document.issued_by'),
    )
    .where('document.centre_id', '=', centreId)
    .where('document.about', '=', what)
    .where('document.about_id', '=', id)
    .select([
      'document.id',
      'document.kind',
      'document.title',
      'document.issued_on as issuedOn',
      'document.sha256',
      'account.name as issuedBy',
    ])
    .orderBy('document.id', 'desc')
    .limit(200)
    .execute();
  return rows;
}

/**
 * The newest paper of a kind about one thing: its file, base64, or its words while the file is being made. The same words
 * give the same file, so whoever asks in between gets what will be kept. undefined: none was issued.
 */
export async function newestPaper(
  db: Db,
  centreId: string,
  { what, id }: About,
  kind: string,
): Promise<{ pdf: string | null; letter: Letter } | undefined> {
  const row = await db
    .selectFrom('document')
    .where('centre_id', '=', centreId)
    .where('about', '=', what)
    .where('about_id', '=', id)
    .where('kind', '=', kind)
    .select(['pdf', 'letter'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { pdf: row.pdf?.toString('base64') ?? null, letter: letterSchema.parse(row.letter) };
}

/** The words of a document whose files were not made yet. */
export async function findUnrendered(tx: Db, centreId: string, id: string): Promise<Letter | undefined> {
  const row = await tx
    .selectFrom('document')
    .select('letter')
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .where('pdf', 'is', null)
    .executeTakeFirst();
  return row ? letterSchema.parse(row.letter) : undefined;
}

/** Keeps the files of a document, once: a document that has them is never made again. */
export async function storeFiles(
  tx: Db,
  centreId: string,
  id: string,
  files: { pdf: Uint8Array; docx: Uint8Array; sha256: string },
): Promise<void> {
  await tx
    .updateTable('document')
    .set({ pdf: Buffer.from(files.pdf), docx: Buffer.from(files.docx), sha256: files.sha256 })
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .where('pdf', 'is', null)
    .execute();
}

export interface DocumentFile {
  title: string;
  kind: string;
  sign: string;
  issuedOn: string;
  caseId: string | null;
  personId: string | null;
  coordinatorId: string | null;
  transferredToTeam: boolean;
  about: About['what'] | null;
  /** Base64; null while the files are being made. */
  content: string | null;
}

/** One file of a document, with whose case it belongs to. */
export async function findDocumentFile(
  db: Db,
  centreId: string,
  id: string,
  format: 'pdf' | 'docx',
): Promise<DocumentFile | undefined> {
  const row = await db
    .selectFrom('document')
    .leftJoin('case_file', (join) =>
      join
        .onRef('case_file.centre_id', '=', 'document.centre_id')
        .onRef('case_file.id', '=', 'document.case_id'),
    )
    .where('document.centre_id', '=', centreId)
    .where('document.id', '=', id)
    .select([
      'document.title',
      'document.kind',
      'document.sign',
      'document.issued_on',
      'document.case_id',
      'document.person_id',
      'document.about',
      'case_file.coordinator_id',
    ])
    .select(
      sql<boolean>`exists (select from transfer t where t.centre_id = document.centre_id and t.case_id = document.case_id
        and t.target_kind = 'team' and t.answer is distinct from 'returned')`.as('transferred_to_team'),
    )
    .select(format === 'pdf' ? 'document.pdf as file' : 'document.docx as file')
    .executeTakeFirst();
  return row
    ? {
        title: row.title,
        kind: row.kind,
        sign: row.sign,
        issuedOn: row.issued_on,
        caseId: row.case_id,
        personId: row.person_id,
        coordinatorId: row.coordinator_id,
        transferredToTeam: row.transferred_to_team,
        about: aboutKinds.find((one) => one === row.about) ?? null,
        content: row.file ? row.file.toString('base64') : null,
      }
    : undefined;
}
