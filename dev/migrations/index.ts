import * as migration_20261124_221018_initial from './20261124_221018_initial.js';

export const migrations = [
  {
    up: migration_20261124_221018_initial.up,
    down: migration_20261124_221018_initial.down,
    name: '20261124_221018_initial'
  },
];
