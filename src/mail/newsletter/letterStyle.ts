import type { CrmSettings } from '../settings.js'

export interface LetterStyle {
  /** Pixels of the letter on a wide screen. */
  width: number
  font: string
  accent: string
  page: string
  card: string
  ink: string
  muted: string
  rule: string
  sheet: string
}

const defaultAccent = '#1f4e5f'

/** `#rgb` or `#rrggbb`. */
export const isColour = (value: string): boolean => /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(value)

export function styleOf(settings: CrmSettings): LetterStyle {
  const chosen = settings.newsletter?.accent ?? ''
  const accent = isColour(chosen) ? chosen : defaultAccent
  return {
    width: 600,
    font: 'Arial,Helvetica,sans-serif',
    accent,
    page: '#f3f5f7',
    card: '#ffffff',
    ink: '#1d2730',
    muted: '#55606b',
    rule: '#d5dae0',
    sheet: [
      // A link in the text of a dark letter must not be dark itself; buttons keep their colours.
      '@media (prefers-color-scheme:dark){',
      '.page{background-color:#14181c!important}.card{background-color:#1f252b!important}',
      '.ink,.ink p,.ink li,.ink td,.ink h1,.ink h2,.ink h3{color:#eef1f4!important}',
      '.rule{border-color:#3d4750!important}.quiet{color:#b3bcc5!important}.link{color:#8fd0e6!important}',
      '}',
      '@media (max-width:620px){.inner{padding:20px!important}',
      '.column{display:block!important;width:100%!important;padding:0 0 16px!important}}',
    ].join(''),
  }
}

/** Black or white, whichever can be read on the colour (WCAG relative luminance). */
export function readableOn(colour: string): string {
  const digits = colour.length === 4 ? colour.replace(/[0-9a-f]/gi, '$&$&') : colour
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(digits.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff'
}
