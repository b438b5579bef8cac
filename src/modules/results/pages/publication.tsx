import { type PaperKind, paperFile, paperOf } from '../../../platform/documents/paper.ts';
import { file, form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  ActionForm,
  Button,
  ButtonLink,
  DateText,
  Disclosure,
  Form,
  Notice,
  Panel,
  Row,
  Stack,
  Table,
  Tag,
} from '../../../ui/index.ts';
import { PaperList } from '../../records/index.ts';
import { publishResults, withdrawResults } from '../commands/publish.ts';
import { reportContent } from '../documents/report.ts';
import { reportKind } from '../domain/published.ts';
import { pl } from '../pl.ts';
import { plReport } from '../pl-report.ts';
import { type PublicationView, viewPublication } from '../queries/published.ts';
import { viewWhole } from '../queries/view-whole.ts';
import { Above, routePath, trailOf } from './parts.tsx';
import { publishedPath, resultsPath } from './path.ts';

const words = pl.publication;

const writes = ({ actor }: PageContext): boolean => actor.roles.includes('service_organiser');

const Publish = ({ data, context }: { data: PublicationView; context: PageContext }) => {
  const { head, over, editions } = data;
  const given = editions.some(({ withdrawnOn }) => withdrawnOn === null);
  if (head.sheets === 0) return <p>{words.nothing}</p>;
  if (!over) return <p>{words.runs}</p>;
  if (!writes(context)) return null;
  return (
    <Stack>
      <Form
        id="opublikuj"
        action={resultsPath(head.surveyId, '/publikacja')}
        {...formOf(context, publishResults)}
        label={words.publish}
      >
        <Actions>
          <Button variant={given ? 'secondary' : 'primary'}>{given ? words.again : words.publish}</Button>
        </Actions>
      </Form>
      {given && (
        <Disclosure summary={words.withdraw}>
          <p>{words.withdrawText}</p>
          <ActionForm
            action={resultsPath(head.surveyId, '/publikacja/cofnij')}
            label={words.withdraw}
            variant="secondary"
            once={context.form.once}
          />
        </Disclosure>
      )}
    </Stack>
  );
};

function view(data: PublicationView, context: PageContext): View {
  const { head, slug, editions, papers } = data;
  const given = editions.some(({ withdrawnOn }) => withdrawnOn === null);
  return {
    title: words.title,
    lead: words.lead,
    width: 'wide',
    current: 'surveys',
    trail: trailOf(head),
    body: (
      <Stack>
        <Above head={head} part="publication" />
        <Panel id="publikacja" title={words.what}>
          <Stack>
            <p>{words.whatText}</p>
            {given && (
              <Row>
                <ButtonLink href={`${context.centre.home}${publishedPath}/${slug}`}>{words.see}</ButtonLink>
              </Row>
            )}
            <Publish data={data} context={context} />
          </Stack>
        </Panel>
        {editions.length > 0 && (
          <Panel id="wydania" title={words.editions} tone="plain">
            <Table
              caption={words.editions}
              captionHidden
              rows={editions}
              rowKey={({ edition }) => String(edition)}
              columns={[
                { key: 'no', label: words.edition, rowHeader: true, cell: ({ edition }) => edition },
                {
                  key: 'on',
                  label: words.publishedOn,
                  cell: ({ publishedOn }) => <DateText date={publishedOn} />,
                },
                {
                  key: 'state',
                  label: words.state,
                  cell: ({ withdrawnOn }) =>
                    withdrawnOn === null ? (
                      <Tag tone="success">{words.open}</Tag>
                    ) : (
                      <>
                        {words.withdrawn} <DateText date={withdrawnOn} />
                      </>
                    ),
                },
              ]}
            />
          </Panel>
        )}
        <Panel id="raport" title={words.report} tone="plain">
          <Stack>
            {papers.length > 0 && <PaperList papers={papers} />}
            {head.sheets === 0 ? (
              <Notice kind="info">{words.nothing}</Notice>
            ) : (
              <>
                <p>{words.reportText}</p>
                <Row>
                  <ButtonLink href={resultsPath(head.surveyId, '/raport.pdf')}>{words.reportPdf}</ButtonLink>
                  <ButtonLink href={resultsPath(head.surveyId, '/raport.docx')}>
                    {words.reportDocx}
                  </ButtonLink>
                </Row>
              </>
            )}
          </Stack>
        </Panel>
      </Stack>
    ),
  };
}

const publicationPage = page({
  door: 'staff',
  path: routePath('/publikacja'),
  load: async (ask, { params }) => await ask(viewPublication, { surveyId: params['surveyId'] }),
  view,
});

const here = (_result: unknown, { params }: { params: Record<string, string> }): string =>
  resultsPath(params['surveyId'] ?? '', '/publikacja');

const reportFile = (kind: PaperKind) =>
  file({
    door: 'staff',
    path: routePath(`/raport.${kind}`),
    async send(ask, request) {
      const asked = await ask(viewWhole, { surveyId: request.params['surveyId'] });
      if (!asked.ok) return asked;
      const paper = paperOf(request);
      const letter = {
        lang: 'pl' as const,
        large: false,
        ...reportContent(asked.value),
        kind: reportKind,
        letterhead: paper.letterhead,
        place: paper.place,
        date: paper.today,
        ...(paper.demonstration ? { banner: words.demonstration } : {}),
      };
      return { ok: true, value: await paperFile(letter, kind, plReport.fileName) };
    },
  });

/** What of the results is given to everybody, and the report of the survey. */
export const publicationRoutes = [
  publicationPage,
  form({
    door: 'staff',
    path: routePath('/publikacja'),
    command: publishResults,
    page: publicationPage,
    next: here,
  }),
  form({
    door: 'staff',
    path: routePath('/publikacja/cofnij'),
    command: withdrawResults,
    page: publicationPage,
    next: here,
  }),
  reportFile('pdf'),
  reportFile('docx'),
];
