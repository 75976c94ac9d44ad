/** Whether a link can be made from it: an absolute web address with both slots. Empty stands for the built-in pages. */
export function isLinkTemplate(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  if (typeof value !== 'string' || !value.includes('{action}') || !value.includes('{token}')) return false
  try {
    const { protocol } = new URL(fillLinkTemplate(value, 'verify', 'token'))
    return protocol === 'https:' || protocol === 'http:'
  } catch {
    return false
  }
}

/** @param token by its alphabet safe in any part of an address */
export function fillLinkTemplate(template: string, action: string, token: string): string {
  return template.replaceAll('{action}', action).replaceAll('{token}', token)
}
