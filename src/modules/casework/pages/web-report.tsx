import { isIsoDate } from '../../../law/index.ts';
import { form, formOf, nothing, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  DateInput,
  Disclosure,
  Form,
  fullDate,
  Notice,
  Panel,
  Stack,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { HelpWays } from '../../directory/index.ts';
import { takeReport } from '../commands/take-report.ts';
import { caseCode, seedPattern } from '../domain/follow-up.ts';
import { idPattern } from '../../../platform/ids.ts';
import { notFound } from '../../../platform/runner/outcome.ts';
import { webWordsOf } from '../web-words.ts';
import { CodeText, freshSeed } from './case-parts.tsx';
import {
  AskedAbout,
  carriedNeed,
  carriedRole,
  ContactPanel,
  ForWhom,
  GminaField,
  helpAction,
  helpPage,
  type HelpPage,
  LanguageField,
  homeTrail,
  InformationNote,
  onlyGmina,
  onlyService,
} from './web-parts.tsx';

const reportView = ({ clause, service }: HelpPage, context: PageContext): View => {
  const { centre, lang } = context;
  const words = webWordsOf(lang).report;
  const state = formOf(context, takeReport, {
    'reporter.role': carriedRole(context) ?? 'self',
    language: lang,
    'needs.0.words': carriedNeed(context),
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
          action={helpAction(`${centre.home}/zglos`, freshSeed(), service)}
          {...state}
          hidden={{ ...onlyGmina(centre), ...onlyService(service) }}
          label={words.title}
          trap
        >
          <AskedAbout service={service} lang={lang} />
          <TextArea name="needs.0.words" label={words.need} hint={words.needHint} rows={6} />
          <ForWhom lang={lang} />
          <TextInput name="about.name" label={words.aboutName} hint={words.aboutHint} width="l" optional />
          <GminaField context={context} label={words.gmina} />
          <TextInput name="reporter.name" label={words.name} autoComplete="name" width="l" optional />
          <TextInput
            name="reporter.phone"
            label={words.phone}
            hint={words.phoneHint}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            optional
          />
          <TextInput
            name="reporter.email"
            label={words.email}
            type="email"
            autoComplete="email"
            width="l"
            optional
          />
          <TextInput name="contactWish" label={words.wish} width="l" optional />
          <Disclosure
            summary={words.follow}
            open={Boolean(state.values['about.birthDate'] ?? state.errors['about.birthDate'])}
          >
            <DateInput name="about.birthDate" label={words.birthDate} hint={words.birthDateHint} optional />
          </Disclosure>
          <LanguageField lang={lang} />
          <InformationNote centre={centre} lang={lang} clause={clause} />
          <Actions>
            <Button variant="primary">{words.submit}</Button>
            <Button variant="quiet" name="_intent" value="draft" noValidate>
              {words.draft}
            </Button>
          </Actions>
        </Form>
        <HelpWays context={context} without="write" {...(service ? { about: service.id } : {})} />
      </Stack>
    ),
  };
};

const reportPage = page({
  door: 'public',
  path: '/:centre/zglos',
  draft: () => 'zglos',
  load: helpPage,
  view: reportView,
});

const reportForm = form({
  door: 'public',
  path: '/:centre/zglos',
  command: takeReport,
  input: (values, request) => ({ ...values, channel: 'web', seed: request.query['klucz'] }),
  page: reportPage,
  next: (result, request) => sentPath(request.centre.home, 'zgloszenie', result, request.query['klucz']),
});

const sentKinds = ['zgloszenie', 'wniosek', 'telefon'] as const;

/** Where what was sent is confirmed; the code follows from the secret, and the page asks the database nothing. */
export function sentPath(
  home: string,
  kind: (typeof sentKinds)[number],
  result: { caseId: string; hasCode: boolean; dueOn?: string },
  seed: string | undefined,
): string {
  const query = new URLSearchParams({
    ...(result.dueOn ? { termin: result.dueOn } : {}),
    ...(result.hasCode && seed ? { sprawa: result.caseId, klucz: seed } : {}),
  }).toString();
  return `${home}/wyslane/${kind}${query === '' ? '' : `?${query}`}`;
}

function codeOf({ query }: PageContext): string | undefined {
  const { sprawa = '', klucz = '' } = query;
  return idPattern.test(sprawa) && seedPattern.test(klucz) ? caseCode(klucz, sprawa) : undefined;
}

const sentView = (_data: undefined, context: PageContext): View => {
  const { centre, params, lang } = context;
  const { sent: say, callback, home } = webWordsOf(lang);
  const application = params['kind'] === 'wniosek';
  const code = codeOf(context);
  const due = context.query['termin'] ?? '';
  const call = params['kind'] === 'telefon';
  const told = isIsoDate(due) ? say.applicationSteps(fullDate(due, lang)) : say.applicationPlain;
  const byCall = isIsoDate(due) ? callback.sentSteps(fullDate(due, lang)) : say.reportSteps;
  const steps = application ? told : call ? byCall : say.reportSteps;
  return {
    title: application ? say.applicationTitle : call ? callback.sentTitle : say.reportTitle,
    lead: say.lead,
    width: 'narrow',
    trail: homeTrail(context),
    body: (
      <Stack>
        {code ? (
          <Panel id="kod" title={say.code}>
            <CodeText code={code} />
            <p>{say.codeText}</p>
            <p>{say.print}</p>
          </Panel>
        ) : (
          <Notice kind="info">{say.noCode}</Notice>
        )}
        <Panel id="dalej" title={say.next}>
          <ol>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Panel>
        <ContactPanel context={context} title={say.call} text={say.callText} />
        <Actions>
          {code && <ButtonLink href={`${centre.home}/sprawa`}>{say.check}</ButtonLink>}
          <ButtonLink href={centre.home} variant="quiet">
            {home}
          </ButtonLink>
        </Actions>
      </Stack>
    ),
  };
};

const sentPage = page({
  door: 'public',
  path: '/:centre/wyslane/:kind',
  // Nothing is confirmed at an address that nothing leads to.
  load: (_ask, { params }) =>
    sentKinds.some((kind) => kind === params['kind'])
      ? nothing()
      : Promise.resolve({ ok: false, problem: notFound } as const),
  view: sentView,
});

/** A need reported by a resident on the web, and what is shown when anything was sent. */
export const webReportRoutes = [reportPage, reportForm, sentPage];
