import type { Listed, Reply } from './api.ts';
import type { Kept, Put, TakenSurvey } from './keeping.ts';

/** Surveys that can be taken onto the device now, and are not on it. */
export const offered = (listed: readonly Listed[], taken: readonly Kept<TakenSurvey>[], today: string) =>
  listed.filter(
    ({ id, state, closesOn }) =>
      state === 'published' &&
      (closesOn === null || closesOn >= today) &&
      !taken.some(({ value }) => value.surveyId === id),
  );

/**
 * What has changed with the surveys on the device since it was last in the network: a new version stands beside the one in
 * which talks were begun, a closed survey takes no more talks, a version that nothing hangs on goes.
 */
export async function refreshed(
  taken: readonly Kept<TakenSurvey>[],
  listed: readonly Listed[],
  ofDrafts: readonly { surveyId: string; versionNo: number }[],
  read: (surveyId: string) => Promise<Reply<Omit<TakenSurvey, 'closed'>>>,
  newKey: () => string,
): Promise<Put[]> {
  const puts: Put[] = [];
  const newest = new Map<string, number>();
  for (const { value } of taken)
    newest.set(value.surveyId, Math.max(newest.get(value.surveyId) ?? 0, value.versionNo));
  for (const [surveyId, versionNo] of newest) {
    const closed = listed.find(({ id }) => id === surveyId)?.state !== 'published';
    const reply = closed ? undefined : await read(surveyId);
    const now = reply?.kind === 'value' ? reply.value : undefined;
    const ofSurvey = taken.filter(({ value }) => value.surveyId === surveyId);
    if (now && now.versionNo > versionNo)
      puts.push({ shelf: 'surveys', key: newKey(), value: { ...now, closed } });
    const keeps = now?.versionNo ?? versionNo;
    for (const { key, value } of ofSurvey) {
      const needed =
        value.versionNo >= keeps ||
        ofDrafts.some((draft) => draft.surveyId === surveyId && draft.versionNo === value.versionNo);
      if (!needed) puts.push({ shelf: 'surveys', key, drop: true });
      else if (value.closed !== closed || (now && now.closesOn !== value.closesOn))
        puts.push({
          shelf: 'surveys',
          key,
          value: { ...value, closed, ...(now ? { opensOn: now.opensOn, closesOn: now.closesOn } : {}) },
        });
    }
  }
  return puts;
}
