import * as migration_20261125_075530_initial from './20261125_075530_initial.js';
import * as migration_20261128_025355_audience_parts from './20261128_025355_audience_parts.js';
import * as migration_20261128_064733_lean_outbox from './20261128_064733_lean_outbox.js';

export const migrations = [
  {
    up: migration_20261125_075530_initial.up,
    down: migration_20261125_075530_initial.down,
    name: '20261125_075530_initial',
  },
  {
    up: migration_20261128_025355_audience_parts.up,
    down: migration_20261128_025355_audience_parts.down,
    name: '20261128_025355_audience_parts',
  },
  {
    up: migration_20261128_064733_lean_outbox.up,
    down: migration_20261128_064733_lean_outbox.down,
    name: '20261128_064733_lean_outbox'
  },
];
