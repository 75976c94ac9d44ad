import * as migration_20261125_012731_initial from './20261125_012731_initial.js';

export const migrations = [
  {
    up: migration_20261125_012731_initial.up,
    down: migration_20261125_012731_initial.down,
    name: '20261125_012731_initial'
  },
];
