import boundariesFile from '../../../data/boundaries.json' with { type: 'json' };
import translationsFile from '../../../data/services-translations.json' with { type: 'json' };
import { z } from 'zod';
import type {
  FeeKind,
  FeeUnit,
  Reach,
  RecipientGroupKey,
  RecipientType,
  Schedule,
  Translations,
} from '../../modules/directory/index.ts';
import type { ReferenceService } from './reference.ts';

const phrases = z.record(z.string(), z.tuple([z.string(), z.string()])).parse(translationsFile.phrases);

/** Groups whose name stands in the source's own words; "którym rodzina nie może" names no family as recipient. */
const groupWords: readonly [RegExp, RecipientGroupKey][] = [
  [/\bdzieci\b/i, 'children'],
  [/młodzież/i, 'youth'],
  [/\brodziny\b|\brodzice\b/i, 'families'],
  [/dorosł|dorośli/i, 'adults'],
  [/senior|starsz|\b[67]\d\+/i, 'olderPeople'],
  [/niepełnosprawn/i, 'disabledPeople'],
  [/opiekunowie/i, 'carers'],
  [/^mieszkańcy$|i inni mieszkańcy|społeczność lokalna/i, 'everybody'],
];

/** The groups that the source names; none when it names none. */
export const groupsOf = ({ recipients }: Pick<ReferenceService, 'recipients'>): RecipientGroupKey[] =>
  recipients === null ? [] : groupWords.filter(([words]) => words.test(recipients)).map(([, group]) => group);

/** "Mieszkańcy" are all residents; whether one comes alone or as a family the sources say rarely. */
export const recipientTypeOf = ({
  recipients,
}: Pick<ReferenceService, 'recipients'>): RecipientType | null => {
  if (recipients === null) return null;
  if (/^mieszkańcy$|i inni mieszkańcy|społeczność lokalna/i.test(recipients)) return 'allResidents';
  return /^rodziny\b/i.test(recipients) ? 'family' : null;
};

/** Ages that hold for everybody; alternatives ("70+ albo 60+ ze stopniem") stay in the conditions. */
export const agesOf = ({
  match,
}: Pick<ReferenceService, 'match'>): { from: number | null; to: number | null } => ({
  from: match?.ageFrom ?? null,
  to: match?.ageTo ?? null,
});

const reachWords: readonly [RegExp, Reach][] = [
  [/w domu|w miejscu zamieszkania|przyjeżdża do domu/i, 'home'],
  [/w gabinecie|stacjonarn|w klubach|w centrum|kluby społeczne|dzienny dom/i, 'stationary'],
  [/przewóz|taksówk|wyjazdy|na podwórk/i, 'mobile'],
  [/teleopieka/i, 'remote'],
];

/** How the service reaches a person, where its name or description says so. */
export const reachOf = ({ name, description }: Pick<ReferenceService, 'name' | 'description'>): Reach[] =>
  reachWords.filter(([words]) => words.test(`${name} ${description ?? ''}`)).map(([, reach]) => reach);

const units: Partial<Record<string, FeeUnit>> = {
  hour: 'hour',
  visit: 'visit',
  day: 'day',
  month: 'month',
  item: 'item',
};

/** What the source says of the price, as codes. */
export function feeOf({ fee }: Pick<ReferenceService, 'fee'>): {
  kind: FeeKind | null;
  grosze: number | null;
  unit: FeeUnit | null;
} {
  const byIncome = fee !== null && /dochod/i.test(fee.text);
  const known: FeeKind | null = fee?.free ? 'free' : fee?.free === false ? 'paid' : null;
  return {
    kind: byIncome ? 'byIncome' : known,
    grosze: fee?.grosze ?? null,
    unit: units[fee?.unit ?? ''] ?? null,
  };
}

const dayCodes: Record<string, Schedule['byday'][number]> = {
  pn: 'MO',
  wt: 'TU',
  śr: 'WE',
  czw: 'TH',
  pt: 'FR',
};

/** Hours by day where the source names days ("pn i śr 10:00–18:00"); hours without days stay words. */
export function schedulesOf(
  { hours }: Pick<ReferenceService, 'hours'>,
  idOf: (part: string) => string,
): Schedule[] {
  return (hours ?? '').split(';').flatMap((part) => {
    const [, days = '', opens = '', closes = ''] =
      /^\s*([a-zśż, ]+?)\s+(\d{1,2}:\d{2})–(\d{1,2}:\d{2})\s*$/i.exec(part) ?? [];
    const byday = days.split(/,|\si\s/).flatMap((day) => dayCodes[day.trim()] ?? []);
    return byday.length === 0
      ? []
      : [{ id: idOf(part), byday, opens: opens.padStart(5, '0'), closes: closes.padStart(5, '0') }];
  });
}

/** Our own translation of the sentences of a card; what nobody translated is left out. */
export function translationsOf(service: ReferenceService): Translations {
  const polish = {
    name: service.name,
    description: service.description,
    recipients: service.recipients,
    conditions: service.conditions,
    fee: service.fee?.text,
    hours: service.hours,
  };
  const into = (index: 0 | 1) =>
    Object.fromEntries(
      Object.entries(polish).flatMap(([field, words]) => {
        const said = words ? phrases[words]?.[index] : undefined;
        return said ? [[field, said]] : [];
      }),
    );
  return { uk: into(0), en: into(1) };
}

/** The middle of a gmina, from its simplified outline: good for "how far, about", not for a map of houses. */
export function middleOf(teryt: string): { latitude: number; longitude: number } | undefined {
  const points = boundariesFile.gminas.find((one) => one.teryt === teryt)?.rings.flat() ?? [];
  const xs = points.map(([x = 0]) => x);
  const ys = points.map(([, y = 0]) => y);
  if (points.length === 0) return undefined;
  const middle = (values: number[]): number =>
    Math.round(((Math.min(...values) + Math.max(...values)) / 2) * 10_000) / 10_000;
  return { latitude: middle(ys), longitude: middle(xs) };
}
