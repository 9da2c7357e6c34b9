// Who may import whom: the table of ARCHITECTURE.md, enforced by dependency-cruiser.

/** The pipeline of renderer/core in its order: a folder may import only from the ones before it. */
const pipeline = [
  'words',
  'base',
  'source',
  'decode',
  'integrity',
  'record',
  'table',
  'query',
  'athena',
  'journal',
  'correlate',
  'layout',
  'case-file',
  'export',
];

const coreRules = pipeline.slice(0, -1).map((folder, place) => ({
  name: `core-${folder}-comes-before`,
  comment: `core/${folder} stands before ${pipeline.slice(place + 1).join(', ')} in the pipeline`,
  severity: 'error',
  from: { path: `^renderer/core/${folder}/` },
  to: { path: `^renderer/core/(${pipeline.slice(place + 1).join('|')})/` },
}));

const rule = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule('no-cycles', {}, { circular: true }, 'a cycle, of types too, has no order to read it in'),
    rule(
      'no-orphans',
      { orphan: true, pathNot: '\\.d\\.ts$|\\.config\\.|^build/layers' },
      {},
      'a file that nobody imports',
    ),
    rule(
      'core-is-pure',
      { path: '^renderer/core/' },
      {
        pathNot:
          '^renderer/core/|^renderer/scanner/code\\.ts$|node_modules/(fflate|fzstd|@zip\\.js|hyparquet|@noble|ipaddr\\.js)',
      },
      'core knows no platform',
    ),
    ...coreRules,
    rule(
      'only-store-knows-dexie',
      { path: '^(renderer|electron)/', pathNot: '^renderer/store/' },
      { path: 'node_modules/dexie' },
      'the database is behind renderer/store',
    ),
    rule(
      'store',
      { path: '^renderer/store/' },
      { path: '^(renderer/(?!core|store)|electron/)' },
      'store sees core only',
    ),
    rule(
      'sources',
      { path: '^renderer/sources/' },
      { path: '^(renderer/(?!core|sources|host)|electron/)' },
      'sources see core and host only',
    ),
    rule(
      'workers',
      { path: '^renderer/workers/' },
      { path: '^(renderer/(state|views|ui|messages|App|main)|electron/)|node_modules/svelte' },
      'workers know no screen',
    ),
    rule(
      'host',
      { path: '^renderer/host/' },
      {
        path: '^(renderer/(?!core|host)|electron/(?!ipc/(contract|aws|object-store|event-history|athena)\\.ts))',
      },
      'host sees the contract only',
    ),
    rule(
      'only-host-knows-electron',
      { path: '^renderer/', pathNot: '^renderer/host/' },
      { path: '^electron/' },
      'the bridge is behind renderer/host',
    ),
    rule(
      'state',
      { path: '^renderer/state/' },
      { path: '^(renderer/(views|ui|App|main)|electron/)|\\.worker\\.ts' },
      'state knows no view',
    ),
    rule(
      'ui',
      { path: '^renderer/ui/' },
      { path: '^(renderer/(?!ui|messages)|electron/)' },
      'ui knows no events',
    ),
    rule(
      'messages',
      { path: '^renderer/messages/' },
      { path: '^(renderer/(?!messages|core/words)|electron/)' },
      'messages are texts, and know nothing of what they are about',
    ),
    rule(
      'only-messages-know-i18next',
      { path: '^(renderer|electron)/', pathNot: '^renderer/messages/' },
      { path: 'node_modules/i18next' },
      'the library is behind renderer/messages',
    ),
    rule(
      'views',
      { path: '^renderer/views/([^/]+)/' },
      { path: '^(renderer/(views/(?!$1/)|store|workers|sources)|electron/)' },
      'a view sees state, ui, core and its own folder',
    ),
    rule(
      'only-timeline-knows-vis',
      { path: '^renderer/', pathNot: '^renderer/views/timeline/' },
      { path: 'node_modules/vis-' },
      'vis-timeline is behind views/timeline',
    ),
    rule(
      'electron',
      { path: '^electron/' },
      { path: '^(renderer|test|build)/' },
      'electron moves bytes and knows no CloudTrail',
    ),
    rule(
      'no-tests-in-product',
      { path: '^(renderer|electron)/' },
      { path: '^(test|build)/' },
      'the product needs no test',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'renderer/tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.svelte', '.js', '.mjs', '.json'],
      conditionNames: ['import', 'svelte', 'browser', 'default'],
    },
  },
};
