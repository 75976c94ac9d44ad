import * as migration_20261125_010534_initial from './20261125_010534_initial.js';

export const migrations = [
  {
    up: migration_20261125_010534_initial.up,
    down: migration_20261125_010534_initial.down,
    name: '20261125_010534_initial'
  },
];
