import * as migration_20261125_075530_initial from './20261125_075530_initial.js';

export const migrations = [
  {
    up: migration_20261125_075530_initial.up,
    down: migration_20261125_075530_initial.down,
    name: '20261125_075530_initial'
  },
];
