import { parseArgs } from 'node:util';
import {
  checkMinimumScope,
  checkTeryt,
  cite,
  isIsoDate,
  type LegalForm,
  legalForms,
} from '../../law/index.ts';
import { newId } from '../../platform/ids.ts';
import { StartupProblem } from '../../platform/startup-problem.ts';
import { isLang } from '../../lang.ts';
import type { Config } from '../config.ts';
import { openDatabase } from '../database.ts';
import { standingOf } from '../demo/db/standing.ts';
import { insertCentre, type NewCentre } from './db/centres.ts';
import { pl } from './pl.ts';

const words = pl.addCentre;

const one = { type: 'string' } as const;
const many = { type: 'string', multiple: true } as const;

/** Options of the command. */
export const centreOptions = {
  slug: one,
  name: one,
  place: one,
  form: one,
  gmina: many,
  since: one,
  agreement: one,
  cell: one,
  'case-class': one,
  'plan-class': one,
  'decision-class': one,
  address: many,
  phone: one,
  email: one,
  hours: one,
  web: one,
  'bank-account': one,
  'appeal-board': one,
} as const;

type Typed = ReturnType<typeof parseArgs<{ options: typeof centreOptions }>>['values'];

const fail = (code: string, sentence: string): StartupProblem =>
  new StartupProblem(`okienko.centre.${code}`, sentence);

function parse(args: string[]): Typed {
  try {
    return parseArgs({ args, options: centreOptions }).values;
  } catch (error) {
    const option = error instanceof Error ? (/'(-[^'\s]*)/.exec(error.message)?.[1] ?? error.message) : '';
    throw fail('option', words.unknown(option));
  }
}

function required(typed: Typed, option: Exclude<keyof Typed, 'gmina' | 'address'>): string {
  const value = typed[option]?.trim();
  if (!value) throw fail('missing', words.missing(option));
  return value;
}

function matching(value: string, pattern: RegExp, sentence: string): string {
  if (!pattern.test(value)) throw fail('value', sentence);
  return value;
}

/** First parts of addresses that are taken: languages and what belongs to no centre. */
const taken = ['praca', 'api', 'assets', 'hsds', 'logowanie', 'wyloguj', 'szkic', 'o-okienku', 'wzornik'];

function slugOf(typed: Typed): string {
  const slug = matching(required(typed, 'slug'), /^[a-z0-9-]+$/, words.slug);
  if (isLang(slug) || taken.includes(slug)) throw fail('slug', words.reserved(slug));
  return slug;
}

const isLegalForm = (value: string): value is LegalForm => Object.hasOwn(legalForms, value);

/** `3006023;Jarocin;jarociński;wielkopolskie`: the code of TERYT says the kind of the gmina itself. */
function gminaOf(typed: string): NewCentre['gminas'][number] {
  const [code = '', name = '', powiat = '', voivodeship = ''] = typed.split(';').map((part) => part.trim());
  const checked = checkTeryt(code);
  if (!checked.ok || !name || !powiat || !voivodeship) throw fail('gmina', words.gmina(typed));
  return { teryt: checked.value, kind: checked.kind, name, powiat, voivodeship };
}

/** What was typed, as a centre; checked by the same rules as the register. */
function centreOf(typed: Typed): NewCentre & { form: LegalForm } {
  const form = required(typed, 'form');
  if (!isLegalForm(form)) throw fail('form', words.form(form, Object.keys(legalForms)));
  const gminas = (typed.gmina ?? []).map(gminaOf);
  if (gminas.length === 0) throw fail('missing', words.missing('gmina'));
  if (form === 'agreement' && gminas.length < 2) throw fail('agreement', words.agreement);
  const since = required(typed, 'since');
  if (!isIsoDate(since)) throw fail('since', words.since);
  const jrwa = (option: 'case-class' | 'plan-class' | 'decision-class') =>
    matching(required(typed, option), /^\d{1,6}$/, words.class);
  return {
    id: newId(),
    form,
    legalForm: legalForms[form].letter,
    slug: slugOf(typed),
    name: required(typed, 'name'),
    place: required(typed, 'place'),
    since,
    agreement: typed.agreement ?? null,
    gminas,
    filing: {
      cell: matching(required(typed, 'cell'), /^[\p{L}\d.-]+$/u, words.cell),
      classes: { case: jrwa('case-class'), plan: jrwa('plan-class'), decision: jrwa('decision-class') },
    },
    letterhead: {
      addressLines: typed.address ?? [],
      phone: typed.phone ?? null,
      email: typed.email ?? null,
      hours: typed.hours ?? null,
      web: typed.web ?? null,
      bankAccount: typed['bank-account'] ?? null,
    },
    settings: typed['appeal-board'] ? { appealBoard: typed['appeal-board'] } : {},
  };
}

/** What the law asks of a centre of this form and the program cannot know: nothing of its services is known yet. */
const toCheck = (form: LegalForm, gminaCount: number) =>
  checkMinimumScope({
    form,
    gminaCount,
    areas: [],
    areasNewToOps: [],
    takesAllOpsTasks: false,
    population: 0,
  });

/** `okienko add-centre …`: a centre of a real installation. Without options it shows how it is called. */
export async function addCentre(config: Config, args: string[]): Promise<void> {
  if (args.length === 0) {
    console.log(words.usage);
    return;
  }
  const centre = centreOf(parse(args));
  const database = await openDatabase(config);
  try {
    const standing = await standingOf(database.owner);
    if (standing === 'whole' || standing === 'half') throw fail('demonstration', words.demonstration);
    if (!(await insertCentre(database.owner, centre, { actor: words.actor, action: words.action })))
      throw fail('taken', words.taken(centre.slug));
    console.log(words.done(centre.name, centre.slug));
    console.log(words.check);
    for (const problem of toCheck(centre.form, centre.gminas.length))
      console.log(words.scope(problem.words, cite(problem.basis)));
    console.log(words.next(centre.slug));
  } finally {
    await database.close();
  }
}
