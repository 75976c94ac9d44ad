import type { Config, PayloadRequest } from 'payload'
import { takeAtLeast } from '../../hooks/account/uniformTime.js'
import type { Crm } from '../config/resolve.js'
import { subscriberAddress } from '../domain/emailAddress.js'
import { forgottenMilliseconds } from './accounts/routes.js'
import { findOwn, oncePerKey } from './placeOrder.js'

type Mutations = NonNullable<NonNullable<Config['graphQL']>['mutations']>

interface Mutation {
  type: unknown
  resolve: (
    root: unknown,
    args: Record<string, unknown>,
    context: { req: PayloadRequest },
    info: unknown,
  ) => Promise<unknown>
}

/** What Payload hands to extensions: everything it has generated so far. */
interface Generated {
  Mutation: { fields: Record<string, Mutation> }
  collections: Record<string, { graphQL?: { type: unknown } }>
}

/**
 * Gives the generated mutations what their REST siblings have: an order is created once for each `Idempotency-Key`, and a
 * forgotten password takes as long for an address that is not known.
 *
 * @param host the mutations that the host adds itself; they stay and win
 */
export function uniformMutations(crm: Crm, host: Mutations | undefined): Mutations {
  return (graphql, context) => {
    const { Mutation, collections } = context as unknown as Generated
    const singular = (slug: string) =>
      Object.entries(Mutation.fields)
        .find(
          ([name, { type }]) => name.startsWith('create') && type === collections[slug]?.graphQL?.type,
        )?.[0]
        .slice('create'.length)
    const create = Mutation.fields[`create${singular(crm.slugs.orders)}`]
    const forgot = Mutation.fields[`forgotPassword${singular(crm.slugs.accounts)}`]
    const ours: Record<string, Mutation> = {}
    if (create) ours[`create${singular(crm.slugs.orders)}`] = { ...create, resolve: once(crm, create) }
    if (forgot)
      ours[`forgotPassword${singular(crm.slugs.accounts)}`] = {
        ...forgot,
        resolve: (root, { email, ...args }, ...rest) =>
          takeAtLeast(forgottenMilliseconds, () =>
            forgot.resolve(root, { ...args, email: subscriberAddress(String(email)) }, ...rest),
          ),
      }
    return { ...ours, ...host?.(graphql, context) }
  }
}

function once(crm: Crm, create: Mutation): Mutation['resolve'] {
  return (root, args, context, info) =>
    oncePerKey<{ id: string | number }>(
      context.req,
      crm,
      JSON.stringify(args.data),
      async () => {
        const answer = (await create.resolve(root, args, context, info)) as { id: string | number }
        return { id: answer.id, answer }
      },
      (id) => findOwn(context.req, crm, id),
    )
}
