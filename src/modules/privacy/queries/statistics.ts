import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { areaOf } from '../../../law/index.ts';
import { date, integer } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { listCaseFacts } from '../db/statistics.ts';
import { makesStatistics } from '../domain/policy.ts';
import { ageBandOf, safeRows } from '../domain/pseudonyms.ts';

const row = z.object({
  pseudonym: z.string(),
  gmina: z.string(),
  sex: z.string(),
  ageBand: z.string(),
  area: z.string(),
  year: z.string(),
  outcome: z.string(),
  days: z.number().nullable(),
});

/**
 * Cases of a period for statistics. The key of the pseudonyms is made for this one answer and kept nowhere: nobody, we
 * included, can lead a row back to a person or join two exports.
 */
export const exportStatistics = query({
  name: 'privacy.export-statistics',
  fresh: true,
  summary:
    'Cases of a period with pseudonyms; combinations that stand for fewer than k people are made coarser',
  input: z.object({ from: date(), to: date(), k: integer(3, 50) }),
  output: z.object({ rows: z.array(row), k: z.number(), coarser: z.number(), suppressed: z.number() }),
  basis: 'art. 89 ust. 1, art. 4 pkt 5 RODO; art. 18 ustawy o CUS',
  async read(db, { from, to, k }, { actor }) {
    const facts = await listCaseFacts(db, actor.centreId, from, to);
    const key = randomBytes(32);
    const rows = facts.map((one) => ({
      pseudonym: createHmac('sha256', key).update(one.personId).digest('hex').slice(0, 16),
      gmina: one.gmina,
      sex: one.sex ?? '',
      ageBand: ageBandOf(one.age),
      area: (one.area === null ? undefined : areaOf(one.area)?.name) ?? '',
      year: one.year,
      outcome: one.state,
      days: one.days,
    }));
    const safe = safeRows(rows, k);
    // In the order of pseudonyms: the order of rows must not tell the order of cases.
    return { ...safe, k, rows: safe.rows.toSorted((a, b) => a.pseudonym.localeCompare(b.pseudonym)) };
  },
  allow: makesStatistics,
  discloses: ({ rows, k, suppressed }, { from, to }) => ({
    what: { statistics: { from, to, k, rows: rows.length, suppressed } },
  }),
});
