import type { Config, PayloadRequest } from 'payload'
import type { Crm } from '../config/resolve.js'
import { orderActions } from '../domain/orderLife.js'
import { moveOrder, resendConfirmation } from './orders.js'

type GraphQLExtension = NonNullable<NonNullable<Config['graphQL']>['mutations']>
type Mutations = ReturnType<GraphQLExtension>
type Arguments = { id: string | number; sendConfirmation?: boolean | null }
type Resolve = (parent: unknown, args: Arguments, context: { req: PayloadRequest }) => Promise<unknown>

/**
 * The actions on documents as GraphQL mutations (`confirmOrder`, …), beside those of the host. They run what the REST
 * endpoints run, so rights, errors and effects are the same.
 */
export function graphqlMutations(crm: Crm, hosts: GraphQLExtension | undefined): GraphQLExtension {
  return (GraphQL, context) => {
    const orders = context.collections[crm.slugs.orders]
    const id = {
      type: new GraphQL.GraphQLNonNull(
        context.config.db.defaultIDType === 'number' ? GraphQL.GraphQLInt : GraphQL.GraphQLString,
      ),
    }
    const mutation = (resolve: Resolve, args: object = {}) => ({
      type: orders?.graphQL?.type,
      args: { id, ...args },
      resolve,
    })
    const mutations: Mutations = {}
    for (const action of orderActions)
      mutations[`${action}Order`] = mutation(
        (_, args, { req }) => moveOrder(req, crm, String(args.id), action, args.sendConfirmation === true),
        action === 'complete' ? { sendConfirmation: { type: GraphQL.GraphQLBoolean } } : {},
      )
    mutations.resendOrderConfirmation = mutation((_, args, { req }) =>
      resendConfirmation(req, crm, String(args.id)),
    )
    return { ...mutations, ...hosts?.(GraphQL, context) }
  }
}
