/** What runs in the browser. Named by `src/config/componentPaths.ts`; nothing inside imports this file. */
export {
  ColumnLabel,
  CustomerCell,
  NameCell,
  OpenActivitiesCell,
} from '../../admin-components/cells/index.client.js'
export { NativeLabels } from '../../admin-components/nativeLabels/index.client.js'
