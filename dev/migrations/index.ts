import * as migration_20261124_211055_initial from './20261124_211055_initial.js';

export const migrations = [
  {
    up: migration_20261124_211055_initial.up,
    down: migration_20261124_211055_initial.down,
    name: '20261124_211055_initial'
  },
];
