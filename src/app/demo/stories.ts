import { ageOn, type IsoDate } from '../../law/index.ts';
import { applicantOf, fits, readHomes, type Homes } from './casting.ts';
import type { DemoPerson, Population } from './population.ts';
import { apportion, draw, frequencyTable, makeRandom, type Random } from './random.ts';
import { centres, programmes, type ReferenceCentre } from './reference.ts';
import { scripts, type Script } from './scripts/index.ts';
import { outcomes } from './scripts/outcomes.ts';
import { demoOrganisations, type StaffKey } from './staff.ts';
import {
  storyTargets,
  type Channel,
  type DemoStory,
  type StoryTarget,
  type TransferTarget,
} from './story.ts';
import { timelineOf } from './timeline.ts';

/** How 120 cases are spread over their states: a month of work, most of it in motion. */
const ofHundredTwenty: Readonly<Record<StoryTarget, number>> = {
  reported: 7,
  answered: 6,
  draft: 4,
  submitted: 7,
  awaiting_completion: 5,
  left_unconsidered: 3,
  in_recognition: 8,
  qualified: 10,
  plan_in_preparation: 7,
  transferred: 5,
  transfer_accepted: 4,
  transfer_returned: 3,
  refused: 4,
  withdrawn: 4,
  closed: 3,
  plan_draft: 5,
  plan_agreed: 3,
  plan_returned: 3,
  plan_approved: 3,
  plan_running: 14,
  plan_being_updated: 3,
  plan_ended: 3,
  plan_resigned: 3,
  plan_summarised: 6,
};

const CASES_PER_PERSON = 0.4;

/**
 * Cases of the demonstration as scripts: who, what they said, and the dated steps until today. 120 for 300 people;
 * with `count` as many as asked. Repeatable by seed. Throws RangeError when the people fit no script at all.
 */
export function makeStories(options: {
  readonly seed: string | number;
  readonly population: Population;
  readonly today: IsoDate;
  readonly count?: number;
}): DemoStory[] {
  const { seed, population, today } = options;
  const count = options.count ?? Math.round(population.people.length * CASES_PER_PERSON);
  const random = makeRandom(`${seed} stories`);
  const casting = makeCasting(random, population, today);
  const targetCounts = apportion(
    count,
    storyTargets.map((target) => ofHundredTwenty[target]),
  );
  const targets = storyTargets.flatMap((target, i) =>
    Array.from({ length: targetCounts[i] ?? 0 }, () => target),
  );
  const order = centreOrder(targets, population);
  return targets.flatMap((target, index) => {
    const centre = order[index];
    const role = centre && castIn(centre, target, index, casting, centres);
    return role
      ? [tell(random, casting, role, { target, index, today, turn: index - targets.indexOf(target) })]
      : [];
  });
}

/** The person of each centre who signs in as a resident: the first grown-up with a running plan. */
export function residentOf(stories: readonly DemoStory[], centreId: string): number | null {
  const story = stories.find(
    (one) => one.centreId === centreId && one.target === 'plan_running' && one.applicant.role === 'person',
  );
  return story?.person ?? null;
}

type Casting = {
  readonly random: Random;
  readonly population: Population;
  readonly homes: Homes;
  readonly used: Set<number>;
  /** How often each script was told, in all centres and by centre. */
  readonly told: Map<string, number>;
  /** People who fit a script in a centre, in the order they will be asked. */
  readonly candidates: (centreId: string, script: Script) => number[];
  readonly lots: ReadonlyMap<string, number>;
};

type Role = { readonly centre: ReferenceCentre; readonly script: Script; readonly person: DemoPerson };

function makeCasting(random: Random, population: Population, today: IsoDate): Casting {
  const homes = readHomes(population, today);
  const byCentre = Map.groupBy(random.shuffle(population.people), ({ centreId }) => centreId);
  const lists = new Map<string, number[]>();
  return {
    random,
    population,
    homes,
    used: new Set(),
    told: new Map(),
    lots: new Map(scripts.map(({ key }) => [key, random.next()])),
    candidates: (centreId, script) => {
      const key = `${centreId} ${script.key}`;
      const known = lists.get(key);
      if (known) return known;
      const people = byCentre.get(centreId) ?? [];
      const list = people.filter((person) => fits(homes, person, script)).map(({ index }) => index);
      lists.set(key, list);
      return list;
    },
  };
}

/** The first two cases of a state go to the two largest centres, the rest to the centre that has the fewest for its size. */
function centreOrder(targets: readonly StoryTarget[], { people }: Population): ReferenceCentre[] {
  const sizes = centres.map(({ id }) => people.filter(({ centreId }) => centreId === id).length);
  const largest = sizes.map((size, i) => ({ size, i })).sort((a, b) => b.size - a.size);
  const given = sizes.map(() => 0);
  return targets.flatMap((target, index) => {
    const lack = sizes.map((size, i) =>
      size === 0 ? Number.POSITIVE_INFINITY : ((given[i] ?? 0) + 1) / size,
    );
    const turn = index - targets.indexOf(target);
    const next = (turn < 2 ? largest[turn]?.i : undefined) ?? lack.indexOf(Math.min(...lack));
    given[next] = (given[next] ?? 0) + 1;
    const centre = centres[next];
    return centre ? [centre] : [];
  });
}

function suits(script: Script, target: StoryTarget, centreId: string): boolean {
  const asked = script.services[centreId];
  if (asked === undefined) return false;
  if (target === 'answered') return script.answer !== undefined;
  if (target.startsWith('transfer')) return script.transfer !== undefined;
  if (target === 'refused') return script.refusal !== undefined;
  const ofProgramme = asked.length > 0 && !script.transfer && !script.answer && !script.refusal;
  if (target.startsWith('plan_')) return ofProgramme && script.plan !== undefined;
  if (target === 'qualified' || target === 'closed') return ofProgramme;
  if (target === 'reported') return true;
  return !script.refusal && !script.answer && (asked.length > 0 || script.transfer !== undefined);
}

/** Casts a case: the script told least often that somebody in the centre still fits; another centre if none does. */
function castIn(
  centre: ReferenceCentre,
  target: StoryTarget,
  index: number,
  casting: Casting,
  all: readonly ReferenceCentre[],
): Role {
  const { told, used, population } = casting;
  const places = [centre, ...all.filter(({ id }) => id !== centre.id)];
  for (const again of [false, true]) {
    for (const place of places) {
      const ranked = scripts
        .filter((script) => suits(script, target, place.id))
        .map((script) => ({ script, rank: rankOf(casting, script, place.id, target) }))
        .sort((a, b) => a.rank - b.rank);
      for (const { script } of ranked) {
        const candidates = casting.candidates(place.id, script);
        const found = candidates.findIndex((one) => again || !used.has(one));
        const chosen = candidates[again ? index % Math.max(1, candidates.length) : found];
        const person = chosen === undefined ? undefined : population.people[chosen];
        if (person === undefined) continue;
        // Those passed over are taken already; forgetting them keeps 40,000 cases fast.
        if (!again) candidates.splice(0, found);
        used.add(person.index);
        told.set(script.key, (told.get(script.key) ?? 0) + 1);
        told.set(`${place.id} ${script.key}`, (told.get(`${place.id} ${script.key}`) ?? 0) + 1);
        return { centre: place, script, person };
      }
    }
  }
  throw new RangeError(`Nobody in the population fits a case in the state ${target}`);
}

/** Outcomes in which a fee is set: a matter that costs something is told there first, so that fees are seen at all. */
const charged: readonly StoryTarget[] = ['qualified', 'plan_running', 'plan_resigned'];

const paid = new Set(
  programmes.flatMap(({ items }) => items.fees?.lines.map(({ service }) => service) ?? []),
);

function rankOf({ told, lots }: Casting, script: Script, centreId: string, target: StoryTarget): number {
  const here = told.get(`${centreId} ${script.key}`) ?? 0;
  const first =
    charged.includes(target) && script.services[centreId]?.some((service) => paid.has(service)) ? 1 : 0;
  return (here - first) * 1000 + (told.get(script.key) ?? 0) * 10 + (lots.get(script.key) ?? 0);
}

const channels: Readonly<Record<'young' | 'old' | 'homeless', ReturnType<typeof frequencyTable<Channel>>>> = {
  young: frequencyTable<Channel>(['in_person', 'phone', 'web', 'email', 'partner'], [25, 22, 43, 6, 4]),
  old: frequencyTable<Channel>(['in_person', 'phone', 'web', 'letter', 'partner'], [42, 34, 9, 6, 9]),
  homeless: frequencyTable<Channel>(['in_person', 'partner'], [8, 2]),
};

function tell(
  random: Random,
  casting: Casting,
  { centre, script, person }: Role,
  {
    target,
    index,
    today,
    turn,
  }: {
    readonly target: StoryTarget;
    readonly index: number;
    readonly today: IsoDate;
    readonly turn: number;
  },
): DemoStory {
  const old = ageOn(person.birthDate, today) >= 65 && script.applicant === 'person';
  const drawn = draw(random, channels[person.address === null ? 'homeless' : old ? 'old' : 'young']);
  const applicant = applicantOf(casting.homes, person, script) ?? person.index;
  const channel = mayCome(drawn, script, centre.id, target, casting.population.people[applicant] ?? person)
    ? drawn
    : 'in_person';
  const coordinator: StaffKey = random.chance(0.6) ? 'coordinator_1' : 'coordinator_2';
  const services = script.services[centre.id] ?? [];
  const transfer = transferIn(centre, script, person.gmina);
  const steps = timelineOf({
    random,
    today,
    script,
    target,
    turn,
    gmina: person.gmina,
    channel,
    services,
    coordinator,
    transferTo: transfer.target,
    transferAnsweredBy: transfer.answeredBy,
  });
  return {
    index,
    script: script.key,
    target,
    centreId: centre.id,
    gmina: person.gmina,
    person: person.index,
    applicant: { role: script.applicant, person: applicant },
    channel,
    title: script.title,
    words: script.words,
    area: script.area,
    services,
    coordinator,
    steps,
  };
}

/**
 * Whether the matter can come that way. The web takes an application for one service of a programme, its draft is not a
 * case yet, and whoever writes or calls from afar has to be reached in some way.
 */
function mayCome(
  channel: Channel,
  script: Script,
  centreId: string,
  target: StoryTarget,
  { phone, email }: DemoPerson,
): boolean {
  if (channel === 'email' && email === null) return false;
  if (channel === 'phone' && phone === null) return false;
  if (channel !== 'web') return true;
  if (phone === null && email === null) return false;
  if (target === 'reported' || target === 'answered') return true;
  return target !== 'draft' && script.transfer === undefined && script.services[centreId]?.length === 1;
}

/** A centre of type B has no social assistance team (art. 16): the application goes to the gmina's own unit. */
function transferIn(
  centre: ReferenceCentre,
  script: Script,
  gmina: string,
): { readonly target: TransferTarget; readonly answeredBy: StaffKey } {
  const kind = script.transfer?.kind ?? 'team';
  if (kind === 'office')
    return { target: { kind, name: outcomes.office, organisation: null }, answeredBy: 'clerk' };
  if (centre.kind === 'A') {
    return {
      target: { kind: 'team', name: outcomes.team, organisation: null },
      answeredBy: 'assistance_organiser',
    };
  }
  const unit = demoOrganisations.find((one) => one.kind === 'gmina_unit' && one.gmina === gmina);
  const key = unit?.key ?? 'unit_1';
  return {
    target: { kind: 'unit', name: unit?.name ?? outcomes.office, organisation: key },
    answeredBy: key === 'unit_2' ? 'feeder_2' : 'feeder_1',
  };
}
