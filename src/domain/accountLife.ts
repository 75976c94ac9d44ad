export const accountStatuses = ['invited', 'active', 'blocked'] as const
export type AccountStatus = (typeof accountStatuses)[number]

export const accountOrigins = ['invitation', 'registration', 'staff'] as const
export type AccountOrigin = (typeof accountOrigins)[number]

/** Whether people may make an account themselves, and what it takes. */
export const registrationModes = ['off', 'confirmation', 'approval'] as const
export type RegistrationMode = (typeof registrationModes)[number]

/** Where an account stands, finer than its status: what has to happen before it can be used. */
export const accountStages = ['invited', 'unverified', 'waiting', 'active', 'blocked'] as const
export type AccountStage = (typeof accountStages)[number]

export interface AccountState {
  status?: AccountStatus | null
  origin?: AccountOrigin | null
  /** When the person has shown that the address is theirs. */
  verifiedAt?: string | null
}

export function accountStage({ origin, status, verifiedAt }: AccountState): AccountStage {
  if (status === 'active' || status === 'blocked') return status
  if (origin !== 'registration') return 'invited'
  return verifiedAt ? 'waiting' : 'unverified'
}

export const accountPasswordLength = { min: 10, max: 200 }

export function isAcceptablePassword(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.trim() !== '' &&
    value.length >= accountPasswordLength.min &&
    value.length <= accountPasswordLength.max
  )
}

/** A person's or company's name in one line: no line ends or other control characters, at most 120 characters. */
export function cleanName(value: unknown): string {
  return typeof value === 'string'
    ? value
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
        .trim()
        .slice(0, 120)
    : ''
}
