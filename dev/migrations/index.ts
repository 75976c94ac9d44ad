import * as migration_20261124_205612_initial from './20261124_205612_initial.js';

export const migrations = [
  {
    up: migration_20261124_205612_initial.up,
    down: migration_20261124_205612_initial.down,
    name: '20261124_205612_initial'
  },
];
