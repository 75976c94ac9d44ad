import { describe, expect, it } from 'vitest'
import { keepErrorPaths } from '../../hooks/keepErrorPaths.js'

type Args = Parameters<typeof keepErrorPaths>[0]

const errors = [{ path: 'company', message: 'Bitte ausfüllen.' }]
const message = 'Das folgende Feld ist nicht korrekt: Firma'
/** An error as another copy of Payload throws it: of no class we know, with everything it carries. */
const foreign = (data: unknown) => Object.assign(new Error(message), { data, status: 400 })
const told = (error: Error, shown: Record<string, unknown>) =>
  keepErrorPaths({ error, result: { errors: [shown] } } as unknown as Args)

describe('an error of another copy of Payload', () => {
  it('is told with the paths of the refused fields', () => {
    expect(told(foreign({ errors }), { message })).toEqual({
      response: { errors: [{ name: 'ValidationError', data: { errors }, message }] },
    })
    expect(told(foreign({ path: 'revision', revision: 2 }), { message })).toMatchObject({
      response: { errors: [{ name: 'APIError', data: { revision: 2 } }] },
    })
  })

  it('stays as it is when it is told whole already, carries nothing, or has been hidden', () => {
    expect(told(foreign({ errors }), { message, data: { errors } })).toBeUndefined()
    expect(told(foreign(null), { message })).toBeUndefined()
    expect(told(foreign({ errors }), { message: 'Something went wrong.' })).toBeUndefined()
  })
})
