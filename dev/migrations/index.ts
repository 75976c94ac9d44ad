import * as migration_20261125_013653_initial from './20261125_013653_initial.js';

export const migrations = [
  {
    up: migration_20261125_013653_initial.up,
    down: migration_20261125_013653_initial.down,
    name: '20261125_013653_initial'
  },
];
