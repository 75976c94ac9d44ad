/** What a member of staff may do; an account of a customer has none of these. */
export const roles = ['admin', 'marketing', 'sales'] as const
export type Role = (typeof roles)[number]
