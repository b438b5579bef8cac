import type { Lang } from '../../../lang.ts';
import type { PageContext, View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  CardList,
  DescriptionList,
  Disclosure,
  EmptyState,
  Form,
  MatchList,
  Panel,
  QuickExit,
  Stack,
} from '../../../ui/index.ts';
import { NoneOfThese } from '../../needs/index.ts';
import type { Offered, Question } from '../domain/address.ts';
import { ageBands, type Answers, codeOf, type Whose } from '../domain/questions.ts';
import type { Found } from '../queries/find-help.ts';
import { webWordsOf } from '../web-words.ts';
import { NumbersFor } from './emergency.tsx';
import { againPath, helpPath } from './paths.ts';
import { reasonsIn } from './reasons.ts';

interface Result {
  answers: Answers;
  found: Found[];
  offered: Offered[];
}

type Said = { step: Question; term: string; value: string };

/** What was answered, question by question, in a language. */
function saidIn(lang: Lang, { answers, offered }: Pick<Result, 'answers' | 'offered'>): Said[] {
  const words = webWordsOf(lang);
  const { whose, age, hard, soon, gmina, locality, outing } = answers;
  const place = offered.find((one) => one.gmina === gmina);
  const where = locality ?? (place ? words.where.elsewhere(place.name) : words.where.outside);
  const said: Record<Said['step'], string> = {
    whose: words.whose[whose],
    age: age === null ? words.age.unknown : words.age.band(ageBands[age].from, ageBands[age].to),
    hard: hard.map((one) => words.hard[one]).join('; '),
    soon: words.soon[soon],
    where,
    outing: outing === null ? words.outing.unknown : words.outing[outing],
  };
  return (['whose', 'age', 'hard', 'soon', 'where', 'outing'] as const).map((step) => ({
    step,
    term: words.summary[step],
    value: said[step],
  }));
}

const textOf = (said: readonly Said[]): string =>
  said.map(({ term, value }) => `${term}: ${value}.`).join('\n');

/** The answers as a text for a worker: Polish, and beside it what the person read. */
export function summaryText(lang: Lang, of: Pick<Result, 'answers' | 'offered'>): string {
  const polish = textOf(saidIn('pl', of));
  return lang === 'pl' ? polish : `${textOf(saidIn(lang, of))}\n\n${polish}`;
}

const YouSaid = ({ of, context }: { of: Result; context: PageContext }) => {
  const words = webWordsOf(context.lang).result;
  return (
    <Disclosure summary={words.youSaid}>
      <DescriptionList
        items={saidIn(context.lang, of).map(({ step, term, value }) => ({
          term,
          value: (
            <>
              {value}{' '}
              <a href={againPath(context, step)}>
                {words.change}
                <span class="sr-only">: {term}</span>
              </a>
            </>
          ),
        }))}
      />
    </Disclosure>
  );
};

/** The verdict in a line or two: what fits, and of what does not or is not known, what would change it. */
const Because = ({ found, lang }: { found: Found; lang: Lang }) => {
  const { because } = webWordsOf(lang).result;
  const reasons = reasonsIn(lang, found.reasons);
  const of = (result: Found['outcome']) => reasons.filter((one) => one.result === result);
  const said = (['passed', 'failed', 'unknown'] as const).filter((result) => of(result).length > 0);
  return (
    <>
      {said.map((result) => (
        <p key={result}>
          <strong>{because[result]}:</strong>{' '}
          {of(result).map(({ condition }, index) => (
            <span key={index}>
              {index > 0 && '; '}
              {condition}
            </span>
          ))}
          {result === 'failed' && <span class="description-note">{of(result)[0]?.change}</span>}
        </p>
      ))}
    </>
  );
};

const Service = ({ found, context }: { found: Found; context: PageContext }) => {
  const { lang, centre } = context;
  const words = webWordsOf(lang);
  const inLang = lang === 'pl' ? found : { ...found, ...found.translations[lang] };
  return (
    <Card title={inLang.name} href={`${centre.home}/uslugi/${found.serviceId}`} level={3}>
      {inLang.description && <p>{inLang.description}</p>}
      <p class="description-note">
        {words.result.answers}: {found.answers.map((one) => words.hard[one]).join('; ')}
      </p>
      <Because found={found} lang={lang} />
      <Disclosure summary={words.result.why}>
        <MatchList items={reasonsIn(lang, found.reasons)} label={words.result.whyOf(inLang.name)} />
      </Disclosure>
    </Card>
  );
};

// No gmina has this code: the need is of none that the centre serves.
const elsewhere = '0000000';

// More than this is a wall of text; the rest is one touch away.
const shownAtOnce = 5;

const Services = ({ found, context }: { found: readonly Found[]; context: PageContext }) => (
  <CardList>
    {found.map((one) => (
      <Service key={one.serviceId} found={one} context={context} />
    ))}
  </CardList>
);

const Group = ({ outcome, of, context }: { outcome: Found['outcome']; of: Result; context: PageContext }) => {
  const words = webWordsOf(context.lang).result;
  const found = of.found.filter((one) => one.outcome === outcome);
  if (found.length === 0) return null;
  return (
    <Panel id={outcome} title={words.groups[outcome](found.length)} tone="plain">
      {outcome === 'failed' && <p>{words.failedLead}</p>}
      <Services found={found.slice(0, shownAtOnce)} context={context} />
      {found.length > shownAtOnce && (
        <Disclosure summary={words.rest(found.length - shownAtOnce)}>
          <Services found={found.slice(shownAtOnce)} context={context} />
        </Disclosure>
      )}
    </Panel>
  );
};

/** Who reports the need, as the report asks it (`reporter.role`). */
const reporterOf = {
  self: 'self',
  parent: 'family',
  partner: 'family',
  child: 'family',
  neighbour: 'neighbour',
} as const satisfies Record<Whose, string>;

/** The three ways of equal rank; the answers go along only when the person ticks them. */
const Ways = ({ of, context }: { of: Result; context: PageContext }) => {
  const words = webWordsOf(context.lang).ways;
  const { home } = context.centre;
  const text = summaryText(context.lang, of);
  return (
    <Panel id="droga" title={words.title}>
      <Form
        action={`${helpPath(home)}/zglos`}
        label={words.title}
        hidden={{ kto: reporterOf[of.answers.whose] }}
      >
        <p>{words.lead}</p>
        <div class="choice">
          <input
            class="choice-box"
            type="checkbox"
            id="f-potrzeba"
            name="potrzeba"
            value={text}
            aria-describedby="f-potrzeba-note"
          />
          <label class="choice-label" for="f-potrzeba">
            {words.carry}
          </label>
          <div class="choice-hint" id="f-potrzeba-note">
            {words.carryHint}
          </div>
        </div>
        <Actions>
          <Button formAction={`${helpPath(home)}/zglos`}>{words.write}</Button>
          <Button formAction={`${helpPath(home)}/oddzwonimy`}>{words.call}</Button>
          <Button formAction={`${helpPath(home)}/wydrukuj`}>{words.print}</Button>
        </Actions>
      </Form>
    </Panel>
  );
};

/** The result: services with reasons, the three ways to ask for help, and "none of these". */
export function resultView(of: Result, context: PageContext): View {
  const words = webWordsOf(context.lang);
  const { home } = context.centre;
  return {
    title: words.result.title,
    lead: words.result.lead,
    width: 'narrow',
    trail: [
      { href: home, label: words.home },
      { href: helpPath(home), label: words.again },
    ],
    body: (
      <Stack>
        {of.answers.hard.includes('violence') && <QuickExit />}
        <NumbersFor lang={context.lang} hard={of.answers.hard} />
        <YouSaid of={of} context={context} />
        {of.found.length === 0 && (
          <EmptyState
            title={words.result.noneTitle}
            action={<ButtonLink href={`${home}/uslugi`}>{words.result.more}</ButtonLink>}
          >
            <p>{words.result.none}</p>
          </EmptyState>
        )}
        {(['passed', 'unknown', 'failed'] as const).map((outcome) => (
          <Group key={outcome} outcome={outcome} of={of} context={context} />
        ))}
        <Ways of={of} context={context} />
        <Panel id="nic" title={words.result.noneOfThese} tone="plain">
          <NoneOfThese
            context={context}
            {...codeOf(of.answers)}
            gmina={of.answers.outside ? elsewhere : of.answers.gmina}
            locality={of.answers.locality}
          />
        </Panel>
      </Stack>
    ),
  };
}
