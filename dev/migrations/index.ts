import * as migration_20261124_214852_initial from './20261124_214852_initial.js';

export const migrations = [
  {
    up: migration_20261124_214852_initial.up,
    down: migration_20261124_214852_initial.down,
    name: '20261124_214852_initial'
  },
];
