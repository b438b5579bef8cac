import { permits } from '../../../platform/actor.ts';
import { ageOn, areas } from '../../../law/index.ts';
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
  ButtonLink,
  Columns,
  DateText,
  Disclosure,
  Fieldset,
  Form,
  Notice,
  Radios,
  Select,
  Stack,
  TextArea,
  TextInput,
  type Values,
} from '../../../ui/index.ts';
import { listServices } from '../../directory/index.ts';
import { searchPeople } from '../../people/index.ts';
import { matchServicesQuery, type ServiceMatch } from '../../programmes/index.ts';
import { startApplication } from '../commands/start-application.ts';
import { takeReport } from '../commands/take-report.ts';
import type { PersonCard } from '../domain/person-card.ts';
import { stateWords } from '../domain/lifecycle.ts';
import { readsCase } from '../domain/relation.ts';
import { channels, ownChannels, reporterRoles } from '../domain/report.ts';
import { langs } from '../../../lang.ts';
import { plWeb } from '../pl-web.ts';
import { caseWords } from '../pl-case.ts';
import { intakeWords } from '../pl-intake.ts';
import { openCases, type OpenCase } from '../queries/open-cases.ts';
import { personForCase } from '../queries/person-for-case.ts';
import { casePath, freshSeed, maybe } from './case-parts.tsx';
import { PersonSearch, type PersonResults } from './person-search.tsx';
import { GminaField, onlyGmina } from './web-parts.tsx';
import { ServiceOffer } from './service-offer.tsx';

const words = caseWords.report;
const address = '/praca/zgloszenie';
const needRows = [0, 1, 2] as const;

interface Data {
  person: PersonCard | undefined;
  open: readonly OpenCase[];
  results: PersonResults | undefined;
  services: { id: string; name: string }[];
  matches: ServiceMatch[];
}

/** Facts by which services are judged while nothing but the register is known. */
export const factsOf = (person: PersonCard | undefined, today: string): object =>
  person
    ? {
        gminaTeryt: person.gmina,
        ...(person.birthDate === null ? {} : { ageYears: ageOn(person.birthDate, today) }),
      }
    : {};

async function load(ask: Ask, request: PageRequest): Promise<Outcome<Data>> {
  const { osoba, szukaj } = request.query;
  const readsOpen = request.actor.roles.some((role) => role in openCases.allow);
  const first = await all({
    open: maybe(osoba && readsOpen ? ask(openCases, { personId: osoba }) : undefined),
    person: maybe(osoba ? ask(personForCase, { personId: osoba }) : undefined),
    results: maybe(szukaj ? ask(searchPeople, { q: szukaj }) : undefined),
    services: ask(listServices, { state: 'public', limit: 2000 }),
  });
  if (!first.ok) return first;
  const { person, results, services, open } = first.value;
  const matches = await ask(matchServicesQuery, { needs: [], facts: factsOf(person, request.today) });
  if (!matches.ok) return matches;
  return {
    ok: true,
    value: {
      person,
      results,
      open: open?.cases ?? [],
      services: services.services.map(({ id, name }) => ({ id, name })),
      matches: matches.value,
    },
  };
}

const Need = ({ row, services }: { row: number; services: Data['services'] }) => (
  <>
    <TextArea
      name={`needs.${row}.words`}
      label={words.need}
      hint={row === 0 ? words.needHint : undefined}
      rows={row === 0 ? 5 : 3}
      optional={row > 0}
    />
    <div class="row">
      <Select
        name={`needs.${row}.area`}
        label={words.area}
        options={areas.map((one) => ({ value: String(one.code), label: `${one.code}. ${one.name}` }))}
        optional
      />
      <Select
        name={`needs.${row}.serviceId`}
        label={words.service}
        options={services.map((one) => ({ value: one.id, label: one.name }))}
        optional
      />
    </div>
  </>
);

const Reporter = () => (
  <Fieldset legend={words.reporter}>
    <Radios
      name="reporter.role"
      label={words.reporterRole}
      choices={reporterRoles.map((role) => ({ value: role, label: intakeWords.reporterRoles[role] }))}
      inline
      optional
    />
    <div class="row">
      <TextInput name="reporter.name" label={words.reporterName} autoComplete="off" optional />
      <TextInput
        name="reporter.phone"
        label={words.phone}
        type="tel"
        inputMode="tel"
        autoComplete="off"
        width="s"
        optional
      />
      <TextInput name="reporter.email" label={words.email} type="email" autoComplete="off" optional />
    </div>
    <TextInput name="contactWish" label={words.contactWish} hint={words.contactWishHint} width="l" optional />
    <Radios
      name="language"
      label={plWeb.language.label}
      hint={words.languageHint}
      choices={langs.map((lang) => ({ value: lang, label: plWeb.language.names[lang] }))}
      inline
      optional
    />
  </Fieldset>
);

const OpenCases = ({ cases }: { cases: readonly OpenCase[] }) =>
  cases.length === 0 ? null : (
    <Notice kind="warning" title={words.alreadyOpen(cases.length)}>
      <ul>
        {cases.map((one) => (
          <li key={one.id}>
            <a href={casePath(one.id)} target="_blank" rel="noreferrer">
              {one.title}
            </a>
            {`: ${[stateWords(one.state), one.sign, one.coordinator].filter((part) => part !== null).join(', ')}`}
          </li>
        ))}
      </ul>
      <p>{words.alreadyOpenText}</p>
    </Notice>
  );

const About = ({ person }: { person: PersonCard | undefined }) =>
  person ? (
    <Notice kind="info" title={words.chosen} action={<a href={address}>{words.change}</a>}>
      <strong>{person.name}</strong>
      {person.birthDate && (
        <>
          , <DateText date={person.birthDate} />
        </>
      )}
    </Notice>
  ) : (
    <Fieldset legend={words.about} hint={words.aboutHint}>
      <div class="row">
        <TextInput name="about.name" label={words.aboutName} autoComplete="off" optional />
        <TextInput
          name="about.birthYear"
          label={words.birthYear}
          inputMode="numeric"
          width="xs"
          maxLength={4}
          optional
        />
        <TextInput
          name="about.phone"
          label={words.aboutPhone}
          type="tel"
          inputMode="tel"
          autoComplete="off"
          width="s"
          optional
        />
      </div>
      <Actions>
        <Button small name="_intent" value="search" noValidate>
          {words.toRegister}
        </Button>
      </Actions>
    </Fieldset>
  );

const hasText = (value: string | readonly string[] | undefined): boolean =>
  value !== undefined && value.length > 0;

function ReportForm({ data, context }: { data: Data; context: PageContext }) {
  const { person } = data;
  const state = formOf(context, takeReport, { channel: 'phone', ...(person ? { gmina: person.gmina } : {}) });
  // A draft of another person's conversation must not end up in this one.
  const drafted = state.values['personId'];
  const foreign =
    context.form.command === undefined && person !== undefined && hasText(drafted) && drafted !== person.id;
  const values: Values = foreign ? { channel: 'phone', gmina: person.gmina } : state.values;
  const more = needRows.slice(1).some((row) => hasText(values[`needs.${row}.words`]));
  return (
    <Form
      action={`${address}?klucz=${freshSeed()}${person ? `&osoba=${person.id}` : ''}`}
      {...state}
      values={values}
      hidden={{ personId: person?.id, ...onlyGmina(context.centre) }}
      label={words.title}
    >
      {foreign && (
        <Notice kind="warning" title={words.gone}>
          {words.goneText}
        </Notice>
      )}
      <Radios
        name="channel"
        label={words.channel}
        choices={channels
          .filter((channel) => !ownChannels.includes(channel))
          .map((channel) => ({ value: channel, label: intakeWords.channels[channel] }))}
        inline
      />
      <Need row={0} services={data.services} />
      <Disclosure summary={words.anotherNeed} open={more}>
        {needRows.slice(1).map((row) => (
          <Fieldset key={row} legend={words.needNumber(row + 1)}>
            <Need row={row} services={data.services} />
          </Fieldset>
        ))}
      </Disclosure>
      <About person={person} />
      <OpenCases cases={data.open} />
      <GminaField context={context} label={words.gmina} inline />
      <Reporter />
      <TextInput
        name="title"
        label={words.titleField}
        hint={words.titleHint}
        width="l"
        maxLength={120}
        optional
      />
      <Actions>
        <Button variant="primary">{words.submit}</Button>
        <Button variant="quiet" name="_intent" value="draft" noValidate>
          {words.draft}
        </Button>
      </Actions>
    </Form>
  );
}

const openAreas = (context: PageContext): number[] =>
  needRows.map((row) => Number(context.form.values[`needs.${row}.area`] ?? 0)).filter((area) => area > 0);

const applies = ({ actor }: PageContext): boolean =>
  actor.roles.some((role) => role in startApplication.allow);

function view(data: Data, context: PageContext): View {
  const { person, results } = data;
  return {
    title: words.title,
    lead: words.lead,
    width: 'wide',
    current: 'cases',
    trail: [{ href: '/praca/sprawy', label: caseWords.list.title }],
    // Whoever comes with the form filled in needs no report first.
    ...(applies(context) ? { aside: <ButtonLink href="/praca/wniosek">{words.readyForm}</ButtonLink> } : {}),
    body: (
      <Columns
        main={<ReportForm data={data} context={context} />}
        side={
          <Stack>
            {!person && (
              <PersonSearch
                action={address}
                query={context.query['szukaj'] ?? ''}
                results={results}
                hrefOf={(personId) => `${address}?osoba=${personId}`}
                registerHref={`/praca/osoby/nowa?powrot=${encodeURIComponent(address)}`}
              />
            )}
            <ServiceOffer matches={data.matches} person={person !== undefined} open={openAreas(context)} />
          </Stack>
        }
      />
    ),
  };
}

const typed = (value: string | readonly string[] | undefined): string =>
  typeof value === 'string' ? value.trim() : '';

/** Who is sought in the register by what has been typed about them: name and year, or the phone when there is no name. */
export function soughtPerson(values: FormValues): FormValues {
  const name = typed(values['about.name']);
  const words = name === '' ? [values['about.phone']] : [name, values['about.birthYear']];
  return { szukaj: words.map(typed).join(' ').trim() };
}

export const newReportPage = page({
  door: 'staff',
  path: address,
  draft: () => 'zgloszenie',
  sought: soughtPerson,
  load,
  view,
});

export const newReportForm = form({
  door: 'staff',
  path: address,
  command: takeReport,
  input: (values, request) => ({ ...values, seed: request.query['klucz'] }),
  page: newReportPage,
  // Who takes reports without reading cases (the community organiser) stays at the window.
  next: (result, request) =>
    !permits(readsCase, request.actor, { personId: null, coordinatorId: null })
      ? address
      : `${casePath(result.caseId)}${result.hasCode ? `?klucz=${request.query['klucz'] ?? ''}` : ''}`,
});
