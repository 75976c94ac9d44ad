/** What runs on the server and renders. Named by `src/config/componentPaths.ts`; nothing inside imports this file. */
export { CrmIcon, CrmLogo } from '../../admin-components/logo/index.js'
export { CrmNavLink } from '../../admin-components/navLink/index.js'
export { OverviewTabs } from '../../admin-components/overviewTabs/index.js'
