import ical, { ICalCalendarMethod } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { deadlineRules } from '../../../law/index.ts';
import { anyone } from '../../../platform/actor.ts';
import { query } from '../../../platform/runner/query.ts';
import { findFeedOwner } from '../db/feeds.ts';
import { listAppointments, listRunning } from '../db/lists.ts';
import { pl } from '../pl.ts';

const kindWords = (kind: keyof typeof deadlineRules): string => deadlineRules[kind].at(-1)?.words ?? kind;

const appointmentWords = (kind: string): string =>
  pl.appointmentKinds[kind as keyof typeof pl.appointmentKinds] ?? pl.appointmentKinds.other;

/**
 * A worker's clocks and appointments as iCalendar. The secret in the address is the key; titles carry the kind and the
 * case sign only, because calendars are shown on phones and kept by others.
 */
export const calendarFeed = query({
  name: 'agenda.calendar-feed',
  summary: 'Private calendar feed of a worker (iCalendar), without personal data',
  input: z.object({ secret: z.string() }),
  output: z.object({ ics: z.string() }),
  basis: 'art. 50 ust. 3 ustawy o CUS',
  async read(db, input, moment) {
    const { centreId } = moment.actor;
    const accountId = await findFeedOwner(db, centreId, input.secret);
    if (!accountId) return undefined;
    const [{ deadlines }, appointments] = await Promise.all([
      listRunning(db, centreId, { accountId, team: false, duties: false }, moment.today, 200),
      listAppointments(
        db,
        centreId,
        accountId,
        Temporal.Instant.from(moment.now)
          .subtract({ hours: 24 * 31 })
          .toString(),
        '2100-01-01T00:00:00Z',
      ),
    ]);
    const calendar = ical({
      name: pl.feed.name,
      method: ICalCalendarMethod.PUBLISH,
      prodId: '//Okienko//agenda//PL',
    });
    for (const one of deadlines)
      calendar.createEvent({
        id: `${one.id}@okienko`,
        start: new Date(`${one.dueOn}T00:00:00Z`),
        allDay: true,
        stamp: new Date(moment.now),
        summary: `${kindWords(one.kind)}: ${one.sign ?? pl.feed.noSign}`,
      });
    for (const one of appointments)
      calendar.createEvent({
        id: `${one.id}@okienko`,
        start: new Date(one.startsAt),
        end: new Date(Date.parse(one.startsAt) + one.minutes * 60_000),
        stamp: new Date(moment.now),
        summary: `${appointmentWords(one.kind)}: ${one.sign ?? pl.feed.noSign}`,
      });
    return { ics: calendar.toString() };
  },
  allow: anyone(),
  discloses: () => undefined,
});
