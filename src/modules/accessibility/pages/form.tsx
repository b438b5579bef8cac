import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  DateInput,
  Fieldset,
  Form,
  Notice,
  Radios,
  shortDate,
  Stack,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { saveStatementCommand } from '../commands/save-statement.ts';
import { type Statement, statuses, type StatementField } from '../domain/statement.ts';
import { pl } from '../pl.ts';
import { statementQuery } from '../queries/statement.ts';

const words = pl.form;
const path = '/praca/deklaracja-dostepnosci';

const days: readonly StatementField[] = ['publishedOn', 'updatedOn', 'preparedOn', 'reviewedOn'];

const Line = ({ name, type }: { name: StatementField; type?: 'email' | 'tel' | 'url' }) => (
  <TextInput
    name={name}
    label={pl.fields[name]}
    {...(words.hints[name] ? { hint: words.hints[name] } : {})}
    {...(type ? { type } : {})}
    width="l"
    optional
  />
);

const Text = ({ name }: { name: StatementField }) => (
  <TextArea
    name={name}
    label={pl.fields[name]}
    {...(words.hints[name] ? { hint: words.hints[name] } : {})}
    rows={4}
    optional
  />
);

const Day = ({ name }: { name: StatementField }) => (
  <DateInput
    name={name}
    label={pl.fields[name]}
    {...(words.hints[name] ? { hint: words.hints[name] } : {})}
    optional
  />
);

const typed = (statement: Statement): Record<string, string> =>
  Object.fromEntries(
    Object.entries(statement).map(([field, value]) => [
      field,
      days.some((one) => one === field) ? shortDate(value) : value,
    ]),
  );

function view(
  { statement, version, lacks }: { statement: Statement; version: number; lacks: readonly StatementField[] },
  context: PageContext,
): View {
  return {
    title: words.title,
    lead: words.lead,
    width: 'narrow',
    current: 'accessibility',
    aside: <ButtonLink href={`${context.centre.home}/deklaracja-dostepnosci`}>{words.see}</ButtonLink>,
    body: (
      <Stack>
        {lacks.length > 0 ? (
          <Notice kind="warning" title={words.missing}>
            <ul>
              {lacks.map((field) => (
                <li key={field}>{pl.fields[field]}</li>
              ))}
            </ul>
          </Notice>
        ) : (
          <Notice kind="success">{words.whole}</Notice>
        )}
        <Form
          action={path}
          {...formOf(context, saveStatementCommand, typed(statement))}
          version={version}
          label={words.title}
        >
          <Fieldset legend={words.site}>
            <Line name="url" type="url" />
            <Day name="publishedOn" />
            <Day name="updatedOn" />
          </Fieldset>
          <Fieldset legend={words.state}>
            <Radios
              name="status"
              label={pl.fields.status}
              choices={statuses.map((status) => ({ value: status, label: words.statuses[status] }))}
              optional
            />
            <Text name="notAccessible" />
            <Day name="preparedOn" />
            <Day name="reviewedOn" />
            <Line name="assessedBy" />
            <Text name="features" />
            <Text name="shortcuts" />
          </Fieldset>
          <Fieldset legend={words.contact}>
            <Line name="contactName" />
            <Line name="email" type="email" />
            <Line name="phone" type="tel" />
          </Fieldset>
          <Fieldset legend={words.house}>
            <Line name="hours" />
            <Text name="architecture" />
            <Text name="communication" />
            <Text name="applications" />
          </Fieldset>
          <Actions>
            <Button variant="primary">{words.submit}</Button>
          </Actions>
        </Form>
      </Stack>
    ),
  };
}

const formPage = page({
  door: 'staff',
  path,
  command: saveStatementCommand,
  draft: () => 'deklaracja-dostepnosci',
  load: (ask) => ask(statementQuery, {}),
  view,
});

/** Where the director or the administrator keeps what the statement says. */
export const statementRoutes = [
  formPage,
  form({ door: 'staff', path, command: saveStatementCommand, page: formPage, next: () => path }),
];
