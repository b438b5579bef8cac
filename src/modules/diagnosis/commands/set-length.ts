import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { date, integer, text } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { diagnosisBasis } from '../basis.ts';
import { keepSetting } from '../db/settings.ts';
import { mostConsultationDays } from '../domain/lifecycle.ts';
import { pl } from '../pl.ts';

/** How many days the centre consults a draft, from a day on: no act gives a length, 14 days are a proposal. */
export const setConsultationLength = command({
  name: 'diagnosis.set-consultation-length',
  summary: 'Set how many days the centre consults the draft of a diagnosis, from a day on',
  input: z.object({ days: integer(1, mostConsultationDays), validFrom: date(), source: text(200) }),
  result: z.object({}),
  basis: diagnosisBasis,
  load: () => Promise.resolve({}),
  allow: { director: always },
  decide: (_target, setting, { today }) =>
    setting.validFrom < today
      ? refuse('diagnosis.setting-past', pl.errors.settingPast, { field: 'validFrom' })
      : setting,
  async save(tx, setting, moment) {
    await keepSetting(tx, moment, setting);
    return {};
  },
  audit: ({ days, validFrom, source }) => ({ what: { days, validFrom, source } }),
});
