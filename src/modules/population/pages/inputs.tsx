import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  EmptyState,
  Fieldset,
  Form,
  number,
  Panel,
  Select,
  Stack,
  TextInput,
} from '../../../ui/index.ts';
import { setScenario } from '../commands/set-scenario.ts';
import { setStructure } from '../commands/set-structure.ts';
import { ageGroups } from '../domain/ages.ts';
import { populationPath } from '../domain/figures.ts';
import { pl } from '../pl.ts';
import { type PopulationView, viewPopulation } from '../queries/view-population.ts';
import { scenarioPath, structurePath, withGmina } from './page.tsx';

const trailOf = (data: PopulationView) => [
  { href: withGmina(populationPath, data.gmina?.teryt ?? ''), label: pl.page.title },
];

function structureView(data: PopulationView, context: PageContext): View {
  const words = pl.structure;
  const newest = String(Number(context.today.slice(0, 4)) - 1);
  return {
    title: words.title,
    lead: words.lead,
    trail: trailOf(data),
    width: 'narrow',
    current: 'population',
    body: (
      <Form
        action={structurePath}
        {...formOf(context, setStructure, {
          gmina: data.gmina?.teryt ?? '',
          base: 'census2021',
          year: newest,
        })}
      >
        <Select
          name="gmina"
          label={pl.page.gmina}
          placeholder={false}
          options={data.gminas.map(({ teryt, name }) => ({ value: teryt, label: name }))}
        />
        <TextInput name="year" label={words.year} width="s" inputMode="numeric" />
        <Select
          name="base"
          label={words.base}
          placeholder={false}
          options={(['census2021', 'register', 'before2021'] as const).map((base) => ({
            value: base,
            label: pl.bases[base],
          }))}
        />
        <TextInput name="source" label={words.source} hint={words.sourceHint} maxLength={300} />
        <Select
          name="unit"
          label={words.unit}
          placeholder={false}
          options={(['people', 'percent'] as const).map((unit) => ({
            value: unit,
            label: words.units[unit],
          }))}
        />
        <TextInput
          name="total"
          label={words.total}
          hint={words.totalHint}
          width="s"
          inputMode="numeric"
          optional
        />
        <Fieldset legend={words.people}>
          {ageGroups.map((group, at) => (
            <TextInput
              key={group}
              name={`people.${at}`}
              label={words.group(group.replace('-', '–'))}
              width="s"
              inputMode="numeric"
            />
          ))}
        </Fieldset>
        <Actions>
          <Button variant="primary">{words.submit}</Button>
        </Actions>
      </Form>
    ),
  };
}

function scenarioView(data: PopulationView, context: PageContext): View {
  const words = pl.scenario;
  const { assumptions } = data.projection;
  return {
    title: words.title,
    lead: words.lead,
    trail: trailOf(data),
    width: 'narrow',
    current: 'population',
    body:
      assumptions.length === 0 || !data.gmina ? (
        <EmptyState title={words.none} />
      ) : (
        <Stack>
          {assumptions.map(({ scenario, fertility, mortalityChange, migration }) => {
            const own = (part: typeof fertility): string =>
              part.origin.kind === 'own' ? String(part.value).replace('.', ',') : '';
            const why = [fertility, mortalityChange, migration].flatMap(({ origin }) =>
              origin.kind === 'own' ? [origin.why] : [],
            )[0];
            const state = formOf(context, setScenario, {});
            const mine = state.values['scenario'] === scenario;
            return (
              <Panel
                key={scenario}
                id={scenario}
                title={`${pl.page.scenarioHead} ${pl.scenarios[scenario]}`}
                tone="plain"
              >
                <Form
                  id={`${scenario}-form`}
                  action={scenarioPath}
                  once={state.once}
                  errors={mine ? state.errors : {}}
                  values={
                    mine
                      ? state.values
                      : {
                          fertility: own(fertility),
                          mortality: own(mortalityChange),
                          migration: own(migration),
                          why: why ?? '',
                        }
                  }
                >
                  <input type="hidden" name="gmina" value={data.gmina?.teryt ?? ''} />
                  <input type="hidden" name="scenario" value={scenario} />
                  <TextInput
                    name="fertility"
                    label={words.fertility}
                    hint={words.fertilityHint(number(fertility.value))}
                    width="s"
                    optional
                  />
                  <TextInput
                    name="mortality"
                    label={words.mortality}
                    hint={words.mortalityHint(number(mortalityChange.value))}
                    width="s"
                    optional
                  />
                  <TextInput
                    name="migration"
                    label={words.migration}
                    hint={words.fertilityHint(number(migration.value))}
                    width="s"
                    optional
                  />
                  <TextInput name="why" label={words.why} maxLength={300} />
                  <Actions>
                    <Button>{words.submit(pl.scenarios[scenario])}</Button>
                  </Actions>
                </Form>
              </Panel>
            );
          })}
        </Stack>
      ),
  };
}

export const structurePage = page({
  door: 'staff',
  path: structurePath,
  load: async (ask, { query }) => await ask(viewPopulation, { gmina: query['gmina'] }),
  view: structureView,
});

export const scenarioPage = page({
  door: 'staff',
  path: scenarioPath,
  load: async (ask, { query }) => await ask(viewPopulation, { gmina: query['gmina'] }),
  view: scenarioView,
});

export const inputForms = [
  form({
    door: 'staff',
    path: structurePath,
    command: setStructure,
    page: structurePage,
    next: ({ gmina }) => withGmina(populationPath, gmina),
  }),
  form({
    door: 'staff',
    path: scenarioPath,
    command: setScenario,
    page: scenarioPage,
    next: ({ gmina }) => `${withGmina(populationPath, gmina)}#prognoza`,
  }),
];
