import type { Role } from './role.js'

export const orderStatuses = ['open', 'confirmed', 'done', 'cancelled'] as const
export type OrderStatus = (typeof orderStatuses)[number]

export const orderActions = ['confirm', 'complete', 'cancel', 'reopen'] as const
export type OrderAction = (typeof orderActions)[number]

interface Transition {
  from: readonly OrderStatus[]
  to: OrderStatus
  roles: readonly Role[]
}

/** The whole life of an order. Whatever is not in this table is forbidden. */
export const orderTransitions: Record<OrderAction, Transition> = {
  confirm: { from: ['open'], to: 'confirmed', roles: ['admin', 'sales'] },
  // Completing an open order confirms it first: it gets its number on the way.
  complete: { from: ['open', 'confirmed'], to: 'done', roles: ['admin', 'sales'] },
  cancel: { from: ['open', 'confirmed'], to: 'cancelled', roles: ['admin', 'sales'] },
  reopen: { from: ['done', 'cancelled'], to: 'open', roles: ['admin'] },
}

/** @returns the action that leads from one status to another, `null` when the table has none */
export function actionBetween(from: OrderStatus, to: OrderStatus): OrderAction | null {
  return (
    orderActions.find((action) => {
      const transition = orderTransitions[action]
      return transition.to === to && transition.from.includes(from)
    }) ?? null
  )
}

/** Whether the action gives the order its number and freezes the document. */
export function confirms(action: OrderAction, from: OrderStatus): boolean {
  return action === 'confirm' || (action === 'complete' && from === 'open')
}

/** What an order becomes on its way from one status to another: completed in one go, it is confirmed first. */
export function statusesPassed(from: OrderStatus, to: OrderStatus): OrderStatus[] {
  const action = actionBetween(from, to)
  return action && to !== 'confirmed' && confirms(action, from) ? ['confirmed', to] : [to]
}

/** Lines, customer, discount and texts may change only while the order is open. */
export function isFrozen(status: OrderStatus): boolean {
  return status !== 'open'
}
