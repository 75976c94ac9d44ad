import * as migration_20261124_213454_initial from './20261124_213454_initial.js';

export const migrations = [
  {
    up: migration_20261124_213454_initial.up,
    down: migration_20261124_213454_initial.down,
    name: '20261124_213454_initial'
  },
];
