import { describe, expect, it } from 'vitest';
import { addDays, ageOn, daysBetween, isFreeDay } from '../../law/index.ts';
import { makePopulation } from './population.ts';
import { centres, programmes, services } from './reference.ts';
import { scripts } from './scripts/index.ts';
import { demoAccounts } from './staff.ts';
import { makeStories, residentOf } from './stories.ts';
import { storyTargets, type DemoStory, type StoryAction, type StoryTarget } from './story.ts';

const today = '2026-11-21';
const population = makePopulation({ seed: 'okienko', today });
const stories = makeStories({ seed: 'okienko', population, today });

const has = (story: DemoStory, verb: StoryAction['do']): boolean =>
  story.steps.some((step) => step.do === verb);
const steps = <V extends StoryAction['do']>({ steps: all }: DemoStory, verb: V) =>
  all.filter((step): step is Extract<(typeof all)[number], { do: V }> => step.do === verb);
const inState = (...states: StoryTarget[]) => stories.filter(({ target }) => states.includes(target));
const limitsOf = (gmina: string) =>
  programmes
    .filter(({ relation, gminas }) => relation === 'demonstration' && gminas.includes(gmina))
    .flatMap(({ items }) => items.people?.limits ?? []);

describe('Cases of the demonstration', () => {
  it('are 120 for 300 people, the same for the same seed', () => {
    expect(stories).toHaveLength(120);
    expect(makeStories({ seed: 'okienko', population, today })).toEqual(stories);
    expect(makeStories({ seed: 'other', population, today })).not.toEqual(stories);
    expect(makeStories({ seed: 'okienko', population, today, count: 48 })).toHaveLength(48);
  });

  it('stand in every state, and each of the two larger centres sees every state', () => {
    for (const id of ['jarocin', 'zyrardow']) {
      const seen = new Set(stories.filter(({ centreId }) => centreId === id).map(({ target }) => target));
      expect(storyTargets.filter((target) => !seen.has(target))).toEqual([]);
    }
    expect(stories.filter(({ centreId }) => centreId === 'dwie-gminy').length).toBeGreaterThan(10);
  });

  it('are told in at least forty different ways, none more than six times', () => {
    expect(new Set(scripts.map(({ words }) => words)).size).toBe(scripts.length);
    const told = Map.groupBy(stories, ({ script }) => script);
    expect(told.size).toBeGreaterThanOrEqual(40);
    for (const list of told.values()) expect(list.length).toBeLessThanOrEqual(6);
  });

  it('speak of residents, never of wards or petitioners (vocabulary of the Act)', () => {
    expect(JSON.stringify(scripts)).not.toMatch(/podopieczn|petent|klient|rozeznanie potrzeb osoby/i);
  });
});

describe('Who a case is about', () => {
  it('belongs to the centre and gmina of the case', () => {
    for (const { person, centreId, gmina } of stories) {
      expect(population.people[person]).toMatchObject({ centreId, gmina });
    }
  });

  it('has the age, sex and home that the words speak of', () => {
    for (const { person, script } of stories) {
      const who = scripts.find(({ key }) => key === script)?.who;
      const found = population.people[person];
      const age = ageOn(found?.birthDate ?? today, today);
      expect(age).toBeGreaterThanOrEqual(who?.ageFrom ?? 0);
      expect(age).toBeLessThanOrEqual(who?.ageTo ?? 130);
      expect(found?.sex).toBe(who?.sex ?? found?.sex);
    }
  });

  it('applies alone when grown up, through a statutory representative as a child (art. 35)', () => {
    for (const { person, applicant } of stories) {
      const isChild = ageOn(population.people[person]?.birthDate ?? today, today) < 18;
      expect(applicant.role === 'statutory_representative').toBe(isChild);
      expect(applicant.person === person).toBe(applicant.role === 'person');
    }
  });

  it('meets the conditions of the programme that can be read from age and home, unless refused', () => {
    const accepted = stories.filter((story) => has(story, 'qualify') || has(story, 'require-plan'));
    for (const { person, gmina, services: asked } of accepted) {
      const age = ageOn(population.people[person]?.birthDate ?? today, today);
      const checks = programmes
        .filter(({ relation, gminas }) => relation === 'demonstration' && gminas.includes(gmina))
        .flatMap(({ items }) => items.qualification?.conditions ?? [])
        .filter(({ service, match }) => asked.includes(service ?? '') && match.ageFrom !== undefined);
      for (const { match } of checks) expect(age).toBeGreaterThanOrEqual(match.ageFrom ?? 0);
    }
  });

  it('is one who signs in as a resident, with a plan that runs, in every centre', () => {
    for (const { id } of centres) {
      const person = residentOf(stories, id);
      expect(stories).toContainEqual(
        expect.objectContaining({ person, target: 'plan_running', centreId: id }),
      );
    }
  });
});

describe('Steps of a case', () => {
  it('follow one another, none after today, and staff work on working days', () => {
    for (const { steps: list } of stories) {
      const moments = list.map(({ on, at }) => `${on} ${at}`);
      expect(moments).toEqual([...moments].sort((a, b) => a.localeCompare(b)));
      for (const { on, at, by } of list) {
        expect(on <= today && at < '24:00').toBe(true);
        expect(by === 'visitor' || !isFreeDay(on)).toBe(true);
      }
    }
  });

  it('are done by accounts that the centre has', () => {
    for (const { steps: list, centreId } of stories) {
      const keys = demoAccounts.filter((account) => account.centreId === centreId).map(({ key }) => key);
      for (const { by } of list) expect(['visitor', ...keys]).toContain(by);
    }
  });

  it('spread over about two months, with older ones where plans have ended', () => {
    const began = stories.map(({ steps: list }) => list[0]?.on ?? today);
    const recent = began.filter((on) => on >= addDays(today, -62));
    expect(recent.length).toBeGreaterThan(75);
    expect(began.some((on) => on < addDays(today, -170))).toBe(true);
    expect(began.every((on) => on >= '2026-01-01')).toBe(true);
  });

  it('leave assessing, qualifying and planning to coordinators (art. 49)', () => {
    const inside = [
      'record-assessment',
      'qualify',
      'require-plan',
      'draft-plan',
      'agree-plan',
      'summarise-plan',
    ];
    const done = stories.flatMap(({ steps: list }) => list.filter((step) => inside.includes(step.do)));
    expect(done.length).toBeGreaterThan(100);
    for (const { by } of done) expect(by).toMatch(/^coordinator_[12]$/);
  });

  it('show the 30 days of art. 40 in green, amber, red and overdue, the overdue one with its reason', () => {
    const clocks = inState('plan_in_preparation').map((story) => ({
      days: daysBetween(steps(story, 'submit-application')[0]?.on ?? today, today),
      explained: has(story, 'explain-delay'),
    }));
    const between = (from: number, to: number) => clocks.filter(({ days }) => days >= from && days <= to);
    for (const [from, to] of [
      [0, 19],
      [20, 26],
      [27, 30],
      [31, 60],
    ] as const) {
      expect(between(from, to).length).toBeGreaterThan(0);
    }
    for (const { days, explained } of clocks) expect(explained).toBe(days > 30);
  });
});

describe('Outcomes', () => {
  it('transfer only what another statute decides (art. 19), in a centre of type B to a unit of the gmina', () => {
    for (const story of inState('transferred', 'transfer_accepted', 'transfer_returned')) {
      const [{ target } = { target: undefined }] = steps(story, 'transfer');
      const isB = centres.find(({ id }) => id === story.centreId)?.kind === 'B';
      expect(target?.kind === 'team').toBe(!isB && target?.kind !== 'office');
      for (const id of story.services) {
        expect(services.find((service) => service.id === id)?.track).toBe('separate_statute');
      }
    }
  });

  it('refuse by the director, naming the condition that is not met (art. 42(3))', () => {
    for (const story of inState('refused')) {
      const [refusal] = steps(story, 'refuse');
      expect(refusal?.by).toBe('director');
      expect(refusal?.ground).toMatch(/^Program przewiduje/);
      expect(refusal?.facts.length).toBeGreaterThan(30);
    }
  });

  it('never accept more people than the programme of the gmina allows', () => {
    const accepted = stories.filter((story) => has(story, 'qualify') || has(story, 'draft-plan'));
    for (const [gmina, list] of Map.groupBy(accepted, (story) => story.gmina)) {
      for (const { service, people } of limitsOf(gmina)) {
        expect(list.filter(({ services: asked }) => asked.includes(service)).length).toBeLessThanOrEqual(
          people,
        );
      }
    }
  });
});

describe('Plans', () => {
  const drafts = stories.flatMap((story) => steps(story, 'draft-plan').map((draft) => ({ story, draft })));

  it('last at most a year, their first version at least 3 months (art. 38(2), 40)', () => {
    expect(drafts.length).toBeGreaterThan(35);
    for (const { draft } of drafts) {
      expect(draft.endsOn < addDays(draft.startsOn, 366)).toBe(true);
      expect(draft.version > 1 || draft.endsOn >= addDays(draft.startsOn, 90)).toBe(true);
    }
  });

  it('have lines of programme services with a place, a schedule and a result, within units and dates (art. 39)', () => {
    for (const { story, draft } of drafts) {
      expect(draft.lines.map(({ service }) => service)).toEqual(story.services);
      for (const line of draft.lines) {
        const limit = limitsOf(story.gmina).find(({ service }) => service === line.service);
        expect(line.units).toBeLessThanOrEqual(limit?.units ?? 0);
        expect(line.startsOn >= draft.startsOn && line.endsOn <= draft.endsOn).toBe(true);
        expect([line.schedule, line.expectedResult].every((words) => words.length > 10)).toBe(true);
      }
    }
  });

  it('are approved within 30 days of the application and before they start', () => {
    for (const { story, draft } of drafts.filter(({ draft: { version } }) => version === 1)) {
      const submitted = steps(story, 'submit-application')[0]?.on ?? today;
      for (const approval of steps(story, 'approve-plan')) {
        expect(approval.on <= addDays(submitted, 30) && approval.on <= draft.startsOn).toBe(true);
        expect(approval.by).not.toBe(story.coordinator);
      }
    }
  });

  it('run today, have ended, or are being changed as their state says', () => {
    for (const story of inState('plan_running', 'plan_being_updated')) {
      const last = steps(story, 'draft-plan').at(-1);
      expect((last?.endsOn ?? '') > today).toBe(true);
      expect(steps(story, 'draft-plan')).toHaveLength(story.target === 'plan_running' ? 1 : 2);
    }
    for (const story of inState('plan_ended', 'plan_summarised')) {
      expect((steps(story, 'end-plan')[0]?.on ?? '') > (steps(story, 'draft-plan')[0]?.endsOn ?? today)).toBe(
        true,
      );
      expect(has(story, 'summarise-plan')).toBe(story.target === 'plan_summarised');
    }
    expect(inState('plan_resigned').every((story) => has(story, 'resign-plan'))).toBe(true);
  });

  it('are monitored and summarised by the coordinator who drew them up (art. 45)', () => {
    const kept = stories.flatMap((story) =>
      [...steps(story, 'record-monitoring'), ...steps(story, 'summarise-plan')].map(({ by }) => [
        by,
        story.coordinator,
      ]),
    );
    expect(kept.length).toBeGreaterThan(30);
    for (const [by, coordinator] of kept) expect(by).toBe(coordinator);
  });
});
