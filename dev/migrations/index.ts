import * as migration_20261124_201012_initial from './20261124_201012_initial.js';

export const migrations = [
  {
    up: migration_20261124_201012_initial.up,
    down: migration_20261124_201012_initial.down,
    name: '20261124_201012_initial'
  },
];
