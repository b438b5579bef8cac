import type { Outcome } from '../../../platform/runner/outcome.ts';
import {
  type Ask,
  carry,
  page,
  type PageContext,
  type PageRequest,
  type View,
} from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Form,
  Notice,
  Panel,
  Prose,
  QuickExit,
  Radios,
  Stack,
} from '../../../ui/index.ts';
import { localitiesOf } from '../../needs/index.ts';
import {
  againParameter,
  answersOf,
  answersParameter,
  asText,
  given,
  hardName,
  hardOf,
  names,
  nextStep,
  type Offered,
  outsideValue,
  placeValue,
  type Query,
  type Question,
  questionBefore,
  questionOf,
  questions,
  type Step,
  unknownValue,
  values,
  without,
  yes,
} from '../domain/address.ts';
import { ageBands, agesOf, type Answers, difficultyKeys, type Whose } from '../domain/questions.ts';
import { findHelpQuery, type Found } from '../queries/find-help.ts';
import { webWordsOf } from '../web-words.ts';
import { Numbers, NumbersFor } from './emergency.tsx';
import { againPath, helpPath } from './paths.ts';
import { resultView } from './result.tsx';

type Choices = { value: string; label: string }[];
type Single = Exclude<Step, 'hard' | 'danger'>;

const whomOf = (answered: Query): Whose | undefined =>
  values.whose.find(({ value }) => value === answered[names.whose])?.key;

/** The choices of a question in the language of the page. */
export function choicesOf(
  step: Single,
  lang: PageRequest['lang'],
  offered: readonly Offered[],
  whom?: Whose,
): Choices {
  const words = webWordsOf(lang);
  switch (step) {
    case 'whose':
      return values.whose.map(({ value, key }) => ({ value, label: words.whose[key] }));
    case 'age':
      return [
        ...agesOf(whom).map((value) => ({
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

const Difficulties = ({ context, answered }: { context: PageContext; answered: Query }) => {
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
                checked={answered[name] === yes}
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
  const asked = questionBefore(step);
  const words = webWordsOf(context.lang);
  if (!asked) return null;
  return (
    <ButtonLink href={againPath(context, asked)} variant="quiet">
      {words.back}
    </ButtonLink>
  );
};

function questionView({ step, offered, answered }: Asked<Question>, context: PageContext): View {
  const words = webWordsOf(context.lang);
  const say = words[step];
  const missed = answered[names.step] === step && context.query[againParameter] === undefined;
  const number = questions.indexOf(step) + 1;
  const question = 'own' in say && whomOf(answered) === 'self' ? say.own : say.question;
  const field = step === 'hard' ? hardName('everyday') : names[step];
  const error = step === 'hard' ? words.chooseSome : words.choose;
  return {
    title: question,
    lead: number === 1 ? words.lead : words.step(number, questions.length),
    width: 'narrow',
    trail: [
      { href: context.centre.home, label: words.home },
      ...(number === 1 ? [] : [{ href: helpPath(context.centre.home), label: words.again }]),
    ],
    body: (
      <Stack>
        {answered[hardName('violence')] === yes && <QuickExit />}
        <Form
          action={helpPath(context.centre.home)}
          label={question}
          values={answered}
          hidden={{ ...without(answered, step), [names.step]: step }}
          errors={missed ? { [field]: error } : {}}
        >
          {step === 'hard' ? (
            <Difficulties context={context} answered={answered} />
          ) : (
            <Radios
              name={names[step]}
              label={question}
              labelHidden
              choices={choicesOf(step, context.lang, offered, whomOf(answered))}
              {...('hint' in say ? { hint: say.hint } : {})}
              {...(missed ? { error } : {})}
            />
          )}
          <Actions>
            <Button variant="primary">{words.next}</Button>
            <Back step={step} context={context} />
          </Actions>
        </Form>
        {step === 'soon' && <NumbersFor lang={context.lang} hard={hardOf(answered)} />}
      </Stack>
    ),
  };
}

function dangerView(answered: Query, context: PageContext): View {
  const words = webWordsOf(context.lang);
  const { danger } = words;
  return {
    title: danger.title,
    lead: danger.lead,
    width: 'narrow',
    trail: [{ href: context.centre.home, label: words.home }],
    body: (
      <Stack>
        <QuickExit />
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
        <Form
          action={helpPath(context.centre.home)}
          label={danger.continue}
          hidden={{ ...without(answered), [names.safe]: yes }}
        >
          <Actions>
            <Button>{danger.continue}</Button>
            <Back step="danger" context={context} />
          </Actions>
        </Form>
      </Stack>
    ),
  };
}

interface Asked<S extends Step = Step> {
  step: S;
  offered: Offered[];
  answered: Query;
}

type Loaded = Asked | ({ step: undefined; answers: Answers; found: Found[] } & Omit<Asked, 'step'>);

// Only what came sealed is read: an answer never stands readable in an address.
const answeredIn = ({ query, sealed }: PageRequest): Query =>
  sealed?.[answersParameter] === undefined ? {} : given(query[answersParameter] ?? '');

async function load(ask: Ask, request: PageRequest): Promise<Outcome<Loaded>> {
  const answered = answeredIn(request);
  const offered = await Promise.all(
    request.centre.gminas.map(async ({ teryt, name }) => ({
      gmina: teryt,
      name,
      localities: await localitiesOf(teryt),
    })),
  );
  const step = nextStep(answered, offered, questionOf(request.query[againParameter]));
  const answers = answersOf(answered, offered);
  if (step !== undefined || !answers)
    return { ok: true, value: { offered, answered, step: step ?? 'whose' } };
  const found = await ask(findHelpQuery, answers);
  return found.ok
    ? { ok: true, value: { offered, answered, step: undefined, answers, found: found.value } }
    : found;
}

function view(data: Loaded, context: PageContext): View {
  const { step } = data;
  if (step === undefined) return resultView(data, context);
  return step === 'danger' ? dangerView(data.answered, context) : questionView({ ...data, step }, context);
}

/** The guided help: one plain question on a page, then services with reasons. */
export const helpPage = page({
  door: 'public',
  path: '/:centre/pomoc',
  // The first question only: what somebody answered is kept nowhere, not even by a proxy.
  keep: { until: [] },
  load,
  view,
});

const single = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? value[0] : value) ?? '';

/** The answers so far, on to the next question. */
export const helpAnswer = carry({
  path: '/:centre/pomoc',
  to: (values, { centre }) => ({
    path: helpPath(centre.home),
    carried: {
      [answersParameter]: asText(
        given(asText(Object.fromEntries(Object.entries(values).map(([name, one]) => [name, single(one)])))),
      ),
    },
  }),
});

/** The ways to ask for help, and under what the answers stand there: the need in words, and who asks. */
const ways = ['zglos', 'oddzwonimy', 'wydrukuj'];

/** What a person takes along to one of the ways, when they ticked it: nothing otherwise. */
export const helpCarry = carry({
  path: '/:centre/pomoc/:way',
  to(values, { centre, params }) {
    const way = ways.find((one) => one === params['way']) ?? 'zglos';
    const need = single(values['potrzeba']);
    return {
      path: `${centre.home}/${way}`,
      carried: { potrzeba: need, kto: need === '' ? '' : single(values['kto']) },
    };
  },
});
