import * as migration_20261124_222944_initial from './20261124_222944_initial.js';

export const migrations = [
  {
    up: migration_20261124_222944_initial.up,
    down: migration_20261124_222944_initial.down,
    name: '20261124_222944_initial'
  },
];
