/** What runs on the server and renders. Named by `src/config/componentPaths.ts`; nothing inside imports this file. */
export { CustomerEntries } from '../../admin-components/entryWorkspace/index.js'
export { EntryView } from '../../admin-components/entryView/index.js'
export { OrderState } from '../../admin-components/orderState/index.js'
