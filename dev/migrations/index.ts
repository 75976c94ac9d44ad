import * as migration_20261124_210918_initial from './20261124_210918_initial.js';

export const migrations = [
  {
    up: migration_20261124_210918_initial.up,
    down: migration_20261124_210918_initial.down,
    name: '20261124_210918_initial'
  },
];
