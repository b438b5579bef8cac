import { file } from '../../../platform/http/route.ts';
import { type Cell, csvText } from '../../../platform/tables/csv.ts';
import { xlsxOf, xlsxType } from '../../../platform/tables/xlsx.ts';
import { type Capacity, resourcesPath } from '../domain/figures.ts';
import { freeOf, occupiedOf, placesOf, type Resource } from '../domain/resource.ts';
import { pl } from '../pl.ts';
import { listResources, type ResourceList } from '../queries/list-resources.ts';
import { askedOf } from './list.tsx';
import { ownColumns, yesNo } from './pl-export.ts';

const words = pl.list;

/** A row of our own register: the import reads it back. */
const rowOf = (one: Resource): Cell[] => [
  one.name,
  one.operator,
  one.kind,
  one.profile,
  one.gmina,
  one.powiat,
  one.locality,
  yesNo(one.institutionalSaid),
  placesOf(one),
  occupiedOf(one),
  one.waiting,
  freeOf(one),
  one.staff,
  one.costMonthGrosze === null ? null : one.costMonthGrosze / 100,
  one.costAsOf,
  yesNo(one.costAbout ? true : null),
  one.asOf,
  one.source,
  one.doubts.map((doubt) => pl.doubts[doubt].name).join('; '),
];

const sums = (label: string, { resources, known, costMonth, costYear }: Capacity): Cell[] => [
  label,
  resources,
  known.places.value,
  known.occupied.value,
  known.waiting.value,
  known.free.value,
  costMonth.value === null ? null : costMonth.value / 100,
  costYear.value === null ? null : costYear.value / 100,
  known.places.passport.formula,
  known.places.passport.source,
];

const sumHead = [
  words.kind,
  words.resources,
  words.places,
  words.occupied,
  words.waiting,
  words.free,
  words.cost,
  words.costYear,
  words.formula,
  words.source,
];

const sumRows = (data: ResourceList): Cell[][] => [
  ...data.byKind.map(({ kind, capacity }) => sums(pl.kindName(kind), capacity)),
  sums(words.sides.institutional, data.sides.institutional),
  sums(words.sides.community, data.sides.community),
];

const nameOf = (kind: string): string => `attachment; filename="zasoby.${kind}"`;

/** The resources shown, in the form that the import reads back. */
const csvFile = file({
  door: 'staff',
  path: `${resourcesPath}/csv`,
  async send(ask, request) {
    const data = await ask(listResources, askedOf(request));
    if (!data.ok) return data;
    const body = csvText([ownColumns, ...data.value.resources.map(rowOf)]);
    return { ok: true, value: { type: 'text/csv; charset=utf-8', body, name: nameOf('csv') } };
  },
});

/** The same as a workbook: resources, and sums with where they come from. */
const xlsxFile = file({
  door: 'staff',
  path: `${resourcesPath}/xlsx`,
  async send(ask, request) {
    const data = await ask(listResources, askedOf(request));
    if (!data.ok) return data;
    const body = await xlsxOf([
      { name: words.table, head: ownColumns, rows: data.value.resources.map(rowOf), widths: [48, 28] },
      { name: words.byKind, head: sumHead, rows: sumRows(data.value), widths: [36] },
    ]);
    return { ok: true, value: { type: xlsxType, body, name: nameOf('xlsx') } };
  },
});

export const exportRoutes = [csvFile, xlsxFile];
