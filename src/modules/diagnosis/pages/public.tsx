import type { z } from 'zod';
import { serviceKinds } from '../../../law/index.ts';
import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  figureText,
  Form,
  fullDate,
  Panel,
  PublishedList,
  Select,
  Stack,
  Table,
  Tag,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { remark } from '../commands/remark.ts';
import { chapterKeys } from '../domain/content.ts';
import { isAnswered } from '../domain/lifecycle.ts';
import { listConsultations, viewConsultation } from '../queries/view.ts';
import { webWordsOf } from '../web-words.ts';
import { consultationsPath } from './paths.ts';

type Consultation = z.infer<typeof viewConsultation.output>;
type Listed = z.infer<typeof listConsultations.output>['consultations'][number];

const stateWords = (
  one: Pick<Listed, 'state' | 'consultedFrom' | 'consultedTo'>,
  { lang, today }: PageContext,
): string => {
  const words = webWordsOf(lang);
  if (one.state === 'report') return words.closed;
  if (one.state !== 'consultation') return words.answered;
  if (one.consultedFrom !== null && today < one.consultedFrom)
    return words.soon(fullDate(one.consultedFrom, lang));
  return one.consultedTo !== null && today <= one.consultedTo
    ? words.running(fullDate(one.consultedTo, lang))
    : words.closed;
};

function listView({ consultations }: { consultations: Listed[] }, context: PageContext): View {
  const words = webWordsOf(context.lang);
  const { home } = context.centre;
  return {
    title: words.listTitle,
    lead: words.listLead,
    trail: [{ href: home, label: words.home }],
    body: (
      <PublishedList
        items={consultations.map((one) => ({
          id: one.id,
          href: `${home}${consultationsPath}/${one.id}`,
          title: one.gminaName === null ? one.title : `${one.title}, ${one.gminaName}`,
          about: <p>{stateWords(one, context)}</p>,
        }))}
        empty={{
          title: words.none,
          text: words.noneText,
          next: { href: `${home}/ankiety`, label: words.noneNext },
        }}
      />
    ),
  };
}

const listPage = page({
  door: 'public',
  path: `/:centre${consultationsPath}`,
  load: async (ask) => await ask(listConsultations, {}),
  view: listView,
});

const Needs = ({ diagnosis, context }: { diagnosis: Consultation['diagnosis']; context: PageContext }) => {
  const words = webWordsOf(context.lang);
  const gaps = diagnosis.content.gaps.filter(({ gap }) => gap.value !== null && gap.value > 0).slice(0, 10);
  if (gaps.length === 0) return <p>{words.noNeeds}</p>;
  return (
    <Table
      caption={words.needsCaption}
      rows={gaps}
      rowKey={({ kind, gmina }) => `${kind} ${gmina}`}
      columns={[
        {
          key: 'service',
          label: words.service,
          rowHeader: true,
          cell: ({ kind }) => <span lang="pl">{serviceKinds[kind].name}</span>,
        },
        {
          key: 'demand',
          label: words.demand,
          numeric: true,
          cell: ({ demand }) => figureText(demand, context.lang, true),
        },
        {
          key: 'capacity',
          label: words.capacity,
          numeric: true,
          cell: ({ capacity }) => figureText(capacity, context.lang, true),
        },
        {
          key: 'gap',
          label: words.gap,
          numeric: true,
          cell: ({ basis, gap }) =>
            `${basis === 'least' ? `${words.atLeast} ` : ''}${figureText(gap, context.lang, true)}`,
        },
      ]}
    />
  );
};

const Remark = ({ id, context }: { id: string; context: PageContext }) => {
  const words = webWordsOf(context.lang);
  return (
    <Panel id="napisz" title={words.write}>
      <p>{words.writeLead}</p>
      <Form
        id="uwaga"
        action={`${context.centre.home}${consultationsPath}/${id}`}
        {...formOf(context, remark)}
        label={words.write}
        trap
      >
        <Select
          name="chapter"
          label={words.chapter}
          placeholder={words.whole}
          options={chapterKeys.map((value) => ({ value, label: words.chapters[value] }))}
          optional
        />
        <TextArea name="words" label={words.words} rows={6} maxLength={4000} />
        <TextInput name="contact" label={words.contact} hint={words.contactHint} maxLength={200} optional />
        <Actions>
          <Button variant="primary">{words.send}</Button>
        </Actions>
      </Form>
    </Panel>
  );
};

const Answers = ({ remarks, context }: { remarks: Consultation['remarks']; context: PageContext }) => {
  const words = webWordsOf(context.lang);
  return (
    <Panel id="odpowiedzi" title={words.remarks} tone="plain">
      {remarks.length === 0 ? (
        <p>{words.noRemarks}</p>
      ) : (
        <ol>
          {remarks.map((one) => (
            <li key={one.id}>
              <p>{one.words}</p>
              {one.verdict !== null && (
                <p lang="pl">
                  <strong>{words.answer}:</strong> <Tag>{words.verdicts[one.verdict]}</Tag> {one.answer}
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
};

function consultationView({ diagnosis, remarks, open }: Consultation, context: PageContext): View {
  const words = webWordsOf(context.lang);
  const { home } = context.centre;
  const here = `${home}${consultationsPath}/${diagnosis.id}`;
  const trail = [
    { href: home, label: words.home },
    { href: `${home}${consultationsPath}`, label: words.listTitle },
  ];
  if (context.done === remark.name)
    return {
      title: words.thanksTitle,
      trail,
      body: (
        <Stack>
          <p>{words.thanks}</p>
          <Actions>
            <ButtonLink href={`${here}#napisz`}>{words.another}</ButtonLink>
            <ButtonLink href={here} variant="quiet">
              {words.back}
            </ButtonLink>
          </Actions>
        </Stack>
      ),
    };
  const answered = isAnswered(diagnosis.state);
  return {
    title: diagnosis.title,
    heading: <span lang="pl">{diagnosis.title}</span>,
    lead: stateWords(diagnosis, context),
    trail,
    body: (
      <Stack>
        <p>{words.what}</p>
        {context.lang !== 'pl' && <p>{words.polishOnly}</p>}
        <Actions>
          <ButtonLink href={`${here}/projekt.pdf`} variant={open ? 'secondary' : 'primary'}>
            {words.document}
          </ButtonLink>
          {answered && <ButtonLink href={`${here}/raport.pdf`}>{words.report}</ButtonLink>}
        </Actions>
        <Panel id="potrzeby" title={words.needs} tone="plain">
          <Needs diagnosis={diagnosis} context={context} />
          <p>
            {words.performers(new Set(diagnosis.content.performers.map(({ performer }) => performer)).size)}
          </p>
        </Panel>
        {open && <Remark id={diagnosis.id} context={context} />}
        {answered && <Answers remarks={remarks} context={context} />}
      </Stack>
    ),
  };
}

const consultationPage = page({
  door: 'public',
  path: `/:centre${consultationsPath}/:diagnosisId`,
  load: async (ask, { params }) => await ask(viewConsultation, { diagnosisId: params['diagnosisId'] }),
  view: consultationView,
});

/** The residents' pages: what is consulted, and a remark without an account. */
export const publicRoutes = [
  listPage,
  consultationPage,
  form({
    door: 'public',
    path: `/:centre${consultationsPath}/:diagnosisId`,
    command: remark,
    page: consultationPage,
    next: (_result, { centre, params }) =>
      `${centre.home}${consultationsPath}/${params['diagnosisId'] ?? ''}`,
  }),
];
