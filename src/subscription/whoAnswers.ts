import type { PayloadRequest } from 'payload'

/** The member of staff, as the evidence names them. */
export function whoAnswers({ user }: PayloadRequest): string {
  const { email, id, name } = (user ?? {}) as {
    id?: string | number
    email?: string | null
    name?: string | null
  }
  return [name, email].filter(Boolean).join(', ') || String(id ?? '')
}
