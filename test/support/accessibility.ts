import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe-core finds serious or critical on the page: rule, number of elements and the first of them. */
export async function violations(page: Page): Promise<string[]> {
  // A mail's own content is in a frame without scripts, where axe would wait for an answer for ever.
  for (const frame of await page.locator('iframe[sandbox]').all())
    await frame.evaluate((element) => element.remove())
  const { violations: found } = await new AxeBuilder({ page }).analyze()
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 200)}`)
}
