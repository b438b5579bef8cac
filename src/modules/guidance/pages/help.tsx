import type { Outcome } from '../../../platform/runner/outcome.ts';
import {
  type Ask,
  page,
  type PageContext,
  type PageRequest,
  type View,
} from '../../../platform/http/route.ts';
import { Actions, Button, ButtonLink, Form, Notice, Panel, Prose, Radios, Stack } from '../../../ui/index.ts';
import { localitiesOf } from '../../needs/index.ts';
import {
  answersOf,
  hardName,
  names,
  nextStep,
  type Offered,
  outsideValue,
  placeValue,
  questions,
  type Step,
  stepBefore,
  unknownValue,
  values,
  without,
  yes,
} from '../domain/address.ts';
import { ageBands, ageKeys, type Answers, difficultyKeys } from '../domain/questions.ts';
import { findHelpQuery, type Found } from '../queries/find-help.ts';
import { webWordsOf } from '../web-words.ts';
import { Numbers } from './emergency.tsx';
import { resultView } from './result.tsx';

/** Where the guided help is, in the language of the page. */
export const helpPath = (home: string, query: Readonly<Record<string, string>> = {}): string => {
  const kept = new URLSearchParams(query).toString();
  return `${home}/pomoc${kept === '' ? '' : `?${kept}`}`;
};

type Choices = { value: string; label: string }[];
type Single = Exclude<Step, 'hard' | 'danger'>;

/** The choices of a question in the language of the page. */
export function choicesOf(step: Single, lang: PageRequest['lang'], offered: readonly Offered[]): Choices {
  const words = webWordsOf(lang);
  switch (step) {
    case 'whose':
      return values.whose.map(({ value, key }) => ({ value, label: words.whose[key] }));
    case 'age':
      return [
        ...ageKeys.map((value) => ({
          value,
          label: words.age.band(ageBands[value].from, ageBands[value].to),
        })),
        { value: unknownValue, label: words.age.unknown },
      ];
    case 'soon':
      return values.soon.map(({ value, key }) => ({ value, label: words.soon[key] }));
    case 'where':
      return [
        ...offered.flatMap(({ gmina, name, localities }) => [
          ...localities.map((one) => ({ value: placeValue(gmina, one), label: one })),
          { value: placeValue(gmina), label: words.where.elsewhere(name) },
        ]),
        { value: outsideValue, label: words.where.outside },
      ];
    case 'outing':
      return [
        ...values.outing.map(({ value, key }) => ({ value, label: words.outing[key] })),
        { value: unknownValue, label: words.outing.unknown },
      ];
  }
}

const Difficulties = ({ context }: { context: PageContext }) => {
  const words = webWordsOf(context.lang).hard;
  return (
    <fieldset class="field choices">
      <legend class="label">{words.hint}</legend>
      <div class="choice-list">
        {difficultyKeys.map((one) => {
          const name = hardName(one);
          return (
            <div class="choice" key={one}>
              <input
                class="choice-box"
                type="checkbox"
                id={`f-${name}`}
                name={name}
                value={yes}
                checked={context.query[name] === yes}
              />
              <label class="choice-label" for={`f-${name}`}>
                {words[one]}
              </label>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
};

const Back = ({ step, context }: { step: Step; context: PageContext }) => {
  const before = stepBefore(step);
  const words = webWordsOf(context.lang);
  // The numbers are no question: from the place one goes back to how soon.
  const asked = before === 'danger' ? stepBefore(before) : before;
  if (!asked) return null;
  return (
    <ButtonLink href={helpPath(context.centre.home, without(context.query, asked))} variant="quiet">
      {words.back}
    </ButtonLink>
  );
};

function questionView(step: Exclude<Step, 'danger'>, offered: Offered[], context: PageContext): View {
  const words = webWordsOf(context.lang);
  const say = words[step];
  const missed = context.query[names.step] === step;
  const number = questions.indexOf(step) + 1;
  const field = step === 'hard' ? hardName('everyday') : names[step];
  const error = step === 'hard' ? words.chooseSome : words.choose;
  return {
    title: say.question,
    lead: number === 1 ? words.lead : words.step(number, questions.length),
    width: 'narrow',
    trail: [
      { href: context.centre.home, label: words.home },
      ...(number === 1 ? [] : [{ href: helpPath(context.centre.home), label: words.again }]),
    ],
    body: (
      <Form
        action={helpPath(context.centre.home)}
        method="get"
        label={say.question}
        hidden={{ ...without(context.query, step), [names.step]: step }}
        errors={missed ? { [field]: error } : {}}
      >
        {step === 'hard' ? (
          <Difficulties context={context} />
        ) : (
          <Radios
            name={names[step]}
            label={say.question}
            labelHidden
            choices={choicesOf(step, context.lang, offered)}
            {...('hint' in say ? { hint: say.hint } : {})}
            {...(missed ? { error } : {})}
          />
        )}
        <Actions>
          <Button variant="primary">{words.next}</Button>
          <Back step={step} context={context} />
        </Actions>
      </Form>
    ),
  };
}

function dangerView(context: PageContext): View {
  const words = webWordsOf(context.lang);
  const { danger } = words;
  return {
    title: danger.title,
    lead: danger.lead,
    width: 'narrow',
    trail: [{ href: context.centre.home, label: words.home }],
    body: (
      <Stack>
        <Panel id="numery" title={danger.numbersTitle}>
          <Numbers lang={context.lang} about={['danger']} />
        </Panel>
        <Notice kind="warning">{danger.centre}</Notice>
        <Panel id="drzwi" title={danger.doorsTitle} tone="plain">
          <ul>
            {danger.doors.map((door) => (
              <li key={door}>{door}</li>
            ))}
          </ul>
        </Panel>
        <Prose>
          <p>{danger.afterwards}</p>
        </Prose>
        <Actions>
          <ButtonLink href={helpPath(context.centre.home, { ...without(context.query), [names.safe]: yes })}>
            {danger.continue}
          </ButtonLink>
          <Back step="danger" context={context} />
        </Actions>
      </Stack>
    ),
  };
}

type Loaded = { offered: Offered[] } & (
  | { step: Step }
  | { step: undefined; answers: Answers; found: Found[] }
);

async function load(ask: Ask, { query, centre }: PageRequest): Promise<Outcome<Loaded>> {
  const offered = await Promise.all(
    centre.gminas.map(async ({ teryt, name }) => ({
      gmina: teryt,
      name,
      localities: await localitiesOf(teryt),
    })),
  );
  const step = nextStep(query, offered);
  const answers = answersOf(query, offered);
  if (step !== undefined || !answers) return { ok: true, value: { offered, step: step ?? 'whose' } };
  const found = await ask(findHelpQuery, answers);
  return found.ok ? { ok: true, value: { offered, step: undefined, answers, found: found.value } } : found;
}

function view(data: Loaded, context: PageContext): View {
  if (data.step === undefined) return resultView(data, context);
  return data.step === 'danger' ? dangerView(context) : questionView(data.step, data.offered, context);
}

/** The guided help: one plain question on a page, the answers in the address, then services with reasons. */
export const helpPage = page({
  door: 'public',
  path: '/:centre/pomoc',
  // The first question only: what somebody answered is kept nowhere, not even by a proxy.
  keep: { until: [] },
  load,
  view,
});
