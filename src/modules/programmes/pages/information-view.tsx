import type { VNode } from 'preact';
import { DescriptionList, money, Panel, shortDate, Table } from '../../../ui/index.ts';
import type { Information } from '../domain/version.ts';
import { pl } from '../pl.ts';
import { Paragraphs } from './item-view.tsx';

const words = pl.pages.view;

/** Information on the implementation of a programme, as published (art. 6). */
export const InformationPanel = ({ information }: { information: Information }): VNode => (
  <Panel id="informacja" title={words.information}>
    <Table
      caption={words.information}
      captionHidden
      rows={information.services}
      rowKey={(row) => row.serviceName}
      columns={[
        { key: 'service', label: words.infoService, cell: (row) => row.serviceName },
        { key: 'planned', label: words.planned, numeric: true, cell: (row) => row.planned ?? '–' },
        { key: 'actual', label: words.actual, numeric: true, cell: (row) => row.actual },
        { key: 'performers', label: words.performers, cell: (row) => row.performers || '–' },
      ]}
    />
    <DescriptionList
      items={[
        { term: words.realisation, value: <Paragraphs text={information.realisation} /> },
        { term: words.evaluation, value: <Paragraphs text={information.evaluation} /> },
        { term: words.cost, value: money(information.costGrosze) },
        { term: words.published, value: shortDate(information.publishedOn) },
        { term: words.bipOffice, value: <a href={information.bipOffice}>{information.bipOffice}</a> },
        { term: words.bipCentre, value: <a href={information.bipCentre}>{information.bipCentre}</a> },
      ]}
    />
  </Panel>
);
