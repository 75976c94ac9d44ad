import { describe, expect, it } from 'vitest'
import { keepErrorPaths } from '../../hooks/keepErrorPaths.js'

type Args = Parameters<typeof keepErrorPaths>[0]

const errors = [{ path: 'company', message: 'Bitte ausfüllen.' }]
const message = 'Das folgende Feld ist nicht korrekt: Firma'
/** An error as another copy of Payload throws it: of no class we know, with everything it carries. */
const foreign = (data: unknown, more: object = {}) =>
  Object.assign(new Error(message), { data, status: 400, ...more })
const told = (error: Error, shown: Record<string, unknown>) =>
  keepErrorPaths({ error, result: { errors: [shown] } } as unknown as Args)

describe('an error of another copy of Payload', () => {
  it('is told with the paths of the refused fields', () => {
    expect(told(foreign({ errors }), { message })).toEqual({
      response: { errors: [{ name: 'ValidationError', data: { errors }, message }] },
    })
    expect(told(foreign({ path: 'revision', revision: 2 }, { status: 409 }), { message })).toMatchObject({
      response: { errors: [{ name: 'APIError', data: { revision: 2 } }] },
    })
  })

  it('is told with its own words when its class has no name', () => {
    const unknown = { message: 'An unknown error occurred.' }
    expect(told(foreign(null), unknown)).toEqual({ response: { errors: [{ message }] } })
    expect(told(foreign({ errors }), unknown)).toMatchObject({ response: { errors: [{ message }] } })
  })

  it('stays as it is when it is told whole already, or is nobody’s business', () => {
    const hidden = { message: 'Something went wrong.' }
    expect(told(foreign({ errors }), { message, data: { errors } })).toBeUndefined()
    expect(told(foreign({ errors }, { status: 500 }), hidden)).toBeUndefined()
    expect(told(foreign({ errors }, { isPublic: false }), hidden)).toBeUndefined()
    expect(told(new Error('SELECT secret'), hidden)).toBeUndefined()
  })
})
