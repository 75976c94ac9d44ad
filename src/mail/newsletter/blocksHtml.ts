import type { Block, Inline } from '../../domain/newsletterContent.js'
import { isPersonalField, slot } from '../../domain/personalFields.js'
import { translate, type Language } from '../../i18n/translate.js'
import { html, Html } from '../templates/html.js'
import { greetingSlot } from './greetingSlot.js'
import { readableOn, type LetterStyle } from './letterStyle.js'
import type { MailImage, NewsletterInput } from './newsletterInput.js'
import { productPrice } from './productLines.js'

interface Frame {
  input: NewsletterInput
  language: Language
  style: LetterStyle
  /** Pixels there are for images. */
  width: number
}

export function blocksHtml(blocks: readonly Block[], frame: Frame): Html[] {
  return blocks.map((block) => html`${blockHtml(block, frame)} `)
}

function blockHtml(block: Block, frame: Frame): Html | null {
  const { style } = frame
  const body = `font-family:${style.font};font-size:16px;line-height:1.55;color:${style.ink}`
  switch (block.type) {
    case 'heading': {
      const size = { 1: 26, 2: 21, 3: 17 }[block.level]
      const tag = new Html(`h${block.level}`)
      return html`<div class="ink"><${tag} style="margin:0 0 14px;font-family:${style.font};font-size:${size}px;line-height:1.3;color:${style.accent};text-align:${block.align}">${inlineHtml(block.content, frame)}</${tag}></div>`
    }
    case 'paragraph':
      if (block.content.length === 0) return null
      return html`<p class="ink" style="margin:0 0 16px;${body};text-align:${block.align}">
        ${inlineHtml(block.content, frame)}
      </p>`
    case 'quote':
      return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%">
        <tr>
          <td class="ink" style="padding:4px 0 4px 16px;border-left:3px solid ${style.accent};${body}">
            ${inlineHtml(block.content, frame)}
          </td>
        </tr>
        <tr>
          <td height="16" style="height:16px;font-size:1px;line-height:1px">&nbsp;</td>
        </tr>
      </table>`
    case 'list': {
      const tag = new Html(block.ordered ? 'ol' : 'ul')
      return html`<${tag} class="ink" style="margin:0 0 16px;padding:0 0 0 24px;${body}">${block.items.map((item) => html`<li style="margin:0 0 6px">${inlineHtml(item.content, frame)}${blocksHtml(item.children, frame)}</li>`)}</${tag}>`
    }
    case 'divider':
      return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%">
        <tr>
          <td style="padding:8px 0 24px">
            <table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%">
              <tr>
                <td
                  class="rule"
                  height="1"
                  style="height:1px;font-size:1px;line-height:1px;border-top:1px solid ${style.rule}"
                >
                  &nbsp;
                </td>
              </tr>
            </table>
          </td>
        </tr>
      </table>`
    case 'image': {
      const image = block.image === null ? undefined : frame.input.images[block.image]
      if (!image) return null
      const shown = imageHtml({ ...image, alt: block.alt || image.alt }, block.width ?? image.width, frame)
      return html`<div style="margin:0 0 20px">
        ${block.href ? html`<a href="${block.href}">${shown}</a>` : shown}
      </div>`
    }
    case 'button':
      return buttonHtml(block.label, block.href, block.align, frame)
    case 'columns': {
      const half = { ...frame, width: Math.floor((frame.width - 24) / 2) }
      const cell = (side: Block[], gap: string) =>
        html`<td class="column" width="50%" valign="top" style="width:50%;vertical-align:top;${gap}">
          ${blocksHtml(side, half)}
        </td>`
      return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%">
        <tr>
          ${cell(block.left, 'padding:0 12px 0 0')}${cell(block.right, 'padding:0 0 0 12px')}
        </tr>
      </table>`
    }
    case 'product':
      return productHtml(block, frame)
    case 'greeting':
      return html`<p class="ink" style="margin:0 0 16px;${body}">${greetingSlot(block, frame.language)}</p>`
  }
}

/** Width and height stand in the tag as well: Outlook reads nothing else, and the page does not jump while it loads. */
function imageHtml(image: MailImage, wanted: number, frame: Frame): Html {
  const width = Math.min(wanted, frame.width)
  const height = image.width > 0 ? Math.round((image.height * width) / image.width) : image.height
  return html`<img
    src="${image.src}"
    alt="${image.alt}"
    width="${width}"
    height="${height}"
    style="display:block;border:0;width:100%;max-width:${width}px;height:auto"
  />`
}

/** A coloured cell, so that it is a button where links have no background. */
function buttonHtml(label: string, href: string | null, align: string, { style }: Frame): Html {
  const ink = readableOn(style.accent)
  const look = `display:inline-block;padding:12px 24px;font-family:${style.font};font-size:16px;line-height:1.2;font-weight:bold;color:${ink};text-decoration:none`
  const face = href
    ? html`<a href="${href}" style="${look}">${label}</a>`
    : html`<span style="${look}">${label}</span>`
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%">
    <tr>
      <td align="${align}" style="padding:0 0 20px">
        <table role="presentation" cellpadding="0" cellspacing="0" border="0">
          <tr>
            <td
              bgcolor="${style.accent}"
              style="background-color:${style.accent};border-radius:4px;text-align:center"
            >
              ${face}
            </td>
          </tr>
        </table>
      </td>
    </tr>
  </table>`
}

function productHtml(block: Extract<Block, { type: 'product' }>, frame: Frame): Html | null {
  const { input, language, style } = frame
  const product = block.product === null ? undefined : input.products[block.product]
  if (!product) return null
  const image = block.image === null ? undefined : input.images[block.image]
  const { price, tax } = productPrice(product, input.priceMode, language)
  const text = `font-family:${style.font};color:${style.ink}`
  const label = block.label || translate(language, 'newsletter:toProduct')
  return html`<table
    class="rule"
    role="presentation"
    cellpadding="0"
    cellspacing="0"
    border="0"
    width="100%"
    style="margin:0 0 20px;border:1px solid ${style.rule};border-radius:4px"
  >
    <tr>
      <td class="ink" style="padding:16px;${text}">
        ${image && html`<div style="margin:0 0 12px">${imageHtml({ ...image, alt: image.alt || product.name }, image.width, { ...frame, width: frame.width - 34 })}</div>`}
        <p style="margin:0 0 6px;${text};font-size:17px;line-height:1.3;font-weight:bold">${product.name}</p>
        ${product.description && html`<p style="margin:0 0 8px;${text};font-size:15px;line-height:1.5">${product.description.split('\n').map((line, index) => html`${index > 0 && html`<br />`}${line}`)}</p>`}
        <p
          style="margin:0 0 ${block.href ? '14px' : '0'};${text};font-size:17px;line-height:1.3;font-weight:bold"
        >
          ${price} <span style="font-size:13px;font-weight:normal">${tax}</span>
        </p>
        ${block.href && buttonHtml(label, block.href, 'left', frame)}
      </td>
    </tr>
  </table>`
}

function inlineHtml(content: readonly Inline[], frame: Frame): Html[] {
  return content.map((inline) => {
    switch (inline.type) {
      case 'text':
        return formatted(inline)
      case 'break':
        return html`<br />`
      case 'link': {
        const inside = inlineHtml(inline.content, frame)
        return inline.href
          ? html`<a
              class="link"
              href="${inline.href}"
              style="color:${frame.style.accent};text-decoration:underline"
              >${inside}</a
            >`
          : html`${inside}`
      }
      case 'personal':
        return html`${isPersonalField(inline.field) ? slot(inline.field, inline.fallback) : inline.fallback}`
    }
  })
}

function formatted({ bold, italic, strike, text, underline }: Extract<Inline, { type: 'text' }>): Html {
  let result = html`${text}`
  if (underline) result = html`<u>${result}</u>`
  if (strike) result = html`<s>${result}</s>`
  if (italic) result = html`<em>${result}</em>`
  return bold ? html`<strong>${result}</strong>` : result
}
