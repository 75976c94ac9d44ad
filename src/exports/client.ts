/** What runs in the browser. Named by `src/config/componentPaths.ts`; nothing inside imports this file. */
export { CustomerAccounts } from '../../admin-components/customerAccounts/index.client.js'
