const { options } = require('./.dependency-cruiser.cjs');

/** What holds for the code that runs, types left aside: a page may know the shape of a row, never the SQL. */
module.exports = {
  forbidden: [
    {
      name: 'sql-only-in-db',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/(pages|documents|domain)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: 'kysely|^src/modules/[^/]+/db/' },
    },
  ],
  options: { ...options, tsPreCompilationDeps: false },
};
