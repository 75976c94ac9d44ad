import * as migration_20261125_004554_initial from './20261125_004554_initial.js';

export const migrations = [
  {
    up: migration_20261125_004554_initial.up,
    down: migration_20261125_004554_initial.down,
    name: '20261125_004554_initial'
  },
];
