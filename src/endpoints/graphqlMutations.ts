import type { Config, PayloadRequest } from 'payload'
import type { Crm } from '../config/resolve.js'
import { orderActions } from '../domain/orderLife.js'
import { say } from '../i18n/translate.js'
import { sendNewsletter } from './newsletters/life.js'
import { moveOrder, resendConfirmation } from './orders.js'
import { formOf } from './publicPages/form.js'
import { subscribe } from './publicPages/subscribe.js'

type GraphQLExtension = NonNullable<NonNullable<Config['graphQL']>['mutations']>
type GraphQLModule = Parameters<GraphQLExtension>[0]
type Mutations = ReturnType<GraphQLExtension>
type Arguments = { id: string | number; sendConfirmation?: boolean | null }
type Resolve<Given = Arguments> = (
  parent: unknown,
  args: Given,
  context: { req: PayloadRequest },
) => Promise<unknown>

/**
 * The actions on documents as GraphQL mutations (`confirmOrder`, …), beside those of the host. They run what the REST
 * endpoints run, so rights, errors and effects are the same.
 */
export function graphqlMutations(crm: Crm, hosts: GraphQLExtension | undefined): GraphQLExtension {
  return (GraphQL, context) => {
    const documentType = (slug: string) => context.collections[slug]?.graphQL?.type
    const id = {
      type: new GraphQL.GraphQLNonNull(
        context.config.db.defaultIDType === 'number' ? GraphQL.GraphQLInt : GraphQL.GraphQLString,
      ),
    }
    const mutation = (resolve: Resolve, args: object = {}, slug = crm.slugs.orders) => ({
      type: documentType(slug),
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
    mutations.sendNewsletter = mutation(
      (_, { id }, { req }) => sendNewsletter(req, crm, String(id)),
      {},
      crm.slugs.newsletters,
    )
    mutations.subscribeToNewsletter = subscription(crm, GraphQL)
    return { ...mutations, ...hosts?.(GraphQL, context) }
  }
}

/** `subscribeToNewsletter`: what `POST /newsletter/subscribe` takes; says to everybody the same. */
function subscription(crm: Crm, { GraphQLList, GraphQLNonNull, GraphQLString }: GraphQLModule) {
  const text = { type: GraphQLString }
  const resolve: Resolve<object> = async (_, args, { req }) => {
    await subscribe(req, crm, formOf(args))
    return say(req, 'publicPages:accepted')
  }
  return {
    type: GraphQLString,
    args: {
      email: { type: new GraphQLNonNull(GraphQLString) },
      lists: { type: new GraphQLList(new GraphQLNonNull(GraphQLString)) },
      salutation: text,
      firstName: text,
      lastName: text,
      language: text,
      url: text,
    },
    resolve,
  }
}
