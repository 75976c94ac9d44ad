/** `hard`: the mailbox will never take mail; `soft`: not now; `complaint`: the person called it spam. */
export const bounceKinds = ['hard', 'soft', 'complaint'] as const
export type BounceKind = (typeof bounceKinds)[number]
