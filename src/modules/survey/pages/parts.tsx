import { type Allow, permits } from '../../../platform/actor.ts';
import type { Ask, PageContext, PageRequest } from '../../../platform/http/route.ts';
import { forbidden, type Outcome } from '../../../platform/runner/outcome.ts';
import { Notice, StateTag, Tag } from '../../../ui/index.ts';
import type { Condition, Definition, Test } from '../domain/definition.ts';
import { type Sampling, type Stage, stageOf, type Survey } from '../domain/survey.ts';
import { staff } from '../pl-staff.ts';

export const surveysPath = '/praca/badania';

/** Where a questionnaire is taken from an XLSForm. */
export const xlsformPath = `${surveysPath}/xlsform` as const;

/** Where the tablets of the interviewers are. */
export const devicesPath = `${surveysPath}/tablety` as const;

/** The address of a survey's page for workers. */
export const surveyPath = (surveyId: string, rest = ''): string => `${surveysPath}/${surveyId}${rest}`;

const shapes = {
  draft: 'draft',
  waiting: 'waiting',
  running: 'running',
  over: 'done',
} as const satisfies Record<Stage, string>;

/** Where a survey stands today. */
export const StageTag = ({
  survey,
  context,
}: {
  survey: Pick<Survey, 'state' | 'opensOn' | 'closesOn'>;
  context: PageContext;
}) => {
  const stage = stageOf(survey, context.today);
  return <StateTag state={shapes[stage]} label={staff.stages[stage]} />;
};

/** Whom a survey asks; of an open poll its standing remark. */
export const SamplingTag = ({ sampling }: { sampling: Sampling }) => (
  <Tag tone={sampling === 'open' ? 'warning' : 'neutral'} shape={sampling === 'open' ? 'warning' : 'info'}>
    {staff.samplings[sampling]}
  </Tag>
);

/** The remark that stands wherever an open poll is shown. */
export const OpenPollNotice = ({ sampling }: { sampling: Sampling }) =>
  sampling === 'open' ? <Notice kind="warning" title={staff.samplings.open} /> : null;

const subjectOf = ({ question, item }: Test): string =>
  item === undefined ? question : `${question}.${item}`;

/** A condition in one line, with names and codes, for those who design. */
export const conditionLine = ({ join, tests }: Condition): string =>
  tests
    .map((test) => staff.design.tests[test.is](subjectOf(test), String(test.value ?? '')))
    .join(join === 'all' ? staff.design.and : staff.design.or);

/** What is being written, or else what is published. */
export const shownDefinition = (file: {
  draft: Definition | null;
  published: Definition | null;
}): Definition | undefined => file.draft ?? file.published ?? undefined;

/** Loads for those who may do what the page is for; the others are turned away, once it is known that the thing is there. */
export const onlyFor =
  <Data,>(allow: Allow<unknown>, load: (ask: Ask, request: PageRequest) => Promise<Outcome<Data>>) =>
  async (ask: Ask, request: PageRequest): Promise<Outcome<Data>> => {
    const loaded = await load(ask, request);
    return loaded.ok && !permits(allow, request.actor, undefined)
      ? { ok: false, problem: forbidden }
      : loaded;
  };
