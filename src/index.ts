export { mozaikooCrm } from './plugin.js'
export type {
  CollectionOverride,
  DeliveryOptions,
  DkimOptions,
  GlobalOverride,
  MozaikooCrmOptions,
} from './config/options.js'
export { readEnvironment, type CrmEnvironment } from './config/environment.js'
export { withBodyLimit, type BodyLimits } from './endpoints/bodyLimit.js'
export { createCrmWorker, type CrmWorker } from './worker.js'
export { computeOrderTotals } from './domain/orderTotals.js'
export type { OrderDiscount, OrderTotals, PricedLine, PriceMode, TaxShare } from './domain/orderTotals.js'
