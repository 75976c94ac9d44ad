import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import type { Role } from '../../src/domain/role.js'
import { eventually } from './eventually.js'
import type { Site } from './site.js'

export const password = 'secret-password'
export const desktop = { width: 1280, height: 800 }
export const phone = { width: 390, height: 844 }

/** Makes a member of staff with one role. The first one of a database is an administrator by itself. */
export async function employ(site: Site, role: Role): Promise<string> {
  const email = `${role}@mozaikoo.test`
  await site.payload.create({
    collection: 'users',
    data: { email, password, name: role, roles: [role] },
    overrideAccess: true,
  })
  return email
}

/** A browser window of somebody who is signed in. */
export async function signedIn(
  site: Site,
  email: string,
  locale: 'de' | 'en' = 'de',
  viewport = desktop,
): Promise<Page> {
  const context = await site.open(locale, viewport)
  const login = await context.request.post('/api/users/login', { data: { email, password } })
  if (!login.ok()) throw new Error(`${email} cannot sign in: ${login.status()}`)
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  return page
}

/**
 * The serious and critical violations on the page as it is now, in both themes, in words.
 *
 * @param part where to look, when the rest of the page is not ours
 */
export async function violations(page: Page, part?: string): Promise<string[]> {
  const found: string[] = []
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme)
    // Colours fade over from one theme to the other; half way there is no contrast to measure.
    await page.evaluate(() =>
      Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
    )
    // A mail's own content is in a frame without scripts, where axe would wait for an answer for ever.
    const axe = new AxeBuilder({ page }).exclude('.payload-toast-container').exclude('iframe[sandbox]')
    if (part) axe.include(part).exclude('iframe').exclude('.clear-indicator').exclude('.dropdown-indicator')
    const { violations } = await axe.analyze()
    for (const { help, id, impact, nodes } of violations)
      if (impact === 'serious' || impact === 'critical')
        found.push(`${theme}: ${id} (${help}): ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
  }
  return found
}

/**
 * Opens Payload's menu and clicks an entry. Payload draws the menu before it knows whether it is open, and a click meanwhile
 * may close it.
 */
export async function clickInMenu(page: Page, selector: string): Promise<void> {
  const entry = page.locator(selector)
  await eventually(async () => {
    const isClosed = await entry.evaluate((link) => link.closest('[inert]') !== null)
    if (isClosed) await page.locator('.nav-toggler:visible').first().click()
    return entry.click({ timeout: 1000 }).then(
      () => true,
      () => false,
    )
  })
}

/** Waits until nothing is wider than the window: on a telephone Payload draws its menu open before it closes it. */
export async function fitsWindow(page: Page): Promise<void> {
  const fits = page.waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth)
  await fits.catch(() => Promise.reject(new Error(`${page.url()} is wider than the window.`)))
}

/** Types, and waits until the form has been checked for the first time, as it is whenever somebody pauses. */
export async function checked(page: Page, type: () => Promise<void>): Promise<void> {
  const answer = page.waitForResponse(
    (response) => response.request().postData()?.includes('"form-state"') === true,
  )
  await type()
  await answer
}

/** The background of an element as it is drawn. */
export const colourOf = (element: Locator): Promise<string> =>
  element.evaluate((node) => getComputedStyle(node).backgroundColor)
