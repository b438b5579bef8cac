import { recipientGroups, serviceKinds } from '../../../law/index.ts';
import { type PageContext, type View } from '../../../platform/http/route.ts';
import {
  ButtonLink,
  DescriptionList,
  Disclosure,
  FigureValue,
  fullDate,
  Notice,
  Panel,
  Row,
  Stack,
  Table,
  Tag,
  Unknown,
} from '../../../ui/index.ts';
import { PaperList } from '../../records/index.ts';
import { chapterKeys } from '../domain/content.ts';
import { isEditable } from '../domain/lifecycle.ts';
import { pl } from '../pl.ts';
import { pl as plGap } from '../pl-gap.ts';
import { plPages } from '../pl-pages.ts';
import type { DiagnosisView } from '../queries/view.ts';
import { writes } from './list.tsx';
import { chapterPath, consultationsPath, documentPath, listPath, remarksPath } from './paths.ts';
import { Steps } from './steps.tsx';

const words = plPages.view;

type Given = { view: DiagnosisView; context: PageContext };

const Chapters = ({ view, context }: Given) => {
  const { diagnosis } = view;
  const may = writes(context) && isEditable(diagnosis.state);
  return (
    <Panel id="rozdzialy" title={words.chapters}>
      <Table
        caption={words.chapters}
        captionHidden
        rows={chapterKeys.map((key) => ({ key, text: diagnosis.content.texts[key] ?? '' }))}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'name',
            label: words.chapters,
            rowHeader: true,
            cell: ({ key }) =>
              may ? <a href={chapterPath(diagnosis.id, key)}>{pl.chapters[key]}</a> : pl.chapters[key],
          },
          {
            key: 'text',
            label: plPages.chapter.words,
            cell: ({ text }) =>
              text === '' ? (
                <Unknown>{words.empty}</Unknown>
              ) : (
                `${text.slice(0, 160)}${text.length > 160 ? '…' : ''}`
              ),
          },
        ]}
      />
    </Panel>
  );
};

const Needs = ({ view, context }: Given) => {
  const { home } = context.centre;
  const { gaps } = view.diagnosis.content;
  const shown = gaps.filter(({ gap }) => gap.value !== null);
  return (
    <Panel id="potrzeby" title={words.needs} tone="plain">
      <Table
        caption={words.needsCaption}
        rows={shown}
        rowKey={({ kind, gmina }) => `${kind} ${gmina}`}
        empty={<p>{gaps.length === 0 ? words.noNeeds : plGap.page.noneKnown}</p>}
        columns={[
          { key: 'kind', label: words.kind, rowHeader: true, cell: ({ kind }) => serviceKinds[kind].name },
          { key: 'place', label: words.place, cell: ({ gminaName }) => gminaName },
          {
            key: 'demand',
            label: words.demand,
            numeric: true,
            cell: ({ demand }) => <FigureValue figure={demand} home={home} bare />,
          },
          {
            key: 'capacity',
            label: words.capacity,
            numeric: true,
            cell: ({ capacity }) => <FigureValue figure={capacity} home={home} bare />,
          },
          {
            key: 'gap',
            label: words.gap,
            numeric: true,
            cell: ({ gap, basis }) => (
              <>
                {basis === 'least' && <span class="description-note">{plGap.page.least}</span>}
                <FigureValue figure={gap} home={home} bare />
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
};

const Tables = ({ view }: { view: DiagnosisView }) => {
  const { findings, performers } = view.diagnosis.content;
  return (
    <>
      <Panel id="ustalenia" title={words.findings} tone="plain">
        <Table
          caption={words.findings}
          captionHidden
          rows={findings}
          rowKey={({ foundOn, conclusion }) => `${foundOn} ${conclusion}`}
          empty={<p>{words.findingsNone}</p>}
          columns={[
            { key: 'day', label: words.day, nowrap: true, cell: ({ foundOn }) => fullDate(foundOn) },
            { key: 'area', label: words.area, cell: ({ area }) => area },
            {
              key: 'group',
              label: words.group,
              cell: ({ group }) => (group === null ? '–' : recipientGroups[group]),
            },
            {
              key: 'scale',
              label: words.scale,
              numeric: true,
              cell: ({ scale }) => scale ?? <Unknown>–</Unknown>,
            },
            {
              key: 'conclusion',
              label: words.conclusion,
              rowHeader: true,
              cell: ({ conclusion, significant }) => (
                <>
                  {conclusion} {significant && <Tag tone="warning">{words.significant}</Tag>}
                </>
              ),
            },
          ]}
        />
      </Panel>
      <Panel id="wykonawcy" title={words.performers} tone="plain">
        <Table
          caption={words.performersCaption}
          captionHidden
          rows={performers}
          rowKey={({ area, performer }) => `${String(area)} ${performer}`}
          empty={<p>{words.performersNone}</p>}
          columns={[
            { key: 'area', label: words.area, cell: ({ area }) => area ?? <Unknown>{words.noArea}</Unknown> },
            { key: 'performer', label: words.performer, rowHeader: true, cell: ({ performer }) => performer },
            { key: 'services', label: words.services, cell: ({ services }) => services.join('; ') },
          ]}
        />
      </Panel>
    </>
  );
};

const Changes = ({ of, caption }: { of: DiagnosisView['pending']; caption: string }) => (
  <Table
    caption={caption}
    rows={of}
    rowKey={({ name }) => name}
    columns={[
      { key: 'name', label: words.what, rowHeader: true, cell: ({ name }) => name },
      { key: 'before', label: words.before, numeric: true, cell: ({ before }) => before },
      { key: 'after', label: words.after, numeric: true, cell: ({ after }) => after },
    ]}
  />
);

const Documents = ({ view }: { view: DiagnosisView }) => {
  const { diagnosis, remarks, papers } = view;
  const at = documentPath(diagnosis.id);
  return (
    <Panel id="dokumenty" title={words.documents} tone="plain">
      <Stack>
        {papers.length > 0 && (
          <>
            <p>{words.keptText}</p>
            <PaperList papers={papers} />
            <h3>{words.live}</h3>
          </>
        )}
        <p>{words.liveText}</p>
        <Row>
          <ButtonLink href={`${at}/diagnoza.pdf`}>{words.pdf}</ButtonLink>
          <ButtonLink href={`${at}/diagnoza.docx`}>{words.docx}</ButtonLink>
          {(remarks.length > 0 || diagnosis.consultedTo !== null) && (
            <>
              <ButtonLink href={`${at}/raport.pdf`}>{words.reportPdf}</ButtonLink>
              <ButtonLink href={`${at}/raport.docx`}>{words.reportDocx}</ButtonLink>
            </>
          )}
        </Row>
      </Stack>
    </Panel>
  );
};

/** A diagnosis with what comes next, its chapters, tables, documents and remarks. */
export function diagnosisView(view: DiagnosisView, context: PageContext): View {
  const { diagnosis, remarks, pending, significant } = view;
  const open = remarks.filter(({ verdict }) => verdict === null).length;
  const { content } = diagnosis;
  return {
    title: diagnosis.title,
    lead: [diagnosis.gminaName, `${diagnosis.fromYear}–${diagnosis.toYear}`].filter(Boolean).join(', '),
    width: 'wide',
    current: 'diagnosis',
    trail: [{ href: listPath, label: plPages.list.title }],
    aside: (
      <Tag tone={diagnosis.state === 'in_force' ? 'success' : 'neutral'}>{pl.states[diagnosis.state]}</Tag>
    ),
    body: (
      <Stack>
        {significant.length > 0 && (
          <Notice kind="warning" title={words.significant}>
            <p>{words.significantText}</p>
            <ul>
              {significant.map(({ foundOn, conclusion }) => (
                <li key={conclusion}>
                  {fullDate(foundOn)}: {conclusion}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <Steps view={view} context={context} />
        <Documents view={view} />
        {diagnosis.consultedTo !== null && (
          <Panel id="uwagi" title={words.remarks(remarks.length)} tone="plain">
            <Row>
              <ButtonLink href={remarksPath(diagnosis.id)}>{words.answerRemarks}</ButtonLink>
              <ButtonLink href={`${context.centre.home}${consultationsPath}/${diagnosis.id}`} variant="quiet">
                {words.consultationLink}
              </ButtonLink>
              {open > 0 && <Tag tone="warning">{words.remarksOpen(open)}</Tag>}
            </Row>
          </Panel>
        )}
        {content.changed.length > 0 && (
          <Panel id="zmiany" title={words.changed} tone="plain">
            <Changes of={content.changed} caption={words.changed} />
          </Panel>
        )}
        {pending.length > 0 && (
          <Disclosure summary={words.pending(pending.length)}>
            <Changes of={pending} caption={words.pendingCaption} />
          </Disclosure>
        )}
        <Chapters view={view} context={context} />
        <Needs view={view} context={context} />
        <Tables view={view} />
        <Panel id="przebieg" title={words.history} tone="plain">
          <DescriptionList
            items={[
              {
                term: words.facts.consulted,
                value:
                  diagnosis.consultedFrom && diagnosis.consultedTo
                    ? `${fullDate(diagnosis.consultedFrom)} – ${fullDate(diagnosis.consultedTo)}`
                    : '–',
              },
              ...(['mayor', 'council', 'inForce', 'ended'] as const).map((fact) => {
                const day = {
                  mayor: diagnosis.toMayorOn,
                  council: diagnosis.toCouncilOn,
                  inForce: diagnosis.inForceOn,
                  ended: diagnosis.endedOn,
                }[fact];
                return { term: words.facts[fact], value: day === null ? '–' : fullDate(day) };
              }),
              ...(content.updateBecause === null
                ? []
                : [{ term: words.updateBecause, value: content.updateBecause }]),
            ]}
          />
        </Panel>
      </Stack>
    ),
  };
}
