/** What runs on the server and renders. Named by `src/config/componentPaths.ts`; nothing inside imports this file. */
export {
  ChoiceCell,
  DayCell,
  DoneCell,
  InstantCell,
  MainContactCell,
  MoneyCell,
  StateCell,
  TextCell,
} from '../../admin-components/cells/index.js'
export { CrmListView } from '../../admin-components/listView/index.js'
export { CrmIcon, CrmLogo } from '../../admin-components/logo/index.js'
export { CrmNavLink } from '../../admin-components/navLink/index.js'
export { OverviewTabs } from '../../admin-components/overviewTabs/index.js'
