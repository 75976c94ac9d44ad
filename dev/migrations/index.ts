import * as migration_20261125_011642_initial from './20261125_011642_initial.js';

export const migrations = [
  {
    up: migration_20261125_011642_initial.up,
    down: migration_20261125_011642_initial.down,
    name: '20261125_011642_initial'
  },
];
