import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  actionBetween,
  confirms,
  isFrozen,
  orderActions,
  orderStatuses,
  orderTransitions,
  type OrderAction,
  type OrderStatus,
} from '../../src/domain/orderLife.js'

/** Rows: from. Columns: to open, confirmed, done, cancelled. */
const matrix: Record<OrderStatus, (OrderAction | null)[]> = {
  open: [null, 'confirm', 'complete', 'cancel'],
  confirmed: [null, null, 'complete', 'cancel'],
  done: ['reopen', null, null, null],
  cancelled: ['reopen', null, null, null],
}
const columns: OrderStatus[] = ['open', 'confirmed', 'done', 'cancelled']
const cells = columns.flatMap((from) =>
  columns.map((to, index) => [from, to, matrix[from][index] ?? null] as const),
)

describe('the life of an order', () => {
  it('knows exactly the four statuses of the contract', () => {
    expect([...orderStatuses].sort()).toEqual([...columns].sort())
  })

  it.each(cells)('from %s to %s leads: %s', (from, to, action) => {
    expect(actionBetween(from, to)).toBe(action)
  })

  it.each(orderActions)('%s needs the sales role or more, and marketing never has it', (action) => {
    expect(orderTransitions[action].roles).toEqual(action === 'reopen' ? ['admin'] : ['admin', 'sales'])
  })

  it('gives a number when it confirms, or completes what was still open', () => {
    const confirming = orderActions.flatMap((action) =>
      orderTransitions[action].from
        .filter((from) => confirms(action, from))
        .map((from) => `${action} ${from}`),
    )
    expect(confirming.sort()).toEqual(['complete open', 'confirm open'])
  })

  it('lets only an open order change', () => {
    expect(columns.map(isFrozen)).toEqual([false, true, true, true])
  })

  it('stays in the table on every random walk, and has a number wherever one is needed', () => {
    class Act implements fc.Command<Model, Order> {
      constructor(readonly action: OrderAction) {}
      check(model: Readonly<Model>) {
        return matrix[model.status].includes(this.action)
      }
      run(model: Model, order: Order) {
        const to = columns[matrix[model.status].indexOf(this.action)] ?? 'open'
        expect(order.act(this.action)).toBe(true)
        expect(order.status).toBe(to)
        model.status = to
        if (to === 'confirmed' || to === 'done') expect(order.numbered).toBe(true)
      }
      toString() {
        return this.action
      }
    }
    class Refused extends Act {
      override check(model: Readonly<Model>) {
        return !super.check(model)
      }
      override run(model: Model, order: Order) {
        expect(order.act(this.action)).toBe(false)
        expect(order.status).toBe(model.status)
      }
    }
    const commands = orderActions.flatMap((action) => [
      fc.constant(new Act(action)),
      fc.constant(new Refused(action)),
    ])
    fc.assert(
      fc.property(fc.commands(commands, { maxCommands: 40 }), (walk) =>
        fc.modelRun(() => ({ model: newModel(), real: new Order() }), walk),
      ),
      { numRuns: 1000 },
    )
  })
})

interface Model {
  status: OrderStatus
}

const newModel = (): Model => ({ status: 'open' })

/** The smallest order that lives by the table. */
class Order {
  status: OrderStatus = 'open'
  numbered = false
  act(action: OrderAction): boolean {
    const { from, to } = orderTransitions[action]
    if (!from.includes(this.status)) return false
    if (confirms(action, this.status)) this.numbered = true
    this.status = to
    return true
  }
}
