import { permits } from '../../../platform/actor.ts';
import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  Checkbox,
  DescriptionList,
  EmptyState,
  Fieldset,
  Form,
  number,
  NumberTable,
  Panel,
  Row,
  Select,
  Stack,
  Table,
  TextInput,
  Unknown,
} from '../../../ui/index.ts';
import { setWeights } from '../commands/set-weights.ts';
import { mayWrite } from '../domain/access.ts';
import { methods } from '../domain/weighting.ts';
import { pl } from '../pl.ts';
import { viewWeights, type WeightsView } from '../queries/view-weights.ts';
import { Above, leadOf, routePath, trailOf } from './parts.tsx';
import { resultsPath } from './path.ts';

const words = pl.weights;

const percent = (value: number | null) =>
  value === null ? <Unknown>{pl.page.hiddenCell}</Unknown> : pl.decimal(value, 1);

const Report = ({ report }: { report: NonNullable<WeightsView['report']> }) => (
  <Panel id="raport" title={words.report}>
    <Stack>
      <DescriptionList
        items={[
          { term: words.answers, value: number(report.answers) },
          { term: words.effective, value: pl.decimal(report.effective, 0) },
          { term: words.effect, value: pl.decimal(report.effect, 3) },
          {
            term: words.range,
            value: words.times(pl.decimal(report.smallest, 2), pl.decimal(report.largest, 2)),
          },
          ...(report.cut > 0 ? [{ term: words.cut, value: words.cutText(report.cut) }] : []),
        ]}
      />
      {report.extreme.length > 0 && (
        <Table
          caption={words.extreme}
          rows={report.extreme}
          rowKey={({ group, weight }) => `${group ?? ''} ${weight}`}
          columns={[
            {
              key: 'group',
              label: words.group,
              rowHeader: true,
              cell: ({ group }) => group ?? words.smallGroup,
            },
            { key: 'weight', label: words.weight, numeric: true, cell: (one) => pl.decimal(one.weight, 2) },
            {
              key: 'answers',
              label: words.answers,
              numeric: true,
              cell: ({ answers }) => (answers === null ? words.few : number(answers)),
            },
          ]}
        />
      )}
      {report.fits.length > 0 && (
        <NumberTable
          caption={words.fits}
          head={[words.group, words.wanted, words.before, words.after]}
          rows={report.fits.map((fit) => ({
            key: `${fit.margin} ${fit.category}`,
            head: fit.category,
            cells: [pl.decimal(fit.wanted, 1), percent(fit.before), percent(fit.after)],
          }))}
        />
      )}
    </Stack>
  </Panel>
);

const initial = (data: WeightsView): Record<string, string> => ({
  method: data.method,
  cap: data.cap === null ? '' : String(data.cap).replace('.', ','),
  ...Object.fromEntries(
    data.tables.flatMap((table, at) => [
      [`tables.${at}.use`, table.used ? 'tak' : ''],
      [`tables.${at}.unit`, 'people'],
      [`tables.${at}.source`, table.source],
      ...table.cells.map((cell, own) => [
        `tables.${at}.cells.${own}.value`,
        cell.people === null ? '' : String(Math.round(cell.people * 100) / 100).replace('.', ','),
      ]),
    ]),
  ),
});

const TableFields = ({ table, at }: { table: WeightsView['tables'][number]; at: number }) => (
  <Fieldset legend={table.title} {...(table.about ? { hint: words.about } : {})}>
    <Checkbox name={`tables.${at}.use`} label={words.use} />
    <input type="hidden" name={`tables.${at}.questions`} value={table.questions.join(',')} />
    <Select
      name={`tables.${at}.unit`}
      label={words.unitOf(table.title)}
      placeholder={false}
      options={(['people', 'percent'] as const).map((unit) => ({ value: unit, label: words.units[unit] }))}
    />
    <Row>
      {table.cells.map((cell, own) => (
        <div key={cell.codes.join()}>
          <input type="hidden" name={`tables.${at}.cells.${own}.codes`} value={cell.codes.join(',')} />
          <TextInput
            name={`tables.${at}.cells.${own}.value`}
            label={cell.text}
            width="s"
            inputMode="decimal"
          />
        </div>
      ))}
    </Row>
    <TextInput name={`tables.${at}.source`} label={words.sourceOf(table.title)} maxLength={300} />
  </Fieldset>
);

const Settings = ({ data, context }: { data: WeightsView; context: PageContext }) => (
  <Panel id="ustawienia" title={words.settings}>
    <Form
      action={resultsPath(data.head.surveyId, '/wagi')}
      version={data.version}
      {...formOf(context, setWeights, initial(data))}
    >
      <Select
        name="method"
        label={words.method}
        hint={words.methodHint}
        placeholder={false}
        options={methods.map((method) => ({ value: method, label: pl.methods[method] }))}
      />
      <TextInput name="cap" label={words.cap} hint={words.capHint} width="s" inputMode="decimal" optional />
      {data.tables.length === 0 && <p>{words.noTables}</p>}
      {data.tables.map((table, at) => (
        <TableFields key={table.questions.join()} table={table} at={at} />
      ))}
      <Actions>
        <Button variant="primary">{words.submit}</Button>
      </Actions>
    </Form>
  </Panel>
);

function view(data: WeightsView, context: PageContext): View {
  const { head } = data;
  return {
    title: words.title,
    lead: leadOf(head),
    width: 'wide',
    current: 'surveys',
    trail: trailOf(head),
    body:
      head.sheets === 0 ? (
        <EmptyState title={pl.page.none}>
          <p>{pl.page.noneText}</p>
        </EmptyState>
      ) : (
        <Stack>
          <Above head={head} part="weights" />
          <p>{words.why}</p>
          {data.report && <Report report={data.report} />}
          {permits(mayWrite, context.actor, undefined) && <Settings data={data} context={context} />}
        </Stack>
      ),
  };
}

const weightsPage = page({
  door: 'staff',
  path: routePath('/wagi'),
  load: async (ask, { params }) => await ask(viewWeights, { surveyId: params['surveyId'] }),
  view,
});

/** The weights of a survey: what they do and cost, and the form that sets them. */
export const weightsRoutes = [
  weightsPage,
  form({
    door: 'staff',
    path: routePath('/wagi'),
    command: setWeights,
    page: weightsPage,
    next: ({ surveyId }) => resultsPath(surveyId, '/wagi'),
  }),
];
