import type { Payload } from 'payload'

export interface Answer<T = Record<string, unknown>> {
  status: number
  body: T
}

// Bodies are whatever the server says; a test asserts what it needs of them.

type Body = any

/** A headless consumer: JSON over HTTP with a token. */
export function createClient(api: string, token?: string, language = 'de') {
  const call = async (method: string, path: string, body?: unknown): Promise<Answer<Body>> => {
    const response = await fetch(`${api}${path}`, {
      method,
      headers: {
        'Accept-Language': language,
        ...(token ? { Authorization: `JWT ${token}` } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text,
    }
  }
  return {
    token,
    get: (path: string) => call('GET', path),
    post: (path: string, body?: unknown) => call('POST', path, body),
    patch: (path: string, body: unknown) => call('PATCH', path, body),
    delete: (path: string) => call('DELETE', path),
  }
}

export type Client = ReturnType<typeof createClient>

/** Makes a member of staff and logs in over REST. The first one is an administrator by itself. */
export async function staff(
  payload: Payload,
  api: string,
  role: 'admin' | 'marketing' | 'sales',
  language?: string,
) {
  const email = `${role}-${Math.random().toString(36).slice(2)}@mozaikoo.test`
  const data = { email, password: 'secret-password', name: role, roles: [role] }
  await payload.create({ collection: 'users', data, overrideAccess: true })
  const login = await createClient(api).post('/users/login', { email, password: 'secret-password' })
  return createClient(api, (login.body as { token: string }).token, language)
}
