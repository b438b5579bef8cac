import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  DateText,
  EmptyState,
  Form,
  Row,
  Select,
  Stack,
  Table,
  Tag,
  TextInput,
  Unknown,
} from '../../../ui/index.ts';
import { setConsultationLength } from '../commands/set-length.ts';
import { start } from '../commands/write.ts';
import type { DiagnosisState } from '../domain/lifecycle.ts';
import { pl } from '../pl.ts';
import { plPages } from '../pl-pages.ts';
import { listOfDiagnoses } from '../queries/list.ts';
import { ConsultationLength } from './length.tsx';
import { documentPath, gapPath, lengthPath, listPath, newPath } from './paths.ts';

const words = plPages.list;

interface Listed {
  diagnoses: {
    id: string;
    title: string;
    gmina: string | null;
    gminaName: string | null;
    fromYear: number;
    toYear: number;
    state: DiagnosisState;
    inForceOn: string | null;
  }[];
  gminas: { teryt: string; name: string }[];
  perGmina: boolean;
  settings: { validFrom: string; days: number; source: string }[];
}

export const writes = ({ actor }: PageContext): boolean =>
  actor.roles.includes('service_organiser') || actor.roles.includes('director');

function listView({ diagnoses, settings }: Listed, context: PageContext): View {
  const add = writes(context) ? (
    <ButtonLink href={newPath} variant="primary">
      {words.add}
    </ButtonLink>
  ) : undefined;
  return {
    title: words.title,
    lead: words.lead,
    width: 'wide',
    current: 'diagnosis',
    ...(add && diagnoses.length > 0 ? { aside: add } : {}),
    body: (
      <Stack>
        <Row>
          <ButtonLink href={gapPath}>{words.gap}</ButtonLink>
        </Row>
        {diagnoses.length === 0 ? (
          <EmptyState title={words.emptyTitle} {...(add ? { action: add } : {})}>
            <p>{words.empty}</p>
          </EmptyState>
        ) : (
          <Table
            caption={words.title}
            captionHidden
            rows={diagnoses}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                label: words.name,
                rowHeader: true,
                cell: (one) => (
                  <>
                    <a href={documentPath(one.id)}>{one.title}</a>
                    {one.gminaName !== null && <span class="description-note">{one.gminaName}</span>}
                  </>
                ),
              },
              {
                key: 'years',
                label: words.years,
                nowrap: true,
                cell: (one) => `${one.fromYear}–${one.toYear}`,
              },
              {
                key: 'state',
                label: words.state,
                cell: (one) => (
                  <Tag tone={one.state === 'in_force' ? 'success' : 'neutral'}>{pl.states[one.state]}</Tag>
                ),
              },
              {
                key: 'inForce',
                label: words.inForce,
                cell: (one) =>
                  one.inForceOn === null ? <Unknown>–</Unknown> : <DateText date={one.inForceOn} />,
              },
            ]}
          />
        )}
        {writes(context) && <ConsultationLength settings={settings} context={context} />}
      </Stack>
    ),
  };
}

const listPage = page({
  door: 'staff',
  path: listPath,
  load: async (ask) => await ask(listOfDiagnoses, {}),
  view: listView,
});

function newView({ diagnoses, gminas, perGmina }: Listed, context: PageContext): View {
  const older = diagnoses.find(({ id }) => id === context.query['na-podstawie']);
  const year = Number(context.today.slice(0, 4)) + 1;
  return {
    title: words.newTitle,
    width: 'narrow',
    current: 'diagnosis',
    trail: [{ href: listPath, label: words.title }],
    body: (
      <Form
        id="diagnoza"
        action={newPath}
        {...formOf(context, start, {
          title: words.defaultTitle,
          fromYear: String(year),
          gmina: older?.gmina ?? gminas[0]?.teryt ?? '',
          replaces: older?.id ?? '',
        })}
        label={words.newTitle}
      >
        <TextInput name="title" label={words.formTitle} width="full" maxLength={300} />
        {perGmina && (
          <Select
            name="gmina"
            label={words.gmina}
            hint={words.gminaHint}
            placeholder={false}
            options={gminas.map(({ teryt, name }) => ({ value: teryt, label: name }))}
          />
        )}
        <TextInput name="fromYear" label={words.fromYear} inputMode="numeric" width="xs" />
        {diagnoses.length > 0 && (
          <Select
            name="replaces"
            label={words.replaces}
            hint={words.replacesHint}
            placeholder={words.fresh}
            options={diagnoses.map(({ id, title, fromYear, toYear }) => ({
              value: id,
              label: `${title}, ${fromYear}–${toYear}`,
            }))}
            optional
          />
        )}
        <Actions>
          <Button variant="primary">{words.create}</Button>
        </Actions>
      </Form>
    ),
  };
}

const newPage = page({
  door: 'staff',
  path: newPath,
  command: start,
  load: async (ask) => await ask(listOfDiagnoses, {}),
  view: newView,
});

/** The list of diagnoses and the beginning of a new one. */
export const listRoutes = [
  listPage,
  form({
    door: 'staff',
    path: lengthPath,
    command: setConsultationLength,
    page: listPage,
    next: () => listPath,
  }),
  newPage,
  form({
    door: 'staff',
    path: newPath,
    command: start,
    page: newPage,
    next: ({ diagnosisId }) => documentPath(diagnosisId),
  }),
];
