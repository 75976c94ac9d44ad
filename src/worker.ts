export { createCrmWorker, type CrmWorker } from '../jobs/worker.js'
