import { dueDeclarations, linkToken } from '../../modules/casework/index.ts';
import { newId } from '../../platform/ids.ts';
import { addressLine, answersOf } from './answers.ts';
import { outcomes } from './scripts/outcomes.ts';
import { nameOf, type StageProgramme } from './stage.ts';
import type { StoryAction } from './story.ts';
import { actorOf, memberOf, personOf, run, runInCase, type Turn, wantedServices } from './turn.ts';

type Action<Verb extends StoryAction['do']> = Extract<StoryAction, { do: Verb }>;

/** Who reports, as the form asks it. */
function reporterOf(turn: Turn): Record<string, unknown> {
  const { applicant, channel } = turn.story;
  const speaker = personOf(turn, applicant.person);
  const contact = { phone: speaker.phone, email: speaker.email };
  if (channel === 'partner') return { name: outcomes.partner, role: 'institution' };
  const role = { person: 'self', statutory_representative: 'family', factual_carer: 'carer' }[applicant.role];
  return { name: nameOf(speaker), role, ...contact };
}

/** A need is taken down: of a person of the register by the clerk, of somebody unknown on the web. */
export async function takeReport(turn: Turn): Promise<void> {
  const { story, progress, by } = turn;
  const person = personOf(turn, story.person);
  const about = { name: nameOf(person), birthDate: person.birthDate, phone: person.phone };
  const report = await run(turn, 'casework.take-report', {
    channel: story.channel,
    gmina: story.gmina,
    reporter: reporterOf(turn),
    needs: [{ words: story.words, area: story.area }],
    title: story.title,
    ...(by === 'visitor' ? { about, seed: newId() } : { personId: turn.stage.cast.ids[story.person] }),
  });
  progress.caseId = memberOf(report, 'caseId');
}

const programmeOf = (turn: Turn): StageProgramme | undefined =>
  turn.stage.programmeFor(turn.story.gmina, wantedServices(turn));

/** Who applies for the person, as typed. */
function applicantOf(turn: Turn): Record<string, unknown> {
  const { applicant } = turn.story;
  const { phone, email } = personOf(turn, applicant.person);
  const document = {
    person: undefined,
    statutory_representative: outcomes.representativeRole,
    factual_carer: outcomes.carerRole,
  }[applicant.role];
  return { name: nameOf(personOf(turn, applicant.person)), phone, email, document };
}

/** An application begins at the window; on the web it becomes a case only when it is sent. */
export async function startApplication(turn: Turn): Promise<void> {
  const { story, progress, stage, by } = turn;
  if (by === 'visitor') return;
  const { applicant } = story;
  const started = await run(turn, 'casework.start-application', {
    ...(progress.caseId
      ? { caseId: progress.caseId }
      : {
          personId: stage.cast.ids[story.person],
          gmina: story.gmina,
          channel: story.channel,
          needs: [{ words: story.words, area: story.area }],
        }),
    programmeVersionId: programmeOf(turn)?.versionId,
    serviceIds: wantedServices(turn),
    applicantRole: applicant.role,
    ...(applicant.role === 'person' ? {} : { applicantId: stage.cast.ids[applicant.person] }),
  });
  progress.caseId = memberOf(started, 'caseId');
}

/** The reliefs of the demonstration's programmes are for severe disability: who has it claims them (art. 36(1)). */
const claimedBy = (turn: Turn, programme: StageProgramme | undefined): string[] =>
  personOf(turn, turn.story.person).disability === 'severe' ? (programme?.reliefs ?? []) : [];

const declarationsOf = (turn: Turn, programme: StageProgramme | undefined) =>
  dueDeclarations(programme, {
    applicantRole: turn.story.applicant.role,
    reliefs: claimedBy(turn, programme),
  }).map((due) => ({
    ...due,
    made: true,
  }));

/** People bring the first paper that the programme names, and whoever was called later had brought none. */
const enclosedIn = ({ story }: Turn, programme: StageProgramme | undefined): string[] =>
  story.steps.some((step) => step.do === 'call-to-complete') ? [] : (programme?.documents.slice(0, 1) ?? []);

/** An application is sent: registered by the clerk, or written by the resident page by page. */
export async function submitApplication(turn: Turn): Promise<void> {
  const programme = programmeOf(turn);
  if (turn.by === 'visitor') {
    if (!programme) throw new Error('the web takes applications for programmes only');
    await sendFromWeb(turn, programme);
    return;
  }
  await runInCase(turn, 'casework.submit-application', {
    applicant: applicantOf(turn),
    answers: answersOf(turn, programme, true),
    documents: enclosedIn(turn, programme),
    reliefs: claimedBy(turn, programme),
    declarations: declarationsOf(turn, programme),
    how: turn.story.channel === 'in_person' ? 'record' : 'paper',
    informationGiven: true,
  });
}

async function sendFromWeb(turn: Turn, programme: StageProgramme): Promise<void> {
  const { story, progress } = turn;
  const seed = newId();
  const [serviceId] = wantedServices(turn);
  const begun = await run(turn, 'casework.start-web-application', {
    gmina: story.gmina,
    offerId: programme.offers.find((offer) => offer.serviceId === serviceId)?.offerId,
    need: story.words,
    seed,
  });
  const link = linkToken(seed, memberOf(begun, 'key'));
  const answers = answersOf(turn, programme, false);
  const pages = [
    { step: 'kto', applicantRole: story.applicant.role, applicant: applicantOf(turn) },
    { step: 'osoba', answers, followBirthDate: personOf(turn, story.person).birthDate },
    { step: 'ulgi', reliefs: claimedBy(turn, programme) },
  ];
  for (const page of pages) await run(turn, 'casework.keep-web-step', { link, ...page });
  const sent = await run(turn, 'casework.send-application', {
    link,
    declarations: declarationsOf(turn, programme),
    informationGiven: true,
  });
  progress.caseId = memberOf(sent, 'caseId');
}

/** The clerk says who of the register wrote on the web. */
export const identifyPerson = async (turn: Turn): Promise<void> =>
  void (await runInCase(turn, 'casework.identify-person', {
    personId: turn.stage.cast.ids[turn.story.person],
  }));

export const answerReport = async (turn: Turn, { answer }: Action<'answer-report'>): Promise<void> =>
  void (await runInCase(turn, 'casework.answer-report', { answer }));

export const addNote = async (turn: Turn, { kind, body }: Action<'add-note'>): Promise<void> =>
  void (await runInCase(turn, 'casework.add-note', { kind, body }));

export const callToComplete = async (turn: Turn, { reason }: Action<'call-to-complete'>): Promise<void> =>
  void (await runInCase(turn, 'casework.call-to-complete', { other: reason }));

export const recordCallDelivered = async (turn: Turn): Promise<void> =>
  void (await runInCase(turn, 'casework.record-call-delivered', { deliveredOn: turn.on }));

export const completeApplication = async (
  turn: Turn,
  { words }: Action<'complete-application'>,
): Promise<void> => void (await runInCase(turn, 'casework.complete-application', { words }));

export const leaveUnconsidered = async (
  turn: Turn,
  { reason }: Action<'leave-unconsidered'>,
): Promise<void> => void (await runInCase(turn, 'casework.leave-unconsidered', { reason }));

export const startRecognition = async (turn: Turn): Promise<void> =>
  void (await runInCase(turn, 'casework.start-recognition'));

export const withdraw = async (turn: Turn, { reason }: Action<'withdraw'>): Promise<void> =>
  void (await runInCase(turn, 'casework.withdraw', { reason }));

/** What is agreed about a person is agreed with whoever applies. */
export function presentAt(turn: Turn): string {
  const { applicant, person } = turn.story;
  const names = [...new Set([applicant.person, person])].map((index) => nameOf(personOf(turn, index)));
  return [...names, actorOf(turn).name].join(', ');
}

/** Where the person lives, for visits; undefined: nowhere, or hidden. */
export function homeOf(turn: Turn): string | undefined {
  const { address, addressShielded } = personOf(turn, turn.story.person);
  return address && !addressShielded ? addressLine(address) : undefined;
}
