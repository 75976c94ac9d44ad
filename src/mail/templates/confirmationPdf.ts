import { translate, type Language, type TextKey } from '../../i18n/translate.js'
import { loadPdf } from '../pdf.js'
import type { CrmSettings } from '../settings.js'
import { confirmationContent, type ConfirmationContent, type ConfirmedOrder } from './confirmationContent.js'

/** Names that the fonts are registered under. */
const fonts = { regular: 'regular', bold: 'bold' }
const ink = '#1d2730'
const soft = '#55606b'
const accent = '#1f4e5f'
const rule = '#c9d0d6'

/** Millimetres to points. */
const mm = (value: number) => (value * 72) / 25.4
const left = mm(25)
const right = mm(190)
const top = mm(20)
/** Below this the footer stands. */
const bottom = mm(262)

/** Right edges of the columns quantity, unit price and total; the item has what is left. */
const columns = { quantity: mm(122), unitPrice: mm(156), total: right }
const itemWidth = mm(60)
const columnWidth = mm(34)

/** For example `Auftragsbestaetigung-2026-00017.pdf`: nothing that a header or a file system could take amiss. */
export function confirmationPdfName(order: ConfirmedOrder, language: Language): string {
  const title = language === 'de' ? 'Auftragsbestaetigung' : 'Order-confirmation'
  return `${title}-${order.number.replace(/[^\w.-]+/g, '-')}.pdf`
}

type Pdf = PDFKit.PDFDocument

/**
 * The confirmation of an order as PDF, A4, from the same content as the mail. The same order gives the same bytes.
 *
 * @param timeZone in which dates are shown
 */
export async function confirmationPdf(
  order: ConfirmedOrder,
  settings: CrmSettings,
  language: Language,
  timeZone: string,
): Promise<Buffer> {
  const content = confirmationContent(order, settings, language, timeZone)
  const title = `${translate(language, 'field:confirmation')} ${order.number}`
  const { PDFDocument, fonts: files } = loadPdf()
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    font: files.regular,
    bufferPages: true,
    lang: language,
    displayTitle: true,
    // The moment of confirmation and not of printing: otherwise no two prints would be the same file.
    info: {
      Title: title,
      Author: settings.company?.name ?? '',
      CreationDate: new Date(order.confirmedAt ?? 0),
    },
  })
  pdf.registerFont(fonts.regular, files.regular).registerFont(fonts.bold, files.bold)
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const finished = new Promise<Buffer>((resolve, reject) => {
    pdf.once('end', () => resolve(Buffer.concat(chunks)))
    pdf.once('error', reject)
  })
  drawHead(pdf, content, settings, title)
  drawLines(pdf, content, language)
  drawSums(pdf, content)
  paragraph(pdf, content.closing, { gap: 10 })
  paragraph(pdf, content.regards)
  drawFooters(pdf, content, language)
  pdf.end()
  return finished
}

function drawHead(pdf: Pdf, content: ConfirmationContent, settings: CrmSettings, title: string): void {
  if (settings.company?.name)
    pdf
      .font(fonts.bold)
      .fontSize(13)
      .fillColor(accent)
      .text(settings.company.name, left, top, { width: right - left })
  // The window of an envelope (DIN 5008, form B) and the facts beside it.
  pdf.font(fonts.regular).fontSize(10).fillColor(ink)
  pdf.text(content.address.join('\n'), left, mm(45), { width: mm(80), height: mm(40), ellipsis: true })
  let y = mm(45)
  for (const [name, value] of content.facts) {
    pdf
      .fontSize(9)
      .fillColor(soft)
      .text(name, mm(115), y, { width: mm(32) })
    pdf.fillColor(ink).text(value, mm(148), y, { width: right - mm(148), align: 'right' })
    y = Math.max(pdf.y, y + 13)
  }
  pdf.y = Math.max(y, mm(90))
  pdf
    .font(fonts.bold)
    .fontSize(15)
    .fillColor(accent)
    .text(title, left, pdf.y, { width: right - left })
  pdf.y += 10
  paragraph(pdf, content.greeting)
  paragraph(pdf, content.intro)
  paragraph(pdf, content.name, { bold: true, gap: content.description ? 2 : 8 })
  if (content.description) paragraph(pdf, content.description, { color: soft })
}

/** Flows on to the next page line by line, so that a long text is never cut. */
function paragraph(
  pdf: Pdf,
  text: string,
  { bold = false, color = ink, gap = 8 }: { bold?: boolean; color?: string; gap?: number } = {},
): void {
  for (const line of text.split('\n')) {
    pdf
      .font(bold ? fonts.bold : fonts.regular)
      .fontSize(9.5)
      .fillColor(color)
    const width = right - left
    makeRoom(pdf, Math.min(pdf.heightOfString(line || ' ', { width }), bottom - top))
    pdf.text(line || ' ', left, pdf.y, { width })
  }
  pdf.y += gap
}

function makeRoom(pdf: Pdf, height: number): boolean {
  if (pdf.y + height <= bottom) return false
  pdf.addPage()
  pdf.y = top
  return true
}

function drawLines(pdf: Pdf, content: ConfirmationContent, language: Language): void {
  const say = (key: TextKey) => translate(language, key)
  const heading = () => {
    const y = pdf.y
    pdf.font(fonts.regular).fontSize(8.5).fillColor(soft)
    pdf.text(say('mail:item'), left, y, { width: itemWidth })
    rightAligned(pdf, say('mail:quantity'), columns.quantity, y)
    rightAligned(pdf, say('mail:unitPrice'), columns.unitPrice, y)
    rightAligned(pdf, say('mail:total'), columns.total, y)
    line(pdf, y + 14, accent)
    pdf.y = y + 20
  }
  makeRoom(pdf, 60)
  heading()
  for (const entry of content.lines) {
    pdf.font(fonts.regular).fontSize(9.5)
    const nameHeight = pdf.heightOfString(entry.name, { width: itemWidth })
    const quantityHeight = pdf.heightOfString(entry.quantity, { width: columnWidth })
    const detailHeight = pdf.fontSize(8).heightOfString(entry.detail, { width: itemWidth })
    const height = Math.max(nameHeight + detailHeight, quantityHeight) + 10
    if (makeRoom(pdf, Math.min(height, bottom - top - 30))) heading()
    const y = pdf.y
    pdf.fontSize(9.5).fillColor(ink).text(entry.name, left, y, { width: itemWidth })
    pdf.fontSize(8).fillColor(soft).text(entry.detail, left, pdf.y, { width: itemWidth })
    pdf.fontSize(9.5).fillColor(ink)
    rightAligned(pdf, entry.quantity, columns.quantity, y)
    rightAligned(pdf, entry.unitPrice, columns.unitPrice, y)
    rightAligned(pdf, entry.total, columns.total, y)
    line(pdf, y + height - 5, rule)
    pdf.y = y + height
  }
}

function drawSums(pdf: Pdf, content: ConfirmationContent): void {
  makeRoom(pdf, content.sums.length * 16)
  for (const { amount, label, strong } of content.sums) {
    const y = pdf.y + (strong ? 3 : 0)
    pdf
      .font(strong ? fonts.bold : fonts.regular)
      .fontSize(strong ? 10.5 : 9.5)
      .fillColor(ink)
    pdf.text(label, left, y, { width: mm(131), align: 'right' })
    rightAligned(pdf, amount, columns.total, y)
    pdf.y = y + 16
  }
  pdf.y += 12
}

function drawFooters(pdf: Pdf, content: ConfirmationContent, language: Language): void {
  const { count, start } = pdf.bufferedPageRange()
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(start + index)
    line(pdf, mm(267), rule)
    pdf.font(fonts.regular).fontSize(7).fillColor(soft)
    pdf.text(content.company.join('\n'), left, mm(269), { width: mm(135), height: mm(24), ellipsis: true })
    const page = translate(language, 'account:pdfPage', { page: index + 1, pages: count })
    pdf.text(page, mm(160), mm(269), { width: right - mm(160), align: 'right' })
  }
}

function rightAligned(pdf: Pdf, text: string, edge: number, y: number): void {
  pdf.text(text, edge - columnWidth, y, { width: columnWidth, align: 'right' })
}

function line(pdf: Pdf, y: number, color: string): void {
  pdf.moveTo(left, y).lineTo(right, y).lineWidth(0.6).strokeColor(color).stroke()
}
