import * as migration_20261124_212446_initial from './20261124_212446_initial.js';

export const migrations = [
  {
    up: migration_20261124_212446_initial.up,
    down: migration_20261124_212446_initial.down,
    name: '20261124_212446_initial'
  },
];
