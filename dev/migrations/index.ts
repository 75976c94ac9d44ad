import * as migration_20261124_205321_initial from './20261124_205321_initial.js';

export const migrations = [
  {
    up: migration_20261124_205321_initial.up,
    down: migration_20261124_205321_initial.down,
    name: '20261124_205321_initial'
  },
];
