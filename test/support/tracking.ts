import type { Readers } from './readers.js'

/** What settings and readers do about the counting of openings and clicks. */
export function trackingOn(on: Readers) {
  const company = { name: 'Muster Naturkost GmbH', street: 'Hauptstr. 1', postalCode: '50667', city: 'Köln' }
  const form = (path: string, fields: [string, string][]) =>
    on.send(path, { method: 'POST', body: new URLSearchParams(fields) })
  return {
    form,
    count: (tracking: 'off' | 'anonymous' | 'consented') =>
      on.host.payload.updateGlobal({ slug: 'crm-settings', data: { company, newsletter: { tracking } } }),
    /** Saves the preferences, with what the form says of tracking. */
    choose: (subscriber: number, ...said: string[]) =>
      form(on.linkOf('preferences', subscriber), [
        ['lists', String(on.weekly)],
        ['language', 'de'],
        ...said.map((one): [string, string] => ['tracking', one]),
      ]),
    /** The box on a page, and whether it is ticked. */
    box: async (page: Response) =>
      /<input\s+type="checkbox"\s+name="tracking"\s+value="yes"\s*(checked)?/.exec(await page.text()),
  }
}
