import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { command } from '../../../platform/runner/command.ts';
import { addFinding, countQuarter, lastQuarter } from '../db/findings.ts';
import { type Finding, findingBasis, type QuarterCount, significanceOf } from '../domain/finding.ts';
import { pl } from '../pl.ts';

/**
 * Once a quarter the system says what the ledger shows: a finding for each area and gmina where enough needs were counted,
 * marked as a change when they grew. The organiser takes it or sets it aside.
 */
export const tellFindings = command({
  name: 'needs.tell-findings',
  summary: 'Propose findings from the ledger of unmet needs of the last three whole months',
  input: z.object({}),
  result: z.object({ proposed: z.number() }),
  basis: findingBasis,
  load: async (tx, _input, { actor, today }) => ({ counts: await countQuarter(tx, actor.centreId, today) }),
  allow: { system: always },
  decide: ({ counts }, _input, { today }) => ({
    told: counts.flatMap((count) => {
      const significance = significanceOf(count);
      return significance ? [{ count, finding: findingOf(count, significance, today) }] : [];
    }),
  }),
  async save(tx, { told }, moment) {
    const { from, to } = lastQuarter(moment.today);
    let proposed = 0;
    for (const { count, finding } of told) {
      const once = `unmet:${count.area}:${count.gmina ?? ''}:${from}_${to}`;
      if (await addFinding(tx, moment, finding, 'proposed', once)) proposed += 1;
    }
    return { proposed };
  },
  audit: (_change, { proposed }) => ({ what: { proposed } }),
});

function findingOf(count: QuarterCount, significance: Finding['significance'], today: string): Finding {
  const { from, to } = lastQuarter(today);
  return {
    foundOn: today,
    source: count.source === 'refusal' ? 'refusals' : 'unmet_needs',
    kind: 'need',
    area: count.area,
    serviceKind: null,
    group: null,
    gmina: count.gmina,
    locality: null,
    scale: count.quarter,
    scaleIs: 'counted',
    significance,
    conclusion: pl.finding.told(count, from, to),
  };
}
