import * as migration_20261124_221520_initial from './20261124_221520_initial.js';

export const migrations = [
  {
    up: migration_20261124_221520_initial.up,
    down: migration_20261124_221520_initial.down,
    name: '20261124_221520_initial'
  },
];
