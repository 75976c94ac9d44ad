import * as migration_20261124_221639_initial from './20261124_221639_initial.js';

export const migrations = [
  {
    up: migration_20261124_221639_initial.up,
    down: migration_20261124_221639_initial.down,
    name: '20261124_221639_initial'
  },
];
