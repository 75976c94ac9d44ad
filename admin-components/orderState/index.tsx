import type { UIFieldServerProps } from 'payload'
import { orderActions, orderTransitions, type OrderStatus } from '../../src/domain/orderLife.js'
import type { Role } from '../../src/domain/role.js'
import { OrderStateClient } from './index.client.js'

type Props = UIFieldServerProps & {
  mails: string
  orders: string
  rolesOf: (user: UIFieldServerProps['req']['user']) => readonly Role[]
}

/** The state of an order and what can be done about it: by the table of the domain and the reader's roles. */
export function OrderState({ id, mails, orders, req, rolesOf }: Props) {
  if (id === undefined || id === null) return null
  const roles = rolesOf(req.user)
  const allowed = orderActions.filter((action) =>
    orderTransitions[action].roles.some((role) => roles.includes(role)),
  )
  const from = Object.fromEntries(
    allowed.map((action): [string, readonly OrderStatus[]] => [action, orderTransitions[action].from]),
  )
  return <OrderStateClient from={from} id={id} mails={mails} orders={orders} />
}
