/**
 * Who may import whom: domain ← config, i18n, database, mail, overview ← subscription ← jobs ← hooks ← collections, endpoints ← plugin, worker.
 * Type imports count.
 */
const layers = [
  ['src/domain', ['src/domain']],
  ['src/i18n', ['src/domain', 'src/i18n']],
  ['src/config', ['src/domain', 'src/i18n', 'src/config']],
  ['src/database', ['src/domain', 'src/config', 'src/database']],
  ['src/overview', ['src/domain', 'src/i18n', 'src/config', 'src/database', 'src/overview']],
  ['src/admin', ['src/domain', 'src/i18n', 'src/config', 'src/overview', 'src/admin']],
  ['src/network', ['src/network']],
  ['src/webhooks', ['src/domain', 'src/config', 'src/database', 'src/network', 'src/webhooks']],
  ['src/mail', ['src/domain', 'src/i18n', 'src/config', 'src/database', 'src/network', 'src/mail']],
  [
    'src/subscription',
    ['src/domain', 'src/i18n', 'src/config', 'src/database', 'src/mail', 'src/subscription'],
  ],
  [
    'jobs',
    [
      'src/domain',
      'src/i18n',
      'src/config',
      'src/database',
      'src/mail',
      'src/subscription',
      'src/webhooks',
      'jobs',
    ],
  ],
  [
    'hooks',
    [
      'src/domain',
      'src/i18n',
      'src/config',
      'src/database',
      'src/mail',
      'src/subscription',
      'src/webhooks',
      'jobs',
      'hooks',
    ],
  ],
  [
    'collections',
    ['src/domain', 'src/i18n', 'src/config', 'src/database', 'src/mail', 'hooks', 'collections'],
  ],
  ['src/openapi', ['src/domain', 'src/i18n', 'src/config', 'src/openapi']],
  [
    'src/endpoints',
    [
      'src/domain',
      'src/i18n',
      'src/config',
      'src/database',
      'src/overview',
      'src/network',
      'src/mail',
      'src/openapi',
      'src/subscription',
      'hooks',
      'src/endpoints',
    ],
  ],
  ['admin-components', ['src/domain', 'src/i18n', 'src/config/slugs.ts', 'src/overview', 'admin-components']],
]
const ours = '^(src|collections|hooks|jobs|admin-components|test|dev|scripts|bench)/'

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'domain-is-pure',
      comment: 'The domain runs in the browser too: no Payload, React, queue or Node modules.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: {
        path: '(^|/)(payload|react|bullmq|nodemailer|pg)(/|$)',
        dependencyTypes: ['npm', 'npm-peer', 'npm-dev'],
      },
    },
    {
      name: 'domain-knows-no-node',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'main-entry-loads-in-node',
      comment: 'Plain Node cannot load the admin panel: only admin-components may import it.',
      severity: 'error',
      from: { path: '^(src|collections|hooks|jobs)/', pathNot: '^src/exports/(client|rsc)' },
      to: { path: '@payloadcms/(ui|next)|node_modules/(react|next)/|\\.css$' },
    },
    ...layers.map(([from, to]) => ({
      name: `layer-${from.replace('/', '-')}`,
      severity: 'error',
      from: { path: `^${from}/` },
      to: { path: ours, pathNot: `^(${to.join('|')})(/|$)` },
    })),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    includeOnly: { path: '^(src|collections|hooks|jobs|admin-components)/|node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
