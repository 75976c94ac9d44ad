import * as migration_20261124_222415_initial from './20261124_222415_initial.js';

export const migrations = [
  {
    up: migration_20261124_222415_initial.up,
    down: migration_20261124_222415_initial.down,
    name: '20261124_222415_initial'
  },
];
