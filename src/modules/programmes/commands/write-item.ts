import { cite } from '../../../law/index.ts';
import { command } from '../../../platform/runner/command.ts';
import { renameProgramme, updateVersion } from '../db/versions.ts';
import { itemInput, withItem } from '../domain/items.ts';
import { allowedTo, basisOf, guard } from '../domain/lifecycle.ts';
import { loadVersion, resultOf, versionInput, versionResult } from './version-step.ts';

/** Writes one of the twelve mandatory items of a draft. */
export const writeItem = command({
  name: 'programmes.write-item',
  summary: 'Write one of the twelve mandatory items of a draft programme',
  input: versionInput.and(itemInput),
  result: versionResult,
  basis: cite(basisOf('write-item')),
  load: async (tx, input, moment) => await loadVersion(tx, input, moment),
  allow: allowedTo('write-item'),
  decide(target, input) {
    const refusal = guard('write-item', target.state);
    if (refusal) return refusal;
    const gminas = [{ teryt: target.programme.gmina, name: target.programme.gminaName }];
    return { target, item: input.item, items: withItem(target.items, input, gminas) };
  },
  async save(tx, { target, item, items }, moment) {
    const { centreId } = moment.actor;
    await updateVersion(tx, centreId, target.id, target.state, { items });
    if (item === 'nameAndGoal' && items.nameAndGoal)
      await renameProgramme(tx, centreId, target.programmeId, items.nameAndGoal.name);
    return resultOf(target);
  },
  audit: ({ target, item, items }) => ({
    what: { versionId: target.id, item, before: target.items[item] ?? null, after: items[item] ?? null },
  }),
});
