import type { AfterErrorHook } from 'payload'

/** A refusal has a name of its own for the log only: whoever calls the API reads Payload's. */
export const nameAsPayload: AfterErrorHook = ({ graphqlResult, result }) => {
  const [told] = (result?.errors ?? []) as { name?: string }[]
  if (told?.name === 'Refusal') {
    const errors = [{ ...told, name: 'APIError' }] as unknown as NonNullable<typeof result>['errors']
    return { response: { ...result, errors } }
  }
  if (graphqlResult?.extensions?.name === 'Refusal')
    return {
      graphqlResult: { ...graphqlResult, extensions: { ...graphqlResult.extensions, name: 'APIError' } },
    }
}
