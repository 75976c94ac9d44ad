import * as migration_20261125_055408_initial from './20261125_055408_initial.js';

export const migrations = [
  {
    up: migration_20261125_055408_initial.up,
    down: migration_20261125_055408_initial.down,
    name: '20261125_055408_initial'
  },
];
