import { type Condition, percentWords } from '../../../law/index.ts';
import { fullDate, type MatchCondition } from '../../../ui/index.ts';
import type { Lang } from '../../../lang.ts';
import type { FoundReason } from '../queries/find-help.ts';
import { webWordsOf } from '../web-words.ts';

type Words = ReturnType<typeof webWordsOf>['reasons'];

/** A condition in a language, without anybody's facts. A text of the programme itself stays as the council wrote it. */
export function conditionIn(words: Words, condition: Condition): string {
  switch (condition.kind) {
    case 'age':
      return condition.from !== null && condition.to !== null
        ? words.age.between(condition.from, condition.to)
        : condition.from !== null
          ? words.age.from(condition.from)
          : words.age.to(condition.to ?? 0);
    case 'residence':
      return words.residence(condition.gminas.map(({ name }) => name).join(', '));
    case 'disability':
      return words.disability(condition.anyOf.map((degree) => words.degrees[degree]).join(', '));
    case 'group':
      return words.group(condition.anyOf.map((group) => words.recipientGroups[group]).join(', '));
    case 'livesAlone':
      return words.livesAlone;
    case 'income':
      return words.income(percentWords(condition.atMost));
    case 'status':
      return words.status(condition.flag, condition.value);
    case 'workerConfirms':
      return words.confirm(condition.words);
    case 'anyOf':
      return words.anyOf(condition.conditions.map((one) => conditionIn(words, one)).join(words.or));
    case 'allOf':
      return condition.conditions.map((one) => conditionIn(words, one)).join(words.and);
  }
}

/** What would change a condition that is not met. */
function changeOf(words: Words, condition: Condition): string {
  switch (condition.kind) {
    case 'age':
      return condition.from !== null && condition.to === null
        ? words.change.young(condition.from)
        : words.change.age;
    case 'residence':
      return words.change.residence;
    case 'disability':
      return words.change.disability;
    default:
      return words.change.situation;
  }
}

type Places = Extract<FoundReason, { kind: 'places' }>;

function placesFact({ fact }: Words, { capacity, full }: Places, lang: Lang): string {
  if (full) return fact.full;
  const { wait } = capacity;
  switch (capacity.status) {
    case 'free':
      return fact.free(capacity.free);
    case 'none':
      return fact.none(capacity.until === null ? null : fullDate(capacity.until, lang));
    case 'waiting':
      return fact.waiting(wait === null ? null : fact[wait.unit](wait.value));
    default:
      return fact.ask;
  }
}

type Said = Pick<MatchCondition, 'condition' | 'fact' | 'change'>;

function saidOf(words: Words, reason: FoundReason, lang: Lang): Said {
  const { fact, change } = words;
  switch (reason.kind) {
    case 'condition': {
      const condition = conditionIn(words, reason.condition);
      if (reason.answer === 'passed') return { condition, fact: fact.passed };
      return reason.answer === 'failed'
        ? { condition, fact: fact.failed, change: changeOf(words, reason.condition) }
        : { condition, fact: fact.unknown, change: change.ask };
    }
    case 'notOffered':
      return { condition: words.notOffered, fact: fact.notOffered, change: change.notOffered };
    case 'noConditions':
      return { condition: words.noConditions, fact: fact.noConditions, change: change.ask };
    case 'reach': {
      if (reason.answer === 'passed') return { condition: words.reach, fact: fact.reachPassed };
      return reason.answer === 'failed'
        ? { condition: words.reach, fact: fact.reachFailed, change: change.reach }
        : { condition: words.reach, fact: fact.reachUnknown, change: change.ask };
    }
    case 'places':
      return {
        condition: words.places,
        fact: placesFact(words, reason, lang),
        ...(reason.answer === 'failed' ? { change: change.places } : {}),
      };
  }
}

const order = { failed: 0, unknown: 1, passed: 2 } as const;

/** The reasons for and against a service in a language: first what stands in the way. */
export const reasonsIn = (lang: Lang, reasons: readonly FoundReason[]): MatchCondition[] =>
  reasons
    .map((reason, index) => ({
      key: `${index}`,
      result: reason.answer,
      ...saidOf(webWordsOf(lang).reasons, reason, lang),
    }))
    .toSorted((one, other) => order[one.result] - order[other.result]);
