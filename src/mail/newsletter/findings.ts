/** What is looked at before a newsletter goes out. Every check has a sentence a language for what it found. */
export const checks = [
  'content',
  'fallback',
  'slot',
  'link',
  'reach',
  'alt',
  'picture',
  'product',
  'size',
  'impressum',
  'audience',
  'sender',
  'spf',
  'dkim',
  'dmarc',
  'signature',
] as const
export type Check = (typeof checks)[number]

/** Green, yellow (it can go out, but), red (it must not go out like this). */
export type Light = 'green' | 'yellow' | 'red'

export interface Finding {
  check: Check
  light: Light
  /** Which of the check's sentences: `newsletterCheck:check_<check>_<what>`. */
  what: string
  values?: Record<string, string | number>
}

/** The worst of all. */
export function lightOf(findings: readonly Finding[]): Light {
  const lights = findings.map(({ light }) => light)
  return lights.includes('red') ? 'red' : lights.includes('yellow') ? 'yellow' : 'green'
}
