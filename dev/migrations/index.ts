import * as migration_20261124_213118_initial from './20261124_213118_initial.js';

export const migrations = [
  {
    up: migration_20261124_213118_initial.up,
    down: migration_20261124_213118_initial.down,
    name: '20261124_213118_initial'
  },
];
