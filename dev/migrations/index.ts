<<<<<<< HEAD
import * as migration_20261124_215033_initial from './20261124_215033_initial.js';

export const migrations = [
  {
    up: migration_20261124_215033_initial.up,
    down: migration_20261124_215033_initial.down,
    name: '20261124_215033_initial'
=======
import * as migration_20261124_210918_initial from './20261124_210918_initial.js';

export const migrations = [
  {
    up: migration_20261124_210918_initial.up,
    down: migration_20261124_210918_initial.down,
    name: '20261124_210918_initial'
>>>>>>> accounts
  },
];
