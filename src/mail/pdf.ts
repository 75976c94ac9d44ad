import { createRequire } from 'node:module'
import path from 'node:path'
import type PDFKit from 'pdfkit'

/**
 * The library that writes PDF, and its fonts. Both are looked up beside the plugin when a document is made: a bundler
 * would part them from the files that lie next to them.
 *
 * Fonts that every reader has know no Polish or Greek name; of these only the letters in use are embedded.
 */
export function loadPdf() {
  const ofHost = createRequire(path.join(process.cwd(), 'package.json'))
  const ofPlugin = createRequire(ofHost.resolve('mozaikoo-crm/package.json'))
  const font = (style: string) => ofPlugin.resolve(`dejavu-fonts-ttf/ttf/DejaVuSans${style}.ttf`)
  return {
    PDFDocument: ofPlugin('pdfkit') as typeof PDFKit,
    fonts: { regular: font(''), bold: font('-Bold') },
  }
}
