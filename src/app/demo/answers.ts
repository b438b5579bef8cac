import { ageOn } from '../../law/index.ts';
import type { DemoAddress } from './identity.ts';
import { services } from './reference.ts';
import { type Script, scripts } from './scripts/index.ts';
import { outcomes } from './scripts/outcomes.ts';
import { nameOf, type StageProgramme } from './stage.ts';
import type { DemoStory } from './story.ts';
import { personOf, type Turn } from './turn.ts';

const RETIRED_FROM = 65;
const GROWN_UP_FROM = 18;

/** An address in one line, as people write it into a form. */
export const addressLine = ({ locality, street, building, flat }: DemoAddress): string =>
  `${street ? `${locality}, ${street}` : locality} ${building}${flat ? `/${flat}` : ''}`;

/**
 * What the person answers to the questions of the application, by their ids: only what the programme may ask. A person
 * of the register is not asked who they are again.
 */
export function answersOf(
  turn: Pick<Turn, 'stage' | 'story' | 'on'>,
  programme: StageProgramme | undefined,
  known: boolean,
): Record<string, unknown> {
  const all = { ...(known ? {} : contactOf(turn)), ...(programme ? circumstancesOf(turn) : {}) };
  const asked = new Set([...(programme?.whitelist ?? []), 'name', 'residence_address', 'phone']);
  return Object.fromEntries(Object.entries(all).filter(([id, value]) => asked.has(id) && value !== null));
}

function contactOf(turn: Pick<Turn, 'stage' | 'story'>): Record<string, unknown> {
  const person = personOf(turn, turn.story.person);
  const applicant = personOf(turn, turn.story.applicant.person);
  return {
    name: nameOf(person),
    birth_date: person.birthDate,
    pesel: person.pesel,
    residence_address: person.address ? addressLine(person.address) : outcomes.noAddress,
    phone: person.phone ?? applicant.phone,
    email: person.email,
  };
}

function circumstancesOf({
  stage,
  story,
  on,
}: Pick<Turn, 'stage' | 'story' | 'on'>): Record<string, unknown> {
  const { homes } = stage.cast;
  const person = personOf({ stage }, story.person);
  const script = scripts.find(({ key }) => key === story.script);
  const here = homes.members(person.index);
  const others = here.filter((one) => one.person !== person.index);
  const children = others.filter((one) => homes.age(one.person) < GROWN_UP_FROM);
  const age = ageOn(person.birthDate, on);
  const labour =
    script?.theme === 'unemployment'
      ? 'unemployed'
      : age >= RETIRED_FROM
        ? 'retired'
        : age < GROWN_UP_FROM
          ? 'studying'
          : null;
  const certificate =
    person.disability === 'child_certificate'
      ? 'childCertificate'
      : (person.disability ?? (speaksOfDisability(story, script) ? 'moderate' : 'none'));
  return {
    lives_alone: others.length === 0 ? 'tak' : 'nie',
    family_situation: others.length === 0 ? outcomes.home.alone : outcomes.home.together(others.length + 1),
    child_birth_dates:
      script?.who.childFrom === undefined
        ? null
        : children.map((one) => personOf({ stage }, one.person).birthDate).join(', ') || null,
    labour_status: labour,
    disability_certificate: certificate,
    health_mobility: script?.plan?.place === 'home' ? outcomes.mobility.home : null,
  };
}

/** Whether the words, or the service that is asked for, are those of somebody with a disability. */
function speaksOfDisability(
  { services: asked }: Pick<DemoStory, 'services'>,
  script: Script | undefined,
): boolean {
  if (script?.refusal !== undefined) return false;
  const forDisabled = services.some(
    ({ id, match }) =>
      asked.includes(id) && match?.anyOf?.every(({ groups }) => groups?.includes('disabled')),
  );
  return script?.theme === 'disability' || forDisabled;
}
