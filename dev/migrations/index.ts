import * as migration_20261124_213125_initial from './20261124_213125_initial.js';

export const migrations = [
  {
    up: migration_20261124_213125_initial.up,
    down: migration_20261124_213125_initial.down,
    name: '20261124_213125_initial'
  },
];
