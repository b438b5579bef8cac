import { writeZip } from '../../../platform/files/zip-write.ts';
import { csvOf } from '../domain/csv.ts';
import { datapackage } from '../domain/datapackage.ts';
import type { JsonObject } from '../domain/spec.ts';
import { flatten, tables } from '../domain/tables.ts';
import { taxonomies } from '../domain/taxonomies.ts';

/** Services as a tabular data package: a CSV file for every object of which there is any, and their description. */
export function packCsv(services: Iterable<JsonObject>): Buffer {
  const rows = flatten(services, taxonomies);
  const used = tables.filter((table) => table.name === 'service' || (rows.get(table.name)?.length ?? 0) > 0);
  return writeZip([
    { name: 'datapackage.json', content: `${JSON.stringify(datapackage(used), null, 2)}\n` },
    ...used.map((table) => ({
      name: table.file,
      content: csvOf(table.columns, rows.get(table.name) ?? []),
    })),
  ]);
}
