import { z } from 'zod';
import bankFile from '../../../../data/survey/bank.json' with { type: 'json' };
import templatesFile from '../../../../data/survey/templates.json' with { type: 'json' };
import { areas, kindsOfArea, serviceKinds, type ServiceKindKey } from '../../../law/index.ts';
import type { Definition, Option, Question, Texts } from '../domain/definition.ts';
import { questionSchema, sectionSchema, textsSchema } from '../domain/definition-schema.ts';
import { staff } from '../pl-staff.ts';

const bank = z
  .object({
    kinds: z.record(z.string(), z.object({ uk: z.string(), en: z.string() })),
    areas: z.array(textsSchema).length(areas.length),
    asks: z.object({
      knows: textsSchema,
      used: textsSchema,
      needsNow: textsSchema,
      needsLater: textsSchema,
      barriers: textsSchema,
    }),
    none: textsSchema,
    barriers: z.array(textsSchema),
    core: z.array(questionSchema),
    metrics: z.array(questionSchema),
  })
  .parse(bankFile);

const templates = z
  .array(
    z.object({
      key: z.string(),
      name: z.string(),
      gmina: z.string(),
      source: z.string(),
      added: z.string(),
      sections: z.array(sectionSchema),
    }),
  )
  .parse(templatesFile.templates);

/** A question that can be taken over, with the group it stands in: an area 1-14, the core, or who answers. */
export interface BankQuestion {
  key: string;
  group: number | 'core' | 'metrics';
  question: Question;
}

const joined = (area: Texts, ask: Texts): Texts => ({
  pl: `${area.pl}: ${ask.pl}`,
  ...(area.uk && ask.uk ? { uk: `${area.uk}: ${ask.uk}` } : {}),
  ...(area.en && ask.en ? { en: `${area.en}: ${ask.en}` } : {}),
});

const kindText = (key: ServiceKindKey): Texts => ({ pl: serviceKinds[key].name, ...bank.kinds[key] });

const names = {
  knows: 'knows',
  used: 'used',
  needsNow: 'needs',
  needsLater: 'later',
  barriers: 'barriers',
} as const;
const asked = ['knows', 'used', 'needsNow', 'needsLater', 'barriers'] as const;

function areaQuestion(area: number, ask: (typeof asked)[number]): Question {
  const kinds = kindsOfArea(area);
  const services: Option[] = [
    ...kinds.map((kind, at) => ({ code: at + 1, text: kindText(kind), kind })),
    { code: kinds.length + 1, text: bank.none, alone: true },
  ];
  const last = bank.barriers.length - 1;
  const reasons: Option[] = bank.barriers.map((text, at) => ({
    code: at + 1,
    text,
    ...(at === last ? { alone: true } : {}),
  }));
  return {
    name: `${names[ask]}_${area}`,
    type: 'multi',
    text: joined(bank.areas[area - 1] ?? { pl: '' }, bank.asks[ask]),
    required: false,
    asks: ask,
    area,
    options: ask === 'barriers' ? reasons : services,
  };
}

let made: BankQuestion[] | undefined;

/** The whole bank: five questions for each of the fourteen areas (art. 2(1)), the core items, and the metric questions. */
export function bankQuestions(): readonly BankQuestion[] {
  made ??= [
    ...areas.flatMap(({ code }) =>
      asked.map(
        (ask): BankQuestion => ({
          key: `${names[ask]}_${code}`,
          group: code,
          question: areaQuestion(code, ask),
        }),
      ),
    ),
    ...bank.core.map((question): BankQuestion => ({ key: question.name, group: 'core', question })),
    ...bank.metrics.map((question): BankQuestion => ({ key: question.name, group: 'metrics', question })),
  ];
  return made;
}

const find = (key: string): Question[] =>
  bankQuestions().flatMap((one) => (one.key === key ? [one.question] : []));

/** The name of an area as a resident reads it. */
export const areaText = (area: number): Texts => bank.areas[area - 1] ?? { pl: '' };

/** The needs survey: which areas matter at home, then their services only; problems, groups, proposals; who answers. */
function needsDefinition(): Definition {
  const gate: Question = {
    name: 'areas',
    type: 'multi',
    text: staff.bank.gate,
    required: true,
    options: [
      ...areas.map(({ code }) => ({ code, text: areaText(code) })),
      { code: areas.length + 1, text: bank.none, alone: true },
    ],
  };
  return {
    langs: ['pl', 'uk', 'en'],
    title: staff.bank.needsTitle,
    intro: staff.bank.needsIntro,
    sections: [
      { name: 'begin', title: staff.bank.sections.start, questions: [...find('life_here'), gate] },
      ...areas.map(({ code }) => ({
        name: `area_${code}`,
        title: areaText(code),
        shownIf: { join: 'all' as const, tests: [{ question: 'areas', is: 'chosen' as const, value: code }] },
        questions: (['needs', 'later', 'barriers'] as const).flatMap((name) => find(`${name}_${code}`)),
      })),
      {
        name: 'gmina',
        title: staff.bank.sections.gmina,
        questions: ['main_problems', 'groups_need', 'channel', 'help_others', 'proposal'].flatMap(find),
      },
      {
        name: 'metric',
        title: staff.bank.sections.metric,
        questions: ['sex', 'age', 'household', 'education', 'disability'].flatMap(find),
      },
    ],
  };
}

export const templateKeys = [
  'needs',
  'lgd',
  'problemy',
  'nasilenie',
  'dziedziny',
  'satysfakcja',
  'problemy_instytucje',
  'osiedle',
] as const;
export type TemplateKey = (typeof templateKeys)[number];

/** A template as it is chosen: whose questionnaire it follows, and what we had to add. */
export interface Template {
  key: TemplateKey;
  name: string;
  gmina: string;
  source: string;
  added: string;
}

/** Every template, our own first. */
export const allTemplates = (): Template[] =>
  templateKeys.flatMap((key): Template[] => {
    if (key === 'needs') return [{ key, ...staff.bank.needs }];
    const found = templates.find((one) => one.key === key);
    return found
      ? [{ key, name: found.name, gmina: found.gmina, source: found.source, added: found.added }]
      : [];
  });

/** A draft after a template. The questionnaires of gminas are Polish; ours speaks three languages. */
export function templateDefinition(key: TemplateKey): Definition {
  if (key === 'needs') return needsDefinition();
  const found = templates.find((one) => one.key === key);
  return { langs: ['pl'], title: { pl: found?.name ?? '' }, sections: found?.sections ?? [] };
}
