import type { Page } from '@playwright/test'

/** Opens a list of the admin panel and waits until it is complete. */
export async function list(page: Page, slug: string, query = ''): Promise<void> {
  await page.goto(`/admin/collections/${slug}${query}`)
  await page.locator('.collection-list').waitFor()
  await page.waitForLoadState('networkidle')
}
/** What stands above the columns. */
export const headings = async (page: Page) =>
  (await page.locator('.table thead th').allInnerTexts()).map((text) => text.trim()).filter(Boolean)
/** The rows a text stands in. */
export const row = (page: Page, text: string) => page.locator('.table tbody tr', { hasText: text })
/** What a row says, without its empty cells. */
export const cells = async (page: Page, text: string) =>
  (await row(page, text).locator('td').allInnerTexts()).map((cell) => cell.trim()).filter(Boolean)
