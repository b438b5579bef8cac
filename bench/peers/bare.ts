import Fastify from 'fastify';
import pg from 'pg';
import { newId } from '../../src/platform/ids.ts';
import { parameters, statementsSchema } from '../statements.ts';

/**
 * What the product is held against: the least that gives the same answers. Bare Fastify, the plain driver with named
 * prepared statements, the owner's connection (no row-level security), no session, no rights, no audit.
 */
export async function barePeer(): Promise<void> {
  const { PORT, STATEMENTS } = process.env;
  const { centreId, authorId, readCase } = statementsSchema.parse(JSON.parse(STATEMENTS ?? ''));
  const pool = new pg.Pool({ max: 12 });
  const app = Fastify({ logger: false });

  app.get<{ Querystring: { caseId: string } }>('/case', async (request) => {
    const values = parameters(readCase, request.query.caseId);
    const { rows } = await pool.query<Record<string, unknown>>({ name: 'case', text: readCase.text, values });
    return { ...rows[0] };
  });

  app.get<{ Querystring: { caseId: string } }>('/row', async (request) => {
    const text = 'select id, version, title, state, sign from case_file where centre_id = $1 and id = $2';
    const { rows } = await pool.query({ name: 'row', text, values: [centreId, request.query.caseId] });
    return rows[0];
  });

  app.post<{ Body: { caseId: string; kind: string; body: string } }>('/note', async (request) => {
    const { caseId, kind, body } = request.body;
    const id = newId();
    await pool.query({
      name: 'note',
      text: 'insert into note (centre_id, id, case_id, author_id, kind, body, at) values ($1, $2, $3, $4, $5, $6, now())',
      values: [centreId, id, caseId, authorId, kind, body],
    });
    return { result: { noteId: id, caseId } };
  });

  await app.listen({ port: Number(PORT), host: '127.0.0.1' });
  process.stdout.write('ready\n');
  process.once('SIGTERM', () => process.exit(0));
}
