import { answer, body, errors, json, pathParameter, type Operation, type Paths } from './operation.js'
import { object, ref, type Schema } from './schema.js'

type AuthTextKey =
  `api:${'login' | 'logout' | 'me' | 'refreshToken' | 'forgotPassword' | 'resetPassword' | 'verifyEmail' | 'unlock'}`

const text: Schema = { type: 'string' }
const email: Schema = { type: 'string', format: 'email' }
const secret: Schema = { type: 'string', format: 'password', minLength: 1 }
const message = json(object({ message: text }))

/**
 * The routes Payload generates for a collection whose documents can log in.
 *
 * @param has which of the routes there are that not every such collection has
 */
export function authPaths(
  slug: string,
  has: { verification: boolean; unlocking: boolean },
  say: (key: AuthTextKey) => string,
): Paths {
  const user = ref(slug)
  const noLogin: Operation['security'] = []
  const operation = (name: string, key: AuthTextKey, rest: Partial<Operation>): Operation => ({
    operationId: `${slug}.${name}`,
    summary: say(key),
    tags: [slug],
    responses: { 200: answer(200, message), ...errors() },
    ...rest,
  })
  const session = json(object({ message: text, token: text, exp: { type: 'integer' }, user }))
  return {
    [`/${slug}/login`]: {
      post: operation('login', 'api:login', {
        security: noLogin,
        requestBody: body(object({ email, password: secret })),
        responses: { 200: answer(200, session), ...errors(401, 429) },
      }),
    },
    [`/${slug}/logout`]: { post: operation('logout', 'api:logout', {}) },
    [`/${slug}/me`]: {
      get: operation('me', 'api:me', {
        responses: {
          200: answer(
            200,
            json(object({ user: { oneOf: [user, { type: 'null' }] }, message: text }, ['message'])),
          ),
          ...errors(),
        },
      }),
    },
    [`/${slug}/refresh-token`]: {
      post: operation('refreshToken', 'api:refreshToken', {
        responses: {
          200: answer(
            200,
            json(object({ message: text, refreshedToken: text, exp: { type: 'integer' }, user })),
          ),
          ...errors(403),
        },
      }),
    },
    [`/${slug}/forgot-password`]: {
      post: operation('forgotPassword', 'api:forgotPassword', {
        security: noLogin,
        requestBody: body(object({ email })),
        responses: { 200: answer(200, message), ...errors(429) },
      }),
    },
    [`/${slug}/reset-password`]: {
      post: operation('resetPassword', 'api:resetPassword', {
        security: noLogin,
        requestBody: body(object({ token: text, password: secret })),
        responses: {
          200: answer(200, json(object({ message: text, token: text, user }, ['token']))),
          ...errors(403, 429),
        },
      }),
    },
    ...(has.unlocking
      ? {
          [`/${slug}/unlock`]: {
            post: operation('unlock', 'api:unlock', {
              requestBody: body(object({ email })),
              responses: { 200: answer(200, message), ...errors(403) },
            }),
          },
        }
      : {}),
    ...(has.verification
      ? {
          [`/${slug}/verify/{token}`]: {
            post: operation('verifyEmail', 'api:verifyEmail', {
              security: noLogin,
              parameters: [pathParameter('token', text)],
            }),
          },
        }
      : {}),
  }
}
