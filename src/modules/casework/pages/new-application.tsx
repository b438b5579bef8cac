import {
  all,
  type Ask,
  form,
  formOf,
  page,
  type PageContext,
  type PageRequest,
  type View,
} from '../../../platform/http/route.ts';
import type { FormValues } from '../../../platform/http/form-data.ts';
import type { Outcome } from '../../../platform/runner/outcome.ts';
import {
  Actions,
  Button,
  Checkboxes,
  DateText,
  EmptyState,
  Fieldset,
  Form,
  Notice,
  Radios,
  Select,
  TextArea,
} from '../../../ui/index.ts';
import { searchPeople } from '../../people/index.ts';
import { startApplication } from '../commands/start-application.ts';
import { applicantRoles } from '../domain/case-view.ts';
import type { PersonCard } from '../domain/person-card.ts';
import type { ApplicationProgramme } from '../domain/programme.ts';
import { channels, ownChannels } from '../domain/report.ts';
import { caseWords } from '../pl-case.ts';
import { intakeWords } from '../pl-intake.ts';
import { applicationChoices, otherServices } from '../queries/web-draft.ts';
import { personForCase } from '../queries/person-for-case.ts';
import { casePath, maybe } from './case-parts.tsx';
import { GminaField, onlyGmina } from './web-parts.tsx';
import { PeopleFound, type PersonResults, SearchInForm } from './person-search.tsx';

const words = caseWords.application;
const address = '/praca/wniosek';

/** What is needed to begin an application: programmes in force, services of other statutes, the person. */
export interface Choices {
  programmes: ApplicationProgramme[];
  others: { id: string; name: string; gminas: string[] }[];
  person: PersonCard | undefined;
}

/** Loads what an application can be begun for; `personId`: the person of the report, or the one just chosen. */
export const loadChoices = async (ask: Ask, personId: string | undefined): Promise<Outcome<Choices>> =>
  await all({
    programmes: ask(applicationChoices, {}),
    others: ask(otherServices, {}),
    person: maybe(personId ? ask(personForCase, { personId }) : undefined),
  });

/** A value of the choice of services: the version of the programme (none for another statute) and the service. */
const valueOf = (versionId: string, serviceId: string): string => `${versionId}:${serviceId}`;

/** The input of the command from the ticked services; services of two programmes are refused by the command. */
export function chosenServices(values: Record<string, unknown>): {
  programmeVersionId?: string;
  serviceIds: string[];
} {
  const { serviceIds: sent } = values;
  const ticked = (Array.isArray(sent) ? sent : [sent]).flatMap((one) =>
    typeof one === 'string' && one.includes(':') ? [one.split(':')] : [],
  );
  const version = ticked.map(([versionId]) => versionId).find((versionId) => versionId !== '');
  return {
    ...(version ? { programmeVersionId: version } : {}),
    serviceIds: ticked.flatMap(([, serviceId]) => (serviceId ? [serviceId] : [])),
  };
}

const Applicant = ({ person }: { person: PersonCard | undefined }) => (
  <>
    <Radios
      name="applicantRole"
      label={words.applicantRole}
      choices={applicantRoles.map((role) => ({ value: role, label: intakeWords.applicantRoles[role] }))}
      inline
    />
    {person && person.representatives.length > 0 && (
      <Select
        name="applicantId"
        label={words.applicantId}
        placeholder={words.otherApplicant}
        options={person.representatives.map((one) => ({
          value: one.id,
          label: `${one.name} (${intakeWords.applicantRoles[one.kind]})`,
        }))}
        optional
      />
    )}
  </>
);

/** Services to tick, by programme; those of another gmina than the person's are left out. */
export const ServiceChoice = ({ choices, gmina }: { choices: Choices; gmina: string | undefined }) => {
  const programmes = choices.programmes.filter((one) => gmina === undefined || one.gmina === gmina);
  const others = choices.others.filter(
    (one) => one.gminas.length === 0 || gmina === undefined || one.gminas.includes(gmina),
  );
  // One group has to be chosen from; of several, each alone may stay empty.
  const several = programmes.length + (others.length > 0 ? 1 : 0) > 1;
  return (
    <>
      {programmes.map((programme) => (
        <Checkboxes
          key={programme.versionId}
          name="serviceIds"
          label={programme.name}
          hint={programme.resolution ?? undefined}
          choices={programme.offers.map((offer) => ({
            value: valueOf(programme.versionId, offer.serviceId),
            label: offer.name,
          }))}
          optional={several}
        />
      ))}
      {others.length > 0 && (
        <Checkboxes
          name="serviceIds"
          label={words.otherTrack}
          hint={words.otherTrackHint}
          choices={others.map((one) => ({ value: valueOf('', one.id), label: one.name }))}
          optional={several}
        />
      )}
    </>
  );
};

/** Nothing to apply for: what is missing and whose work it is. */
export const NothingInForce = () => (
  <EmptyState title={words.noProgrammesTitle}>
    <p>{words.noProgrammes}</p>
  </EmptyState>
);

/** The value of the choice that stands for one service, wherever it is offered in the gmina. */
export function preselected(
  choices: Choices,
  serviceId: string | undefined,
  gmina: string | undefined,
): string[] {
  if (!serviceId) return [];
  const programme = choices.programmes.find(
    (one) =>
      (gmina === undefined || one.gmina === gmina) &&
      one.offers.some((offer) => offer.serviceId === serviceId),
  );
  if (programme) return [valueOf(programme.versionId, serviceId)];
  return choices.others.some((one) => one.id === serviceId) ? [valueOf('', serviceId)] : [];
}

export { Applicant as ApplicantChoice };

interface Data extends Choices {
  results: PersonResults | undefined;
}

const load = async (ask: Ask, request: PageRequest): Promise<Outcome<Data>> => {
  const { osoba, szukaj } = request.query;
  const loaded = await all({
    choices: loadChoices(ask, osoba),
    results: maybe(szukaj ? ask(searchPeople, { q: szukaj }) : undefined),
  });
  return loaded.ok ? { ok: true, value: { ...loaded.value.choices, results: loaded.value.results } } : loaded;
};

const listed = (value: string | readonly string[] | undefined): readonly string[] =>
  typeof value === 'string' ? [value] : (value ?? []);

/**
 * What the form begins with. A draft goes on when its person is the one chosen, or when it had none yet: then the gmina
 * is the person's. It does not for another person, nor when a link asks for a service that it does not have.
 */
function begun(data: Data, context: PageContext): ReturnType<typeof formOf> {
  const { person } = data;
  const wanted = preselected(data, context.query['usluga'], person?.gmina);
  const initial: FormValues = {
    channel: 'in_person',
    applicantRole: 'person',
    serviceIds: wanted,
    ...(person ? { gmina: person.gmina } : {}),
  };
  const state = formOf(context, startApplication, initial);
  const szukaj = context.query['szukaj'] ?? '';
  if (context.form.command !== undefined) return { ...state, values: { ...state.values, szukaj } };
  const { personId: drafted = '', serviceIds } = state.values;
  const others = person !== undefined && drafted !== '' && drafted !== person.id;
  const ticked = listed(serviceIds);
  if (others || !wanted.every((one) => ticked.includes(one))) return { ...state, values: initial };
  const gmina: FormValues = person && drafted === '' ? { gmina: person.gmina } : {};
  return { ...state, values: { ...state.values, ...gmina, szukaj } };
}

function StartForm({ data, context }: { data: Data; context: PageContext }) {
  const { person } = data;
  return (
    <Form
      action={person ? `${address}?osoba=${person.id}` : address}
      {...begun(data, context)}
      hidden={{ personId: person?.id, ...onlyGmina(context.centre) }}
    >
      {person && (
        <Notice
          kind="info"
          title={caseWords.report.chosen}
          action={<a href={address}>{caseWords.report.change}</a>}
        >
          <strong>{person.name}</strong>
          {person.birthDate && (
            <>
              , <DateText date={person.birthDate} />
            </>
          )}
        </Notice>
      )}
      {!person && (
        <Fieldset legend={words.person} hint={words.personHint}>
          <SearchInForm />
          {data.results?.searched && (
            <PeopleFound
              results={data.results}
              hrefOf={(personId) => `${address}?osoba=${personId}`}
              registerHref={`/praca/osoby/nowa?powrot=${encodeURIComponent(address)}`}
            />
          )}
        </Fieldset>
      )}
      <Radios
        name="channel"
        label={words.channel}
        choices={channels
          .filter((channel) => !ownChannels.includes(channel) && channel !== 'phone')
          .map((channel) => ({ value: channel, label: intakeWords.channels[channel] }))}
        inline
      />
      <GminaField context={context} label={words.gmina} inline />
      <ServiceChoice choices={data} gmina={person?.gmina} />
      <Applicant person={person} />
      <TextArea name="needs.0.words" label={words.need} rows={3} optional />
      <Actions>
        <Button variant="primary">{words.start}</Button>
      </Actions>
    </Form>
  );
}

const view = (data: Data, context: PageContext): View => ({
  title: words.startTitle,
  lead: words.startLead,
  current: 'cases',
  trail: [{ href: '/praca/sprawy', label: caseWords.list.title }],
  body:
    data.programmes.length + data.others.length === 0 ? (
      <NothingInForce />
    ) : (
      <StartForm data={data} context={context} />
    ),
});

const newApplicationPage = page({
  door: 'staff',
  path: address,
  command: startApplication,
  draft: () => 'wniosek',
  sought: ({ szukaj }) => ({ szukaj: typeof szukaj === 'string' ? szukaj.trim() : '' }),
  load,
  view,
});

/** An application without a report before it. */
export const newApplicationRoutes = [
  newApplicationPage,
  form({
    door: 'staff',
    path: address,
    command: startApplication,
    input: (values) => ({ ...values, ...chosenServices(values) }),
    page: newApplicationPage,
    next: (result) => casePath(result.caseId, 'wniosek'),
  }),
];
