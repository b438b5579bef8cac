/** app -> modules -> platform, ui, law; a module only by its door; nothing in a circle. */
const order = [
  'access',
  'accessibility',
  'operations',
  'records',
  'agenda',
  'people',
  'privacy',
  'inspections',
  'needs',
  'directory',
  'hsds',
  'programmes',
  'guidance',
  'casework',
  'plans',
  'population',
  'resources',
  'survey',
  'results',
  'diagnosis',
  'deinstitutionalisation',
  'visibility',
  'resident',
  'desk',
];
const tests = '\\.test\\.tsx?$';

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'language-stands-below-everything',
      severity: 'error',
      from: { path: '^src/lang\\.ts$' },
      to: { path: '.+' },
    },
    {
      name: 'law-stands-alone',
      severity: 'error',
      from: { path: '^src/law', pathNot: tests },
      to: { path: '^src/(platform|ui|modules|app|statistics)' },
    },
    {
      name: 'statistics-stand-alone',
      severity: 'error',
      from: { path: '^src/statistics', pathNot: tests },
      to: { path: '^src/(law|platform|ui|modules|app)' },
    },
    {
      name: 'ui-knows-no-module',
      severity: 'error',
      from: { path: '^src/ui', pathNot: tests },
      to: { path: '^src/(platform|modules|app|law|statistics)' },
    },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      from: { path: '^src/platform', pathNot: tests },
      to: { path: '^src/(ui|modules|app|law|statistics)' },
    },
    {
      name: 'modules-know-no-app',
      severity: 'error',
      from: { path: '^src/modules', pathNot: tests },
      to: { path: '^src/app' },
    },
    {
      name: 'modules-by-their-door',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/' },
      to: {
        path: '^src/modules/([^/]+)/.+',
        pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'app-by-the-door',
      severity: 'error',
      from: { path: '^src/app', pathNot: tests },
      to: { path: '^src/modules/[^/]+/.+', pathNot: '^src/modules/[^/]+/index\\.ts$' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/domain', pathNot: tests },
      to: {
        path: '^src/(platform/(?!runner/outcome|actor|fields|ids|small-numbers|http/form-data)|ui|modules/[^/]+/(db|commands|queries|pages|documents))',
      },
    },
    {
      name: 'the-tablet-runs-in-a-browser',
      severity: 'error',
      from: { path: '^src/modules/survey/tablet/', pathNot: tests },
      to: {
        path: '^src/(platform/(?!http/form-data)|app)|^src/modules/survey/(db|commands|queries|documents|index)',
        dependencyTypesNot: ['type-only'],
      },
    },
    ...order.flatMap((lower, index) =>
      order.slice(index + 1).map((higher) => ({
        name: `${lower}-below-${higher}`,
        severity: 'error',
        from: { path: `^src/modules/${lower}/`, pathNot: tests },
        to: { path: `^src/modules/${higher}/` },
      })),
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
