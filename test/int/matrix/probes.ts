import type { Answer, Client } from '../../support/client.js'
import type { Right } from './rights.js'
import type { Side, World } from './world.js'

/** What happened: by which right that can be explained. */
const right = (own: boolean, other: boolean, partial: Right): Right =>
  own && other ? 'yes' : own ? partial : other ? 'yes' : '-'

const refused = (status: number) => status === 401 || status === 403 || status === 404

interface Names {
  slug: string
  singular: string
  plural: string
}

/** What a collection is called in GraphQL; empty where it has no part in it. */
export function namesOf({ graphQL, slug }: { graphQL?: unknown; slug: string }): Names {
  const words = slug.split('-').map((word) => word[0]?.toUpperCase() + word.slice(1))
  const plural = graphQL === false ? '' : words.join('').replace(/[^s]$/, '$&s')
  return { slug, singular: plural.replace(/ies$/, 'y').replace(/s$/, ''), plural }
}

/** Each way of one operation on a collection, and which documents it reached. */
export async function probeCollection(
  world: World,
  client: Client,
  names: Names,
  operation: string,
  partial: Right,
): Promise<Record<string, Right>> {
  const { plural, singular, slug } = names
  const graphql = async (query: string, variables: object = {}) => {
    // GraphQL has no dots in the names of enums.
    const named = JSON.parse(JSON.stringify(variables).replaceAll('order.confirmed', 'order_confirmed'))
    const answer = await client.post('/graphql', { query, variables: named })
    return answer.body as {
      data?: Record<string, any> | null
      errors?: { message: string; extensions?: { statusCode?: number } }[]
    }
  }
  const sides = async (reach: (id: number, side: Side) => Promise<boolean>): Promise<Right> => {
    const reached: boolean[] = []
    for (const side of ['own', 'other'] as const) {
      const id = await (operation === 'delete' ? world.create(slug, side) : world.lasting(slug, side))
      reached.push(await reach(id, side))
    }
    return right(reached[0] ?? false, reached[1] ?? false, partial)
  }
  const passes = (answer: Answer<any>) => {
    if (answer.status >= 500)
      throw new Error(`${slug} ${operation}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return !refused(answer.status)
  }
  /** A mutation that its rights let through may still be refused by a rule. */
  const mutates = async (query: string, variables: object) => {
    const { data, errors } = await graphql(query, variables)
    if (errors?.some(({ extensions }) => (extensions?.statusCode ?? 0) >= 500))
      throw new Error(JSON.stringify(errors))
    // An error without a status is about the query itself: the test would not test what it says.
    if (errors?.some(({ extensions }) => !extensions?.statusCode)) throw new Error(JSON.stringify(errors))
    if (errors) return !errors.some(({ extensions }) => refused(extensions?.statusCode ?? 0))
    return Object.values(data ?? {})[0] !== null
  }
  const hasGraphql = singular !== ''
  const only = (id: number) => `where[id][equals]=${id}`

  switch (operation) {
    case 'read':
      return {
        list: await sides(async (id) => {
          const answer = await client.get(`/${slug}?limit=0&depth=0`)
          return passes(answer) && answer.body.docs.some((doc: any) => doc.id === id)
        }),
        count: await sides(async (id) => {
          const answer = await client.get(`/${slug}/count?${only(id)}`)
          return passes(answer) && answer.body.totalDocs === 1
        }),
        one: await sides(async (id) => passes(await client.get(`/${slug}/${id}?depth=0`))),
        ...(hasGraphql
          ? {
              'GraphQL list': await sides(async (id) => {
                const { data } = await graphql(`{ ${plural}(limit: 0) { docs { id } } }`)
                return data?.[plural]?.docs.some((doc: any) => doc.id === id) ?? false
              }),
              'GraphQL count': await sides(async (id) => {
                const { data } = await graphql(
                  `{ count${plural}(where: { id: { equals: ${id} } }) { totalDocs } }`,
                )
                return data?.[`count${plural}`]?.totalDocs === 1
              }),
              'GraphQL one': await sides(async (id) => {
                const { data } = await graphql(`{ ${singular}(id: ${id}) { id } }`)
                return data?.[singular]?.id === id
              }),
            }
          : {}),
      }
    case 'create': {
      const mutation = `mutation($data: mutation${singular}Input!) { create${singular}(data: $data) { id } }`
      return {
        REST: await sides(async (_, side) =>
          passes(await client.post(`/${slug}?depth=0`, world.dataFor(slug, side))),
        ),
        ...(hasGraphql
          ? { GraphQL: await sides((_, side) => mutates(mutation, { data: world.dataFor(slug, side) })) }
          : {}),
      }
    }
    case 'update': {
      const mutation = `mutation($id: Int!) { update${singular}(id: $id, data: {}) { id } }`
      return {
        one: await sides(async (id) => passes(await client.patch(`/${slug}/${id}?depth=0`, {}))),
        many: await sides(async (id) => {
          const answer = await client.patch(`/${slug}?depth=0&${only(id)}`, {})
          return passes(answer) && (answer.body.docs ?? []).length > 0
        }),
        ...(hasGraphql ? { GraphQL: await sides((id) => mutates(mutation, { id })) } : {}),
      }
    }
    case 'delete': {
      const mutation = `mutation($id: Int!) { delete${singular}(id: $id) { id } }`
      const free = async (id: number) => (slug === 'customers' ? world.create('customers', 'other') : id)
      return {
        'what goes along': await sides(async (id) => {
          const answer = await client.get(`/${slug}/${id}/dependents`)
          return passes(answer) && answer.body.going.count + answer.body.kept.count === 1
        }),
        one: await sides(async (id) => passes(await client.delete(`/${slug}/${await free(id)}`))),
        many: await sides(async (id) => {
          const answer = await client.delete(`/${slug}?${only(await free(id))}`)
          return passes(answer) && (answer.body.docs ?? []).length > 0
        }),
        ...(hasGraphql
          ? { GraphQL: await sides(async (id) => mutates(mutation, { id: await free(id) })) }
          : {}),
      }
    }
    case 'duplicate': {
      const duplication = `mutation($id: Int!, $data: mutation${singular}Input!) { duplicate${singular}(id: $id, data: $data) { id } }`
      return {
        REST: await sides(async (id) => passes(await client.post(`/${slug}/${id}/duplicate`, {}))),
        ...(hasGraphql
          ? {
              GraphQL: await sides((id, side) =>
                mutates(duplication, { id, data: world.dataFor(slug, side) }),
              ),
            }
          : {}),
      }
    }
    default:
      throw new Error(`The matrix knows no operation ${operation}.`)
  }
}

export async function probeGlobal(
  client: Client,
  slug: string,
  operation: string,
): Promise<Record<string, Right>> {
  const name = 'CrmSetting'
  const rest =
    operation === 'read' ? await client.get(`/globals/${slug}`) : await client.post(`/globals/${slug}`, {})
  const query =
    operation === 'read'
      ? `{ ${name} { __typename } }`
      : `mutation { update${name}(data: {}) { __typename } }`
  const { body } = await client.post('/graphql', { query })
  return {
    REST: refused(rest.status) ? '-' : 'yes',
    GraphQL: body.errors || !Object.values(body.data)[0] ? '-' : 'yes',
  }
}

/** Calls an endpoint with what it asks for; by default a new document of each side and an empty body. */
export async function probeEndpoint(
  world: World,
  client: Client,
  name: string,
  partial: Right,
): Promise<Record<string, Right>> {
  const [method = '', path = ''] = name.split(' ')
  const slug = path.split('/')[1] ?? ''
  const call = (at: string, body: unknown) => (method === 'GET' ? client.get(at) : client.post(at, body))
  const check = (answer: Answer<any>) => {
    if (answer.status >= 500 && !(path === '/crm/health' && answer.status === 503))
      throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`)
    // Logging out or renewing without a session is a 400 or 403 and changes nothing.
    return !refused(answer.status) && !(path.endsWith('/logout') && answer.status === 400)
  }
  if (path.includes(':id') && !path.endsWith('/verify/:id')) {
    const reached: boolean[] = []
    for (const side of ['own', 'other'] as const) {
      const id = await world.create(slug, side)
      await prepare(world, name, id)
      reached.push(check(await call(path.replace(':id', String(id)), {})))
    }
    return { REST: right(reached[0] ?? false, reached[1] ?? false, partial) }
  }
  // With a right password a forged token is refused for being forged; and nobody is deleted or renamed on the way.
  const body = /\/(delete|change-\w+)$/.test(path) ? {} : { ...world.credentials, token: 'forged' }
  const ok = check(await call(path.replace(/:(id|token)/, 'forged'), body))
  return { REST: ok ? 'yes' : '-' }
}

export async function probeMutation(
  world: World,
  client: Client,
  name: string,
): Promise<Record<string, Right>> {
  const mutation = name.split(' ')[1] ?? ''
  const query = async () => {
    if (mutation === 'subscribeToNewsletter') return `${mutation}(email: "neu@muster.test")`
    const id = await world.create(mutation.endsWith('Newsletter') ? 'newsletters' : 'orders', 'own')
    await prepare(world, name, id)
    return `${mutation}(id: ${id}) { id }`
  }
  const { body } = await client.post('/graphql', { query: `mutation { ${await query()} }` })
  const statuses = (body.errors ?? []).map((error: any) => error.extensions?.statusCode ?? 400)
  if (statuses.some((status: number) => status >= 500)) throw new Error(JSON.stringify(body))
  return { GraphQL: statuses.some(refused) || (!body.data && statuses.length === 0) ? '-' : 'yes' }
}

/** A reopening needs an order that is closed. */
async function prepare(world: World, name: string, id: number): Promise<void> {
  if (!/reopen/i.test(name)) return
  await world.payload.update({
    collection: 'orders',
    id,
    data: { status: 'cancelled' },
    overrideAccess: true,
  })
}
