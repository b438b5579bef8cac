import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  DateInput,
  Disclosure,
  Form,
  Notice,
  Radios,
  Stack,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { HelpWays } from '../../directory/index.ts';
import { takeReport } from '../commands/take-report.ts';
import { plWeb } from '../pl-web.ts';
import { webWordsOf } from '../web-words.ts';
import { freshSeed } from './case-parts.tsx';
import {
  AskedAbout,
  carriedNeed,
  carriedRole,
  ForWhom,
  GminaField,
  helpAction,
  helpPage,
  type HelpPage,
  homeTrail,
  InformationNote,
  onlyGmina,
  onlyService,
} from './web-parts.tsx';
import { sentPath } from './web-report.tsx';

const times = ['morning', 'noon', 'afternoon'] as const;

const view = ({ clause, service }: HelpPage, context: PageContext): View => {
  const { centre, lang } = context;
  const { callback: words, report } = webWordsOf(lang);
  const role = carriedRole(context);
  const state = formOf(context, takeReport, {
    time: 'morning',
    'needs.0.words': carriedNeed(context),
    ...(role ? { 'reporter.role': role } : {}),
  });
  return {
    title: words.title,
    lead: words.lead,
    width: 'narrow',
    trail: homeTrail(context),
    body: (
      <Stack>
        <Notice kind="warning">{words.emergency}</Notice>
        <Form
          action={helpAction(`${centre.home}/oddzwonimy`, freshSeed(), service)}
          {...state}
          hidden={{
            ...onlyGmina(centre),
            language: lang,
            ...onlyService(service),
          }}
          label={words.title}
          trap
        >
          <AskedAbout service={service} lang={lang} />
          <TextInput
            name="reporter.phone"
            label={words.phone}
            hint={words.phoneHint}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
          />
          <Radios
            name="time"
            label={words.when}
            choices={times.map((time) => ({ value: time, label: words.times[time] }))}
          />
          <ForWhom lang={lang} optional />
          <GminaField context={context} label={words.gmina} />
          <TextArea name="needs.0.words" label={words.need} hint={words.needHint} rows={2} optional />
          <Disclosure
            summary={words.follow}
            open={Boolean(state.values['about.birthDate'] ?? state.errors['about.birthDate'])}
          >
            <DateInput name="about.birthDate" label={report.birthDate} hint={report.birthDateHint} optional />
          </Disclosure>
          <InformationNote centre={centre} lang={lang} clause={clause} />
          <Actions>
            <Button variant="primary">{words.submit}</Button>
          </Actions>
        </Form>
        <HelpWays context={context} without="call" {...(service ? { about: service.id } : {})} />
      </Stack>
    ),
  };
};

const callbackPage = page({ door: 'public', path: '/:centre/oddzwonimy', load: helpPage, view });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The one need of a call: what was said, or that a call was asked for. Workers read Polish. */
function needOf(needs: unknown): Record<string, unknown> {
  const first: unknown = Array.isArray(needs) ? needs[0] : undefined;
  const said = isRecord(first) ? first : {};
  const words = typeof said['words'] === 'string' ? said['words'].trim() : '';
  return { ...said, words: words === '' ? plWeb.callback.noNeed : words };
}

const timeOf = (time: unknown): string | undefined => {
  const known = times.find((one) => one === time);
  return known && plWeb.callback.times[known];
};

/** A call asked for by a resident: a phone, a time of day, at most one sentence; the desk owes it by the next working day. */
export const webCallbackRoutes = [
  callbackPage,
  form({
    door: 'public',
    path: '/:centre/oddzwonimy',
    command: takeReport,
    input: ({ needs, time, ...values }, request) => ({
      ...values,
      needs: [needOf(needs)],
      contactWish: timeOf(time),
      channel: 'callback',
      seed: request.query['klucz'],
    }),
    page: callbackPage,
    next: (result, request) => sentPath(request.centre.home, 'telefon', result, request.query['klucz']),
  }),
];
