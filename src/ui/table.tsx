import type { ComponentChildren, VNode } from 'preact';
import { useWords } from './words.ts';

export type SortDirection = 'up' | 'down';

export type Column<Row> = {
  key: string;
  label: string;
  cell: (row: Row) => ComponentChildren;
  /** Numbers, dates and money: aligned to the right with figures of equal width. */
  numeric?: boolean;
  /** The cell that names the row. Default: the first column. */
  rowHeader?: boolean;
  sortable?: boolean;
  /** Keeps short codes on one line. */
  nowrap?: boolean;
};

export type TableProps<Row> = {
  caption: string;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Sorting by links: the column, the direction and the address of another order. */
  sort?: { by: string; direction: SortDirection; href: (by: string, direction: SortDirection) => string };
  /** Shown in place of a table without rows. */
  empty?: ComponentChildren;
  /** A closing row of sums, by column key. */
  total?: Readonly<Record<string, ComponentChildren>>;
  /** Draws attention to a row, beside a word in one of its cells. */
  tone?: (row: Row) => 'warning' | 'danger' | 'current' | undefined;
};

const HeadCell = <Row,>({ column, sort }: { column: Column<Row>; sort: TableProps<Row>['sort'] }) => {
  const words = useWords();
  const current = sort?.by === column.key ? sort.direction : undefined;
  const next: SortDirection = current === 'up' ? 'down' : 'up';
  return (
    <th
      scope="col"
      role="columnheader"
      class={column.numeric ? 'numeric' : undefined}
      aria-sort={current === undefined ? undefined : current === 'up' ? 'ascending' : 'descending'}
    >
      {sort && column.sortable ? (
        <a class="sort" href={sort.href(column.key, next)} aria-label={words.sortBy(column.label)}>
          {column.label}
          <span class="sort-mark" aria-hidden="true">
            {current === undefined ? '↕' : current === 'up' ? '↑' : '↓'}
          </span>
        </a>
      ) : (
        column.label
      )}
    </th>
  );
};

const classes = <Row,>(column: Column<Row>): string | undefined =>
  [column.numeric ? 'numeric' : '', column.nowrap ? 'nowrap' : ''].filter(Boolean).join(' ') || undefined;

/**
 * Rows and columns; on a phone every row becomes a small list. Roles are written out because a browser
 * may forget that a table laid out as blocks is a table.
 */
export const Table = <Row,>(props: TableProps<Row>): VNode => {
  const { columns, rows, sort, total } = props;
  if (rows.length === 0 && props.empty) return <>{props.empty}</>;
  const header = columns.findIndex((column) => column.rowHeader);
  const headerKey = columns[Math.max(header, 0)]?.key;
  return (
    <div class="table-frame">
      <table class="table" role="table">
        <caption class={props.captionHidden ? 'sr-only' : undefined}>{props.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => {
            const tone = props.tone?.(row);
            return (
              <tr key={props.rowKey(row)} role="row" class={tone && `row-${tone}`}>
                {columns.map((column) =>
                  column.key === headerKey ? (
                    <th key={column.key} scope="row" role="rowheader" class={classes(column)}>
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td key={column.key} role="cell" class={classes(column)} data-label={column.label}>
                      {column.cell(row)}
                    </td>
                  ),
                )}
              </tr>
            );
          })}
        </tbody>
        {total && (
          <tfoot role="rowgroup">
            <tr role="row">
              {columns.map((column) => (
                <td key={column.key} role="cell" class={classes(column)} data-label={column.label}>
                  {total[column.key]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
};

export type NumberTableProps = {
  caption: string;
  captionHidden?: boolean;
  /** The head of the first column, then of the numbers. */
  head: readonly string[];
  rows: readonly { key: string; head: ComponentChildren; cells: readonly ComponentChildren[] }[];
};

/** A few short columns of numbers that stay a table on a phone too: beside a chart. */
export const NumberTable = ({ caption, captionHidden, head, rows }: NumberTableProps): VNode => (
  <table class="numbers">
    <caption class={captionHidden ? 'sr-only' : undefined}>{caption}</caption>
    <thead>
      <tr>
        {head.map((label) => (
          <th key={label} scope="col">
            {label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={row.key}>
          <th scope="row">{row.head}</th>
          {row.cells.map((cell, at) => (
            <td key={at}>{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
