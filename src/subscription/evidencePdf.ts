import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { Evidence } from './evidence.js'

/**
 * The fonts every PDF reader has know no Polish, Turkish or Greek name; these do, and only the letters in use are embedded.
 * Looked up when they are needed: a host that leaves them out lacks the PDF and nothing else.
 */
function findFonts() {
  const { resolve } = createRequire(import.meta.url)
  return {
    regular: resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
    bold: resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
  }
}

const ink = '#1b232b'
const soft = '#55606b'
const labelWidth = 130

/** The evidence as a PDF, A4, in the order of the page. */
export function evidencePdf(
  evidence: Evidence,
  texts: { history: string; person: string; state: string },
): Promise<Buffer> {
  const fonts = findFonts()
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 50,
    font: fonts.regular,
    lang: evidence.language,
    displayTitle: true,
    info: { Title: `${evidence.title}: ${evidence.person.at(-1) ?? ''}` },
  })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const finished = new Promise<Buffer>((resolve, reject) => {
    pdf.once('end', () => resolve(Buffer.concat(chunks)))
    pdf.once('error', reject)
  })
  const left = pdf.page.margins.left
  const line = (text: string, size: number, font: 'regular' | 'bold' = 'regular', color = ink) =>
    pdf.font(fonts[font]).fontSize(size).fillColor(color).text(text, left)

  const fact = ([label, value]: [string, string]) => {
    pdf.font(fonts.regular).fontSize(8.5)
    // A label and its value stay together unless the value is longer than a page.
    const height = pdf.heightOfString(value, { width: pdf.page.width - 2 * left - labelWidth })
    const bottom = pdf.page.height - pdf.page.margins.bottom
    if (pdf.y + Math.min(height, 60) > bottom) pdf.addPage()
    const top = pdf.y
    pdf.fillColor(soft).text(label, left, top, { width: labelWidth - 10 })
    const below = pdf.y
    pdf.fillColor(ink).text(value, left + labelWidth, top)
    pdf.y = Math.max(pdf.y, height > bottom - top ? pdf.y : below) + 1
  }

  for (const entry of evidence.company) line(entry, 8, 'regular', soft)
  pdf.moveDown()
  line(evidence.title, 18, 'bold')
  pdf.moveDown(0.5)
  fact([texts.person, evidence.person.join('\n')])
  fact([texts.state, evidence.state])
  pdf.moveDown()
  line(texts.history, 12, 'bold')
  line(evidence.integrity, 9, evidence.intact ? 'regular' : 'bold', evidence.intact ? ink : '#a4262c')
  for (const [index, event] of evidence.events.entries()) {
    pdf.moveDown(0.8)
    if (pdf.y > pdf.page.height - 130) pdf.addPage()
    line(`${index + 1}. ${event.title}, ${event.date}`, 10, 'bold')
    for (const entry of event.facts) fact(entry)
  }
  pdf.moveDown()
  line(evidence.printed, 8, 'regular', soft)
  pdf.end()
  return finished
}
