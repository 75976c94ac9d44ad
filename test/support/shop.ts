import { createCrmWorker } from 'mozaikoo-crm'
import { staff } from './client.js'
import { startHost } from './host.js'
import { startSmtpServer } from './smtpServer.js'

/** A host with a worker, a mail server, staff, one customer and one product. */
export async function openShop() {
  const smtp = await startSmtpServer()
  const host = await startHost({ smtpUrl: smtp.url })
  const worker = await createCrmWorker(host.payload)
  const admin = await staff(host.payload, host.api, 'admin')
  const sales = await staff(host.payload, host.api, 'sales')
  const company = { company: 'Muster AG', email: 'info@muster.test' }
  const customer: number = (await sales.post('/customers', company)).body.doc.id
  const tea = { name: 'Tee', sku: 'T-1', price: 1250, taxRate: 7 }
  const product: number = (await sales.post('/products', tea)).body.doc.id
  return {
    host,
    smtp,
    admin,
    sales,
    customer,
    product,
    async close() {
      await worker.close()
      await host.close()
      await smtp.close()
    },
  }
}

export type Shop = Awaited<ReturnType<typeof openShop>>
