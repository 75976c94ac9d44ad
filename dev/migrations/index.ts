import * as migration_20261124_204841_initial from './20261124_204841_initial.js';

export const migrations = [
  {
    up: migration_20261124_204841_initial.up,
    down: migration_20261124_204841_initial.down,
    name: '20261124_204841_initial'
  },
];
