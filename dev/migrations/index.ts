import * as migration_20261124_022239_initial from './20261124_022239_initial.js';

export const migrations = [
  {
    up: migration_20261124_022239_initial.up,
    down: migration_20261124_022239_initial.down,
    name: '20261124_022239_initial'
  },
];
